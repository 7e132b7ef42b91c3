"""A percentage may name the amount that it is part of."""

from collections.abc import Iterator

from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet
from pmg_docs.model.value import Amount, Gap, Percentage


def check_percentages(facts: FactSet) -> Iterator[Diagnostic]:
    """A finding for each percentage of something that is no amount; a gap may become one."""
    amounts = [fact.path for fact in facts if isinstance(fact.value, Amount)]
    for fact in facts:
        if not isinstance(fact.value, Percentage) or not fact.value.of:
            continue
        name = fact.value.of
        where = fact.places.get("van", fact.where)
        if name not in facts:
            yield Diagnostic("PMG219", f"'{name[:60]}' is geen feit.", where,
                             hints=nearest(name, amounts))  # fmt: skip
        elif not isinstance(facts[name].value, Amount | Gap):
            yield Diagnostic("PMG219", f"Het feit '{name}' is geen bedrag.", where,
                             hints=nearest(name, amounts))  # fmt: skip
