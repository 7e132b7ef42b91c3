"""How much work a regular expression can make of one short word."""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

MOST_WAYS = 20_000_000
"""A tenth of a second at worst: four free repetitions side by side still fit."""

_LONGEST_WORD = 60
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def ways_to_match(pattern: str) -> int:
    """In how many ways the parts of a pattern can lie over one word of at most 60 characters.

    It bounds the work of a search that tries them all. `(a+)+b` has more ways than atoms to try.

    Raises:
        re.error: the pattern does not compile.
    """
    re.compile(pattern)
    return _in_sequence(_parser.parse(pattern))


def _in_sequence(items: Iterable[tuple[Any, Any]]) -> int:
    ways = 1
    for kind, argument in items:
        ways = min(ways * _of_item(kind, argument), MOST_WAYS + 1)
    return ways


def _of_item(kind: Any, argument: Any) -> int:
    if kind in _REPEATS:
        return _repeated(*argument)
    if kind is op.BRANCH:
        return sum(map(_in_sequence, argument[1]))
    if kind is op.SUBPATTERN:
        return _in_sequence(argument[-1])
    if kind is op.ATOMIC_GROUP:
        return _in_sequence(argument)
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return _in_sequence(argument[1])
    if kind is op.GROUPREF_EXISTS:
        _, yes, no = argument
        return _in_sequence(yes) + (_in_sequence(no) if no else 1)
    return 1


def _repeated(least: int, most: int, inner: Any) -> int:
    most = min(int(most), max(_LONGEST_WORD, least))
    ways: int = _in_sequence(inner)
    if ways == 1:
        return most - least + 1
    total: int = 0
    for times in range(least, most + 1):
        total += int(ways ** min(times, 64))
        if total > MOST_WAYS:
            break
    return total
