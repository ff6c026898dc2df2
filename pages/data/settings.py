"""Settings: how this company counts."""

from salesplan import ui

store = ui.begin_plain("settings")
