"""Words from files and people, made safe to stand in Markdown: they never become markup."""

import re

# Every sign that Streamlit's Markdown gives a meaning to: marks, links, images, maths, directives.
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&@])")
# The theme's names for the tones of a figure.
COLOURS = {"good": "green", "bad": "red", "warn": "orange", "neutral": "gray"}
_SPACE = re.compile(r"\s+")


def escape(words: object) -> str:
    """Give words that Markdown shows as they are, on one line."""
    return _MARKUP.sub(r"\\\1", _SPACE.sub(" ", str(words)).strip())
