"""The command line: python -m salesplan COMMAND."""

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

from salesplan.commands.outcome import FAILED, Outcome, as_json
from salesplan.commands.parser import parser
from salesplan.errors import SalesplanError
from salesplan.text import LANGUAGES, say, speak, t

_INTERRUPTED = 130
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    speak(tongue(arguments, os.environ))
    args = parser().parse_args(arguments)
    try:
        outcome: Outcome = args.run(args)
    except SalesplanError as error:
        print(say(error), file=sys.stderr)
        if args.as_json:
            print(as_json({"error": say(error)}))
        return FAILED
    except KeyboardInterrupt:
        print(t("cli.stopped"), file=sys.stderr)
        return _INTERRUPTED
    _show(outcome, as_document=args.as_json)
    return outcome.code


def tongue(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Choose the language before anything is said: as asked, else as the system speaks."""
    for word, after in pairwise([*arguments, ""]):
        asked = after if word == "--language" else word.partition("--language=")[2]
        if asked in LANGUAGES:
            return asked
    if environment.get("SALESPLAN_LANGUAGE") in LANGUAGES:
        return environment["SALESPLAN_LANGUAGE"]
    spoken = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    return "zh" if spoken.lower().startswith("zh") else "en"


def _show(outcome: Outcome, *, as_document: bool) -> None:
    if as_document:
        print(as_json(outcome.document))
    elif outcome.raw is not None:
        sys.stdout.buffer.write(outcome.raw)
    else:
        print(outcome.words)
    sys.stdout.flush()


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # both are text files
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        # Whoever read us has heard enough; nothing is left to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
