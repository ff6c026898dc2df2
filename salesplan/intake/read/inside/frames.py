"""How parent and child frame what they say."""

import struct
from typing import Final

LENGTH: Final = struct.Struct(">Q")
