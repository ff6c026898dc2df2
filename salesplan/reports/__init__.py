"""Files to hand on: tables, and later workbook, deck and brief."""
