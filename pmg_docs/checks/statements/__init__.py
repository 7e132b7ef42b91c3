"""What a text says, held against the facts of a dossier."""

from pmg_docs.checks.statements.judgement import Judgement, Verdict
from pmg_docs.checks.statements.judging import judge

__all__ = ["Judgement", "Verdict", "judge"]
