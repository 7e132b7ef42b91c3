"""What the letters of one dossier say of one thing: figures, lists and who wrote on which day.

Letters that name the same facts agree by themselves; here are the words that somebody typed beside
them. Sources: the agreement that nota, Kamerbrief and persbericht of 4 April 2024 on Preventie met
Gezag show, and the news of that day, which printed 50.000 euro for 500.000 euro.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.prose import is_cited, is_in_table, is_typed, pieces_in, sentences_of, words_of
from pmg_docs.checks.rules.municipalities import typed_lists
from pmg_docs.checks.subject import Subject, SubjectLetter, warn
from pmg_docs.dutch.dates import write_date
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.reading import read_amount, read_number
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText
from pmg_docs.model.fact import Fact
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Amount, Date, Municipalities, Person

CODES = frozenset({"PMG259", "PMG260", "PMG277", "PMG278", "PMG281"})

_COUNTED = re.compile(
    r"\b(?:[Dd]e|[Dd]eze|[Aa]lle|[Oo]nze|[Dd]ie) (\d[\d.]*|[a-zëé]+) ([a-z]+(?:en|s))\b"
    r"(?! (?:die|uit|met|in|waar|zonder|op|van|voor|tot)\b)"
)  # fmt: skip
_NOUN = re.compile(r" ([a-z]+(?:en|s))\b")
_PER = re.compile(
    r"((?:€ ?\d[\d.]*(?:,\d\d|,-)?(?: (?:miljoen|miljard|mln\.?))?)|"
    r"(?:\d[\d.]*(?:,\d+)?(?: (?:miljoen|miljard))? euro)) per (gemeente|jaar|\w+)"
)
_TENS = {Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3)}
_FEW = 5
"""Fewer than these can be some of them: `de twee gemeenten`."""
_WRITES = re.compile(r"\bschrij(?:ft|ven)\b")
_FIGURES = frozenset({"bedrag", "getal", "percentage"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Figures, lists, names and days that differ between the letters of a dossier and its facts."""
    counts = _counts(subject)
    amounts = [(f, f.value) for f in subject.facts if isinstance(f.value, Amount)]
    for letter in subject.letters:
        yield from _two_notations(letter)
        for passage in letter.passages:
            yield from _other_count(letter, passage, counts)
            yield from _other_amount(letter, passage, amounts)
            yield from _other_list(subject, letter, passage)
        if letter.is_for_the_press:
            yield from _announcement(subject, letter)


def _two_notations(letter: SubjectLetter) -> Iterator[Diagnostic]:
    """One fact as `€ 500.000` and as `500.000 euro`, outside tables; in millions is another form.

    A number that opens a sentence may stand in words there.
    """
    seen: dict[tuple[str, str, bool], tuple[str, Passage, int]] = {}
    for passage in letter.passages:
        for piece in passage.pieces:
            fact = piece.fact
            if fact is None or is_in_table(passage) or not _is_figure(fact):
                continue
            if _opens(passage, piece.start):
                continue
            shown = words_of(passage, piece)
            text = shown.casefold()
            key = (fact.origins[0].path, fact.machine, "miljoen" in text or "miljard" in text)
            first, earlier, at = seen.setdefault(key, (text, passage, piece.start))
            if first != text:
                where = letter.beside(earlier, at)
                yield warn(
                    "PMG277", f"{key[0]} staat hier als {shown} en eerder (regel "
                    f"{where.line if where else 0}) als {first}.",
                    letter.beside(passage, piece.start), "Kies in één stuk één schrijfwijze.",
                )  # fmt: skip


def _is_figure(fact: FactText) -> bool:
    return fact.kind in _FIGURES and len(fact.origins) == 1


def _opens(passage: Passage, start: int) -> bool:
    before = passage.text[max(0, start - 3) : start].rstrip()
    return not before or before.endswith((".", "!", "?"))


def _counts(subject: Subject) -> dict[str, dict[Decimal, str]]:
    """Each noun that a count from a fact stands before, with the counts and their facts."""
    counts: dict[str, dict[Decimal, str]] = defaultdict(dict)
    for letter in subject.letters:
        for passage in letter.passages:
            for piece in passage.pieces:
                fact = piece.fact
                if fact is None or fact.kind != "getal" or not fact.machine:
                    continue
                noun = _NOUN.match(passage.text, piece.end)
                if noun is not None and fact.origins:
                    counts[noun[1]][Decimal(fact.machine)] = fact.origins[0].path
    for known in subject.facts:
        if isinstance(known.value, Municipalities):
            counts["gemeenten"].setdefault(Decimal(known.value.count), known.path)
    return counts


