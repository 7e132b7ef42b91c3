"""Check styles: that Word shells, style sheet and fonts agree with `stijl.yaml`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pmg_docs.app.gathering import with_lines
from pmg_docs.app.style.looks import TypeLook, choose_styles, looks_of, style_place
from pmg_docs.app.style.specimen import specimen
from pmg_docs.checks.legibility import legibility
from pmg_docs.checks.proof import prove
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError, Refused, Unreachable
from pmg_docs.readers import READERS
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class StyleReport:
    """What a check of styles came to: their names, the shells that they use, the findings."""

    styles: tuple[str, ...]
    shells: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool
    """Whether a file could not be read."""


def check_styles(workspace: Workspace, names: Sequence[str] = ()) -> StyleReport:
    """Hold styles against the Word shells, style sheet and fonts that they use.

    Args:
        workspace: where they lie.
        names: the styles, or empty for all.

    Raises:
        NotFound: a style does not exist.
    """
    chosen = choose_styles(workspace, names)
    findings: list[Diagnostic] = []
    shells: dict[str, None] = {}
    is_unreachable = False
    for name in chosen:
        try:
            looks = looks_of(workspace, name)
        except PmgError as problem:
            findings.extend(problem.findings)
            is_unreachable = is_unreachable or isinstance(problem, Unreachable)
            continue
        shells.update((one.look.shell.name, None) for one in looks if one.has_word)
        findings.extend(_of_style(looks))
    return StyleReport(
        chosen, tuple(shells), with_lines(workspace, findings), is_unreachable
    )  # fmt: skip


def _of_style(looks: Sequence[TypeLook]) -> Iterator[Diagnostic]:
    from pmg_docs.writers.html.agreement import sheet_differences
    from pmg_docs.writers.pdf.fonts import font_faults

    first = next(iter(looks), None)
    if first is None:
        return
    style = first.look.style
    yield from legibility(style, style_place(style.name))
    yield from font_faults(first.look)
    pages = {one.look.page.name: one.look.page for one in looks}
    yield from _refused(lambda: sheet_differences(first.look, pages.values()))
    for one in looks:
        yield from _of_page(one)
    for name in dict.fromkeys(one.look.shell.name for one in looks if one.has_word):
        yield from shell_findings([o for o in looks if o.look.shell.name == name and o.has_word])


def _of_page(one: TypeLook) -> Iterator[Diagnostic]:
    from pmg_docs.writers.html import check

    yield from check(specimen(one.doc_type, one.look.style), one.look)


def shell_findings(users: Sequence[TypeLook]) -> Iterator[Diagnostic]:
    """What is wrong with a shell, for the types that use it: all with one style."""
    from pmg_docs.writers.docx import check
    from pmg_docs.writers.docx.agreement import PAGES_AMISS, shell_differences

    letters = [(specimen(one.doc_type, one.look.style), one.look) for one in users]
    unusable = [finding for letter, look in letters for finding in check(letter, look)]
    if unusable:
        yield from unusable
        return
    differences = tuple(shell_differences(users[0].look, users[0].owner))
    yield from differences
    # A page without its own header lacks every field: that says nothing new.
    if not any(finding.code == PAGES_AMISS for finding in differences):
        for one in users:
            yield from _refused(partial(_printed, one))


def _printed(one: TypeLook) -> Iterator[Diagnostic]:
    """Whether a filled shell shows each field on each page where it belongs."""
    from pmg_docs.writers.docx import write
    from pmg_docs.writers.docx.agreement import printed_amiss

    letter = specimen(one.doc_type, one.look.style)
    yield from printed_amiss(letter, one.look)
    words = READERS["docx"](write(letter, one.look))
    shown = letter.shown_in("docx")
    for finding in prove(shown, words, one.look.shell.name, has_headers=True):
        yield replace(finding, message=f"Bij de soort {one.doc_type.name}: {finding.message}")


def _refused(step: Callable[[], Iterable[Diagnostic]]) -> tuple[Diagnostic, ...]:
    try:
        return tuple(step())
    except Refused as refused:
        return refused.findings
