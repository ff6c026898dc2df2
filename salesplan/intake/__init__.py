"""Files in, clean rows and problems out. Knows spreadsheets, not pages."""
