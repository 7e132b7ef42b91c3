"""Drift: what came of a file that was made here, when it comes back."""

from pmg_docs.checks.drift.drifted import (
    Cause,
    Drift,
    FactDrift,
    Fate,
    ProseDrift,
    Remark,
    Sentence,
    Spot,
    Turn,
)
from pmg_docs.checks.drift.drifting import find_drift
from pmg_docs.checks.drift.suggesting import Suggestion, suggestions
from pmg_docs.checks.drift.telling import drift_findings

__all__ = [
    "Cause",
    "Drift",
    "FactDrift",
    "Fate",
    "ProseDrift",
    "Remark",
    "Sentence",
    "Spot",
    "Suggestion",
    "Turn",
    "drift_findings",
    "find_drift",
    "suggestions",
]
