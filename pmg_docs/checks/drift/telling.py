"""What drift means to an officer: findings."""

from pmg_docs.checks.drift.drifted import Drift
from pmg_docs.model.diagnostic import Diagnostic


def drift_findings(drift: Drift, file_name: str) -> tuple[Diagnostic, ...]:
    """The findings on a file that came back, PMG361 to PMG375.

    Args:
        drift: what was found.
        file_name: the file as the officer named it; the findings point at it as a whole.
    """
    raise NotImplementedError
