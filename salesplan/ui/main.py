"""The frame and the table of contents: a page is one line here, and one file in pages/."""

from salesplan.ui.frame import run

# section: the pages in it, by the file's name in pages/<section>/; the first of all is the home.
CONTENTS = {
    "review": {"attainment": ":material/flag:"},
    "data": {"import": ":material/upload_file:", "settings": ":material/settings:"},
}

run(CONTENTS)
