"""A bare fact: a whole number when it is typed as one, else text."""

import re

from pmg_docs.inputs.shape import Plain, refuse, to_decimal, to_words
from pmg_docs.model.value import Number, TextValue, Value

_LOOKS_NUMERIC = re.compile(r"[+-]?[0-9][0-9.,_ ]*(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[._][0-9]{3})+")


def bare_value(scalar: str) -> Value:
    """The value of a scalar fact.

    A quoted scalar is text. An unquoted one that looks like a number but is not one typed the way
    we read it is refused: `500.000` would else be 500 to one program and 500000 to another.
    """
    text = to_words(scalar)
    if not isinstance(scalar, Plain):
        return TextValue(text)
    if _WHOLE.fullmatch(text):
        return Number(to_decimal(text))
    if _LOOKS_NUMERIC.fullmatch(text):
        typed = re.sub(r"[._]", "", text)
        number = (
            f"Typ {typed} voor een getal"
            if _GROUPED.fullmatch(text)
            else "Typ een getal zonder punten of nullen vooraan"
        )
        refuse(
            "PMG122",
            f"'{text}' kan een getal zijn of een nummer; pmg gokt niet",
            f"{number}, of '{text}' tussen aanhalingstekens voor tekst.",
        )
    return TextValue(text)
