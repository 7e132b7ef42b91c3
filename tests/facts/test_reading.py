import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from pmg_docs.facts.reading import read_facts
from pmg_docs.model.errors import Refused
from pmg_docs.model.fact import FactSet, FactStatus
from pmg_docs.model.place import Place
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Date,
    Gap,
    Month,
    Municipalities,
    Number,
    Percentage,
    Period,
    Person,
    Reference,
    TextValue,
)
from tests.builders.folder import dossier, only, write_tree


def facts(root: Path, text: str, rest: str = "") -> FactSet:
    return read_facts(dossier(root, text, rest=rest), "proef")[0]


def refusal(root: Path, text: str, rest: str = "") -> tuple[str, Place | None, str]:
    with pytest.raises(Refused) as caught:
        facts(root, text, rest)
    finding = only(caught.value.findings)
    return finding.code, finding.where, " ".join((finding.message, *finding.hints))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("20", Number(Decimal(20))),
        ("'20'", TextValue("20")),
        ("Preventie met Gezag", TextValue("Preventie met Gezag")),
        ("{bedrag: 500000, per: [gemeente, jaar]}", Amount(Decimal(500000), ("gemeente", "jaar"))),
        ("{bedrag: '1234,56'}", Amount(Decimal("1234.56"))),
        ("{getal: -3}", Number(Decimal(-3))),
        ("{percentage: '12,5'}", Percentage(Decimal("12.5"))),
        ("{datum: 2024-04-04}", Date(dt.date(2024, 4, 4))),
        ("{maand: 2024-07}", Month(2024, 7)),
        ("{periode: {van: 2024-07, tot: 2027-07}}", Period(Month(2024, 7), Month(2027, 7))),
        ("{leeftijd: {van: 8, tot_en_met: 27}}", AgeRange(8, through=27)),
        ("{leeftijd: {van: 8, tot: 27}}", AgeRange(8, until=27)),
        ("{persoon: {naam: A.B. de Vries, ambt: Minister}}", Person("A.B. de Vries", "Minister")),
        ("{verwijzing: {titel: Brief, datum: 2023-07-07}}",
         Reference("Brief", Date(dt.date(2023, 7, 7)))),
        ("{open: het kenmerk}", Gap("het kenmerk")),
    ],
)  # fmt: skip
def test_a_fact_of_each_kind_is_read(tmp_path: Path, typed: str, value: object):
    assert facts(tmp_path, f"feit: {typed}")["feit"].value == value


def test_municipalities_are_sorted_by_the_rule_of_the_register(tmp_path: Path):
    read = facts(tmp_path, 'g: {gemeenten: [Maastricht, "\'s-Hertogenbosch", Helmond]}')

    value = read["g"].value
    assert isinstance(value, Municipalities)
    assert value.names == ("Helmond", "’s-Hertogenbosch", "Maastricht")


def test_municipalities_stay_in_the_order_given_when_asked(tmp_path: Path):
    read = facts(tmp_path, "g: {gemeenten: [Venlo, Almere], volgorde: zoals_gegeven}")

    assert read["g"].value.names == ("Venlo", "Almere")  # type: ignore[union-attr]


def test_a_group_without_names_counts(tmp_path: Path):
    read = facts(tmp_path, "g: {gemeenten: {groepen: {eerste: [Breda], later: {aantal: 4}}}}")

    assert read["g"].value.count == 5  # type: ignore[union-attr]


def test_a_fact_knows_where_it_and_its_parts_are_written(tmp_path: Path):
    read = facts(tmp_path, "p: {periode: {van: 2024-07, tot: 2027-07}}")

    assert read["p"].where == Place("letters/proef/feiten.yaml", 3, 16)
    assert read["p"].places["periode.tot"] == Place("letters/proef/feiten.yaml", 3, 36)


