"""Figures in a text that name something and count nothing: papers, articles, addresses, times.

Each reader begins exactly at a place and gives a `Figure` or None. Citations are read in the form
of Aanwijzing 3.43 voor de regelgeving and in those that people write instead: `Kamerstuk 28 741,
nr. 106`, `Staatscourant 2024, nr. 12052`.
"""

import re
from collections.abc import Callable

from pmg_docs.dutch.citations import is_session
from pmg_docs.dutch.figure import Figure, FigureKind
from pmg_docs.dutch.numeral_at import GAP, SPACE
from pmg_docs.model.value import GazetteNotice, ParliamentaryPaper

_FILE = (
    r"(?P<file>[0-9]{2}[ .\u00a0\u202f]?[0-9]{3})"
    r"(?P<letters>[ -](?:[IVXLC]{1,6}|\(?R[0-9]{3,4}\)?))?"
)
_PAPER = re.compile(
    rf"(?:(?P<word>Kamerst(?:ukken|uk|\.)|Handelingen|TK|EK)(?:{SPACE}(?P<chamber>II?)(?!\w))?"
    rf",?{SPACE}(?:nr\.{SPACE})?(?:(?P<session>[0-9]{{4}}[/–-][0-9]{{2,4}}),?{SPACE})?)?"
    rf"{_FILE}(?:,{SPACE}|{SPACE})(?:nr\.?|nummer){GAP}(?P<number>[0-9]{{1,4}}|[A-Z]{{1,3}}(?!\w))"
    rf"|Kamerst(?:ukken"
    rf"|uk){SPACE}(?P<file2>[0-9]{{2}} ?[0-9]{{3}})[-,]{GAP}(?P<number2>[0-9]{{1,4}})(?!\w)"
    rf"|Kamerst(?:ukken|uk){SPACE}(?P<first>I){SPACE}(?P<session1>[0-9]{{4}}/[0-9]{{2}}),{SPACE}"
    rf"(?P<file1>[0-9]{{2}} ?[0-9]{{3}})(?P<letters1> [IVXLC]{{1,6}})?,{SPACE}"
    r"(?P<number1>[A-Z]{1,3})(?!\w)"
)
_GAZETTE = re.compile(
    rf"(?P<name>Stcrt|Stb|Trb|Staatscourant|Staatsblad|Tractatenblad|PbEU|PbEG)\.?{SPACE}"
    rf"(?:van{SPACE}|jaargang{SPACE})?(?P<year>[0-9]{{4}})(?:,{GAP}|{SPACE})(?:(?:nr\.?|nummer){GAP})?(?:[LC]{SPACE})?(?P<number>[0-9]{{1,6}})"
)
_ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"’”)]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}")
_PHONE = re.compile(
    r"(?![0-3]?[0-9]-[01]?[0-9]-[12][0-9]{3})(?:\+31[ -]?(?:\(0\) ?)?"
    r"|\(?0)[1-9][0-9]{0,2}\)?[ -]?[0-9](?:[ -]?[0-9]){5,8}(?![\w-])"
    r"|0[89]00[ -]?[0-9]{4}(?![\w-])"
)
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)")
_BANK = re.compile(r"[A-Z]{2}[0-9]{2} ?[A-Z]{4} ?(?:[0-9] ?){9}[0-9](?!\w)")
_TIME = re.compile(
    rf"(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9](?={SPACE}uur(?!\w))|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?![\w:])"
    rf"|(?:[01]?[0-9]|2[0-4])(?={SPACE}uur{SPACE}(?:’s|'s|in de|precies))"
)
_SCORE = re.compile(r"[0-9]{1,2}-[0-9]{1,2}(?![\w-])(?! ?(?:jaar|jarige|euro|%))")
_SLASHED = re.compile(
    r"(?:[0-9]{4}/[0-9]{2,4}|[0-9]{2}/[0-9]{1,2})(?![\w/])|(?<=jaren [’'])[0-9]{2}(?!\w)"
)
_CODE = re.compile(
    r"(?=[A-Za-z0-9./-]{0,40}[0-9])(?=[0-9./-]{0,40}[A-Za-z-]|[0-9]{7})"
    r"[A-Za-z0-9]{1,30}(?:[-/][A-Za-z0-9]{1,20}){0,6}(?![\w-])"
)
_CODE_DIGITS = 5
_NUMBER_OF = re.compile(r"[0-9]{1,12}(?:[.:-][0-9]{1,6}){0,5}[a-z]{0,2}(?!\w)\.?(?=\W|$)")
_LIST_NUMBER = re.compile(
    r"\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)](?=\s)|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s)"
)
_DOTTED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}(?![0-9])")
_UNIT_AFTER = re.compile(
    rf"{GAP}(?:%|procent|euro|miljoen|miljard|mln|mld|ton|uur|,)(?!\w)", re.IGNORECASE
)
_LABELS = frozenset(
    re.findall(
        r"\S+",
        """
    hoofdstuk hoofdstukken paragraaf paragrafen bladzijde bladzijden blz pagina pagina’s tabel
    figuur bijlage bijlagen deel stap punt noot voetnoot lijn bus perron spoor zaal kamer
    versie fase groep klas route nummer nr no onderdeel vraag regel kolom alinea rij categorie
    halte snelweg afrit vlucht optie scenario
""",
    )
)
_ARTICLES = frozenset({"artikel", "artikelen", "art", "lid", "leden"})
_NUMBERED = frozenset(
    re.findall(
        r"\S+",
        """
    kenmerk kenmerken zaaknummer dossiernummer registratienummer referentie referentienummer
    briefnummer documentnummer polisnummer artikelnummer bestelnummer ordernummer
""",
    )
)
_STREET = re.compile(
    r"(?:straat|markt|laan|weg|plein|kade|gracht|dijk|singel|hof|pad|steeg|plantsoen|dreef|postbus)$"
)
_POSTCODE_NEXT = re.compile(r",? ?[1-9][0-9]{3} ?[A-Z]{2}")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’']{0,40})\.?[ \u00a0\u202f\n]{1,3}(?:nr\.? )?$")
_ENUMERATED = re.compile(
    r"(?P<word>[^\W\d_]{3,20})\.?[ \u00a0][0-9a-z.:]{1,9}(?:,? (?:en|of|tot en met) )$"
)


