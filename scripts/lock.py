"""Write the exact, hashed versions for every platform: `make lock`, or `make lock UPGRADE=duckdb`.

A version that is already locked stays, unless it is named. The resolver lives in .cache.
"""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".cache" / "lock"


def resolver() -> Path:
    """The resolver's program, installed on first use."""
    folder = TOOLS / ("Scripts" if sys.platform == "win32" else "bin")
    if not any(folder.glob("uv*")):
        venv.create(TOOLS, with_pip=True)
        python = folder / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv>=0.13.9,<0.14"], check=True)
    return folder / "uv"


def lock(target: str, *source: str, upgrade: list[str]) -> None:
    """Resolve for all platforms and Pythons that we support, with the hash of every wheel."""
    command = [
        *(str(resolver()), "pip", "compile", *source, "--output-file", target, "--quiet"),
        *("--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:"),
        *("--system-certs", "--no-emit-index-url", "--no-emit-find-links"),
        *("--custom-compile-command", "make lock"),
        *(f"--upgrade-package={name}" for name in upgrade),
    ]
    subprocess.run(command, check=True, cwd=ROOT)
    print(f"locked {target}")


if __name__ == "__main__":
    named = sys.argv[1:]
    lock("requirements.txt", "pyproject.toml", upgrade=named)
    tests = ("--group", "test", "--constraints", "requirements.txt")
    lock("tests/requirements.txt", *tests, upgrade=named)