def test_a_fact_carries_source_note_status_and_publicity(tmp_path: Path):
    read = facts(
        tmp_path,
        "a: {bedrag: 1, bron: b, toelichting: Let op, status: vastgesteld, openbaar: nee}",
        rest="bronnen: {b: {titel: Begroting}}\n",
    )

    fact = read["a"]
    assert (fact.source, fact.note, fact.status, fact.is_public) == (
        "b", "Let op", FactStatus.VASTGESTELD, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code", "column", "says"),
    [
        ("a: {bedrag: 500.000}", "PMG122", 15, "500000"),
        ("a: {bedrag: '1.234,56'}", "PMG122", 15, "1234,56"),
        ("a: 500.000", "PMG122", 6, "500000"),
        ("a: 0530023", "PMG122", 6, "aanhalingstekens"),
        ("a: 1e6", "PMG122", 6, "getal"),
        ("a: 12,5", "PMG122", 6, "{getal: '12,5'}"),
        ("a: 2026-01-15", "PMG129", 6, "{datum: 2026-01-15}"),
        ("a: {bedrag: 1234,56}", "PMG122", 15, "in tweeën"),
        ("a: {bedrag: -5}", "PMG201", 15, "negatief"),
        ("a: {bedrag: 99999999999999}", "PMG201", 15, "groter"),
        ("a: {bedrag: '1,234'}", "PMG201", 15, "twee cijfers"),
        ("a: {datum: 2024-02-30}", "PMG125", 14, "bestaat niet"),
        ("a: {maand: 2024-13}", "PMG125", 14, "bestaat niet"),
        ("a: {periode: {van: 2027-07, tot: 2024-07}}", "PMG202", 36, "eindigt"),
        ("a: {periode: {van: 2027-07, tot: 2027-07-04}}", "PMG202", 16, "één een dag"),
        ("a: {leeftijd: {van: 27, tot: 8}}", "PMG203", 17, "leeftijden"),
        ("a: {leeftijd: {van: 8}}", "PMG126", 17, "tot_en_met"),
        ("a: {bedrg: 5}", "PMG208", 6, "bedrag"),
        ("a: {bedrag: 5, getal: 5}", "PMG208", 6, "bedrag en getal"),
        ("a: [Almelo]", "PMG207", 6, "lijst"),
        ("a: {bedrag: 5, status: klaar}", "PMG113", 26, "voorlopig"),
        ("a: {bedrag: 5, openbaar: no}", "PMG123", 28, "ja of nee"),
        ("a: {bedrag: 5, bronn: x}", "PMG111", 18, "bron"),
        ("a: {bedrag: 5, bron: x}", "PMG206", 24, "bronnen"),
        ("A: 5", "PMG209", 3, "kleine letters"),
        ("brief: x", "PMG209", 3, "betekenis"),
        ("g: {gemeenten: [Almelow]}", "PMG241", 19, "Almelo"),
        ("g: {gemeenten: [Bergen]}", "PMG243", 19, "Bergen (L)"),
        ("g: {gemeenten: [Haaren]}", "PMG242", 19, "Boxtel"),
        ("g: {gemeenten: [Breda, Breda]}", "PMG244", 26, "al in deze lijst"),
        ("g: {gemeenten: [Den Haag, \"'s-Gravenhage\"]}", "PMG244", 29, "Den Haag"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_fact_is_refused_at_its_place(
    tmp_path: Path, typed: str, code: str, column: int, says: str
):
    found, where, words = refusal(tmp_path, typed)

    assert (found, where) == (code, Place("letters/proef/feiten.yaml", 3, column))
    assert says in words


def test_an_unknown_top_level_key_names_the_nearest(tmp_path: Path):
    code, where, words = refusal(tmp_path, "a: 1", rest="program: X\n")

    assert (code, where) == ("PMG111", Place("letters/proef/feiten.yaml", 2, 1))
    assert "programma" in words


def test_the_name_of_the_programme_is_a_fact_too(tmp_path: Path):
    read = facts(tmp_path, "a: 1", rest="programma: Groen & Zo\n")

    assert read["programma"].value == TextValue("Groen & Zo")
    assert read["programma"].where == Place("letters/proef/feiten.yaml", 2, 12)


def test_all_mistakes_in_a_file_are_named_at_once(tmp_path: Path):
    with pytest.raises(Refused) as caught:
        facts(tmp_path, "a: 500.000\nb: {datum: 2024-02-30}\nc: {bedrag: -1}")

    assert len(caught.value.findings) == 3


def test_shared_facts_are_read_from_the_files_that_are_used(tmp_path: Path):
    write_tree(tmp_path, {"letters/_gedeeld/x.yaml": "feiten: {minister: Jansen}\n"})

    read = facts(tmp_path, "a: 1", rest="gebruikt: [../_gedeeld/x.yaml]\n")

    assert read["minister"].where == Place("letters/_gedeeld/x.yaml", 1, 20)


def test_a_name_in_two_files_is_refused_naming_both(tmp_path: Path):
    write_tree(tmp_path, {"letters/_gedeeld/x.yaml": "feiten: {a: Jansen}\n"})

    code, where, words = refusal(tmp_path, "a: 1", rest="gebruikt: [../_gedeeld/x.yaml]\n")

    assert (code, where) == ("PMG210", Place("letters/proef/feiten.yaml", 4, 3))
    assert "letters/_gedeeld/x.yaml" in words


def test_files_that_use_each_other_are_refused(tmp_path: Path):
    write_tree(tmp_path, {"letters/_gedeeld/x.yaml": "gebruikt: [../proef/feiten.yaml]\n"})

    code, where, _ = refusal(tmp_path, "a: 1", rest="gebruikt: [../_gedeeld/x.yaml]\n")

    assert (code, where) == ("PMG204", Place("letters/_gedeeld/x.yaml", 1, 12))


def test_a_used_file_outside_the_workspace_is_not_read(tmp_path: Path):
    write_tree(tmp_path, {"geheim.yaml": "feiten: {a: 1}\n"})

    code, _, _ = refusal(tmp_path / "werk", "b: 1", rest="gebruikt: [../../../geheim.yaml]\n")

    assert code == "PMG102"


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path):
    write_tree(tmp_path, {"geheim.yaml": "feiten: {a: 1}\n"})
    workspace = dossier(tmp_path / "werk", "b: 1", rest="gebruikt: [../x.yaml]\n")
    (tmp_path / "werk/letters/x.yaml").symlink_to(tmp_path / "geheim.yaml")

    with pytest.raises(Refused) as caught:
        read_facts(workspace, "proef")

    assert only(caught.value.findings).code == "PMG102"
