"""Sync a style: bring what an officer changed in Word over to `stijl.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pmg_docs.app.style.looks import choose_styles, looks_of, read_style, style_place
from pmg_docs.app.style.plan import FONT, Change, Measures, Plan, other_fonts, plan
from pmg_docs.inputs.editing import with_value
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import PmgError, Refused
from pmg_docs.specs.loading import STYLE_FILE
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import BUILTIN_PREFIX, Workspace
from pmg_docs.workspace.writing import write_together
from pmg_docs.writers.docx.agreement.measure import Measure

_MOST_ROUNDS = 4
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync came to: the file, what changes in it, and what was left as it is."""

    file: str
    changes: tuple[Change, ...]
    remarks: tuple[Diagnostic, ...]
    is_written: bool


def sync_style(workspace: Workspace, name: str, *, is_trial: bool = False) -> SyncResult:
    """Bring the measures of the Word shells of a style over to its file.

    Args:
        workspace: where they lie.
        name: the style.
        is_trial: whether to say only what would change.

    Raises:
        NotFound: the style does not exist.
        Refused: the style or a shell holds errors, the style is not the officer's own, or the file
            would not be sound with what Word has.
        Unreachable: a file cannot be read or written.
    """
    choose_styles(workspace, [name])
    own = workspace.find_file(f"styles/{name}/{STYLE_FILE}")
    if own is None or own.name.startswith(BUILTIN_PREFIX):
        raise Refused(_not_own(name))
    style, measures = _measured(workspace, name)
    if not measures:
        return SyncResult(own.name, (), (_no_shell(name),), is_written=False)
    revised, made, remarks = own.data, dict[tuple[str, ...], Change](), tuple[Diagnostic, ...]()
    # A change may show another: the white after a list is that of the text, unless it has its own.
    for _ in range(_MOST_ROUNDS):
        step: Plan = plan(measures, style)
        remarks = step.remarks
        if not step.changes:
            break
        revised = _edited(revised, step.changes)
        for change in step.changes:
            before = made.get(change.path, change).before
            made[change.path] = replace(change, before=before)
        trial = _revised(workspace, name, revised)
        style, measures = _measured_anew(trial, name, step.changes, style)
    if FONT in made:
        remarks = (*remarks, other_fonts(made[FONT], style))
    if made and not is_trial:
        path = workspace.root / own.name

        def accept(_: Path, data: bytes) -> None:
            _refuse_unsound(_revised(workspace, name, data), name, style)

        write_together({path: revised}, accept)
    return SyncResult(own.name, tuple(made.values()), remarks, bool(made) and not is_trial)


def _revised(workspace: Workspace, name: str, data: bytes) -> Workspace:
    return workspace.supposing({f"styles/{name}/{STYLE_FILE}": data})


def _measured(workspace: Workspace, name: str) -> tuple[Style, Measures]:
    """The style, and the measures of each shell that is its own.

    Raises:
        Refused: a shell cannot be used.
    """
    from pmg_docs.writers.docx.agreement.measured import measure_shell
    from pmg_docs.writers.docx.shell import open_shell

    measures: dict[str, tuple[Measure, ...]] = {}
    for one in looks_of(workspace, name):
        if not one.has_word or one.owner is None or one.owner.name != name:
            continue
        style, shell = one.look.style, one.look.shell
        roles = tuple((role, spec.word) for role, spec in style.roles.items())
        open_shell(shell.data, shell.name, roles).refuse_faults()
        measures[shell.name] = measure_shell(shell.data, style)
    return read_style(workspace, name), measures


def _measured_anew(
    workspace: Workspace, name: str, changes: tuple[Change, ...], before: Style
) -> tuple[Style, Measures]:
    """Measure once more, after it was seen that these changes and no others arrived."""
    style, measures = _measured(workspace, name)
    old, new = _flat(before), _flat(style)
    arrived = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    if arrived != {change.path for change in changes}:
        raise Refused(_not_arrived(name))
    return style, measures


def _refuse_unsound(workspace: Workspace, name: str, wanted: Style) -> None:
    """Read the file as it was written, and every style that stands on it."""
    style = read_style(workspace, name)
    if style != wanted:
        raise Refused(_not_arrived(name))
    for other in workspace.folders("styles", STYLE_FILE):
        try:
            read_style(workspace, other)
        except PmgError as problem:
            before = Workspace(workspace.root, workspace.builtin)
            if _is_sound(before, other):
                raise Refused(problem.findings) from problem


def _is_sound(workspace: Workspace, name: str) -> bool:
    try:
        read_style(workspace, name)
    except PmgError:
        return False
    return True


def _edited(data: bytes, changes: tuple[Change, ...]) -> bytes:
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    for change in changes:
        text = with_value(text, change.path, change.typed)
    return (mark + text).encode("utf-8")


def _flat(style: Style) -> dict[tuple[str, ...], object]:
    """Every value of a style by its path."""
    flat: dict[tuple[str, ...], object] = {}

    def lay(value: object, path: tuple[str, ...]) -> None:
        if isinstance(value, Mapping):
            for key, inner in value.items():
                lay(inner, (*path, str(key)))
        else:
            flat[path] = value

    lay(style.model_dump(by_alias=True), ())
    return flat


def _not_own(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG475", f"De stijl {name} hoort bij pmg zelf en wordt niet veranderd.",
        hints=(f"Maak een eigen stijl met daarin breidt_uit: {name}, en gebruik die.",),
    )  # fmt: skip


def _no_shell(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG474", f"De stijl {name} heeft geen eigen Word-sjabloon om maten uit over te nemen.",
        style_place(name), Severity.WAARSCHUWING,
        hints=(f"Kopieer templates/_delen/shell.docx naar styles/{name}/nota en verander het daar.",
               "Doe dat voor elke soort die anders moet worden."),
    )  # fmt: skip


def _not_arrived(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG476", f"De maten van Word zijn in styles/{name}/{STYLE_FILE} niet goed in te vullen.",
        style_place(name),
        hints=("Vul ze zelf in; pmg style check zegt welke het zijn.",),
    )  # fmt: skip
