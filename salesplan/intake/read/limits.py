"""What a file may cost: one place for every cap of the reading room."""

from typing import Final

MEBI: Final = 1024 * 1024

GRID_ROWS: Final = 60
"""Rows that the recogniser sees as Python values."""

WORKBOOK_BYTES: Final = 100 * MEBI
TEXT_BYTES: Final = 1024 * MEBI
UNPACKED_BYTES: Final = 800 * MEBI
"""What the parts of a zip container may add up to."""

PARTS: Final = 2_000
LARGE_PART_BYTES: Final = 32 * MEBI
RATIO: Final = 200
"""Unpacked over packed, for large parts: deflate can reach 1,032, real sheets reach 40."""

ROWS: Final = 5_000_000
COLUMNS: Final = 2_000
CELLS: Final = 40_000_000
MERGES: Final = 100_000
LINE_BYTES: Final = MEBI // 2
"""What a stretch of text without a line end may have."""

LEAN_FROM_BYTES: Final = 2 * MEBI
"""From this size of a sheet's XML on, its rows are parsed once, not twice."""

REPLY_BYTES: Final = 1024 * MEBI
REUSE_BYTES: Final = 4 * MEBI
"""A child that read more than this is not kept: it holds on to the memory."""
CHILD_MEMORY: Final = 1536 * MEBI
CHILD_CPU_SECONDS: Final = 20
CHILD_WALL_SECONDS: Final = 25
CHILD_IDLE_SECONDS: Final = 60
