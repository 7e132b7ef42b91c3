"""Numbers of municipalities: which group a number counts, and how many the facts have in it."""

import re
from collections.abc import Iterator

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Count, Knowledge, cues_in, once
from pmg_docs.checks.statements.money import is_other_time
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.figures import Approximation, Figure, FigureKind
from pmg_docs.dutch.numbers import write_number
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.register import municipalities

_TOWNS = frozenset({"gemeenten", "gemeente", "steden", "deelnemers", "plaatsen", "gemeentes"})
_LOOSE = frozenset(
    {
        "",
        "nieuwe",
        "eerdere",
        "andere",
        "overige",
        "extra",
        "bestaande",
        "eerste",
        "oude",
        "huidige",
        "plus",
        "is",
        "maakt",
        "maken",
        "daarvan",
        "begonnen",
        "kwamen",
        "startten",
        "waren",
    }
)
_PART_OF = re.compile(
    r"\s+van\s+(?:de|die|deze)\s+(?:\w+\s)?[\w]+\s+(?:gemeenten|steden)|\s+(?:daarvan|ervan)\b"
)
_FROM = re.compile(r"\bvan\s+(?:de\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:gemeenten\s+)?naar\s", re.IGNORECASE)
_OF_ALL = re.compile(r"\bvan\s+(?:de|alle|die|deze)\s+$", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:later|daarna|overige|andere)\s+(?:nog\s+)?(?:\d+\s?|\w+\s)?gemeenten\b", re.IGNORECASE
)
_TOLD = re.compile(r"\baantal\b|\bworden er\b|\bzijn het er\b", re.IGNORECASE)
_BOUNDS = re.compile(r"\b(?:nog geen|net geen|niet meer dan|niet minder dan)\b", re.IGNORECASE)
_WEAK = frozenset({"eerder", "nieuw", "geheel"})
_WIDE = frozenset(
    {
        Approximation.MINSTENS,
        Approximation.MEER_DAN,
        Approximation.HOOGUIT,
        Approximation.MINDER_DAN,
        Approximation.TIENTALLEN,
    }
)
_STRONG_EARLIER = re.compile(r"\b(?:structure\w+|eerder\w*|bestaande)\b", re.IGNORECASE)


