"""The nota of 4 April 2024: what its sources say stands in every output."""

import shutil
from pathlib import Path

import pytest

from pmg_docs.app.build import BuildResult, build
from pmg_docs.app.dossier import read_dossier
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Severity
from pmg_docs.model.document import FactText, Heading, Text, plain_text
from pmg_docs.workspace.folder import Workspace
from tests.builders.outputs import READ, pdf_pages, squeezed

ROOT = Path(__file__).parents[2]
DOSSIER = "pmg-2024-flexibele-uitvraag"

MUNICIPALITIES = (
    "Almelo, Bergen op Zoom, Brunssum, Den Helder, Diemen, Gouda, Haarlem, Hoorn, Kerkrade, "
    "Leiden, Middelburg, Nissewaard, Oosterhout, Rijswijk, Roermond, Venray, Vlissingen, "
    "Zoetermeer, Zutphen en Zwolle"
)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    root = tmp_path_factory.mktemp("nota")
    for name in (DOSSIER, "_gedeeld"):
        shutil.copytree(ROOT / "letters" / name, root / "letters" / name)
    return build(Workspace.at(root))


@pytest.fixture(scope="module")
def folder(result: BuildResult) -> Path:
    return result.files[0].parent


@pytest.mark.parametrize("ending", READ)
@pytest.mark.parametrize(
    "words",
    [
        "Minister van Justitie en Veiligheid",
        "Minister voor Rechtsbescherming",
        "Directoraat-Generaal Rechtspleging en Rechtshandhaving",
        "Directie Veiligheid en Bestuur",
        "Turfmarkt 147",
        "2511 DP Den Haag",
        "Postbus 20301",
        "2500 EH Den Haag",
        "www.rijksoverheid.nl/jenv",
        "Incidentele ondersteuning lokale preventieve aanpak Preventie met Gezag",
        "4 april 2024",
        "5300203",
        "Preventie met Gezag",
        "[nog open: het dossiernummer]",
        "[nog open: het kenmerk van de Kamerbrief]",
        "CONCEPT",
        MUNICIPALITIES,
        "€ 500.000,- per jaar",
        "€ 10.000.000,- per jaar, 3 jaar lang: juli 2024 tot juli 2027",
        "€ 30.000.000,-",
        "8 tot en met 27 jaar",
        "7 juli 2023",
        "Kamerstukken II 2022/23, 28741, nr. 106",
        "Stcrt. 2024, 12052",
        "3B. Financiële gevolgen voor maatschappelijke sectoren",
        "6. Evaluatieparagraaf",
        "DG Ondermijning",
        "4.6 Uitvoering",
        "5.1 Toelichting",
    ],
)
def test_what_the_sources_say_stands_in_every_output(folder: Path, ending: str, words: str):
    found = READ[ending](folder / f"nota.{ending}")

    assert squeezed(words) in squeezed(found.replace("**", ""))


def test_each_page_of_the_pdf_carries_sender_date_kenmerk_status_and_number(folder: Path):
    pages = [squeezed(page) for page in pdf_pages(folder / "nota.pdf")]

    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        for words in ("CONCEPT", "Directie Veiligheid en Bestuur", "Datum 4 april 2024",
                      "Ons kenmerk 5300203", f"Pagina {number} van {len(pages)}"):  # fmt: skip
            assert squeezed(words) in page


def test_follow_on_pages_carry_no_address(folder: Path):
    for page in pdf_pages(folder / "nota.pdf")[1:]:
        assert "Turfmarkt" not in page
        assert "Dossiernummer" not in page


def test_every_figure_of_the_nota_comes_from_a_fact():
    [draft] = read_dossier(Workspace.at(ROOT), DOSSIER, ["nota"]).drafts
    literal = [i for i in draft.document.inlines() if isinstance(i, Text) and i.where is not None]

    assert [i.text for i in literal if any(c.isdigit() for c in i.text)] == []


def test_every_fact_shown_has_a_source_or_is_an_open_gap():
    workspace = Workspace.at(ROOT)
    [draft] = read_dossier(workspace, DOSSIER, ["nota"]).drafts
    facts, _ = read_facts(workspace, DOSSIER)
    shown = {o.path.split(".")[0] for i in draft.document.inlines()
             if isinstance(i, FactText) for o in i.origins}  # fmt: skip
    assert [p for p in shown if facts[p].value.kind != "open" and not facts[p].source] == []


def test_the_sections_are_those_of_the_seed():
    [draft] = read_dossier(Workspace.at(ROOT), DOSSIER, ["nota"]).drafts

    headings = [b for b in draft.document.body if isinstance(b, Heading)]
    assert [(h.label, plain_text(h.children)) for h in headings] == [
        ("1.", "Aanleiding"),
        ("2.", "Geadviseerd besluit"),
        ("3.", "Kernpunten"),
        ("4.1", "Politieke context"),
        ("4.2", "Financiële overwegingen"),
        ("4.3", "Juridische overwegingen"),
        ("4.4", "Krachtenveld"),
        ("4.6", "Uitvoering"),
        ("5.", "Informatie die niet openbaar gemaakt kan worden"),
        ("5.1", "Toelichting"),
    ]


def test_the_contradiction_on_the_period_is_shown_and_does_not_stop_the_build(result: BuildResult):
    [finding] = result.findings

    assert (finding.code, finding.severity) == ("R5", Severity.WAARSCHUWING)
    assert "juli 2027" in finding.message
    assert "mei 2027" in finding.message
