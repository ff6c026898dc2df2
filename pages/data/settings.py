"""Settings: how does this company count?"""

from salesplan import ui
from salesplan.ui.settings_form import settings_form

store = ui.begin_plain("settings")
ui.caption("settings.intro")

settings_form(store)
