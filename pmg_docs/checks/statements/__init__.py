"""What a text says, held against the facts of a dossier."""

from pmg_docs.checks.statements.judgement import Judgement, Subject, Verdict
from pmg_docs.checks.statements.judging import judge, judge_sentence
from pmg_docs.checks.statements.knowledge import Knowledge, knowledge_of
from pmg_docs.checks.statements.statement import Statement, statements_of

__all__ = [
    "Judgement",
    "Knowledge",
    "Statement",
    "Subject",
    "Verdict",
    "judge",
    "judge_sentence",
    "knowledge_of",
    "statements_of",
]
