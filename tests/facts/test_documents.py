import datetime as dt
from pathlib import Path

import pytest

from pmg_docs.model.value import Date, GazetteNotice, ParliamentaryPaper, Reference
from tests.builders.facts import fact, refusal

PAPER = "kamer: II, vergaderjaar: 2022/23, dossier: 28741, nummer: 106"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (f"{{kamerstuk: {{{PAPER}}}}}", ParliamentaryPaper("II", "2022/23", "28741", "106")),
        (
            f"{{kamerstuk: {{{PAPER}, datum: 2023-07-07, titel: Aanpak}}}}",
            ParliamentaryPaper(
                "II", "2022/23", "28741", "106", Date(dt.date(2023, 7, 7)), "Aanpak"
            ),
        ),
        (
            "{kamerstuk: {kamer: I, vergaderjaar: 2008/09, dossier: 31700 VI, nummer: D}}",
            ParliamentaryPaper("I", "2008/09", "31700 VI", "D"),
        ),
        ("{staatscourant: {jaar: 2024, nummer: 12052}}", GazetteNotice(2024, "12052")),
        ("{staatsblad: {jaar: 2024, nummer: 71}}", GazetteNotice(2024, "71", is_law=True)),
        (
            f"{{verwijzing: {{titel: Brief, kenmerk: '4', kamerstuk: {{{PAPER}}}}}}}",
            Reference(
                "Brief",
                kenmerk="4",
                paper=ParliamentaryPaper("II", "2022/23", "28741", "106"),
            ),
        ),
    ],
)
def test_an_earlier_document_is_read(tmp_path: Path, typed: str, value: object):
    assert fact(tmp_path, typed).value == value


@pytest.mark.parametrize("dossier", ["21501-02", "36200 VI", "31700 XVII", "35899 (R2160)"])
def test_the_number_of_a_file_may_have_a_suffix(tmp_path: Path, dossier: str):
    paper = PAPER.replace("28741", dossier)

    value = fact(tmp_path, f"{{kamerstuk: {{{paper}}}}}").value

    assert isinstance(value, ParliamentaryPaper)
    assert value.file == dossier


@pytest.mark.parametrize(
    ("right", "wrong", "code", "says"),
    [
        ("kamer: II", "kamer: Tweede", "PMG113", "II"),
        ("2022/23", "2022/24", "PMG216", "2022/23"),
        ("2022/23", "2022-2023", "PMG216", "vergaderjaar"),
        ("28741", "28 741", "PMG216", "Typ 28741"),
        ("28741", "28741a", "PMG216", "Kamerdossier"),
        ("106", "nr. 106", "PMG216", "alleen het nummer"),
    ],
)
def test_a_paper_of_another_form_is_refused_at_its_part(
    tmp_path: Path, right: str, wrong: str, code: str, says: str
):
    typed = "a: {kamerstuk: {" + PAPER.replace(right, wrong) + "}}"

    found, line, column, said = refusal(tmp_path, typed)

    value = wrong.removeprefix("kamer: ")
    assert (found, line, column) == (code, 3, 3 + typed.index(value))
    assert says in said


def test_a_paper_dated_outside_its_session_year_is_refused_at_the_date(tmp_path: Path):
    typed = f"a: {{kamerstuk: {{{PAPER}, datum: 2024-04-04}}}}"

    code, _, column, said = refusal(tmp_path, typed)

    assert (code, column) == ("PMG217", 3 + typed.index("2024-04-04"))
    assert "2023/24" in said


def test_the_paper_of_a_reference_is_held_against_its_session_year_too(tmp_path: Path):
    typed = f"a: {{verwijzing: {{titel: B, kamerstuk: {{{PAPER}, datum: 2024-04-04}}}}}}"

    code, _, column, _ = refusal(tmp_path, typed)

    assert (code, column) == ("PMG217", 3 + typed.index("2024-04-04"))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("a: {staatscourant: {jaar: 24, nummer: 12052}}", "24"),
        ("a: {staatscourant: {jaar: 2024, nummer: nr. 5}}", "cijfers"),
        ("a: {staatsblad: {jaar: 2024, nummer: 0}}", "cijfers"),
    ],
)
def test_a_publication_of_another_form_is_refused(tmp_path: Path, typed: str, says: str):
    code, _, _, said = refusal(tmp_path, typed)

    assert code == "PMG218"
    assert says in said
