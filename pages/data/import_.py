"""Import: what is in these files, and what will they change?"""

from salesplan import ui

store = ui.begin_plain("import")
