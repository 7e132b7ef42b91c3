"""What must hold between the values of a type: each name is known, each number used once."""

from collections.abc import Iterable, Iterator

from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.inputs.sender import Sender
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.doc_type import DocType
from pmg_docs.workspace.folder import Workspace

HEAD_KEYS = frozenset(
    {"kenmerk", "uw_kenmerk", "datum", "onderwerp", "projectnaam", "dossiernummer", "aan"}
    | {"kopie_aan", "ondertekenaars", "mede_namens", "bijlagen", "embargo", "contact", "voor"}
    | {"parafen"}
)
"""The keys above a letter that a field may print."""

"""The parts of a sender that a field may print, as `afzender.directie`."""

FORMATS = ("docx", "odt", "pdf", "html", "md", "txt")
"""Every format by the ending of its file name."""

_ALWAYS_SHOWN = frozenset({"status", "documentwoord"})
_SENDER = "afzender."


def faults_of(
    doc_type: DocType, located: Located, workspace: Workspace, folders: Iterable[str]
) -> Iterator[Diagnostic]:
    """What is wrong with a type of which each value on its own is sound.

    Args:
        doc_type: the type.
        located: its file, for places.
        workspace: where its standard parts are sought.
        folders: the folders in which they are.
    """
    yield from _unknown_sources(doc_type, located)
    yield from _unknown_omissions(doc_type, located)
    yield from _unknown_formats(located, ("formaten",), doc_type.formats)
    yield from _double_numbers(doc_type, located)
    for index, section in enumerate(doc_type.sections):
        candidates = [f"{folder}/{section.standard}" for folder in folders]
        if section.standard and not any(map(workspace.find_file, candidates)):
            yield Diagnostic(
                "PMG134",
                f"Het standaarddeel {section.standard} ontbreekt.",
                located.place(("secties", index, "standaard")),
                hints=(f"Er is gezocht in: {', '.join(candidates)}.",),
            )


def _unknown_sources(doc_type: DocType, located: Located) -> Iterator[Diagnostic]:
    parts = {f"{_SENDER}{part}" for part in Sender.model_fields}
    for name, spec in doc_type.fields.items():
        known = parts if spec.source.startswith(_SENDER) else HEAD_KEYS
        if spec.source and spec.source not in known:
            where = ("velden", name, "uit")
            yield _unknown(spec.source, "gegeven", known, located, where)
        elif not spec.source and name not in HEAD_KEYS:
            yield Diagnostic(
                "PMG130",
                f"'{name[:60]}' is geen bekend gegeven, en er staat niet bij waar het uit komt.",
                located.key_place(("velden", name)),
                hints=(
                    *nearest(name, HEAD_KEYS),
                    "Of noem de plek waar het staat, zoals 'uit: afzender.directie'.",
                ),
            )
    for index, aside in enumerate(doc_type.asides):
        for place, key in enumerate(aside.fields):
            if key not in HEAD_KEYS:
                yield _unknown(key, "gegeven", HEAD_KEYS, located, ("slot", index, "velden", place))


def _unknown_omissions(doc_type: DocType, located: Located) -> Iterator[Diagnostic]:
    known = {*doc_type.fields, *(aside.name for aside in doc_type.asides), *_ALWAYS_SHOWN}
    for name, formats in doc_type.omissions.items():
        if name not in known:
            where = located.key_place(("weglaten", name))
            yield Diagnostic(
                "PMG130",
                f"'{name[:60]}' is geen veld en geen deel van het slot.",
                where,
                hints=nearest(name, known),
            )
        yield from _unknown_formats(located, ("weglaten", name), formats)


def _unknown_formats(
    located: Located, path: KeyPath, formats: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for index, name in enumerate(formats):
        if name not in FORMATS:
            yield _unknown(name, "formaat", FORMATS, located, (*path, index))


def _double_numbers(doc_type: DocType, located: Located) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, section in enumerate(doc_type.sections):
        number = section.label.rstrip(".")
        if number and number in seen:
            yield Diagnostic(
                "PMG145",
                f"Het nummer '{section.label[:60]}' staat bij meer dan één sectie.",
                located.place(("secties", index, "nummer")),
                hints=("Geef elke sectie een eigen nummer.",),
            )
        seen.add(number)


def _unknown(
    name: str, word: str, known: Iterable[str], located: Located, path: KeyPath
) -> Diagnostic:
    return Diagnostic(
        "PMG130",
        f"'{name[:60]}' is geen bekend {word}.",
        located.place(path),
        hints=nearest(name, known),
    )
