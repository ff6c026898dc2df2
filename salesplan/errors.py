"""Every error that we raise; the tree is drawn here.

SalesplanError            one sentence for the person, in their language, that says what to do
├── AmbiguousMember       a name that several members bear
├── BadPeriod             a period that cannot be read
├── BadSetting            a setting that cannot be used
├── CannotRead            a file that is not there or may not be read
├── CannotWrite           a place where no file can be written
├── DatabaseProblem       the database cannot be used as it is; these say why:
│   ├── DatabaseBusy      a program has the file open
│   ├── DatabaseDamaged   the file or its log cannot be read
│   ├── DatabaseInUse     other changes came first for too long
│   ├── DatabaseNewer     written by a newer version of this program
│   ├── DatabaseUnreachable  no right to the file, no such directory
│   ├── DiskFull          no room for what was to be saved
│   └── AskedTooMuch      an answer would take too long or too much memory
├── BackupProblem         a backup or a restore that was not done; these say why:
│   ├── BackupDamaged     the backup cannot be read or is not whole
│   ├── BackupDiffers     the copy has other rows than the database
│   ├── NoSuchFile        no backup by that name
│   └── WouldOverwrite    there is a database already
├── NoDatabase            a database that is not there
├── NoSuchBatch           a batch number that was never given
├── Bug                   anything that we did not foresee; the log has it under this number
├── OpenToOthers          a server address that other machines can reach, without a sign-in
├── UnsafeOption          a server option that does not have the value it must have
├── UnknownDimension      a metric cannot be divided that way
├── UnknownMember         a filter for somebody or something not in the data
├── UnknownMetric         a metric that there is not
├── UnknownText           a text key that no language file has (a bug in our code)
└── UnreadableFile        a file that cannot be imported; these say why:
    ├── BinaryText        a text file with NUL bytes inside
    ├── DamagedFile       a workbook that is cut off or broken
    ├── EmptyFile         nothing in it
    ├── FileTooLarge      more bytes than we take
    ├── LineTooLong       a text file with one endless line
    ├── NotASpreadsheet   a picture, a PDF, a web page
    ├── OldWorkbook       a format from before Excel 95
    ├── PasswordProtected an encrypted workbook
    ├── TookTooLong       the reader ran out of time
    ├── TooManyCells      more rows or columns than we take
    ├── TooMuchMemory     the reader ran out of memory
    ├── UnknownEncoding   a text in no encoding that we know
    └── UnsafeFile        built to overwhelm its reader

The sentence of each class stands in text/<language>/errors.toml under the class name in
snake_case; `salesplan.text.say(error)` fills its blanks.
"""

import re
from typing import ClassVar

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class SalesplanError(Exception):
    """Something a person can mend; the values fill the blanks of its sentence."""

    key: ClassVar[str] = "salesplan_error"

    def __init_subclass__(cls) -> None:
        """Name the sentence after the class."""
        cls.key = _HUMP.sub("_", cls.__name__).lower()

    def __init__(self, **values: object) -> None:
        """Keep what fills the sentence's blanks."""
        super().__init__(self.key, values)
        self.values = values

    def __str__(self) -> str:
        """For the log: the key and the values."""
        return " ".join([self.key, *(f"{name}={value!r}" for name, value in self.values.items())])


class AmbiguousMember(SalesplanError):
    """A name that several members bear: found, keys."""


class BadPeriod(SalesplanError):
    """A period that cannot be read: found."""


class BadSetting(SalesplanError):
    """A setting that cannot be used: name, found."""


class CannotRead(SalesplanError):
    """A file that is not there or may not be read: name, why."""


class CannotWrite(SalesplanError):
    """A place where no file can be written: place, why."""


class NoDatabase(SalesplanError):
    """A database that is not there: file."""


class UnknownDimension(SalesplanError):
    """A metric cannot be divided that way: name, by, dimensions."""


class UnknownMember(SalesplanError):
    """A filter for somebody or something not in the data: found, dimension, known."""


class UnknownMetric(SalesplanError):
    """A metric that there is not: name, names."""


class UnknownText(SalesplanError):
    """A text key that no language file has: text."""


class OpenToOthers(SalesplanError):
    """A server address that other machines can reach, without a sign-in: address."""


class UnsafeOption(SalesplanError):
    """A server option that does not have the value it must have: name, found, needed."""


class Bug(SalesplanError):
    """Anything that we did not foresee; the log has it under this number: number."""


class UnreadableFile(SalesplanError):
    """A file that cannot be imported: name."""


class BinaryText(UnreadableFile):
    """A text file with NUL bytes inside: name."""


class DamagedFile(UnreadableFile):
    """A workbook that is cut off or broken: name."""


class EmptyFile(UnreadableFile):
    """A file with nothing in it: name."""


class FileTooLarge(UnreadableFile):
    """More bytes than we take: name, size and limit in MB."""


class LineTooLong(UnreadableFile):
    """A text file with one endless line: name."""


class NotASpreadsheet(UnreadableFile):
    """A picture, a PDF, a web page: name."""


class OldWorkbook(UnreadableFile):
    """A workbook in a format from before Excel 95: name."""


class PasswordProtected(UnreadableFile):
    """An encrypted workbook: name."""


class TookTooLong(UnreadableFile):
    """The reader ran out of time: name, seconds."""


class TooManyCells(UnreadableFile):
    """More rows or columns than we take: name, sheet, rows, columns."""


class TooMuchMemory(UnreadableFile):
    """The reader ran out of memory: name."""


class UnknownEncoding(UnreadableFile):
    """A text in no encoding that we know: name."""


class UnsafeFile(UnreadableFile):
    """A file built to overwhelm its reader: name."""


class DatabaseProblem(SalesplanError):
    """The database cannot be used as it is."""


class DatabaseBusy(DatabaseProblem):
    """Another program has the file open: file, process."""


class DatabaseDamaged(DatabaseProblem):
    """The file or its log cannot be read: file, backups."""


class DatabaseInUse(DatabaseProblem):
    """Other changes came first for too long."""


class DatabaseNewer(DatabaseProblem):
    """Written by a newer version of this program: version."""


class DatabaseUnreachable(DatabaseProblem):
    """No right to the file, or no such directory: file, why."""


class DiskFull(DatabaseProblem):
    """No room for what was to be saved: file."""


class AskedTooMuch(DatabaseProblem):
    """An answer would take too long or too much memory."""


class BackupProblem(SalesplanError):
    """A backup or a restore that was not done."""


class BackupDamaged(BackupProblem):
    """The backup cannot be read or is not whole: file."""


class BackupDiffers(BackupProblem):
    """The copy has other rows than the database: file."""


class NoSuchFile(BackupProblem):
    """No backup by that name: file."""


class WouldOverwrite(BackupProblem):
    """There is a database already: file."""


class NoSuchBatch(SalesplanError):
    """A batch number that was never given: batch."""