_ENUMERATES = (" en ", " of ", " met ")
_SPACES = frozenset(" \u00a0\u202f\n")


def _last_two_words(before: str) -> int:
    """Where the last two words begin, so that a word is not sought from the start."""
    *_, last = before.split() or [""]
    end = before.rfind(last)
    words = before[:end].rsplit(maxsplit=1)
    return before.rfind(words[-1], 0, end) if words else 0


def reference_at(text: str, start: int) -> Figure | None:
    """Read a figure that names something and begins exactly at a place, or None."""
    readers = _READERS_OF_WORDS if text[start : start + 1].isalpha() else _READERS
    for read in readers:
        if found := read(text, start):
            return found
    return None


def _paper(text: str, start: int) -> Figure | None:
    match = _PAPER.match(text, start)
    if match is None:
        return None
    file = re.sub(r"[ .\u00a0\u202f]", "", match["file"] or match["file1"] or match["file2"])
    letters = (match["letters"] or match["letters1"] or "").replace("-", " ")
    session = _session(match["session"] or match["session1"] or "")
    chamber = (
        match["chamber"] or match["first"] or {"TK": "II", "EK": "I"}.get(match["word"] or "", "")
    )
    number = match["number"] or match["number1"] or match["number2"]
    paper = ParliamentaryPaper(chamber, session, file + letters, number)
    return Figure(
        FigureKind.KAMERSTUK, match[0], start, match.end(), paper,
        is_suspicious=bool(session) and not is_session(session),
    )  # fmt: skip


def _session(written: str) -> str:
    """A session year in its one form: `2022-2023` is `2022/23`."""
    first, _, last = re.sub(r"[–-]", "/", written).partition("/")
    return f"{first}/{last[-2:]}" if last else ""


def _gazette(text: str, start: int) -> Figure | None:
    match = _GAZETTE.match(text, start)
    if match is None:
        return None
    is_law = match["name"] in ("Stb", "Staatsblad")
    is_dutch = is_law or match["name"] in ("Stcrt", "Staatscourant")
    notice = GazetteNotice(int(match["year"]), match["number"], is_law) if is_dutch else None
    return Figure(FigureKind.VINDPLAATS, match[0], start, match.end(), notice)


def _plain(kind: FigureKind, pattern: re.Pattern[str]) -> Callable[[str, int], Figure | None]:
    def read(text: str, start: int) -> Figure | None:
        match = pattern.match(text, start)
        return Figure(kind, match[0], start, match.end()) if match else None

    return read


def _numbered(text: str, start: int) -> Figure | None:
    """What stands after a word such as `artikel`, `bladzijde` or `kenmerk`, or in a street."""
    before = text[max(0, start - 60) : start]
    match = _NUMBER_OF.match(text, start)
    if match is None or before[-1:] not in _SPACES:
        return None
    is_enumerated = before.endswith(_ENUMERATES)
    for found in (
        _WORD_BEFORE.search(before, _last_two_words(before)),
        _ENUMERATED.search(before) if is_enumerated else None,
    ):
        kind = (
            _kind_after(
                found["word"], text[match.end() : match.end() + 9], len(match[0].rstrip("."))
            )
            if found
            else None
        )
        if found and kind:
            return _after_word(text, match, found["word"].lower(), kind)
    return None


