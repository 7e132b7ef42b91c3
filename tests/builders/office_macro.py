"""LibreOffice with a macro: it accepts, rejects and compares, and knows nothing of us."""

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ACCEPT, REJECT = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
COMPARE, NOTHING = "CompareDocuments", "SelectAll"

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Job(source As String, command As String, other As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim opened As Object
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim given(0) As New com.sun.star.beans.PropertyValue
  given(0).Name = "URL"
  given(0).Value = other
  dispatcher.executeDispatch(opened.CurrentController.Frame, ".uno:" &amp; command, "", 0, given())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  opened.storeToURL(target, form())
  opened.close(True)
End Sub
Sub Ask(source As String, answer As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim opened As Object
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim number As Integer
  number = FreeFile
  Open answer For Output As #number
  Print #number, opened.isReadonly()
  Close #number
  opened.close(True)
End Sub
Sub Main
JOBS
End Sub
</script:module>"""


@dataclass(frozen=True)
class Job:
    """A command of LibreOffice for a Word file; `other` is the file to compare it with."""

    command: str
    data: bytes
    other: bytes = b""


def run_jobs(jobs: Sequence[Job]) -> list[bytes]:
    """The Word files that LibreOffice writes after each command."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _run(folder, [_prepared(folder, number, job) for number, job in enumerate(jobs)])
        return [(folder / f"{number}.uit.docx").read_bytes() for number in range(len(jobs))]


def open_for_reading_only(files: Sequence[Path]) -> list[bool]:
    """Whether LibreOffice opens each of these files so that nobody can type in it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        answers = [folder / f"{number}.txt" for number in range(len(files))]
        _run(folder, [f'  Ask("{file.as_uri()}", "{answer.as_uri()}")'
                      for file, answer in zip(files, answers, strict=True)])  # fmt: skip
        return [answer.read_text().strip() == "True" for answer in answers]


def _run(folder: Path, rows: Sequence[str]) -> None:
    profile = folder / "profile"
    command = [
        "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nologo", "macro:///Standard.Module1.Main",
    ]  # fmt: skip
    # The first run lays out the profile, and would write over a macro that is there.
    subprocess.run(command, check=True, timeout=240, capture_output=True)
    module = profile / "user/basic/Standard/Module1.xba"
    module.write_text(_MODULE.replace("JOBS", "\n".join(rows)), encoding="utf-8")
    subprocess.run(command, check=True, timeout=240, capture_output=True)


def _prepared(folder: Path, number: int, job: Job) -> str:
    names = [folder / f"{number}.{kind}.docx" for kind in ("in", "ander", "uit")]
    names[0].write_bytes(job.data)
    if job.other:
        names[1].write_bytes(job.other)
    source, other, target = (name.as_uri() for name in names)
    return f'  Job("{source}", "{job.command}", "{other if job.other else ""}", "{target}")'
