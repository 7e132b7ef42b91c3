"""Find and read types and styles: the workspace's own first, then the built-in ones."""

from collections.abc import Mapping

from pmg_docs.inputs.located import KeyPath, Located, parse
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import nearest, validate
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.look import Asset, Look
from pmg_docs.specs.sound_style import faults_of as style_faults
from pmg_docs.specs.sound_type import faults_of as type_faults
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import InputFile, Workspace

TYPE_FILE = "soort.yaml"
STYLE_FILE = "stijl.yaml"
SHARED = "_delen"


def load_type(
    workspace: Workspace, name: str, where: Place, *, is_given: bool = True
) -> tuple[DocType, InputFile]:
    """Read a document type.

    Args:
        workspace: where to look.
        name: the name of its folder under `templates/`.
        where: what asked for it, for messages.
        is_given: False when the name is only that of the letter's file.

    Raises:
        Refused: there is no such type, or its file holds errors.
    """
    file = workspace.find_file(f"templates/{name}/{TYPE_FILE}")
    if file is None:
        known = workspace.folders("templates", TYPE_FILE)
        if not is_given:
            raise Refused(
                Diagnostic("PMG131", "Van deze brief is niet te zien wat voor soort het is.", where,
                           hints=(f"Zet bovenaan: soort: … ({', '.join(known)}).",))
            )  # fmt: skip
        raise Refused(
            Diagnostic(
                "PMG131", f"De soort '{name}' bestaat niet.", where, hints=nearest(name, known)
            )
        )
    located = parse(file.name, decode(file))
    doc_type = validate(DocType, located)
    folders = (f"templates/{name}", f"templates/{SHARED}")
    if faults := tuple(type_faults(doc_type, located, workspace, folders)):
        raise Refused(faults)
    return doc_type, file


def load_style(
    workspace: Workspace, name: str, where: Place
) -> tuple[Style, tuple[InputFile, ...], Mapping[str, Place]]:
    """Read a style with all that it extends, folded in key by key.

    Returns:
        The style, the files that it was read from, and where each part of `afzender` is written.

    Raises:
        Refused: a style does not exist, extends itself, or holds errors.
    """
    files: list[InputFile] = []
    chain: list[str] = []
    layers: list[Located] = []
    following, asked_at = name, where
    while following:
        if following in chain:
            raise Refused(_circle([*chain, following], asked_at))
        file, located = _style_layer(workspace, following, asked_at)
        files.append(file)
        chain.append(following)
        layers.append(located)
        data = located.data if isinstance(located.data, dict) else {}
        parent = data.get("breidt_uit")
        following = parent if isinstance(parent, str) else ""
        asked_at = located.place(("breidt_uit",))
    folded = layers[-1]
    for layer in reversed(layers[:-1]):
        folded = _fold(folded, layer)
    style = validate(Style, folded).model_copy(update={"chain": tuple(chain)})
    folders = [f"styles/{link}" for link in chain]
    if faults := tuple(style_faults(style, folded, workspace, folders)):
        raise Refused(faults)
    parts = {
        str(path[1]): place
        for path, place in folded.keys.items()
        if len(path) == 2 and path[0] == "afzender"
    }
    return style, tuple(files), parts


def load_look(workspace: Workspace, style: Style, type_name: str) -> Look:
    """Read the files that give a type its look in a style.

    A file is looked up in the style's folder for that type, then in the styles that it extends,
    then in the folder of the type, then among the parts that types share.

    Raises:
        Refused: a file is missing.
    """

    def of_type(file_name: str) -> Asset:
        places = [f"styles/{link}/{type_name}/{file_name}" for link in style.chain]
        shared = [f"templates/{folder}/{file_name}" for folder in (type_name, SHARED)]
        return _asset(workspace, [*places, *shared])

    def of_style(file_name: str) -> Asset:
        return _asset(workspace, [f"styles/{link}/{file_name}" for link in style.chain])

    return Look(
        style=style,
        shell=of_type("shell.docx"),
        page=of_type("page.html.j2"),
        css=of_style("style.css"),
        fonts={variant: of_style(name) for variant, name in style.typeface.files.items()},
        logo=of_style(style.mark.file) if style.mark.file else None,
    )


def _style_layer(workspace: Workspace, name: str, where: Place) -> tuple[InputFile, Located]:
    file = workspace.find_file(f"styles/{name}/{STYLE_FILE}")
    if file is None:
        known = workspace.folders("styles", STYLE_FILE)
        raise Refused(
            Diagnostic(
                "PMG132", f"De stijl '{name}' bestaat niet.", where, hints=nearest(name, known)
            )
        )
    return file, parse(file.name, decode(file))


def _circle(chain: list[str], where: Place) -> Diagnostic:
    way = " → ".join(chain)
    return Diagnostic(
        "PMG133",
        f"Deze stijl breidt uiteindelijk zichzelf uit ({way}).",
        where,
        hints=("Haal een van de regels 'breidt_uit' weg.",),
    )


def _fold(base: Located, over: Located) -> Located:
    """Lay one YAML file over another: mappings key by key, anything else as a whole."""
    places: dict[KeyPath, Place] = dict(base.places)
    keys: dict[KeyPath, Place] = dict(base.keys)

    def lay(below: object, above: object, path: KeyPath) -> object:
        if isinstance(below, dict) and isinstance(above, dict):
            merged = {k: v for k, v in below.items() if k not in above}
            for key, value in above.items():
                inner = (*path, key)
                keys[inner] = over.keys[inner]
                merged[key] = lay(below.get(key), value, inner)
            return merged
        depth = len(path)
        for known in [p for p in places if p[:depth] == path]:
            del places[known]
        places.update({p: place for p, place in over.places.items() if p[:depth] == path})
        keys.update({p: place for p, place in over.keys.items() if p[:depth] == path})
        return above

    data = lay(base.data, over.data, ())
    return Located(over.file, data, places, keys)  # type: ignore[arg-type]


def _asset(workspace: Workspace, candidates: list[str]) -> Asset:
    for candidate in candidates:
        file = workspace.find_file(candidate)
        if file is not None:
            return Asset(file.name, file.data)
    raise Refused(
        Diagnostic(
            "PMG134",
            f"Het bestand {candidates[0]} ontbreekt.",
            hints=(
                f"Er is gezocht in: {', '.join(candidates)}.",
                "Of laat de stijl een andere uitbreiden, die het wel heeft: breidt_uit: rijk.",
            ),
        )
    )
