"""Words of facts marked `openbaar: nee` in a file that anybody may read.

A letter to a Chamber is published as a Kamerstuk, a press release by its nature. Source: art. 5.1
Wet open overheid, for what may be kept from the public.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.subject import refute
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.value import Contact, Person, TextValue

_SHORTEST = 6
"""A shorter text may well be another word."""


def shown_closed_facts(text: Manuscript, facts: FactSet) -> Iterator[Diagnostic]:
    """Each such fact once, where its words first stand."""
    if not text.is_public:
        return
    for fact in facts:
        if fact.is_public:
            continue
        for words in _words_of(fact):
            pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
            spots = ((p, m) for p in text.everything if (m := pattern.search(p.text)))
            if len(words) >= _SHORTEST and (spot := next(spots, None)):
                passage, found = spot
                yield refute(
                    "PMG299", f"{fact.path} is niet openbaar, en dit stuk wel.",
                    text.at(passage, found.start(), words),
                    "Haal het weg uit dit stuk, of haal 'openbaar: nee' weg uit feiten.yaml.",
                )  # fmt: skip
                break


def _words_of(fact: Fact) -> tuple[str, ...]:
    match fact.value:
        case TextValue():
            return (fact.value.text,)
        case Person():
            return (fact.value.name,)
        case Contact():
            return (fact.value.name, fact.value.telephone, fact.value.email)
    return ()
