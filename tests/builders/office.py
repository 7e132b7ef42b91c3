"""Programs that pretend to be LibreOffice, each with a fault of its own."""

import sys
from pathlib import Path

from tests.builders.odf import odt, p

_BEGIN = """\
#!{python}
import json, os, shutil, subprocess, sys, time
from pathlib import Path
DIARY = Path({diary!r})
arguments = sys.argv[1:]
out = Path(arguments[arguments.index('--outdir') + 1])
profile = next(a for a in arguments if a.startswith('-env:UserInstallation='))
files = arguments[arguments.index('--outdir') + 2:]
with DIARY.open('a') as diary:
    diary.write(json.dumps(dict(
        files=files, folder=os.getcwd(), profile=profile, process=os.getpid(),
        environment=dict(os.environ),
    )) + '\\n')
def make(name):
    shutil.copy({sample!r}, out / (Path(name).stem + '.odt'))
"""

EVERY_FILE = "for name in files: make(name)"
HALF_OF_THEM = "for name in files[:(len(files) + 1) // 2]: make(name)"
NO_MORE_THAN_IT_READS = "for name in files[:253 - len(arguments) + len(files)]: make(name)"
NEVER_THE_SECOND = "for name in files: Path(name).read_bytes() == b'twee' or make(name)"
CRASH = "make(files[0]); os.abort()"
HANG = "make(files[0]); time.sleep(600)"
HANG_WITH_A_CHILD = (
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    "Path({diary!r} + '.child').write_text(str(child.pid))\ntime.sleep(600)"
)
LEAVE_A_CHILD = HANG_WITH_A_CHILD.replace("time.sleep(600)", "make(files[0])")
HALF_A_FILE = (
    "make(files[0])\npath = next(out.iterdir())\npath.write_bytes(path.read_bytes()[:-40])"
)
NOTHING = "sys.exit(77)"
"""What a program does after it has written in its diary what it was asked."""


def pretend(folder: Path, does: str) -> Path:
    """A program `soffice` in a folder of its own, that does this; its diary stands beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    sample = folder / "sample.zip"
    sample.write_bytes(odt(p("een voorbeeld")))
    program = folder / "soffice"
    text = _BEGIN + does
    for place, value in (("{python}", sys.executable), ("{diary!r}", repr(str(folder / "diary"))),
                         ("{sample!r}", repr(str(sample)))):  # fmt: skip
        text = text.replace(place, value)
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    return program
