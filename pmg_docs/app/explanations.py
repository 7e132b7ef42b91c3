"""What each code means, from the list of messages that officers can also read as a whole."""

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.workspace.folder import Workspace, builtin_folder

_SECTION = re.compile(r"^## (PMG\d{3}) (.*?)\n+(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def explain_code(workspace: Workspace, code: str) -> str:
    """What a code means, and what to do about it.

    Args:
        workspace: the dossiers whose own rules may have that code.
        code: `PMG122`, in any case, or the code of a rule.

    Raises:
        NotFound: no message and no rule has that code.
    """
    known = explanations()
    found = known.get(code.upper())
    if found is not None:
        return f"{code.upper()} {found}"
    own = dict(_own_rules(workspace, workspace.dossiers()))
    if code in own:
        return own[code]
    near = difflib.get_close_matches(code.upper(), [*known, *own], n=3)
    hint = f"Bedoelt u {' of '.join(near)}?" if near else "Alle codes staan in docs/meldingen.md."
    raise NotFound(Diagnostic("PMG171", f"De code '{code[:40]}' bestaat niet.", hints=(hint,)))


@lru_cache(maxsize=1)
def explanations() -> Mapping[str, str]:
    """The title and text of every code."""
    text = (builtin_folder() / "docs/meldingen.md").read_text(encoding="utf-8")
    return {code: f"{title}\n\n{told.strip()}" for code, title, told in _SECTION.findall(text)}


def _own_rules(workspace: Workspace, dossiers: Iterable[str]) -> Iterable[tuple[str, str]]:
    for dossier in dossiers:
        try:
            facts, _ = read_facts(workspace, dossier)
        except PmgError:
            continue
        for rule in facts.rules:
            yield (
                rule.code,
                (
                    f"{rule.code} een regel van {dossier} ({rule.severity})\n\n"
                    f"{rule.explanation}\n\nDe regel: {rule.expression}\nZij staat in {rule.where}."
                ),
            )
