"""The base of every input shape, and the small types that their fields are made of.

YAML scalars arrive as text exactly as typed: `Plain` when unquoted, `str` when quoted. Each type
here decides for itself what it accepts, so nothing is read as a number, a date or a truth value
by accident. A type that refuses says why in plain Dutch.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from pmg_docs.inputs.regular import MOST_WAYS, ways_to_match


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
        defer_build=True,
    )


class LenientShape(Shape):
    """A shape in which an optional key with nothing behind it is as if it were not there."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        optional = {field.alias or name for name, field in cls.model_fields.items()
                    if not field.is_required()}  # fmt: skip
        return {k: v for k, v in data.items() if v is not None or k not in optional}


def refuse(code: str, message: str, hint: str = "") -> NoReturn:
    """Refuse a value from within a validator.

    Args:
        code: the stable code of the finding.
        message: one Dutch sentence, without its capital and full stop.
        hint: what to do about it, or empty.
    """
    raise PydanticCustomError(code, "{sentence}", {"sentence": message, "hint": hint})


_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]+)?")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_LONGEST_NUMBER = 40
_DOTTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")


def to_words(value: object) -> str:
    """Text of one line or more, in Unicode form C; anything but a scalar is refused."""
    if value is None:
        refuse("PMG120", "hier ontbreekt een waarde", "Vul een waarde in of haal de regel weg.")
    if not isinstance(value, str):
        refuse("PMG121", "hier hoort één waarde te staan, geen lijst of onderverdeling",
               "Houd één waarde over, of maak er meer feiten van.")  # fmt: skip
    return unicodedata.normalize("NFC", str(value)).strip()


def to_decimal(value: object) -> Decimal:
    """A number as an officer types it: digits, and a comma before decimals."""
    text = to_words(value)
    if len(text) > _LONGEST_NUMBER:
        refuse("PMG122", f"dit getal heeft meer dan {_LONGEST_NUMBER} tekens", "Tel de nullen na.")
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _DOTTED.fullmatch(text):
        typed = text.replace(".", "")
        refuse("PMG122", f"'{text}' is geen getal: punten zijn hier niet toegestaan",
               f"Typ '{typed}', met aanhalingstekens." if "," in typed
               else f"Typ {typed}, zonder punten.")  # fmt: skip
    return refuse(
        "PMG122", f"'{text[:80]}' is geen getal",
        "Typ alleen cijfers; met decimalen tussen aanhalingstekens: '1234,56'.",
    )  # fmt: skip


def to_whole(value: object) -> int:
    """A whole number."""
    number = to_decimal(value)
    if number != number.to_integral_value():
        refuse("PMG122", f"'{value}' is geen heel getal", "Typ alleen cijfers, zonder komma.")
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
    """A regular expression that compiles, and that no word can keep busy for long."""
    text = to_words(value)
    try:
        ways = ways_to_match(text)
    except re.error as problem:
        at = f" (bij teken {problem.pos + 1})" if problem.pos is not None else ""
        refuse(
            "PMG124", f"het patroon '{text[:80]}' is niet te lezen{at}",
            "Sluit elk haakje; de tekens ( ) [ ] + * ? zelf typt u met een \\ ervoor.",
        )  # fmt: skip
    except (OverflowError, RecursionError):
        refuse(
            "PMG124",
            f"het patroon '{text[:80]}' is te groot",
            "Schrijf het patroon korter, als [0-9]{7}.",
        )
    if ways > MOST_WAYS:
        refuse(
            "PMG124", f"het patroon '{text[:80]}' past op te veel manieren op hetzelfde woord",
            "Schrijf hoeveel tekens er zijn, als [0-9]{4,6}; geen herhaling in een herhaling.",
        )  # fmt: skip
    return text


def to_email(value: object) -> str:
    """An address for e-mail, as far as can be told from its looks."""
    text = to_words(value)
    if not _EMAIL.fullmatch(text):
        refuse("PMG128", f"'{text[:80]}' is geen e-mailadres", "Typ het als naam@voorbeeld.nl.")
    return text


_LINE = {"type": ["string", "number", "boolean"]}
"""What an editor may see in words: `12` and `12.5` are text to us, and numbers to it."""

Words = Annotated[str, BeforeValidator(to_words), WithJsonSchema(_LINE)]
EmailAddress = Annotated[
    str, BeforeValidator(to_email), WithJsonSchema({"type": "string", "format": "email"})
]
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
    WithJsonSchema(
        {"anyOf": [_LINE, {"type": "array", "items": _LINE}]},
    ),
]
Pattern = Annotated[
    str, BeforeValidator(to_pattern), WithJsonSchema({"type": "string", "format": "regex"})
]
