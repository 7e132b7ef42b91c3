"""A bare fact: a whole number when it is typed as one, else text."""

import re

from pmg_docs.inputs.shape import Plain, refuse, to_decimal, to_words
from pmg_docs.model.value import Number, TextValue, Value

_LOOKS_NUMERIC = re.compile(r"[+-]?[0-9][0-9.,_ ]*(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}")
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
    if _DAY.fullmatch(text):
        kind = "datum" if text.count("-") == 2 else "maand"
        refuse("PMG129", f"'{text}' kan een {kind} zijn of tekst; pmg gokt niet",
               f"Schrijf {{{kind}: {text}}}, of '{text}' tussen aanhalingstekens.")  # fmt: skip
    if _CLOCK.fullmatch(text):
        refuse("PMG129", f"'{text}' kan een tijd zijn of een verhouding; pmg gokt niet",
               f"Typ een tijd als '{text.replace(':', '.')} uur', of '{text}' tussen "
               "aanhalingstekens; met de dag erbij: {tijdstip: 2026-01-15 12:30}.")  # fmt: skip
    if _LOOKS_NUMERIC.fullmatch(text):
        refuse("PMG122", f"'{text}' kan een getal zijn of een nummer; pmg gokt niet",
               f"{_typed_otherwise(text)}, of '{text}' tussen aanhalingstekens.")  # fmt: skip
    return TextValue(text)


def _typed_otherwise(text: str) -> str:
    if _GROUPED.fullmatch(text):
        return f"Typ {re.sub('[._]', '', text)} voor een getal"
    if re.fullmatch(r"-?[0-9]+,[0-9]+", text):
        return f"Schrijf {{getal: '{text}'}}"
    if re.fullmatch(r"0[0-9]+", text):
        return f"Typ {text.lstrip('0') or '0'} voor een getal"
    return "Schrijf een getal voluit, met alleen cijfers"
