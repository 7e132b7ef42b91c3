"""The audit of naked figures: every figure in a document that did not come from a fact."""

from pmg_docs.checks.audit.auditing import NAKED_FIGURE, Audit, TypedFigure, audit
from pmg_docs.checks.audit.coverage import Coverage

__all__ = ["NAKED_FIGURE", "Audit", "Coverage", "TypedFigure", "audit"]
