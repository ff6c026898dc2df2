"""Files in, clean rows and problems out. Knows spreadsheets, not pages; never touches the store."""

from salesplan.intake.drafts import Answers, Draft, Examined, Heading
from salesplan.intake.examine import examine

__all__ = ["Answers", "Draft", "Examined", "Heading", "examine"]
