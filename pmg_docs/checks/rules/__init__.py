"""The rules over a dossier: pure functions over its facts and the words of its letters.

A rule is a module with its codes and one function `check`. All its findings can be weighed in a
dossier, under `ernst`, with a reason: a rule reads Dutch, and an officer reads it better.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from pmg_docs.checks.rules import (
    arithmetic,
    bundle,
    cw31,
    dates,
    form,
    municipalities,
    names,
    public,
    references,
    voice,
    writing,
)
from pmg_docs.checks.subject import Subject
from pmg_docs.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Rule:
    """A subject that is held: the codes that it can give, and what looks."""

    codes: frozenset[str]
    check: Callable[[Subject], Iterator[Diagnostic]]


_SUBJECTS = (
    municipalities,
    dates,
    bundle,
    names,
    references,
    cw31,
    form,
    voice,
    writing,
    arithmetic,
    public,
)
RULES: tuple[Rule, ...] = tuple(Rule(module.CODES, module.check) for module in _SUBJECTS)
MOST = 200
"""Findings of one rule in a dossier; what comes after them is told when those are mended."""
RULE_CODES: frozenset[str] = frozenset().union(*(rule.codes for rule in RULES))
"""The codes of all rules: those that a dossier may weigh."""


def check_rules(subject: Subject) -> tuple[Diagnostic, ...]:
    """What all the rules find, in the order of the rules; of one rule so much as can be read.

    Args:
        subject: a dossier whose letters could be composed without error.
    """
    return tuple(f for rule in RULES for f in islice(rule.check(subject), MOST))
