"""The documents that every validator must find sound: those of `letters/`, and awkward ones."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from pmg_docs.app.build import build
from pmg_docs.app.new.dossier import new_dossier
from pmg_docs.app.new.letter import new_letter
from pmg_docs.model.fixed import as_final
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import WRITERS
from tests.builders.folder import dossier
from tests.builders.letters import hostile_facts, long_letter, new_type, second_ministry
from tests.builders.look import ROOT, look
from tests.builders.tree import FOUR_WHO_SIGN, kamerbrief, nota, persbericht

_WIDE = """\
Rioolwaterzuiveringsinstallatievergunningaanvraagformulierbehandelingstermijnoverschrijding en
[een adres](https://www.rijksoverheid.nl/documenten/een/heel/lang/adres/dat/niet/wil/afbreken/{streep}).

| Jaar | Eerste kwartaal | Tweede kwartaal | Derde kwartaal | Som | Deel | Noot | Bron |
|---|--:|--:|--:|--:|:-:|---|---|
| 2025 | € 1.000.000.000 | € 1.000.000.000 | € 1.000.000.000 | € 4 | {{{{ naam }}}} | x[^1] | y |

- een
    - twee
        - drie, met **vet *en schuin*** en {{{{ gat }}}}

        1. vier
        2. vijf[^2]

> Een aanhaling met {{{{ naam }}}}.

[^1]: Eerste noot, met [een koppeling](https://www.rijksoverheid.nl).
[^2]: Tweede noot:

    - met een lijst
""".format(streep="-" * 60)  # fmt: skip


def documents(root: Path, formats: Sequence[str]) -> list[Path]:
    """Every document, built or written below a folder, in these formats."""
    for name, make in _WORKSPACES.items():
        build(make(root / name), formats=formats)
    trees = {
        "nota": nota(), "vier": kamerbrief(FOUR_WHO_SIGN), "embargo": persbericht(),
        "definitief": as_final(nota(kenmerk="IENW/BSK-2024/353709")),
        "definitief-vreemd": as_final(nota(kenmerk="\u05d0 & <b>, 'x' \"y\" € (5) \\")),
    }  # fmt: skip
    folder = root / "boom" / "build"
    folder.mkdir(parents=True)
    for name, tree in trees.items():
        for ending in formats:
            (folder / f"{name}.{ending}").write_bytes(WRITERS[ending](tree, look()))
    return sorted(file for ending in formats for file in root.glob(f"*/build/**/*.{ending}"))


def _letters(root: Path) -> Workspace:
    shutil.copytree(ROOT / "letters", root / "letters")
    return Workspace.at(root)


def _started(root: Path) -> Workspace:
    """What `pmg new` makes, in every type, before anyone has changed a word."""
    new_dossier(root, "nieuw", programme="Veen & Water: “’s-Gravenzande” in de Ĳpolder #2")
    for kind in ("kamerbrief", "persbericht", "voortgangsrapportage"):
        new_letter(Workspace.at(root), "nieuw", kind)
    return Workspace.at(root)


def _wide(root: Path) -> Workspace:
    """Long words, a table of eight columns, lists in lists, Hebrew, and a gap."""
    return dossier(root, "naam: {tekst: 'שלום עולם'}\ngat: {open: nog te bepalen}", _WIDE)


_WORKSPACES: dict[str, Callable[[Path], Workspace]] = {
    "brieven": _letters,
    "ministerie": second_ministry,
    "lang": long_letter,
    "vijandig": hostile_facts,
    "soort": new_type,
    "nieuw": _started,
    "breed": _wide,
}
