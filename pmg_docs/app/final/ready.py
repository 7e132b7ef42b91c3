"""Ready: how far letters are that somebody wants to fix, and whether they say so themselves."""

from collections.abc import Sequence

from pmg_docs.app.composed import choose_letters
from pmg_docs.app.final.status import TOO_FAR, LetterProgress, status
from pmg_docs.app.gathering import gather, with_lines
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.seal import FINAL_OR_SENT
from pmg_docs.workspace.folder import Workspace


def how_ready(
    workspace: Workspace, dossier: str, letters: Sequence[str]
) -> tuple[tuple[LetterProgress, ...], tuple[Diagnostic, ...]]:
    """How far letters are, with only the findings that keep these from being fixed.

    Another letter of the dossier may be in any state; what of it counts, the gate says.

    Raises:
        NotFound: there is no such dossier or letter.
        Refused, Unreachable: one of these letters cannot be read.
    """
    report = status(workspace, [dossier], letters)
    wanted = {path.stem for path in choose_letters(workspace, dossier, letters)}
    if wanted - {one.letter for one in report.letters}:
        gather(workspace, [dossier], letters).refuse_errors()
        raise Refused(report.findings)
    final = {one.says_at for one in report.letters if one.may_be in FINAL_OR_SENT}
    findings = [
        finding for finding in report.findings
        if finding not in report.others
        and not (finding.code == TOO_FAR and finding.where in final)
    ]  # fmt: skip
    unsaid = with_lines(workspace, (_unsaid(one) for one in report.letters if _is_unsaid(one)))
    return report.letters, (*findings, *unsaid)


def _is_unsaid(letter: LetterProgress) -> bool:
    return letter.may_be in FINAL_OR_SENT and letter.status not in FINAL_OR_SENT


def _unsaid(letter: LetterProgress) -> Diagnostic:
    """The finding for a letter that is ready, and does not say so."""
    where = letter.says_at
    line = f"Maak er in {where.file} op regel {where.line} van: status: definitief"
    if where.line <= 1:
        line = f"Zet in {where.file} een regel onder de eerste ---, met: status: definitief"
    return Diagnostic(
        "PMG450",
        f"De brief {letter.dossier}/{letter.letter} kan worden vastgesteld, maar zegt zelf nog "
        f"'{letter.status}'.",
        where,
        hints=(line,),
    )
