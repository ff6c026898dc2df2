"""The Import page in parts: receiving files, what was read in them, loading, and the history."""

from salesplan.ui.importing.files import files
from salesplan.ui.importing.history import history
from salesplan.ui.importing.sample_bar import sample_bar
from salesplan.ui.importing.uploader import uploader

__all__ = ["files", "history", "sample_bar", "uploader"]
