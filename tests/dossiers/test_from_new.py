"""At a second ministry, from `pmg new` and folders alone: all types, other labels, at once."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.new.dossier import new_dossier
from pmg_docs.app.new.letter import new_letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.outputs import READ, squeezed

TYPES = ("kamerbrief", "persbericht", "voortgangsrapportage")

STYLE = """\
naam: vws
breidt_uit: rijk
afzender: {ministerie: Ministerie van Volksgezondheid, website: www.vws.nl}
labels: {onderwerp: Onderwerp, kenmerk: Onze referentie}
kenmerk: {patroon: '[0-9]{7}-[0-9]{7}-[a-z]+', voorbeeld: 3798064-1063791-pdo}
"""


def left_to_write(findings: tuple[Diagnostic, ...]) -> bool:
    """Whether all that is found are the sentences that an officer is to replace."""
    return {(f.code, f.stops) for f in findings} == {("PMG288", False)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vws")
    write_tree(root, {"styles/vws/stijl.yaml": STYLE})
    folder, _ = new_dossier(root, "zorg")
    facts = folder / "feiten.yaml"
    facts.write_text(facts.read_text().replace("stijl: rijk", "stijl: vws"))
    for name in TYPES:
        new_letter(Workspace.at(root), "zorg", name)
    assert left_to_write(build(Workspace.at(root)).findings)
    return root


@pytest.mark.parametrize("name", (*TYPES, "nota"))
@pytest.mark.parametrize("ending", READ)
def test_a_first_version_holds_the_facts_of_the_dossier(root: Path, ending: str, name: str):
    found = squeezed(READ[ending](root / f"build/zorg/{name}.{ending}"))

    assert squeezed("Assen, ’s-Hertogenbosch, Súdwest-Fryslân en Venlo") in found
    assert "250.000" in found


def test_a_programme_with_awkward_signs_comes_through(tmp_path: Path):
    name = "Veen & Water: “’s-Gravenzande” in de Ĳpolder #2"
    new_dossier(tmp_path, "veen", programme=name)
    for kind in TYPES:
        new_letter(Workspace.at(tmp_path), "veen", kind)

    assert left_to_write(build(Workspace.at(tmp_path), formats=["md"]).findings)
    for kind in TYPES:
        assert name in READ["md"](tmp_path / f"build/veen/{kind}.md")


@pytest.mark.parametrize("ending", READ)
def test_a_label_is_the_ministrys_own(root: Path, ending: str):
    found = squeezed(READ[ending](root / f"build/zorg/kamerbrief.{ending}")).replace("**", "")

    assert squeezed("Onderwerp Groen in de Buurt") in found
    assert squeezed("Onze referentie") in found


def test_a_press_release_comes_as_plain_text_too(root: Path):
    assert "250.000 euro" in (root / "build/zorg/persbericht.txt").read_text().replace("\xa0", " ")


def test_a_letter_that_exists_is_left_alone(root: Path):
    with pytest.raises(Refused) as caught:
        new_letter(Workspace.at(root), "zorg", "kamerbrief")

    assert caught.value.findings[0].code == "PMG163"
