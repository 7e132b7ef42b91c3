"""How each system installs what does not come with Python."""

import os
import shutil
import sys
from collections.abc import Mapping

PANGO = {
    "apt-get": "apt-get install --yes libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "dnf install --assumeyes pango",
    "brew": "brew install pango",
    "windows": "winget install MSYS2.MSYS2 && "
    r"C:\msys64\usr\bin\pacman -S --noconfirm mingw-w64-x86_64-pango",
}
OFFICE = {
    "apt-get": "apt-get install --yes libreoffice-writer-nogui",
    "dnf": "dnf install --assumeyes libreoffice-writer",
    "brew": "brew install --cask libreoffice",
    "windows": "winget install TheDocumentFoundation.LibreOffice",
}


def command_for(commands: Mapping[str, str]) -> str:
    """The command for the system where we run, as who runs it must type it."""
    manager = _manager()
    needs_sudo = manager in {"apt-get", "dnf"} and os.geteuid() != 0
    return f"sudo {commands[manager]}" if needs_sudo else commands[manager]


def _manager() -> str:
    if sys.platform == "darwin":
        return "brew"
    if sys.platform == "win32":
        return "windows"
    return "dnf" if shutil.which("dnf") and not shutil.which("apt-get") else "apt-get"
