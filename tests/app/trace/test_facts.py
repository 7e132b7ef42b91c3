from pathlib import Path

import pytest

from pmg_docs.app.dossier import read_dossiers_with
from pmg_docs.app.shelf import Shelf
from pmg_docs.app.trace.facts import FactTrace, trace_fact
from pmg_docs.model.errors import NotFound, Refused
from tests.builders.folder import dossier, only, write_tree

FACTS = """
bijdrage: {bedrag: 1234567, per: [gemeente], bron: begroting}
jaren: 3
naam: {tekst: 'B&W <Co>'}
periode: {periode: {van: 2026-01, tot: 2029-01}}
"""
SOURCES = "bronnen:\n  begroting: {titel: Begroting 2026, vindplaats: hoofdstuk 4}\n"
RULES = "regels:\n  - {code: R1, regel: jaren(periode) == jaren, uitleg: De jaren}\n"


def _traced(root: Path, name: str, body: str) -> FactTrace:
    (found,) = trace_fact(dossier(root, FACTS, body, SOURCES + RULES), name)
    return found


def test_a_fact_comes_with_its_source_and_the_rules_it_is_in(tmp_path):
    found = _traced(tmp_path, "jaren", "Dat duurt {{ jaren }} jaar.")
    assert [rule.code for rule in found.rules] == ["R1"]
    assert found.source is None
    source = _traced(tmp_path, "bijdrage", "Tekst.").source
    assert source is not None and source.title == "Begroting 2026"


def test_each_place_says_the_sentence_the_notation_and_the_line(tmp_path):
    body = "Ja.\n\nEn nu. Elk krijgt {{ bijdrage | afgerond | miljoen }} voor {{ jaren }} jaar."
    (shown,) = _traced(tmp_path, "bijdrage", body).occurrences
    assert (shown.text, shown.section) == ("€ 1 miljoen", "1. Aanleiding")
    assert shown.sentence == "Elk krijgt € 1 miljoen voor 3 jaar."
    assert shown.where is not None
    assert (shown.where.file, shown.where.line) == ("letters/proef/nota.md", 13)


def test_words_in_a_sentence_twice_are_each_pointed_at(tmp_path):
    found = _traced(tmp_path, "jaren", "Na {{ jaren }} jaar nog {{ jaren }} jaar.").occurrences
    assert [(one.start, one.text) for one in found] == [(3, "3"), (14, "3")]


def test_a_figure_that_is_reckoned_names_every_fact_it_came_from(tmp_path):
    (shown,) = _traced(tmp_path, "jaren", "Samen {{ bijdrage * jaren }}.").occurrences
    assert shown.facts == ("bijdrage", "jaren")


def test_a_part_of_a_fact_can_be_asked_for(tmp_path):
    body = "Van {{ periode.van }} tot {{ periode.tot }}."
    assert [one.text for one in _traced(tmp_path, "periode.van", body).occurrences] == [
        "januari 2026"
    ]
    assert len(_traced(tmp_path, "periode", body).occurrences) == 2


def test_a_fact_named_in_the_text_of_another_says_which(tmp_path):
    table = "keuze: {cw31: {doel: 'In {{ jaren }} jaar.', instrumenten: a, gevolgen_rijk: b, "
    table += "gevolgen_sectoren: c, doeltreffendheid: d, doelmatigheid: e, evaluatie: elk jaar}}"
    place = dossier(tmp_path, f"jaren: 3\n{table}", "Zie:\n\n{{ tabel(keuze) }}")
    (found,) = trace_fact(place, "jaren")
    assert [one.via for one in found.occurrences] == ["keuze"]


def test_a_fact_that_no_document_shows_is_found_all_the_same(tmp_path):
    assert _traced(tmp_path, "naam", "Tekst.").occurrences == ()


def test_a_name_that_no_dossier_knows_brings_the_nearest(tmp_path):
    with pytest.raises(NotFound) as caught:
        trace_fact(dossier(tmp_path, FACTS, rest=SOURCES), "bijdrag")
    finding = only(caught.value.findings)
    assert (finding.code, finding.hints) == ("PMG164", ("Bedoelt u bijdrage?",))


def test_facts_that_hold_an_error_are_said_rather_than_unknown(tmp_path):
    with pytest.raises(Refused) as caught:
        trace_fact(dossier(tmp_path, "bijdrage: {bedrag: 500.000}"), "bijdrage")
    assert [finding.code for finding in caught.value.findings] == ["PMG122"]


def test_every_dossier_that_knows_the_fact_is_followed(tmp_path):
    place = dossier(tmp_path, "jaren: 3", "{{ jaren }} jaar.")
    write_tree(tmp_path, {"letters/ander/feiten.yaml": "stijl: rijk\nfeiten:\n  jaren: 4\n"})
    with pytest.raises(NotFound):
        trace_fact(place, "jaren", ["weg"])
    write_tree(
        tmp_path, {"letters/ander/nota.md": (tmp_path / "letters/proef/nota.md").read_text()}
    )
    assert [one.dossier for one in trace_fact(place, "jaren")] == ["ander", "proef"]


def test_a_letter_with_an_error_is_named_as_not_read(tmp_path):
    found = _traced(tmp_path, "jaren", "{% for x %}{{ jaren }}")
    assert (found.occurrences, found.failed) == ((), ("nota",))


def test_letters_of_dossiers_that_do_not_know_the_fact_are_not_read(tmp_path):
    place = dossier(tmp_path, "jaren: 3", "{{ jaren }} jaar.")
    write_tree(tmp_path, {
        "letters/ander/feiten.yaml": "stijl: rijk\nfeiten:\n  dagen: 4\n",
        "letters/ander/nota.md": (tmp_path / "letters/proef/nota.md").read_text(),
    })  # fmt: skip
    shelf = Shelf.of(place)
    reports = read_dossiers_with(place, ["jaren"], (), shelf)
    assert [(one.name, len(one.drafts)) for one in reports] == [("ander", 0), ("proef", 1)]
    assert [fact.path for fact in reports[0].facts or ()] == ["dagen"]
    assert all(one.drafts == () for one in read_dossiers_with(place, ["dagen", "jaren"], (), shelf))


def test_a_shared_fact_is_followed_where_it_is_used(tmp_path):
    place = dossier(
        tmp_path, "jaren: 3", "Met {{ minister }}.", "gebruikt: [../_gedeeld/wie.yaml]\n"
    )
    write_tree(tmp_path, {
        "letters/_gedeeld/wie.yaml": "feiten:\n  minister: Jansen\n",
        "letters/ander/feiten.yaml": "stijl: rijk\nfeiten:\n  jaren: 4\n",
        "letters/ander/nota.md": (tmp_path / "letters/proef/nota.md").read_text(),
    })  # fmt: skip
    (found,) = trace_fact(place, "minister")
    assert (found.dossier, [one.text for one in found.occurrences]) == ("proef", ["Jansen"])


def test_a_name_that_is_nearly_a_fact_of_another_dossier_brings_it(tmp_path):
    place = dossier(tmp_path, "jaren: 3", "Tekst.")
    write_tree(tmp_path, {
        "letters/ander/feiten.yaml": "stijl: rijk\nfeiten:\n  bijdrage: 4\n",
        "letters/ander/nota.md": (tmp_path / "letters/proef/nota.md").read_text(),
    })  # fmt: skip
    with pytest.raises(NotFound) as caught:
        trace_fact(place, "bijdrag")
    assert only(caught.value.findings).hints == ("Bedoelt u bijdrage?",)
