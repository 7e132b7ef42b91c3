"""The baseline: what is left in a file so that it can be told later what somebody changed in it.

It holds the facts that the file shows and, of each sentence, no more than a digest and the line of
the letter that it came from. So it says nothing that the file itself does not show, and it goes
with the file when that is mailed, renamed and saved again.

In a file it stands packed: what a word processor keeps of a file for another program is short texts
without any sign that it would write in its own way.
"""

import base64
import binascii
import hashlib
import json
import re
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self

CARRIER = "pmg-basis-"
"""Before the numbers of the properties of a file that hold its baseline, packed, in pieces."""

_VERSION = 1
_DIGITS = 10
_BYTES = 4 + _DIGITS // 2
_MOST_UNPACKED = 4 * 1024 * 1024
_MOST_FACTS = 5000
"""What a file made here holds stays far below both; somebody else's may hold anything."""
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

    def packed(self) -> str:
        """The baseline in letters, figures and `+/=` only."""
        whole = json.dumps(
            [_VERSION, self.origin, [[f.name, f.text, f.kind] for f in self.facts]],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        digests = b"".join(bytes.fromhex(s.digest) for s in self.sentences)
        lines = b"".join(s.line.to_bytes(4, "big") for s in self.sentences)
        text = b"\0".join((whole.encode(), digests + lines))
        return base64.b64encode(zlib.compress(text, 9)).decode()

    @classmethod
    def from_packed(cls, text: str) -> Self | None:
        """The baseline in a packed text; None when somebody made something else of it."""
        try:
            unpacking = zlib.decompressobj()
            data = unpacking.decompress(base64.b64decode(text, validate=True), _MOST_UNPACKED)
            whole, _, rest = data.partition(b"\0")
            version, origin, facts = json.loads(whole)
            count, left = divmod(len(rest), _BYTES)
            made = cls(
                origin,
                tuple(BaseFact(*fact) for fact in facts),
                tuple(_sentence(rest, count, number) for number in range(count)),
            )
        except (ValueError, TypeError, KeyError, RecursionError, zlib.error, binascii.Error):
            return None
        is_whole = unpacking.eof and not left and version == _VERSION and len(facts) <= _MOST_FACTS
        return made if is_whole and made._is_sound() else None

    def _is_sound(self) -> bool:
        words = (self.origin, *(w for f in self.facts for w in (f.name, f.text, f.kind)))
        digests = (sentence.digest for sentence in self.sentences)
        lines = (sentence.line for sentence in self.sentences)
        return all(isinstance(w, str) for w in (*words, *digests)) and all(
            type(line) is int for line in lines
        )


def _sentence(data: bytes, count: int, number: int) -> BaseSentence:
    """A sentence out of all digests, which are followed by all lines."""
    width = _DIGITS // 2
    at = count * width + number * 4
    return BaseSentence(
        data[number * width : (number + 1) * width].hex(), int.from_bytes(data[at : at + 4], "big")
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
