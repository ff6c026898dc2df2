"""Make .venv and put the locked versions into it: `python3 scripts/install.py [--tests]`.

Needs nothing but Python. A stamp beside the libraries makes the second run quick.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
LOCKS = {"run": ("requirements.txt",), "tests": ("requirements.txt", "tests/requirements.txt")}


def main() -> None:
    """Install what the asked-for purpose needs, unless it is there."""
    if sys.version_info[:2] < OLDEST:
        start_again_with_a_newer_python()
    purpose = "tests" if "--tests" in sys.argv[1:] else "run"
    if not PYTHON.exists():
        create_environment()
    if not installed(purpose):
        install(purpose)


def start_again_with_a_newer_python() -> None:
    """Run this script by a newer Python of this machine, or say what is missing."""
    found = next(filter(None, map(shutil.which, NEWER)), None)
    if found is None:
        sys.exit("salesplan needs Python 3.11 or newer, and this machine has only an older one.")
    sys.exit(subprocess.call([found, *sys.argv]))


def create_environment() -> None:
    """A fresh .venv, of the Python that runs this script."""
    print("Creating .venv ...", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        said = f"{made.stdout}{made.stderr}".strip()
        sys.exit(f"{said}\nPython cannot create .venv: on Debian, install python3-venv.")


def installed(purpose: str) -> bool:
    """Whether the stamp of this purpose says that the locks of today are in."""
    stamp = stamp_of(purpose)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == digest(purpose)


def install(purpose: str) -> None:
    """Install exactly the locked files, each checked against its hash."""
    print("Installing the libraries (a minute or two, the first time) ...", flush=True)
    locks = [f"--requirement={ROOT / lock}" for lock in LOCKS[purpose]]
    strict = ["--require-hashes", "--only-binary=:all:"]
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, *strict, *locks], check=False).returncode != 0:
        sys.exit("The libraries could not be installed: see the lines above, then try again.")
    stamp_of(purpose).write_text(digest(purpose), encoding="utf-8")


def stamp_of(purpose: str) -> Path:
    """The file that remembers what was installed for a purpose."""
    return VENV / f"installed-for-{purpose}"


def digest(purpose: str) -> str:
    """One fingerprint of all the locks of a purpose."""
    locks = b"".join((ROOT / lock).read_bytes() for lock in LOCKS[purpose])
    return hashlib.sha256(locks).hexdigest()


if __name__ == "__main__":
    main()
