"""What is wrong in any file by itself, whoever made it.

Statements that contradict the facts are judged elsewhere (`checks.statements`). Here are the slips
that a careful reader marks: a name that is misspelt, a field left open, an amount in two notations.
The rules over a dossier do this for letters; what they know of words serves both.
"""

from pmg_docs.checks.defects.finding import find_defects, find_information
from pmg_docs.checks.defects.recognising import recognise_type

__all__ = ["find_defects", "find_information", "recognise_type"]
