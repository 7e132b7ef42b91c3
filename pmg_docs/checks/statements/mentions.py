"""Where a sentence mentions a person by office or name: `minister F.M. Weerwind voor …`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.surroundings import FUNCTION_WORDS

# In a PDF the lines of an address run on: `Minister van Financiën Minister van Defensie`.
_CAP = (
    r"(?!(?:Minister|Staatssecretaris|Premier|MINISTER|STAATSSECRETARIS)\b)"
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+"
)
# A name never runs on to the next line: there the next signatory or addressee begins.
_S = r"[ \u00a0]+"
_INITIALS = rf"(?:(?:mr|drs?|ir|ing|prof)\.{_S}){{0,2}}(?:(?:[A-Z]\.[ \u00a0]?){{1,4}})?"
_LETTERS = r"(?:[A-Z]\.[ \u00a0]?){1,4}"
_TITLE = (
    r"(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris|[Pp]remier|[Mm]inisters"
    r"|MINISTER-PRESIDENT|MINISTER|STAATSSECRETARIS|PREMIER)"
)
_JOINT = rf"(?:,{_S}|{_S}(?:en|EN|&){_S}|{_S})"
_AREA = rf"(?P<prep>van|voor|VAN|VOOR){_S}(?P<area>{_CAP}(?:{_JOINT}{_CAP}){{0,5}})"
_PARTICLE = r"(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]e[nr]|[Ee]l|Al|Ben|La|Le|[’'‘]t)"
_NAME = rf"{_INITIALS}(?:{_CAP}{_S}){{0,2}}?(?:{_PARTICLE}{_S}){{0,2}}{_CAP}"
_NO_NAMES = FUNCTION_WORDS | {"de", "het", "een", "ook", "onze", "volgens", "aldus", "mede"}
_TITLES = ("inister", "taatssecretaris", "remier", "MINISTER", "STAATSSECRETARIS", "PREMIER")
_WITHOUT_TITLE = re.compile(rf"\b(?P<name>{_CAP}(?:-{_CAP})?){_S}{_AREA}")
_FORMS = (
    re.compile(rf"\b(?P<title>{_TITLE}){_S}(?P<name>{_NAME}){_S}{_AREA}"),
    re.compile(
        rf"\b(?P<title>{_TITLE}){_S}{_AREA}(?:{_S})?,?{_S}"
        rf"(?P<name>(?:{_LETTERS}(?:{_PARTICLE}{_S}){{1,2}}|{_INITIALS}(?:{_CAP}{_S})?){_CAP})(?!\w|{_S}(?:en|&){_S}[A-Z])"
    ),
    re.compile(
        rf"\b(?P<name>{_NAME})(?:{_S}\(|,?{_S})(?:de{_S}|demissionair{_S})*"
        rf"(?:(?<=,[ \u00a0])|(?=[a-z]))(?P<title>{_TITLE}){_S}{_AREA}"
    ),
    re.compile(rf"\b(?P<title>{_TITLE}){_S}{_AREA}"),
    _WITHOUT_TITLE,
    re.compile(rf"\b(?P<title>{_TITLE}){_S}(?P<name>{_NAME})"),
)
_OF_TWO = re.compile(rf"(?:{_S}{_CAP})?,?{_S}(?:en|&){_S}(?P<name>{_NAME})(?:{_S}{_AREA})?")
"""Behind the first of `de ministers X en Y`."""
_INITIALS_BEFORE = re.compile(
    r"(?<!\w)(?P<initials>(?:[A-Z]\.[ \u00a0]?){1,4})(?:[a-z’']{1,4} ){0,2}$"
)
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Mention:
    """Words that mention somebody: title (in small letters), name, and `van` or `voor` an area."""

    text: str
    start: int
    end: int
    title: str = ""
    name: str = ""
    preposition: str = ""
    area: str = ""


def mentions_in(text: str, surnames: tuple[str, ...]) -> list[Mention]:
    """Everybody whom a text mentions by title or area, or by one of some surnames (folded)."""
    found: list[Mention] = []
    has_title = any(title in text for title in _TITLES)
    for form in _FORMS if has_title else (_WITHOUT_TITLE,):
        for match in form.finditer(text):
            if not _is_taken(found, match.start(), match.end()):
                found.append(_mention(match))
    found += list(_second_of_two(text, found))
    found += [m for m in _bare_surnames(text, surnames) if not _is_taken(found, m.start, m.end)]
    return sorted(found, key=lambda m: m.start)


def initials_of(text: str, mention: Mention) -> str:
    """The initials in or directly before a mention, capitals only: `FM`; empty without any."""
    own = re.match(r"(?:[a-z]{2,4}\.[ \u00a0]){0,2}(?:[A-Z]\.[ \u00a0]?)+", mention.name)
    if own is None and not mention.title:
        before = _INITIALS_BEFORE.search(text[max(0, mention.start - 24) : mention.start])
        return re.sub(r"[^A-Z]", "", before["initials"]) if before else ""
    return re.sub(r"[^A-Z]", "", own[0]) if own else ""


def _second_of_two(text: str, found: list[Mention]) -> Iterator[Mention]:
    """The other minister of `de ministers X en Y`, who shares the title."""
    for first in found:
        second = _OF_TWO.match(text, first.end) if first.title == "ministers" else None
        if second and not _is_taken(found, *second.span("name")):
            one = _mention(second)
            start = second.start("name")
            yield Mention(
                text[start : one.end], start, one.end, first.title, one.name, one.preposition,
                one.area,
            )  # fmt: skip


def _mention(match: re.Match[str]) -> Mention:
    groups = match.groupdict()
    name = groups.get("name") or ""
    return Mention(
        match[0], match.start(), match.end(), (groups.get("title") or "").lower(),
        "" if name.lower() in _NO_NAMES else name,
        (groups.get("prep") or "").lower(), groups.get("area") or "",
    )  # fmt: skip


def _is_taken(found: list[Mention], start: int, end: int) -> bool:
    return any(start < m.end and m.start < end for m in found)


def _bare_surnames(text: str, surnames: tuple[str, ...]) -> Iterator[Mention]:
    folded = fold_name(text)
    sought = {name for name in surnames if name in folded}
    for match in _WORD.finditer(text) if sought else ():
        if match[0][:1].isupper() and fold_name(match[0]) in sought:
            yield Mention(match[0], match.start(), match.end(), name=match[0])
