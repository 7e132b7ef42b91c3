"""A case as an officer writes it: the files of a mistake, and the message that it gives."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cases.shells import changed_shell

CASES = Path(__file__).parent
GOOD = CASES / "_goed"
DOSSIER = "letters/proef"

_FENCE = re.compile(r"^(`{3,})([^`\n]+)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(rb"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_ENCODINGS = {"latin-1": "latin-1", "utf-16": "utf-16", "bom": "utf-8-sig"}


@dataclass(frozen=True)
class CaseFile:
    """A file of a case: where it stands in the workspace, its words, and how they are stored."""

    path: str
    text: str
    stored: tuple[str, ...]

    @property
    def is_absent(self) -> bool:
        return "weg" in self.stored

    def data(self) -> bytes:
        encoding = next((_ENCODINGS[s] for s in self.stored if s in _ENCODINGS), "utf-8")
        data = self.text.encode(encoding)
        if "tekens" in self.stored:
            data = _ESCAPE.sub(_escaped, data)
        if "schil" in self.stored:
            return changed_shell(self.text)
        return data.replace(b"\n", b"\r\n") if "crlf" in self.stored else data


@dataclass(frozen=True)
class Case:
    """A mistake: what it is called, what to do, and what comes of it."""

    path: Path
    title: str
    files: tuple[CaseFile, ...]
    command: tuple[str, ...]
    message: str
    exit_code: int

    def __str__(self) -> str:
        return self.path.relative_to(CASES).with_suffix("").as_posix()


def cases() -> tuple[Case, ...]:
    """Every case, by folder and name."""
    found = sorted(path for path in CASES.glob("*/*.md") if not path.parent.name.startswith("_"))
    return tuple(read_case(path) for path in found)


def read_case(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    fences = [(info.split(), body) for _, info, body in _FENCE.findall(text)]
    commands = [body for info, body in fences if info[0] == "opdracht"]
    messages = [(info, body) for info, body in fences if info[0] == "melding"]
    assert text.startswith("# "), f"{path}: een geval begint met een titel"
    assert len(messages) == 1, f"{path}: een geval heeft één melding"
    [(info, message)] = messages
    [command] = commands or ["pmg build --format docx"]
    return Case(
        path,
        text.split("\n", 1)[0].removeprefix("# "),
        tuple(_files(fences)),
        tuple(shlex.split(command)),
        message,
        int(info[1]) if len(info) > 1 else 1,
    )


def with_message(case: Case, message: str, exit_code: int) -> str:
    """The text of a case with another message in it."""
    head = "melding" if exit_code == 1 else f"melding {exit_code}"

    def replaced(match: re.Match[str]) -> str:
        is_message = match[2].split()[0] == "melding"
        return f"{match[1]}{head}\n{message}{match[1]}" if is_message else match[0]

    return _FENCE.sub(replaced, case.path.read_text(encoding="utf-8"))


def _files(fences: list[tuple[list[str], str]]) -> Iterator[CaseFile]:
    for info, body in fences:
        if info[0] not in {"melding", "opdracht"}:
            language, name, *stored = info
            if language == "schil":
                stored.append(language)
            path = name.removeprefix("/") if name.startswith("/") else f"{DOSSIER}/{name}"
            yield CaseFile(path, body, tuple(stored))


def _escaped(match: re.Match[bytes]) -> bytes:
    if match[2]:
        return bytes.fromhex(match[2].decode())
    return chr(int(match[1], 16)).encode("utf-8", "surrogatepass")
