"""Whether a file in a bundle is the letter that the bundle says it is, by what the file says.

Somebody who swaps a file can mend its checksums; what the file says of itself stays behind.
"""

from collections.abc import Iterator, Sequence

from pmg_docs.model.bundled import CARRIED, BundledFile, BundledLetter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.model.printable import printable
from pmg_docs.model.seal import FINAL
from pmg_docs.model.words import FileIdentity, FileWords, split_words

KENMERK, DAY, STATUS, FINGERPRINT = "kenmerk", "datum", "status", "vingerafdruk"


def borne(letter: BundledLetter, told: Sequence[FileIdentity], words: FileWords) -> tuple[str, ...]:
    """What a file says of its letter, wherever it can say it.

    Args:
        letter: the letter that it is.
        told: what a reader found in its properties.
        words: its words.
    """
    others = {name for name, *_ in _differences(letter, told, words)}
    had = {KENMERK: letter.kenmerk, DAY: letter.day, STATUS: FINAL, FINGERPRINT: letter.digest}
    return tuple(name for name, value in had.items() if value and name not in others)


def prove_bundled(
    letter: BundledLetter, file: BundledFile, told: Sequence[FileIdentity], words: FileWords
) -> tuple[Diagnostic, ...]:
    """Hold a file against what the bundle says of its letter.

    Args:
        letter: the letter that it must be.
        file: the file, which says what it bears.
        told: what a reader found in its properties.
        words: its words.

    Returns:
        PMG532 for each that is another.
    """
    return tuple(
        _finding(file, *difference)
        for difference in _differences(letter, told, words)
        if difference[0] in file.bears
    )


def _differences(
    letter: BundledLetter, told: Sequence[FileIdentity], words: FileWords
) -> Iterator[tuple[str, str, str, str]]:
    """What is other than that of the letter: its name, what is wanted, what it says and where."""
    for one in told:
        where = f"de eigenschappen ({one.told_in})"
        keywords = _on_one_line(one.keywords or "")
        has_kenmerk = keywords == letter.kenmerk or keywords.endswith(f", {letter.kenmerk}")
        if one.keywords is not None and not has_kenmerk:
            yield KENMERK, letter.kenmerk, keywords, where
        for name, wanted, says in (
            (DAY, letter.day, one.day),
            # What went out says so for good, whatever its letter says by now.
            (STATUS, FINAL, one.status),
            (FINGERPRINT, letter.digest, one.fingerprint),
        ):
            if says is not None and says != wanted:
                yield name, wanted, _on_one_line(says), where
    if not _shows(words, split_words(letter.kenmerk)):
        yield KENMERK, letter.kenmerk, "", "het stuk zelf"


def _on_one_line(text: str) -> str:
    return " ".join(printable(text, " ").split())


def _shows(found: FileWords, wanted: tuple[str, ...]) -> bool:
    """Whether words stand behind each other on a page, or in the text or the frame of one."""
    # On a page that is laid out already, a line may end anywhere in them.
    if any("".join(wanted) in "".join(page) for page in found.pages):
        return True
    return any(
        stream[at : at + len(wanted)] == wanted
        for stream in (found.body, *found.first, *found.follow_on)
        for at in range(len(stream) - len(wanted) + 1)
    )


def _finding(file: BundledFile, name: str, wanted: str, says: str, where: str) -> Diagnostic:
    says = f"‘{says}’" if says else "niets" if where != "het stuk zelf" else "dat niet"
    return Diagnostic(
        "PMG532",
        f"{file.name} is een ander stuk dan de bundel zegt: "
        f"bij '{name}' hoort ‘{wanted}’, en in {where} staat {says}.",
        Place(CARRIED + file.name, 0),
        hints=("Het is verwisseld of veranderd. Vraag de bundel opnieuw aan wie haar maakte.",),
    )
