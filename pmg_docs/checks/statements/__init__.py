"""What a text says, held against the facts of a dossier."""

from pmg_docs.checks.statements.judgement import Judgement, Verdict
from pmg_docs.checks.statements.judging import judge, judge_sentence
from pmg_docs.checks.statements.knowledge import knowledge_of

__all__ = ["Judgement", "Verdict", "judge", "judge_sentence", "knowledge_of"]
