"""The filters of a letter: another notation for a fact than its type's own.

`euro`, `miljoen`, `miljard`, `voluit`, `datum`, `opsomming`, `aantal`, `afgerond`, `pers` and
`ambt`. A notation that would change the value is refused, unless `afgerond` stands before it. An
open gap stays one whatever the filter.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from jinja2 import Undefined

from pmg_docs.compose.arithmetic import number_of
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import called, write_person, write_value
from pmg_docs.compose.variables import FactValue, broken, parts, unknown
from pmg_docs.dutch.amounts import (
    AmountNotation,
    write_amount,
    write_amount_in_words,
    write_scaled,
)
from pmg_docs.dutch.dates import whole_years, write_date, write_moment, write_timed_moment
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.numbers import Scale, rounded, scaled, write_scaled_number
from pmg_docs.dutch.numerals import write_in_words
from pmg_docs.model.value import (
    Amount,
    Date,
    Distribution,
    Gap,
    Month,
    Municipalities,
    Number,
    Period,
    Person,
    Series,
    TimedMoment,
    Value,
)
from pmg_docs.specs.doc_type import Notation, PersonForm, ScaledForm

Filter = Callable[..., FactValue]


def filters(notation: Notation) -> Mapping[str, Filter]:
    """The filters by name, for a type with this notation."""

    def miljoen(fact: object) -> FactValue:
        return _in_scale(_fact(fact, "miljoen"), Scale.MILJOEN, notation.scaled)

    def miljard(fact: object) -> FactValue:
        return _in_scale(_fact(fact, "miljard"), Scale.MILJARD, notation.scaled)

    def afgerond(fact: object, decimals: object = 0) -> FactValue:
        return _rounded(_fact(fact, "afgerond"), decimals, notation)

    known: Mapping[str, Filter] = {
        "euro": _euro,
        "miljoen": miljoen,
        "miljard": miljard,
        "voluit": _in_full,
        "datum": _date,
        "opsomming": _enumeration,
        "aantal": _count,
        "afgerond": afgerond,
        "pers": _press,
        "ambt": _office,
    }
    return {name: _carrying_faults(function) for name, function in known.items()}


def _carrying_faults(function: Filter) -> Filter:
    def filtered(fact: object, *arguments: object, **named: object) -> FactValue:
        try:
            return function(fact, *arguments, **named)
        except TemplateFault as fault:
            return broken(fault)

    return filtered


def _euro(fact: object) -> FactValue:
    """`500.000 euro`."""
    given = _fact(fact, "euro")
    value, _, _, may_round = parts(given)
    if not isinstance(value, Amount):
        return _does_not_fit(given, "euro")
    euros = value.euros if may_round is None else rounded(value.euros, max(may_round, 0))
    return _with_text(given, write_amount(euros, AmountNotation.EURO))


def _in_scale(fact: FactValue, scale: Scale, form: ScaledForm) -> FactValue:
    value, _, _, may_round = parts(fact)
    if not isinstance(value, Amount | Number):
        return _does_not_fit(fact, scale.value)
    number = number_of(value) or Decimal(0)
    if may_round is not None:
        number = rounded(number, may_round - scale.exponent)
    if scaled(number, scale) is None:
        raise TemplateFault(
            "PMG307", f"'{_path(fact)}' is niet precies in {scale} te schrijven.",
            f"Er kunnen drie decimalen in; schrijf anders | afgerond | {scale}.",
            f"Een berekening komt tussen haakjes: {{{{ (a * b) | {scale} }}}}.",
        )  # fmt: skip
    if isinstance(value, Number):
        return _with_text(fact, write_scaled_number(number, scale))
    return _with_text(fact, write_scaled(number, scale, with_sign=form is ScaledForm.TEKEN))


def _in_full(fact: object) -> FactValue:
    """A number or amount in words, a date or moment with its weekday."""
    given = _fact(fact, "voluit")
    value, _, _, _ = parts(given)
    try:
        match value:
            case Amount():
                return _with_text(given, write_amount_in_words(value.euros))
            case Number() if value.number == int(value.number):
                return _with_text(given, write_in_words(int(value.number)))
            case Date():
                return _with_text(given, write_date(value, with_weekday=True))
            case TimedMoment():
                return _with_text(given, write_timed_moment(value, with_weekday=True))
    except ValueError as problem:
        raise TemplateFault(
            "PMG307", f"'{_path(given)}' is niet in woorden te schrijven: het heeft centen.",
            "Laat voluit weg, of schrijf | afgerond | voluit als afronden de bedoeling is.",
            about="voluit",
        ) from problem  # fmt: skip
    return _does_not_fit(given, "voluit")


def _date(fact: object) -> FactValue:
    """`4 april 2024`, `juli 2024`."""
    given = _fact(fact, "datum")
    value, _, _, _ = parts(given)
    if not isinstance(value, Date | Month):
        return _does_not_fit(given, "datum")
    return _with_text(given, write_moment(value))


def _enumeration(fact: object, last: str = "en") -> FactValue:
    """`Almelo, Bergen op Zoom en Brunssum`."""
    given = _fact(fact, "opsomming")
    value, _, _, _ = parts(given)
    if not isinstance(value, Municipalities) or len(value.names) < value.count:
        return _does_not_fit(given, "opsomming")
    if last not in {"en", "of"}:
        raise TemplateFault(
            "PMG312",
            "Een opsomming eindigt met 'en' of 'of'.",
            "Schrijf | opsomming of | opsomming('of').",
        )
    return _with_text(given, write_list(value.names, "en" if last == "en" else "of"))


def _count(fact: object) -> FactValue:
    """How many municipalities or figures there are; how many years a period lasts."""
    given = _fact(fact, "aantal")
    value, origins, _, _ = parts(given)
    match value:
        case Municipalities():
            return FactValue(Number(Decimal(value.count)), origins)
        case Series(years=figures) | Distribution(shares=figures):
            return FactValue(Number(Decimal(len(figures))), origins)
        case Period():
            years = whole_years(value)
            if years is not None:
                return FactValue(Number(Decimal(years)), origins)
    return _does_not_fit(given, "aantal")


def _rounded(given: FactValue, decimals: object, notation: Notation) -> FactValue:
    """Round to so many decimals: of the number, or of the scale that a next filter shows it in."""
    value, origins, _, _ = parts(given)
    if not isinstance(decimals, int) or not 0 <= decimals <= 3:
        raise TemplateFault(
            "PMG312",
            "Achter afgerond hoort een aantal decimalen: 0, 1, 2 of 3.",
            "Schrijf | afgerond of | afgerond(2).",
        )
    number = number_of(value)
    if number is None or not isinstance(value, Amount | Number):
        return _does_not_fit(given, "afgerond")
    near = rounded(number, decimals)
    shown: Value = Amount(near) if isinstance(value, Amount) else Number(near)
    text = write_value(shown, notation)
    return FactValue(value, origins, text=text, may_round=decimals)


def _press(fact: object) -> FactValue:
    """`minister Yeşilgöz-Zegerius van Justitie en Veiligheid`."""
    return _person(_fact(fact, "pers"), PersonForm.PERS)


def _office(fact: object) -> FactValue:
    """`Minister van Justitie en Veiligheid`."""
    return _person(_fact(fact, "ambt"), PersonForm.AMBT)


def _person(fact: FactValue, form: PersonForm) -> FactValue:
    value, _, _, _ = parts(fact)
    if not isinstance(value, Person):
        return _does_not_fit(fact, form.value)
    return _with_text(fact, write_person(value, form))


def _fact(value: object, name: str) -> FactValue:
    if isinstance(value, FactValue):
        return value
    if isinstance(value, Undefined):
        str(value)  # which says what is unknown
    if isinstance(value, int):
        raise unknown(value)
    raise TemplateFault(
        "PMG308", f"Voor '{name}' hoort een feit te staan.",
        f"Schrijf {{{{ naam_van_het_feit | {name} }}}}.", about=name,
    )  # fmt: skip


def _does_not_fit(fact: FactValue, name: str) -> FactValue:
    value, _, _, _ = parts(fact)
    if isinstance(value, Gap):
        return fact
    path = _path(fact)
    raise TemplateFault(
        "PMG309", f"'{name}' past niet bij '{path}' ({called(value)}).",
        _fitting(value), about=name,
    )  # fmt: skip


def _path(fact: FactValue) -> str:
    _, origins, _, _ = parts(fact)
    return origins[0].path if origins else "dit"


def _fitting(value: Value) -> str:
    fits: Mapping[str, str] = {
        "bedrag": "euro, miljoen, miljard, voluit, afgerond",
        "getal": "voluit, miljoen, miljard, afgerond",
        "datum": "datum, voluit",
        "maand": "datum",
        "periode": "aantal (hele jaren)",
        "tijdstip": "voluit",
        "gemeenten": "opsomming, aantal",
        "reeks": "aantal",
        "verdeling": "aantal",
        "persoon": "pers, ambt",
    }
    known = fits.get(value.kind)
    return f"Wel past hier: {known}." if known else "Zet er niets achter: {{ naam }}."


def _with_text(fact: FactValue, text: str) -> FactValue:
    value, origins, _, may_round = parts(fact)
    return FactValue(value, origins, text=text, may_round=may_round)
