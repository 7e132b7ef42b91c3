"""What a step would be refused for, as findings: so that the next step can be tried as well."""

from collections.abc import Callable

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused


def refusals(step: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """Take a step for what stands in its way; what it makes is thrown away."""
    try:
        step()
    except Refused as refused:
        return refused.findings
    return ()
