"""Surnames that stand without a title and are nearly those of the facts: `aldus Weerwint`."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.known_people import KnownPerson
from pmg_docs.checks.statements.mentions import Mention
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import contradicts
from pmg_docs.dutch.places import fold_name

_SPEAKS = (
    r"zegt|zei|zeggen|aldus|volgens|vindt|vond|noemt|noemde|stelt|stelde|meent|schrijft|schreef"
    r"|denkt|benadrukt|benadrukte|verwacht|bewindsman|bewindsvrouw|bewindspersoon|dankzij|namens"
)
_SURNAME = re.compile(
    rf"(?:^[‘“\"]?|(?<!\w)(?i:{_SPEAKS})[ \u00a0](?:[A-Z][a-z]{{1,15}}[ \u00a0])?)"
    r"(?=(?P<name>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]{4,40}))"
)
_AS_AN_OFFICER = re.compile(
    rf"[ \u00a0](?:{_SPEAKS}|is|heeft|wil|kondig\w*|maak\w*|stuur\w*|onderteken\w*|gaf|geeft|trekt"
    r"|trok|opent|opende|presenteer\w*)(?!\w)"
)
_LONG, _SHORT = 7, 6
_NEARLY = 0.86


def judge_slips(
    sentence: Sentence, persons: tuple[KnownPerson, ...], taken: Sequence[tuple[int, int]]
) -> Iterator[Judgement]:
    """A contradiction for each misspelt surname of somebody who speaks, in a text about us.

    Args:
        sentence: it must name the dossier's subject or programme.
        persons: those of the facts.
        taken: the places that have been judged, as mentions with a title.
    """
    if not persons or not (sentence.names_subject or sentence.names_programme):
        return
    for match in _SURNAME.finditer(sentence.text):
        start, end = match.span("name")
        if any(begin < end and start < stop for begin, stop in taken):
            continue
        if match.start() == 0 and not _AS_AN_OFFICER.match(sentence.text, end):
            continue
        word = fold_name(match["name"])
        meant = [p for p in persons if len(p.core) == 1 and _is_nearly(word, p.core[0])]
        if meant and not _is_place(sentence, start):
            said = Mention(match["name"], start, end)
            yield contradicts(said, (meant[0].path,), meant[0].shown, "bijna dezelfde naam", 2.5)


def is_slip(said: str, name: str) -> bool:
    """Whether a folded name is another with one letter wrong, or two that changed places."""
    if said == name or min(len(said), len(name)) < _SHORT or len(said) != len(name):
        return False
    unlike = [place for place, letter in enumerate(said) if letter != name[place]]
    return len(unlike) == 1 or (
        len(unlike) == 2 and [said[p] for p in unlike] == [name[p] for p in reversed(unlike)]
    )


def _is_nearly(said: str, name: str) -> bool:
    if said == name or said[:1] != name[:1] or min(len(said), len(name)) < _LONG:
        return False
    return SequenceMatcher(None, said, name).ratio() >= _NEARLY


def _is_place(sentence: Sentence, start: int) -> bool:
    return any(p.start <= start < p.end for one in sentence.place_lists for p in one.places)
