"""See to Chromium and Chinese fonts for the browser tests; on Debian, install what is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSER = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def main() -> None:
    """Install what is missing where this machine lets us, else say what to install."""
    absent = missing()
    if absent:
        apt = administrator("apt-get")
        if apt is None:
            sys.exit(f"The browser tests need {' and '.join(absent)}: please install them.")
        print(f"Installing {' and '.join(absent)} ...", flush=True)
        install(apt, absent)
    if missing():
        sys.exit(f"Could not install {' and '.join(missing())}: please install them.")


def missing() -> list[str]:
    """The Debian names of what this machine lacks."""
    lacking = []
    if not any(map(shutil.which, BROWSERS)) and not MAC_BROWSER.exists():
        lacking.append("chromium")
    if sys.platform == "linux" and not has_chinese_font():
        lacking.append("fonts-noto-cjk")
    return lacking


def has_chinese_font() -> bool:
    """Whether fontconfig knows a font for Chinese."""
    if shutil.which("fc-list") is None:
        return False
    answer = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(answer.stdout.strip())


def administrator(program: str) -> list[str] | None:
    """How to start a program as administrator without a password, where that is possible."""
    if shutil.which(program) is None:
        return None
    if os.geteuid() == 0:
        return [program]
    asks = shutil.which("sudo") is None or subprocess.call(["sudo", "-n", "true"]) != 0
    return None if asks else ["sudo", "-n", program]


def install(apt: list[str], packages: list[str]) -> None:
    """Install Debian packages quietly; `missing` tells afterwards whether it worked."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    fontconfig = [] if shutil.which("fc-list") else ["fontconfig"]
    for action in (
        ["update"],
        ["install", "-y", "--no-install-recommends", *packages, *fontconfig],
    ):
        subprocess.run([*apt, "-qq", *action], env=quiet, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    main()
