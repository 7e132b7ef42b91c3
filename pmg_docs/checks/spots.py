"""Where a passage stands in a file, in the words in which an officer looks it up."""

from pmg_docs.model.passage import Part, Passage, Shape

_LONGEST = 60


def spot_of(passage: Passage, number: int = 0) -> str:
    """Where a passage stands, in Dutch: `alinea 3, onder ‘2. Kernpunten’`.

    Args:
        passage: of any file.
        number: which of the headings or other passages of its part it is, from 1, told when
            nothing else says where it stands; 0 when that is not known.
    """
    told = [passage.place or (passage.part if passage.part is not Part.BODY else "")]
    if number and not (told[0] or passage.page or passage.line):
        told = [f"{'kop' if passage.shape is Shape.HEADING else 'alinea'} {number}"]
    told += [f"regel {passage.line}"] if passage.line else []
    told += [f"bladzijde {passage.page}"] if passage.page else []
    where = ", ".join(part for part in dict.fromkeys(told) if part)
    return f"{where}, onder ‘{_short(passage.section)}’" if passage.section else where


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
