"""The baseline: what is left in a file so that it can be told later what somebody changed in it.

It holds the facts that the file shows and, of each sentence, no more than a digest and the line of
the letter that it came from. So it says nothing that the file itself does not show, and it goes
with the file when that is mailed, renamed and saved again.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Self

_VERSION = 1
_DIGITS = 16
_MEANT = re.compile(r"[^\W_]|[€%]|(?<=\d)[.,:/](?=\d)|[-−–‑](?=\d)")
"""What makes a sentence another one: its letters and figures, and what makes a figure another."""
_DASHES = str.maketrans("−–‑", "---")


@dataclass(frozen=True, slots=True)
class BaseFact:
    """A fact in one notation as the file showed it: its path, its words, and its kind."""

    name: str
    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class BaseSentence:
    """A sentence as the file showed it: its digest, and its line in the letter, or 0."""

    digest: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a file showed when it was made.

    `origin` is the digest of the dossier and the letter that it came from: whoever has the
    dossier recognises it, nobody else learns a name. `facts` and `sentences` are in the order of
    the file, each once; so the facts of one element of its store are in the order of that store.
    """

    origin: str
    facts: tuple[BaseFact, ...] = ()
    sentences: tuple[BaseSentence, ...] = ()

    def to_json(self) -> str:
        """The baseline as text that can stand in a file."""
        return json.dumps(
            {"versie": _VERSION, **asdict(self)}, ensure_ascii=False, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """The baseline in a text; None when somebody made something else of it."""
        try:
            whole = json.loads(text)
            facts = tuple(BaseFact(**fact) for fact in whole["facts"])
            sentences = tuple(BaseSentence(**sentence) for sentence in whole["sentences"])
            made = cls(whole["origin"], facts, sentences)
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return made if whole.get("versie") == _VERSION and made._is_sound() else None

    def _is_sound(self) -> bool:
        words = (self.origin, *(w for f in self.facts for w in (f.name, f.text, f.kind)))
        digests = (sentence.digest for sentence in self.sentences)
        lines = (sentence.line for sentence in self.sentences)
        return all(isinstance(w, str) for w in (*words, *digests)) and all(
            type(line) is int for line in lines
        )


def origin_of(dossier: str, letter: str) -> str:
    """The origin of a file: a digest of the names of its dossier and its letter."""
    return _digest(f"{dossier}/{letter}")


def origin_of_letter(file: str) -> str:
    """The origin of what is made of a letter by its file: `letters/proef/nota.md`."""
    path = PurePosixPath(file)
    return origin_of(path.parent.name, path.stem)


def sentence_digest(sentence: str) -> str:
    """The digest of a sentence of a passage, by its letters and figures only.

    So a program that only sets other quotation marks, spaces or dashes changes nothing, but
    1,5 is not 15 and -5 is not 5.
    """
    return _digest("".join(_MEANT.findall(sentence)).translate(_DASHES))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
