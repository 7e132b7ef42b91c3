from pathlib import Path

import pytest

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.model.document import Heading
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import HEAD, write_tree


def nota(root: Path, text: str) -> DossierReport:
    write_tree(
        root,
        {
            "letters/proef/feiten.yaml": "stijl: rijk\nfeiten: {a: 1}\n",
            "letters/proef/nota.md": HEAD + text,
        },
    )
    return read_dossier(Workspace.at(root), "proef")


CORE = "## Aanleiding\n\nx\n\n## Geadviseerd besluit\n\nx\n\n## Kernpunten\n\nx\n"


def headings(report: DossierReport) -> list[tuple[int, str]]:
    assert report.findings == ()
    return [(b.level, b.label) for b in report.drafts[0].document.body if isinstance(b, Heading)]


def test_labels_are_fixed_and_never_renumbered(tmp_path: Path):
    report = nota(tmp_path, CORE + "\n## Krachtenveld\n\nx\n\n## Uitvoering\n\nx\n")

    labels = [label for _, label in headings(report)]
    assert labels == ["1.", "2.", "3.", "4.4", "4.6", "5."]


def test_a_label_may_be_typed_and_case_does_not_matter(tmp_path: Path):
    report = nota(tmp_path, CORE.replace("## Aanleiding", "## 1. AANLEIDING"))

    assert headings(report)[0] == (1, "1.")


def test_4_1_stands_below_4_only_when_4_is_there(tmp_path: Path):
    without = nota(tmp_path / "a", CORE + "\n## Politieke context\n\nx\n")
    with_four = nota(tmp_path / "b", CORE + "\n## 4 Toelichting\n\n## Politieke context\n\nx\n")

    assert (1, "4.1") in headings(without)
    assert (2, "4.1") in headings(with_four)


def test_a_section_that_is_left_out_gets_its_standard_part(tmp_path: Path):
    report = nota(tmp_path, CORE)

    assert headings(report)[-1] == (1, "5.")


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        (CORE + "\n## Krachtveld\n\nx\n", "PMG261", 20, "Krachtenveld"),
        (CORE + "\n## Toelichting\n\nx\n", "PMG262", 20, "5.1 Toelichting"),
        (CORE.replace("## Kernpunten\n\nx\n", ""), "PMG263", 1, "3. Kernpunten"),
        (CORE.replace("## Kernpunten\n\nx", "## Kernpunten"), "PMG264", 16, "Kernpunten"),
        ("## Kernpunten\n\nx\n\n" + CORE.replace("## Kernpunten\n\nx\n", ""), "PMG265", 12, "vóór"),
        (CORE + "\n## Kernpunten\n\nx\n", "PMG266", 20, "regel 16"),
        ("# Nota\n\n" + CORE, "PMG267", 8, "##"),
        ("Los.\n\n" + CORE, "PMG268", 8, "eerste onderdeel"),
    ],
)
def test_a_mistake_in_the_sections_is_named_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, says: str
):
    findings = nota(tmp_path, text).findings

    finding = findings[0]
    assert (finding.code, finding.where and finding.where.line) == (code, line)
    assert says in " ".join((finding.message, *finding.hints))


def test_a_type_without_sections_is_free(tmp_path: Path):
    write_tree(tmp_path, {"templates/vrij/soort.yaml": "naam: vrij\nvelden: {}\n"})
    write_tree(
        tmp_path,
        {
            "letters/proef/feiten.yaml": "stijl: rijk\nfeiten: {a: 1}\n",
            "letters/proef/x.md": "---\nsoort: vrij\n---\nAanhef.\n\n## 1. Kop\n\nTekst.\n",
        },
    )

    assert headings(read_dossier(Workspace.at(tmp_path), "proef")) == [(1, "1.")]
