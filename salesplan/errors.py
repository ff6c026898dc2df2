"""Every error that we raise; the tree is drawn here.

SalesplanError            one sentence for the person, in their language, that says what to do
├── BadPeriod             a period that cannot be read
├── BadSetting            a setting that cannot be used
├── Bug                   anything that we did not foresee; the log has it under this number
├── OpenToOthers          a server address that other machines can reach, without a sign-in
├── UnsafeOption          a server option that does not have the value it must have
└── UnknownText           a text key that no language file has (a bug in our code)

The sentence of each class stands in text/<language>/errors.toml under the class name in
snake_case; `salesplan.text.say(error)` fills its blanks.
"""

import re
from typing import ClassVar

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


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


class BadPeriod(SalesplanError):
    """A period that cannot be read: found."""


class BadSetting(SalesplanError):
    """A setting that cannot be used: name, found."""


class UnknownText(SalesplanError):
    """A text key that no language file has: text."""


class OpenToOthers(SalesplanError):
    """A server address that other machines can reach, without a sign-in: address."""


class UnsafeOption(SalesplanError):
    """A server option that does not have the value it must have: name, found, needed."""


class Bug(SalesplanError):
    """Anything that we did not foresee; the log has it under this number: number."""
