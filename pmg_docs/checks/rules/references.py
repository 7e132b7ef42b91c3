"""Citations that somebody typed: their form, and whether the dossier knows what is cited.

Source: Aanwijzing 3.43 voor de regelgeving: `Kamerstukken II 2022/23, 28741, nr. 106`, the number
of the file without a space, and for the Eerste Kamer a letter: `Kamerstukken I 2008/09, 31700 VI,
D`.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.prose import is_typed
from pmg_docs.checks.subject import Subject, SubjectLetter, warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import GazetteNotice, ParliamentaryPaper, Reference, TextValue

CODES = frozenset({"PMG280", "PMG295"})

_PAPER = re.compile(
    r"\bKamerstuk(?P<plural>ken)?(?P<chamber> I{1,2})?(?P<session> \d{4}[/-]\d{2,4})?,?"
    r" (?P<file>\d{2}[ .]?\d{3})(?: (?P<part>[IVX]+))?,"
    r" (?:(?P<nr>[Nn]rs?\.?) ?)?(?P<number>\d+|[A-Z]{1,2})\b"
)
_GAZETTE = re.compile(
    r"\b(?P<name>Stcrt\.?|Stb\.?|Staatscourant|Staatsblad) (?P<year>\d{4}),? (?:nr\.? ?)?"
    r"(?P<number>\d+)\b"
)
_KENMERK = re.compile(r"\bkenmerk:? (?P<number>[A-Za-z]*[/.-]?\d[\w/.-]{3,}\w)")
_GAZETTES = {"Stcrt": "Stcrt.", "Staatscourant": "Stcrt.", "Stb": "Stb.", "Staatsblad": "Stb."}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Typed citations in another form, or of something that the dossier does not know."""
    papers, notices = _known(subject.facts)
    numbers = _kenmerken(subject)
    for letter in subject.letters:
        for passage in letter.passages:
            yield from _papers(letter, passage, papers)
            yield from _notices(letter, passage, notices)
            for found in _typed(_KENMERK, passage):
                if not any(found["number"] in known for known in numbers):
                    yield _unknown(
                        letter, passage, found.start("number"),
                        f"kenmerk {found['number']}", found["number"],
                    )  # fmt: skip


def _typed(pattern: re.Pattern[str], passage: Passage) -> Iterator[re.Match[str]]:
    for found in pattern.finditer(passage.text):
        if is_typed(passage, found.start(), found.end()):
            yield found


def _known(facts: FactSet) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """The Kamerstukken by file and number, and the gazettes by name, year and number."""
    papers: set[tuple[str, str]] = set()
    notices: set[tuple[str, str, str]] = set()
    texts = [source.found_at for source in facts.sources.values()]
    for fact in facts:
        match fact.value:
            case ParliamentaryPaper():
                papers.add((fact.value.file.split(" ")[0], fact.value.number))
            case GazetteNotice():
                name = "Stb." if fact.value.is_law else "Stcrt."
                notices.add((name, str(fact.value.year), fact.value.number))
            case Reference():
                texts.append(fact.value.found_at)
                if fact.value.paper is not None:
                    papers.add((fact.value.paper.file.split(" ")[0], fact.value.paper.number))
            case TextValue():
                texts.append(fact.value.text)
    for text in texts:
        papers |= {(_digits(m["file"]), m["number"]) for m in _PAPER.finditer(text)}
        notices |= {_notice(m) for m in _GAZETTE.finditer(text)}
    return papers, notices


def _digits(file: str) -> str:
    return file.replace(" ", "").replace(".", "")


def _notice(found: re.Match[str]) -> tuple[str, str, str]:
    return _GAZETTES[found["name"].rstrip(".")], found["year"], found["number"]


def _kenmerken(subject: Subject) -> tuple[str, ...]:
    """Every text in which a kenmerk of the dossier may stand."""
    texts = [source.found_at for source in subject.facts.sources.values()]
    for fact in subject.facts:
        if isinstance(fact.value, TextValue):
            texts.append(fact.value.text)
        elif isinstance(fact.value, Reference):
            texts.extend((fact.value.kenmerk, fact.value.found_at))
    for letter in subject.letters:
        for key in ("kenmerk", "uw_kenmerk"):
            texts.extend(line.text for line in letter.head.get(key, ()))
    return tuple(texts)


def _papers(
    letter: SubjectLetter, passage: Passage, known: set[tuple[str, str]]
) -> Iterator[Diagnostic]:
    for found in _typed(_PAPER, passage):
        file, number = _digits(found["file"]), found["number"]
        if (file, number) not in known:
            others = sorted(n for f, n in known if f == file)
            hint = f"Van {file} kennen de feiten nr. {', '.join(others)}." if others else ""
            yield _unknown(letter, passage, found.start(), found[0], "Kamerstuk", hint)
        form = _normative(found)
        if form and found[0] != form:
            yield warn(
                "PMG295", f"Deze verwijzing hoort zo: {form} (Aanwijzing 3.43).",
                letter.at(passage, found.start(), found[0]),
                "Met een feit met kamerstuk schrijft pmg haar zelf zo.",
            )  # fmt: skip


def _normative(found: re.Match[str]) -> str:
    """The citation as the Aanwijzingen have it; empty when it is the short form of Kamerstukken.

    `Kamerstuk 28 741, nr. 109`, without Chamber and year, is how those refer to one another.
    """
    if not found["session"] and not found["chamber"]:
        return ""
    file = _digits(found["file"]) + (f" {found['part']}" if found["part"] else "")
    number = f"nr. {found['number']}" if found["number"].isdigit() else found["number"]
    chamber = (found["chamber"] or " …").strip()
    first, _, second = (found["session"] or "").strip().replace("-", "/").partition("/")
    session = f"{first}/{second[-2:]}" if second else "…/…"
    return f"Kamerstukken {chamber} {session}, {file}, {number}"


def _notices(
    letter: SubjectLetter, passage: Passage, known: set[tuple[str, str, str]]
) -> Iterator[Diagnostic]:
    for found in _typed(_GAZETTE, passage):
        notice = _notice(found)
        if notice not in known:
            yield _unknown(letter, passage, found.start(), found[0], found["name"])
        form = f"{notice[0]} {notice[1]}, {notice[2]}"
        if found[0] != form:
            yield warn(
                "PMG295", f"Deze verwijzing hoort zo: {form}.",
                letter.at(passage, found.start(), found[0]),
                "Met een feit met staatscourant of staatsblad schrijft pmg haar zelf zo.",
            )  # fmt: skip


def _unknown(
    letter: SubjectLetter, passage: Passage, start: int, what: str, words: str, hint: str = ""
) -> Diagnostic:
    cure = "Zet het stuk onder bronnen, met zijn vindplaats, of verbeter het nummer."
    return warn(
        "PMG280", f"Dit dossier kent {what} niet.", letter.at(passage, start, words),
        *((hint, cure) if hint else (cure,)),
    )  # fmt: skip
