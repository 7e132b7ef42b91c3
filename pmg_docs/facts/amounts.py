"""What an amount of euros in a fact may be."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place

LARGEST_AMOUNT = Decimal(10) ** 13
"""Euros; about ten times what the Netherlands earns in a year, so more is a typing error."""


def check_euros(euros: Decimal, where: Place, *, may_be_negative: bool = False) -> None:
    """Hold an amount against what is likely.

    Raises:
        Refused: it is negative where that cannot be, too large, or holds parts of a cent.
    """
    if euros < 0 and not may_be_negative:
        raise Refused(
            Diagnostic("PMG201", "Een bedrag kan hier niet negatief zijn.", where,
                       hints=("Haal het minteken weg; alleen in een reeks kan het wel.",))
        )  # fmt: skip
    if abs(euros) > LARGEST_AMOUNT:
        raise Refused(
            Diagnostic("PMG201", "Dit bedrag is groter dan heel Nederland in jaren verdient.",
                       where, hints=("Tel de nullen na; het bedrag staat hier in hele euro's.",))
        )  # fmt: skip
    if -int(euros.as_tuple().exponent) > 2:
        raise Refused(
            Diagnostic("PMG201", "Een bedrag heeft hooguit twee cijfers achter de komma.", where,
                       hints=("Typ centen als '1234,56'; duizenden krijgen hier geen komma.",))
        )  # fmt: skip


def wrong_amounts(
    amounts: Mapping[str, Decimal], located: Located, path: KeyPath, *, may_be_negative: bool
) -> Iterator[Diagnostic]:
    """The findings for the amounts of a mapping that stands at `path`."""
    for name, euros in amounts.items():
        try:
            check_euros(euros, located.place((*path, name)), may_be_negative=may_be_negative)
        except Refused as refused:
            yield from refused.findings
