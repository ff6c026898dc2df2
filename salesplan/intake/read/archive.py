"""The zip container of a workbook, judged by its directory."""

import io
import zipfile

from salesplan.errors import DamagedFile, PasswordProtected, UnsafeFile
from salesplan.intake.read import limits

_ENCRYPTED = 1


def check(name: str, data: bytes) -> None:
    """Refuse a container that is damaged, locked, or larger inside than a workbook can be."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DamagedFile(name=name) from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise PasswordProtected(name=name)
    if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
        raise UnsafeFile(name=name)
