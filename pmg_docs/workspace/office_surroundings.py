"""What LibreOffice finds around it at a run: a folder, a profile and an environment of our own."""

import os
import sys
from html import escape
from pathlib import Path

PROFILE, RESULTS = "profile", "uit"
_HOME, _TEMPORARY = "thuis", "tijdelijk"
_PASSED_ON = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMFILES", "PROGRAMDATA")
_LOCALE = "C.UTF-8" if sys.platform != "darwin" else "en_US.UTF-8"
_SETTINGS = (
    # Plain ODF 1.3: by itself LibreOffice adds elements that only it knows.
    ("org.openoffice.Office.Common/Save/ODF", "DefaultVersion", "10"),
    # The language of the system decides on centimetres or inches, that of menus on some names.
    ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", "nl-NL"),
    ("org.openoffice.Setup/L10N", "ooLocale", "en-US"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
)


def lay_out(folder: Path) -> None:
    """Make the folders of a run, with a profile that nobody has used."""
    for name in (RESULTS, _HOME, _TEMPORARY):
        (folder / name).mkdir()
    registry = folder / PROFILE / "user/registrymodifications.xcu"
    registry.parent.mkdir(parents=True)
    registry.write_text(_registry(), encoding="utf-8")


def _registry() -> str:
    rows = "".join(
        f'<item oor:path="/{escape(path)}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{rows}</oor:items>'
    )


def environment(folder: Path) -> dict[str, str]:
    """What LibreOffice may know of the machine: where its programs are, and no more."""
    home, temporary = str(folder / _HOME), str(folder / _TEMPORARY)
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed | {
        "HOME": home, "USERPROFILE": home, "APPDATA": home, "LOCALAPPDATA": home,
        "TMPDIR": temporary, "TEMP": temporary, "TMP": temporary,
        "LC_ALL": _LOCALE, "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp",
    }  # fmt: skip
