"""Import: what is in these files, and what will they change?"""

from salesplan import ui
from salesplan.ui import importing

store = ui.begin_plain("import")
ui.caption("import.intro")

importing.sample_bar(store)
importing.uploader()
importing.files(store)
importing.history(store)
