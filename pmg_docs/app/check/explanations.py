"""What each code means, from the list of messages that officers can also read as a whole."""

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.model.fact import FactSet, Rule
from pmg_docs.workspace.folder import Workspace, builtin_folder

_SECTION = re.compile(r"^## (PMG\d{3}) (.*?)\n+(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def explain_code(workspace: Workspace, code: str) -> str:
    """What a code means, and what to do about it.

    Args:
        workspace: the dossiers whose own rules may have that code; each that has it is told.
        code: `PMG122`, or the code of a rule, in any case.

    Raises:
        NotFound: no message and no rule has that code.
    """
    asked = code.strip().upper()
    known = explanations()
    if asked in known:
        return f"{asked} {known[asked]}"
    own = tuple(_own_rules(workspace))
    told = [
        _told(dossier, rule, facts) for dossier, rule, facts in own if rule.code.upper() == asked
    ]
    if told:
        return "\n\n".join(told)
    codes = {name.upper(): name for name in (*known, *(rule.code for _, rule, _ in own))}
    near = [codes[name] for name in difflib.get_close_matches(asked, codes, n=3)]
    hint = f"Bedoelt u {' of '.join(near)}?" if near else "Alle codes staan in docs/meldingen.md."
    raise NotFound(Diagnostic("PMG171", f"De code '{code[:40]}' bestaat niet.", hints=(hint,)))


@lru_cache(maxsize=1)
def explanations() -> Mapping[str, str]:
    """The title and text of every code."""
    text = (builtin_folder() / "docs/meldingen.md").read_text(encoding="utf-8")
    return {code: f"{title}\n\n{told.strip()}" for code, title, told in _SECTION.findall(text)}


def _own_rules(workspace: Workspace) -> Iterator[tuple[str, Rule, FactSet]]:
    for dossier in workspace.dossiers():
        try:
            facts, _ = read_facts(workspace, dossier)
        except PmgError:
            continue
        for rule in facts.rules:
            yield dossier, rule, facts


def _told(dossier: str, rule: Rule, facts: FactSet) -> str:
    severity, _ = facts.severities.get(rule.code, (rule.severity, rule.where))
    return (
        f"{rule.code} een regel van {dossier} ({severity})\n\n"
        f"{rule.explanation}\n\nDe regel: {rule.expression}\nZij staat in {rule.where}."
    )
