"""Converting: the files that LibreOffice makes out of ours, all of a build in one run."""

from collections.abc import Mapping
from pathlib import Path

from pmg_docs.app.dossier import Draft
from pmg_docs.app.installing import OFFICE, command_for
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable
from pmg_docs.writers import WRITERS


def convert_all(drafts: Mapping[Path, Draft]) -> dict[Path, bytes]:
    """The ODF text files of drafts, by where they come.

    Raises:
        Refused: the Word file of a letter cannot be written.
        Unreachable: LibreOffice is not there, or did not give a file back.
    """
    if not drafts:
        return {}
    from pmg_docs.workspace.office import convert, find_office
    from pmg_docs.writers.odt import finish, plain

    office = find_office()
    if office is None:
        raise Unreachable(
            Diagnostic("PMG432", "Een odt maken kan hier niet: LibreOffice is er niet.",
                       hints=(f"Installeer het met: {command_for(OFFICE)}",
                              "De andere bestanden kunnen zonder."))
        )  # fmt: skip
    shown = {path: draft.document.shown_in("odt") for path, draft in drafts.items()}
    names = {path: f"{path.parent.name}/{path.stem}" for path in drafts}
    sources = {
        names[path]: plain(WRITERS["docx"](shown[path], draft.look))
        for path, draft in drafts.items()
    }
    made = convert(office, sources, "docx", "odt")
    return {path: finish(made[names[path]], shown[path], names[path]) for path in drafts}
