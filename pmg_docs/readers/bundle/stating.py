"""What a bundle states of the files in it, held against those files."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pmg_docs.model.bundled import (
    CARRIED,
    MANIFEST,
    PAGE,
    TEXT,
    Bundled,
    BundledFile,
    BundledLetter,
    bundled_of,
)
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.readers.bundle.fixity import names_of
from pmg_docs.readers.bundle.opening import shown
from pmg_docs.readers.formats import format_of

_OURS = frozenset({MANIFEST, PAGE, TEXT})
_MOST_ROWS = 2_000
_OFFICIAL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+")
_HINT = "Vraag de bundel opnieuw aan wie haar maakte."


def read_bundled(members: Mapping[str, bytes]) -> Bundled | Diagnostic:
    """What a bundle says that it holds, or the finding for a manifest that cannot be read."""
    data = members.get(CARRIED + MANIFEST, b"")
    try:
        bundled = bundled_of(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return _wrong(MANIFEST, f"{MANIFEST} is er niet, of is niet te lezen.")
    # Who means harm would have us read one file a million times, or look up a million letters.
    if len(bundled.letters) + len(bundled.files) > _MOST_ROWS:
        return _wrong(MANIFEST, f"{MANIFEST} noemt meer stukken dan een bundel kan hebben.")
    counted = Counter(file.name for file in bundled.files)
    if twice := next((name for name, times in counted.items() if times > 1), None):
        return _wrong(MANIFEST, f"{twice} staat meer dan één keer in {MANIFEST}.")
    return bundled


def check_stated(bundled: Bundled, members: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Hold what a bundle states against its files: PMG531 for each difference."""
    return tuple(_differences(bundled, members))


def _differences(bundled: Bundled, members: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    stated = {file.name for file in bundled.files}
    carried = frozenset(names_of(members))
    for name in sorted(carried - stated - _OURS):
        yield _wrong(name, f"{name} staat niet in {MANIFEST}.")
    for name in sorted(_OURS - carried):
        yield _wrong(name, f"{name} is er niet.")
    for letter in bundled.letters:
        for file in letter.files:
            data = members.get(CARRIED + file.name)
            if data is None:
                yield _wrong(file.name, f"{file.name} staat in {MANIFEST}, maar is er niet.")
            else:
                yield from _of_file(letter, file, data)


def _of_file(letter: BundledLetter, file: BundledFile, data: bytes) -> Iterator[Diagnostic]:
    if not _OFFICIAL.fullmatch(file.name) or not file.name.startswith(letter.day):
        yield _wrong(file.name, f"{file.name} is geen naam voor een stuk van {letter.day or '?'}.")
    is_same = (file.size, file.digest) == (len(data), hashlib.sha256(data).hexdigest())
    if not is_same:
        yield _wrong(file.name, f"{MANIFEST} zegt iets anders van {file.name} dan wat er staat.")
    elif not (found := format_of(data, file.ending)) or found != file.format:
        yield _wrong(
            file.name, f"{file.name} is {found or 'niet te lezen'}, en geen {file.format}."
        )


def _wrong(name: str, message: str) -> Diagnostic:
    return Diagnostic("PMG531", shown(message), Place(shown(CARRIED + name), 0), hints=(_HINT,))
