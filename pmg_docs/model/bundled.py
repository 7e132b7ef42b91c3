"""What a bundle holds, as its own manifest says it.

It says nothing that the documents in it do not say: no facts, no names of officers, no reasons.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

CARRIED = "data/"
"""The folder in a bundle in which the files lie that it carries."""
MANIFEST, PAGE, TEXT = "manifest.json", "inhoud.html", "inhoud.txt"
"""What it carries beside the files of letters: its manifest and its table of contents."""
VERSION = 1
"""Of the form of the manifest; another one is not read."""


class Audience(StrEnum):
    """Who gets a bundle: the archive gets everything, parliament what is for parliament."""

    ARCHIVE = "archief"
    PARLIAMENT = "kamer"


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file of a letter: its name, size in bytes, SHA-256 in hexadecimal digits and format.

    `bears` names what the file says of itself: `kenmerk`, `datum`, `status`, `vingerafdruk`.
    `is_remade` says that it has the words that were fixed, but not the bytes of the file that was
    made then.
    """

    name: str
    size: int
    digest: str
    format: str
    bears: tuple[str, ...] = ()
    is_remade: bool = False

    @property
    def ending(self) -> str:
        """Its kind by its name, `pdf`."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class BundledLetter:
    """A letter as it was fixed: `digest` is the fingerprint of its words, as the register has it.

    `day` is an ISO date; it and `kenmerk` and `sender` are empty when the letter has none.
    """

    type: str
    title: str
    kenmerk: str
    day: str
    status: str
    version: int
    digest: str
    sender: str
    files: tuple[BundledFile, ...] = ()

    def with_files(self, files: tuple[BundledFile, ...]) -> "BundledLetter":
        """The same letter with these files."""
        return replace(self, files=files)


@dataclass(frozen=True, slots=True)
class Bundled:
    """A bundle: for whom it is, and its letters in the order in which they are read."""

    audience: Audience
    letters: tuple[BundledLetter, ...]

    @property
    def files(self) -> tuple[BundledFile, ...]:
        """The files of all letters."""
        return tuple(file for letter in self.letters for file in letter.files)

    @property
    def senders(self) -> tuple[str, ...]:
        """The ministries that send them, each once."""
        return tuple(dict.fromkeys(one.sender for one in self.letters if one.sender))


def to_data(bundled: Bundled) -> dict[str, Any]:
    """A bundle as its manifest has it."""
    return {
        "versie": VERSION,
        "voor": bundled.audience.value,
        "documenten": [_letter_data(letter) for letter in bundled.letters],
    }


def bundled_of(data: Any) -> Bundled:
    """The bundle of a manifest.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is no manifest of a bundle.
    """
    if data["versie"] != VERSION:
        raise ValueError("a form that this version does not know")
    return Bundled(Audience(data["voor"]), tuple(map(_letter, data["documenten"])))


def _letter_data(letter: BundledLetter) -> dict[str, Any]:
    return {
        "soort": letter.type,
        "onderwerp": letter.title,
        "kenmerk": letter.kenmerk,
        "datum": letter.day,
        "status": letter.status,
        "versie": letter.version,
        "vingerafdruk": letter.digest,
        "afzender": letter.sender,
        "bestanden": [
            {
                "naam": file.name, "omvang": file.size, "sha256": file.digest,
                "formaat": file.format, "draagt": list(file.bears),
                "opnieuw_gemaakt": file.is_remade,
            }
            for file in letter.files
        ],
    }  # fmt: skip


def _letter(data: Mapping[str, Any]) -> BundledLetter:
    files = tuple(
        BundledFile(
            _text(row["naam"]), int(row["omvang"]), _text(row["sha256"]), _text(row["formaat"]),
            tuple(map(_text, row["draagt"])), bool(row["opnieuw_gemaakt"]),
        )
        for row in data["bestanden"]
    )  # fmt: skip
    return BundledLetter(
        _text(data["soort"]), _text(data["onderwerp"]), _text(data["kenmerk"]),
        _text(data["datum"]), _text(data["status"]), int(data["versie"]),
        _text(data["vingerafdruk"]), _text(data["afzender"]), files,
    )  # fmt: skip


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value
