"""The base of every input shape, and the small types that their fields are made of.

YAML scalars arrive as text exactly as typed: `Plain` when unquoted, `str` when quoted. Each type
here decides for itself what it accepts, so nothing is read as a number, a date or a truth value
by accident. A type that refuses says why in plain Dutch.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError


class Plain(str):
    """A scalar that stands in the file without quotation marks."""

    __slots__ = ()


class Shape(BaseModel):
    """A mapping in an input file: its keys are Dutch, any other key is refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=False,
        arbitrary_types_allowed=True,
        validate_default=False,
    )


def refuse(code: str, message: str, hint: str = "") -> NoReturn:
    """Refuse a value from within a validator.

    Args:
        code: the stable code of the finding.
        message: one Dutch sentence, without a full stop missing or braces.
        hint: what to do about it, or empty.
    """
    words = message.replace("{", "{{").replace("}", "}}")
    raise PydanticCustomError(code, "{sentence}", {"sentence": words, "hint": hint})


_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]+)?")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DOTTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")


def to_words(value: object) -> str:
    """Text of one line or more, in Unicode form C; anything but a scalar is refused."""
    if value is None:
        refuse("PMG120", "hier ontbreekt een waarde", "Vul een waarde in of haal de regel weg.")
    if not isinstance(value, str):
        refuse("PMG121", "hier hoort één waarde te staan, geen lijst of onderverdeling")
    return unicodedata.normalize("NFC", str(value)).strip()


def to_decimal(value: object) -> Decimal:
    """A number as an officer types it: digits, and a comma before decimals."""
    text = to_words(value)
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _DOTTED.fullmatch(text):
        typed = text.replace(".", "")
        refuse("PMG122", f"'{text}' is geen getal: punten zijn hier niet toegestaan",
               f"Typ {typed}, zonder punten.")  # fmt: skip
    return refuse(
        "PMG122", f"'{text[:80]}' is geen getal",
        "Typ alleen cijfers; met decimalen tussen aanhalingstekens: '1234,56'.",
    )  # fmt: skip


def to_whole(value: object) -> int:
    """A whole number."""
    number = to_decimal(value)
    if number != number.to_integral_value():
        refuse("PMG122", f"'{value}' is geen heel getal")
    return int(number)


def to_yes_no(value: object) -> bool:
    """`ja` or `nee`."""
    if isinstance(value, bool):
        return value
    text = to_words(value)
    if text not in {"ja", "nee"}:
        refuse("PMG123", f"'{text[:80]}' kan hier niet", "Typ ja of nee.")
    return text == "ja"


def to_lines(value: object) -> tuple[str, ...]:
    """One line, or a list of lines."""
    if isinstance(value, list | tuple):
        return tuple(to_words(line) for line in value)
    return (to_words(value),)


def to_pattern(value: object) -> str:
    """A regular expression that compiles."""
    text = to_words(value)
    try:
        re.compile(text)
    except re.error as problem:
        refuse("PMG124", f"het patroon '{text[:80]}' klopt niet ({problem})")
    return text


Words = Annotated[str, BeforeValidator(to_words), WithJsonSchema({"type": ["string", "integer"]})]
Decimals = Annotated[
    Decimal,
    BeforeValidator(to_decimal),
    WithJsonSchema({"type": ["integer", "string"], "pattern": "^-?[0-9]+(,[0-9]+)?$"}),
]
Whole = Annotated[int, BeforeValidator(to_whole), WithJsonSchema({"type": "integer"})]
JaNee = Annotated[bool, BeforeValidator(to_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]
Lines = Annotated[
    tuple[str, ...],
    BeforeValidator(to_lines),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Pattern = Annotated[
    str, BeforeValidator(to_pattern), WithJsonSchema({"type": "string", "format": "regex"})
]