def _after_word(text: str, match: re.Match[str], word: str, kind: FigureKind) -> Figure | None:
    start = match.start()
    written = match[0].rstrip(".")
    end = start + len(written)
    if kind is FigureKind.KENMERK and (code := _CODE.match(text, start)) and code.end() > end:
        # `kenmerk 4087651-1079234-VGP` goes on behind the digits.
        written, end = code[0], code.end()
    if kind is not FigureKind.KENMERK and _counts(text, end, word):
        return None
    return Figure(kind, written, start, end, noun=word)


def _kind_after(written: str, following: str, number: int) -> FigureKind | None:
    word = written.lower()
    if word in _NUMBERED:
        return FigureKind.KENMERK
    if word in _ARTICLES:
        return FigureKind.ARTIKEL
    if word in ("nummer", "nr", "no") and number >= _CODE_DIGITS:
        return FigureKind.KENMERK
    if word in _LABELS:
        return FigureKind.NUMMERING
    if word == "jaren" or not written[:1].isupper() or len(word) < 5:
        return None
    is_street = _STREET.search(word) or _POSTCODE_NEXT.match(following)
    return FigureKind.ADRES if is_street else None


_COUNTED_AFTER = re.compile(
    rf"{SPACE}(?:gemeenten|miljoen|miljard|euro|jaar|procent|mensen|jongeren|leden)(?!\w)|%|[.][0-9]{{3}}"
)


def _counts(text: str, end: int, word: str) -> bool:
    return word in ("lid", "leden", "deel", "punt", "groep", "lijn", "bus", "kamer") and bool(
        _COUNTED_AFTER.match(text, end)
    )


def _code(text: str, start: int) -> Figure | None:
    """A kenmerk by its looks: many digits in a row, or letters, digits and hyphens mixed."""
    match = _CODE.match(text, start)
    if match is None:
        return None
    code = match[0]
    digits = sum(letter.isdigit() for letter in code)
    has_letters = any(letter.isalpha() for letter in code)
    if digits >= _CODE_DIGITS:
        return Figure(FigureKind.KENMERK, code, start, match.end())
    if has_letters and code[0].isalpha():
        return Figure(FigureKind.NAAM, code, start, match.end())
    return None


def _list_number(text: str, start: int) -> Figure | None:
    line_start = text.rfind("\n", max(0, start - 12), start) + 1 if start else 0
    at_start = (line_start > 0 or start <= 12) and not text[line_start:start].strip(" \t#*-|>")
    match = _LIST_NUMBER.match(text, start) if at_start else None
    if match is None or _UNIT_AFTER.match(text, match.end()):
        return None
    return Figure(FigureKind.NUMMERING, match[0], start, match.end())


def _dotted(text: str, start: int) -> Figure | None:
    match = _DOTTED.match(text, start)
    if match is None or _UNIT_AFTER.match(text, match.end()):
        return None
    if text[max(0, start - 2) : start].strip() in ("€", "$"):
        return None
    return Figure(FigureKind.NUMMERING, match[0], start, match.end())


_READERS: tuple[Callable[[str, int], Figure | None], ...] = (
    _plain(FigureKind.WEBADRES, _WEB),
    _paper,
    _gazette,
    _plain(FigureKind.VINDPLAATS, _ECLI),
    _plain(FigureKind.TELEFOON, _PHONE),
    _plain(FigureKind.KENMERK, _BANK),
    _plain(FigureKind.TIJD, _TIME),
    _list_number,
    _numbered,
    _plain(FigureKind.ADRES, _POSTCODE),
    _plain(FigureKind.NAAM, _SLASHED),
)
"""What is tried before any quantity."""
_READERS_OF_WORDS = (
    _plain(FigureKind.WEBADRES, _WEB),
    _paper,
    _gazette,
    _plain(FigureKind.VINDPLAATS, _ECLI),
    _plain(FigureKind.KENMERK, _BANK),
)
"""Those of them that can begin with a letter, in the same order."""


def code_at(text: str, start: int) -> Figure | None:
    """Read what can only be a code, once it has proved to be no quantity or date."""
    for read in (_plain(FigureKind.UITSLAG, _SCORE), _dotted, _code):
        if found := read(text, start):
            return found
    return None