def judge_counts(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every number of municipalities in a sentence."""
    for figure in sentence.figures:
        if figure.kind is not FigureKind.GETAL or not _counts_towns(sentence, figure):
            continue
        if sentence.is_hypothetical or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif _FROM_AMONG.search(sentence.lead(figure.start)) and not _TO.match(
            sentence.text, figure.end
        ):
            yield unknown(figure, "een deel, of gemeenten die iets anders deden")
        elif sentence.has(w.INTEREST, figure.start) or w.RETRACTED_ONLY.occurs_in(
            sentence.around(figure.start)
        ):
            yield unknown(figure, "gemeenten die iets anders deden")
        elif _PART_OF.match(sentence.text, figure.end):
            yield _judge_part(sentence, known, figure)
        else:
            yield _judge(sentence, known, figure)


def _counts_towns(sentence: Sentence, figure: Figure) -> bool:
    if figure.noun in _TOWNS:
        return True
    is_loose = figure.noun in _LOOSE or re.search(r"\ber\s+$", sentence.lead(figure.start))
    return bool(is_loose) and w.RECIPIENTS.occurs_in(f"{sentence.before} {sentence.text}")


def _judge_part(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    """A part of the municipalities: right when it is a group that the sentence names."""
    cues = named_cues(sentence.text[figure.end :], known)
    groups = [c for c in known.counts if c.noun == "gemeenten" and c.cues & cues]
    best = _best([c for c in groups if fits(figure, c.number) and "geheel" not in c.cues], cues)
    if best is None:
        return unknown(figure, "een deel waarover de feiten niets zeggen")
    return agrees(figure, best.facts, write_number(best.number), _why(cues), LINKED)


def _judge(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    counts = [c for c in known.counts if c.noun == "gemeenten"]
    cues = _cues(sentence, known, figure)
    fitting = [c for c in counts if fits(figure, c.number) and _is_open_to(c, sentence, known)]
    meant = _meant([c for c in counts if "+" not in c.cues], cues)
    if figure.approximation in _WIDE:
        target = meant or _default(counts, sentence, figure)
        fitting = [c for c in fitting if c == target]
    link = sentence.link(figure.start)
    best = _best(fitting, cues)
    if _is_other_year(known, cues) and not (best and best.cues & cues):
        return unknown(figure, "gaat over een ander jaar dan de feiten")
    if best is not None and not _clashes(best, meant, counts, cues, sentence, figure):
        if link < 1:
            return unknown(figure, "niet te zien dat dit over de feiten gaat")
        return agrees(figure, best.facts, write_number(best.number), _why(cues), link)
    is_told = figure.noun in _TOWNS or _TOLD.search(sentence.text)
    target = meant or (_default(counts, sentence, figure) if is_told else None)
    clause = _BOUNDS.sub("", sentence.around(figure.start))
    has_years = any(cue.isdigit() for c in counts for cue in c.cues)
    is_else = bool(w.NOT.occurs_in(clause) or _OTHERS.search(sentence.text)) or _is_all_of_them(
        figure
    )
    if is_else or (not has_years and is_other_time(sentence, known, figure)):
        return unknown(figure, "gemeenten van wie de feiten niets zeggen")
    if _is_of_part(sentence, figure) and not (meant and meant.cues & cues - _WEAK):
        return unknown(figure, "een deel waarover de feiten niets zeggen")
    if target is None or link < LINKED or not _says_so(sentence, cues):
        return unknown(figure, "niet te zien welke gemeenten dit zijn")
    return contradicts(figure, target.facts, write_number(target.number), _why(cues), link)


_FROM_AMONG = re.compile(
    r"\b(?:wethouders?|burgemeesters?|ambtenaren|raadsleden|jongeren|inwoners|bestuurders|vertegenwoordigers|colleges"
    r"|professionals|agenten|scholen|gasten|mensen|gezinnen)\s+(?:\w+\s+)?(?:uit|van|in)\s+$",
    re.IGNORECASE,
)


def _is_all_of_them(figure: Figure) -> bool:
    """Whether a number is about that of all municipalities of the country."""
    return figure.high is not None and abs(int(figure.high) - len(municipalities())) <= 20


def _is_of_part(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number is said of a part of others: `van de 27 doen er tien mee`."""
    before = sentence.lead(figure.start)
    return re.search(r"\b[Vv]an de \w+ gemeenten\b", before) is not None and before.endswith("er ")


def _says_so(sentence: Sentence, cues: frozenset[str]) -> bool:
    """Whether a sentence says that so many take part, are chosen or receive."""
    text = sentence.text
    families = (w.RECEIVE, w.FAMILIES["start"], w.FAMILIES["keuze"], w.FAMILIES["nieuw"])
    says = any(family.occurs_in(text) for family in families)
    says = says or any(cue.isdigit() for cue in cues)
    return says or sentence.names_programme or sentence.names_subject


def _cues(sentence: Sentence, known: Knowledge, figure: Figure) -> frozenset[str]:
    """What a sentence says of the group that a number counts."""
    text = sentence.text
    if _FROM.search(text[: figure.start]) and _TO.match(text, figure.end):
        return frozenset({"start"})
    if re.search(r"\bnaar\s+$", text[: figure.start]) and re.search(
        r"\bvan\s+\S+(?: gemeenten)? naar\s+$", text[: figure.start]
    ):
        return frozenset({"geheel"})
    if _OF_ALL.search(text[: figure.start]) and figure.noun in _TOWNS and "+" not in text:
        return frozenset({"geheel"})
    if figure.noun not in _TOWNS:
        after = re.split(
            r"[,;.]|\ben de\b|\bmaken\b|\bstaat\b", text[figure.end : figure.end + 45]
        )[0]
        local = named_cues(text[max(0, figure.start - 12) : figure.start] + after, known)
        if local:
            return local
    adjective = re.match(r"\s+(\w+e)\s+(?:gemeenten|steden)", text[figure.end :])
    if adjective and (told := named_cues(adjective[1], known) & {"start", "eerder"}):
        return told
    own = _without_loose(sentence, figure)
    return named_cues(own, known) or named_cues(text, known) or named_cues(sentence.before, known)


def _without_loose(sentence: Sentence, figure: Figure) -> str:
    """The clause without what belongs to the other numbers in it."""
    begin, end = sentence.clause(figure.start)
    clause = list(sentence.text[begin:end])
    for other in sentence.figures:
        is_loose = other.kind is FigureKind.GETAL and other.noun not in _TOWNS
        if is_loose and begin <= other.start < end and other != figure:
            tail = re.match(r"\s+(?:van (?:het )?)?[\w]+", sentence.text[other.end :])
            stop = other.end + (tail.end() if tail else 0)
            clause[other.start - begin : stop - begin] = " " * (min(stop, end) - other.start)
    return "".join(clause)


def named_cues(text: str, known: Knowledge) -> frozenset[str]:
    """The cues of a stretch of text: word families, years, and names that facts spell out."""
    folded = f" {fold_name(text)} "
    named = set()
    for cue, path, head in _spelled(known):
        if path in folded or (head and head in folded):
            named.add(cue)
    return cues_in(text) | frozenset(named)


@once
def _spelled(known: Knowledge) -> list[tuple[str, str, str]]:
    """Of each fact that is a text its cue, its name, and how its words begin when that tells."""
    heads = {path: " ".join(spelled.split()[:2]) for path, spelled in known.spelled.items()}
    return [
        (f"@{path}", f" {path} ", f" {head} " if len(head) > 8 else "")
        for path, head in heads.items()
    ]


def _meant(counts: list[Count], cues: frozenset[str]) -> Count | None:
    """The one count that the cues point at, or None."""
    scored = sorted(
        ((len(c.cues & cues), -i) for i, c in enumerate(counts) if c.cues & cues), reverse=True
    )
    return counts[-scored[0][1]] if scored else None


def _best(fitting: list[Count], cues: frozenset[str]) -> Count | None:
    return max(fitting, key=lambda c: (len(c.cues & cues), not c.is_derived), default=None)


def _is_open_to(count: Count, sentence: Sentence, known: Knowledge) -> bool:
    """Whether a sum of two groups is spoken of: both their cues, or both their numbers, occur."""
    if "+" not in count.cues:
        return True
    cues = named_cues(sentence.text, known)
    has_whole = any(c.cues == {"geheel"} for c in known.counts)
    if not has_whole:
        return True
    parts = [c for c in known.counts if not c.is_derived and set(c.facts) <= set(count.facts)]
    numbers = [f for f in sentence.figures if f.kind is FigureKind.GETAL]
    said = all(any(fits(f, part.number) for f in numbers) for part in parts)
    return said or all(part.cues & cues for part in parts)


def _clashes(
    best: Count, meant: Count | None, counts: list[Count], cues: frozenset[str], sentence: Sentence,
    figure: Figure,
) -> bool:  # fmt: skip
    """Whether the number is right for one group while the sentence speaks of another."""
    if meant is None:
        return _is_of_another(best, counts, cues, sentence, figure)
    if meant == best or "+" in best.cues or meant.number == best.number:
        return False
    shared = meant.cues & cues
    if len(best.cues & cues) >= len(shared) or all(cue.isdigit() for cue in shared):
        return False
    if shared == {"eerder"}:
        is_new = sentence.lead(figure.start).lower().rstrip().endswith("nieuwe")
        return not is_new and _STRONG_EARLIER.search(sentence.around(figure.start)) is not None
    is_new = meant.is_derived and set(best.facts) <= set(meant.facts)
    if is_new and not best.cues & {"start", "geheel"}:
        return False
    numbers = [f for f in sentence.figures if f.kind is FigureKind.GETAL and f != figure]
    if shared <= _WEAK and any(fits(f, meant.number) for f in numbers):
        return False
    return not (shared in ({"geheel"}, {"nieuw"}) and best.cues & cues_in(sentence.text))


def _is_of_another(
    best: Count, counts: list[Count], cues: frozenset[str], sentence: Sentence, figure: Figure
) -> bool:
    """Whether `de 27 gemeenten van` the subject are given the number of those before them."""
    if not best.cues or best.cues & cues or best.is_derived or not sentence.names_subject:
        return False
    has_plain = any(not c.cues and not c.is_derived for c in counts)
    return (
        has_plain and re.search(r"\bde\s+$", sentence.lead(figure.start), re.IGNORECASE) is not None
    )


def _default(counts: list[Count], sentence: Sentence, figure: Figure) -> Count | None:
    """The group that a sentence means when it does not say which."""
    plain = [c for c in counts if not c.cues and not c.is_derived]
    is_ours = sentence.names_subject or sentence.names_shortly
    if plain and (
        is_ours or (sentence.has(w.RECEIVE, figure.start) and not sentence.names_programme)
    ):
        return plain[0]
    whole = [c for c in counts if c.cues == {"geheel"}]
    if whole and sentence.names_programme:
        return whole[0]
    ours = [c for c in counts if not c.is_derived]
    if len(ours) == 1 and sentence.names_programme:
        return ours[0]
    return plain[0] if plain and sentence.surroundings and _is_near(plain[0], figure) else None


def _is_near(count: Count, figure: Figure) -> bool:
    """Whether a number is so near that of a group that it can hardly be that of another."""
    return figure.high is not None and 0 < abs(figure.high - count.number) * 10 <= count.number


def _is_other_year(known: Knowledge, cues: frozenset[str]) -> bool:
    years = {cue for cue in cues if cue.isdigit()}
    known_years = {cue for c in known.counts for cue in c.cues if cue.isdigit()}
    return bool(years) and bool(known_years) and not years & known_years


def _why(cues: frozenset[str]) -> str:
    said = ", ".join(sorted(cue.lstrip("@") for cue in cues))
    return f"een aantal gemeenten ({said})" if said else "een aantal gemeenten"
