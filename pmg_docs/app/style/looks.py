"""The look that a style gives to each type, and which style a Word shell has its measures from."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.loading import STYLE_FILE, TYPE_FILE, load_look, load_style, load_type
from pmg_docs.specs.look import Look
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import BUILTIN_PREFIX, Workspace


@dataclass(frozen=True, slots=True)
class TypeLook:
    """A type with the look that a style gives it.

    `owner` is the style that the Word shell is to agree with, None when that is no style of the
    chain: a letter gets the measures of its own style whatever its shell says.
    """

    doc_type: DocType
    look: Look
    owner: Style | None

    @property
    def has_word(self) -> bool:
        """Whether letters of the type are made as Word files."""
        return "docx" in self.doc_type.formats


def choose_styles(workspace: Workspace, names: Sequence[str]) -> tuple[str, ...]:
    """The styles of these names, or all.

    Raises:
        NotFound: a style does not exist.
    """
    known = workspace.folders("styles", STYLE_FILE)
    wrong = [name for name in names if name not in known]
    if wrong:
        raise NotFound(
            Diagnostic("PMG473", f"De stijl '{name[:60]}' bestaat niet.",
                       hints=nearest(name, known))
            for name in wrong
        )  # fmt: skip
    return tuple(dict.fromkeys(names)) or known


def read_style(workspace: Workspace, name: str) -> Style:
    """A style by its name.

    Raises:
        Refused: the style holds errors.
        Unreachable: a file cannot be read.
    """
    return load_style(workspace, name, style_place(name))[0]


def style_place(name: str) -> Place:
    """The file of a style as a whole, for messages."""
    return Place(f"styles/{name}/{STYLE_FILE}", 0)


def looks_of(workspace: Workspace, name: str) -> tuple[TypeLook, ...]:
    """The look that a style gives to each type there is.

    Raises:
        Refused: the style or a type holds errors, or a file is missing.
        Unreachable: a file cannot be read.
    """
    style = read_style(workspace, name)
    looks = []
    for type_name in workspace.folders("templates", TYPE_FILE):
        doc_type, _ = load_type(workspace, type_name, style_place(name))
        look = load_look(workspace, style, type_name)
        looks.append(TypeLook(doc_type, look, _owner(workspace, style, look.shell.name)))
    return tuple(looks)


def _owner(workspace: Workspace, style: Style, shell: str) -> Style | None:
    """The style that a shell belongs to.

    A shell in the folder of a style is of that style. One among the types is of the style that
    the others of the chain stand on, as far as that comes from the same place: what an officer
    made is no measure for what comes with pmg, nor the other way round.
    """
    is_builtin = shell.startswith(BUILTIN_PREFIX)
    parts = shell.removeprefix(BUILTIN_PREFIX).split("/")
    if parts[0] == "styles":
        if parts[1] not in style.chain:
            return None
        return style if parts[1] == style.name else read_style(workspace, parts[1])
    for name in reversed(style.chain):
        file = workspace.find_file(f"styles/{name}/{STYLE_FILE}")
        if file is not None and file.name.startswith(BUILTIN_PREFIX) == is_builtin:
            return style if name == style.name else read_style(workspace, name)
    return None