def _other_count(
    letter: SubjectLetter, passage: Passage, counts: dict[str, dict[Decimal, str]]
) -> Iterator[Diagnostic]:
    for found in _COUNTED.finditer(passage.text):
        number, known = read_number(found[1]), counts.get(found[2])
        if number is None or not known or number.number in known or number.number < _FEW:
            continue
        if is_typed(passage, found.start(1), found.end()) and not is_cited(passage, found.start()):
            others = [f"{count:f} ({path})" for count, path in known.items()]
            yield warn(
                "PMG278", f"Hier staan {found[1]} {found[2]}; de feiten kennen er "
                f"{write_list(others, 'of')}.", letter.at(passage, found.start(1), found[1]),
                "Noem het feit in plaats van het getal.",
            )  # fmt: skip


def _other_amount(
    letter: SubjectLetter, passage: Passage, amounts: list[tuple[Fact, Amount]]
) -> Iterator[Diagnostic]:
    """An amount per something that is a factor of ten off the fact that is counted so."""
    for found in _PER.finditer(passage.text):
        typed = read_amount(found[1])
        alike = [(fact, value) for fact, value in amounts if found[2] in value.per]
        if typed is None or any(value.euros == typed.euros for _, value in alike):
            continue
        for fact, value in alike:
            off = value.euros and typed.euros / value.euros
            if off in _TENS and is_typed(passage, found.start(), found.end()):
                yield warn(
                    "PMG278", f"Hier staat {found[0]}; dat scheelt nullen met {fact.path}.",
                    letter.at(passage, found.start(), found[1]),
                    f"Noem het feit: {{{{ {fact.path} }}}}.",
                )  # fmt: skip


def _other_list(subject: Subject, letter: SubjectLetter, passage: Passage) -> Iterator[Diagnostic]:
    """A typed list of municipalities that is nearly the list of a fact."""
    known = [
        (fact.path, names)
        for fact in subject.facts
        if isinstance(fact.value, Municipalities)
        for names in (fact.value.names, *(group.names for group in fact.value.groups))
    ]
    for start, typed in typed_lists(passage):
        if any(set(typed) == set(names) for _, names in known):
            continue
        for path, names in known:
            missing = [name for name in names if name not in typed]
            extra = [name for name in typed if name not in names]
            if len(typed) < 4 or len(missing) + len(extra) > max(1, len(names) // 5):
                continue
            parts = [f"{write_list(missing)} ontbreekt"] if missing else []
            parts += [f"{write_list(extra)} staat er niet in"] if extra else []
            yield warn(
                "PMG281", f"Deze opsomming lijkt op {path}, maar {write_list(parts)}.",
                letter.at(passage, start, typed[0]), f"Noem het feit: {{{{ {path} }}}}.",
            )  # fmt: skip
            break


def _announcement(subject: Subject, press: SubjectLetter) -> Iterator[Diagnostic]:
    """Who writes to parliament and on which day, in a message that goes with one letter."""
    letters = [letter for letter in subject.letters if letter.is_to_parliament]
    if len(letters) != 1 or press.is_to_parliament:
        return
    letter = letters[0]
    named = {line.fact_path for key in ("ondertekenaars", "mede_namens")
             for line in letter.head.get(key, ())}  # fmt: skip
    for passage in press.passages:
        for start, end in sentences_of(passage):
            sentence = passage.text[start:end]
            if "Kamer" not in sentence or not _WRITES.search(sentence) or is_cited(passage, start):
                continue
            for piece in pieces_in(passage, start, end):
                path = piece.fact.origins[0].path if piece.fact and piece.fact.origins else ""
                if path not in subject.facts or path in named or not named:
                    continue
                if isinstance(subject.facts[path].value, Person):
                    yield warn(
                        "PMG260", f"{words_of(passage, piece)} schrijft hier aan de Kamer, maar "
                        f"staat niet onder de brief ({letter.name}).",
                        press.beside(passage, piece.start),
                        "Verbeter dit bericht, of ondertekenaars en mede_namens van de brief.",
                    )  # fmt: skip
            if re.search(r"\bvandaag\b", sentence) and _differ(press, letter):
                yield warn(
                    "PMG259", "Hier staat vandaag, maar de brief aan de Kamer is van "
                    f"{write_date(Date(letter.day)) if letter.day else ''}.",
                    press.at(passage, start + sentence.index("vandaag"), "vandaag"),
                    "Noem de dag: {{ feit }} van de datum van de brief.",
                )  # fmt: skip


def _differ(one: SubjectLetter, other: SubjectLetter) -> bool:
    return one.day is not None and other.day is not None and one.day != other.day
