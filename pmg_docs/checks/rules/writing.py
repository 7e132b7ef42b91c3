"""Slips of the pen that a spelling checker lets through.

Sources: the writing advice of the Rijk (explain an abbreviation at its first use); the rules of
typography (’ and “ ” or ‘ ’, never straight ones in print); Aanwijzing 93 voor de regelgeving, in
the text of 2017, for capitals: practice differs, and one form in a document is what counts.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.prose import is_cited, is_heading, is_typed
from pmg_docs.checks.subject import Subject, Written, warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage

CODES = frozenset({"PMG292", "PMG293", "PMG294", "PMG296"})

_STRAIGHT = re.compile("[\"']")
_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]+) (\1)(?![\w’'-])", re.IGNORECASE)
_SHORT = frozenset({
    "de", "een", "van", "en", "op", "te", "met", "voor", "aan", "in", "om", "bij", "tot",
    "naar", "uit", "als", "of", "ook", "ik", "wij", "we", "u",
})  # fmt: skip
"""Short words that are never meant twice; `dat dat`, `die die` and `het het` may be Dutch."""
_MEANT = frozenset({
    "zijn", "waren", "hebben", "hadden", "worden", "werden", "kunnen", "willen", "zullen", "heel",
    "zeer", "veel", "lang", "door", "over", "achter", "onder",
})  # fmt: skip
_ABBREVIATION = re.compile(r"(?<![\w/.’'-])[A-Z]{3,6}(?![\w/’'-])")
_ROMAN = re.compile(r"[IVXLC]+")
_KNOWN = frozenset({
    "AIVD", "MIVD", "NCTV", "AOW", "ANW", "WIA", "WAO", "BTW", "BSN", "CAO", "CBS", "CPB",
    "SCP", "PBL", "KNMI", "RIVM", "UWV", "SVB", "IND", "COA", "DJI", "CJIB", "RVO", "NVWA",
    "ACM", "AFM", "DNB", "KVK", "VNG", "IPO", "GGD", "GGZ", "MBO", "HBO", "VMBO", "HAVO",
    "VWO", "ICT", "USB", "PDF", "NAVO", "OESO", "BBP", "NOS", "ANP", "NPO", "BZK", "VWS",
    "SZW", "OCW", "LNV", "LVVN", "IENW", "NWO", "KNAW", "TNO", "HIV", "AIDS", "COVID", "AVG",
    "WOO", "WOB", "WMO", "AWB", "NAW", "SMS", "TODO", "TBD", "XXX",
})  # fmt: skip
"""What readers know better than what it stands for, and what is no abbreviation."""
_CAPITAL = re.compile(r"\b([Kk])(amer(?:brief|brieven|stuk|stukken|leden|lid))\b")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Straight quotation marks, doubled words, unexplained abbreviations, two ways of a word."""
    for letter in subject.letters:
        yield from _abbreviations(letter)
        yield from slips(letter)


def slips(letter: Written) -> Iterator[Diagnostic]:
    """Straight quotation marks, two ways of a word, doubled words."""
    yield from _straight(letter)
    yield from _capitals(letter)
    for passage in letter.passages:
        yield from _doubled(letter, passage)


def _straight(letter: Written) -> Iterator[Diagnostic]:
    """One finding a letter: who types one types them all."""
    found = [
        (passage, mark)
        for passage in letter.passages
        for mark in _STRAIGHT.finditer(passage.text)
        if is_typed(passage, *mark.span())
    ]
    if found:
        passage, mark = found[0]
        count = f", en nog {len(found) - 1} keer" if len(found) > 1 else ""
        yield warn(
            "PMG292", f"Hier staat een recht aanhalingsteken of apostrof{count}.",
            letter.at(passage, mark.start(), mark[0]), "Gebruik ’ en ‘…’ of “…”.",
        )  # fmt: skip


def _doubled(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    """`de de`; also where a fact brings the second one along."""
    for found in _TWICE.finditer(passage.text):
        word = found[1].lower()
        is_name = found[1][:1].isupper() and found[2][:1].isupper()
        is_slip = word in _SHORT or (len(word) > 3 and word not in _MEANT)
        typed = any(is_typed(passage, *found.span(n)) for n in (1, 2))
        if is_slip and typed and not is_name:
            yield warn(
                "PMG293", f"Hier staat {found[0]}.",
                letter.at(passage, found.start(1 if is_typed(passage, *found.span(1)) else 2),
                          found[0]),
                "Haal een van beide weg.",
            )  # fmt: skip


def _abbreviations(letter: Written) -> Iterator[Diagnostic]:
    """The first use of each abbreviation that has no explanation there or before."""
    told: set[str] = set()
    before = ""
    for passage in letter.passages:
        for found in _ABBREVIATION.finditer(passage.text):
            short = found[0]
            if short in told or short in _KNOWN or _ROMAN.fullmatch(short):
                continue
            told.add(short)
            said = before + passage.text[: found.end() + 2]
            is_explained = f"({short})" in said or passage.text.startswith(" (", found.end())
            is_shouted = is_heading(passage) or _is_shouted(passage.text, *found.span())
            if not (is_explained or is_shouted) and is_typed(passage, *found.span()):
                yield warn(
                    "PMG294", f"De afkorting {short} is hier nog niet uitgelegd.",
                    letter.at(passage, found.start(), short),
                    f"Schrijf de eerste keer: de volle naam ({short}).",
                )  # fmt: skip
        before += passage.text + "\n"


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word next to it is in capitals as well: then somebody raises his voice."""
    around = (*text[max(0, start - 40) : start].split()[-1:], *text[end : end + 40].split()[:1])
    return any(word.isupper() and len(word) > 2 and word not in _KNOWN for word in around)


def _capitals(letter: Written) -> Iterator[Diagnostic]:
    """Kamerbrief and kamerbrief in one document; the first word of a sentence has no choice."""
    seen: dict[str, str] = {}
    for passage in letter.passages:
        for found in _CAPITAL.finditer(passage.text):
            before = passage.text[max(0, found.start() - 3) : found.start()].rstrip()
            opens = not before or before[-1] in ".!?:«“‘"
            if opens or not is_typed(passage, *found.span()) or is_cited(passage, found.start()):
                continue
            is_citation = re.match(
                r"(?: I{1,2})?(?: \d{4}/)?[ \d]", passage.text[found.end() : found.end() + 12]
            )
            if found[2].startswith("amerstuk") and is_citation:
                continue
            first = seen.setdefault("Kamer", found[1])
            if first != found[1] and "told" not in seen:
                seen["told"] = found[0]
                other = ("k" if found[1] == "K" else "K") + found[2]
                yield warn(
                    "PMG296", f"Hier staat {found[0]}, en eerder met een "
                    f"{'kleine letter' if found[1] == 'K' else 'hoofdletter'}.",
                    letter.at(passage, found.start(), found[0]), f"Schrijf overal {other}.",
                )  # fmt: skip
