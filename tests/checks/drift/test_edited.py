"""What somebody did in Word or LibreOffice, found in the file that came back."""

from pathlib import Path

from pmg_docs.checks.drift import Cause, Fate, Turn, find_drift
from pmg_docs.model.passage import FileText, Part
from tests.builders.came_back import Made
from tests.builders.controls import members
from tests.builders.word_edits import (
    moved_paragraph,
    packed,
    retyped,
    saved_by_libreoffice,
    tracked,
    typed_in_one_place,
    typed_over,
    with_comment,
    with_paragraph,
    without_control,
    without_paragraph,
)

AMOUNT = "bijdrage_per_gemeente"


def test_typing_in_a_control_changes_the_fact_and_no_sentence(nota: Made):
    back = typed_over(nota.data, AMOUNT, "€ 550.000,-")
    fact = nota.fact(back, AMOUNT)

    assert (fact.fate, fact.cause, fact.said) == (Fate.CHANGED, Cause.FILE, ("€ 550.000,-",))
    assert len(fact.found) == 2
    assert [f.code for f in nota.findings(back)] == ["PMG361"]
    assert "'€\u00a0500.000,-' werd '€ 550.000,-'" in nota.findings(back)[0].message
    assert all(f.fate is Fate.UNCHANGED for f in nota.drift(back).facts if f != fact)


def test_a_change_goes_along_with_the_file_through_libreoffice(nota: Made, tmp_path: Path):
    back = saved_by_libreoffice(typed_over(nota.data, AMOUNT, "€ 550.000,-"), tmp_path)

    assert nota.codes(back) == ["PMG361"]


def test_typing_in_one_place_of_libreoffice_shows_both_places(nota: Made):
    back = typed_in_one_place(nota.data, AMOUNT, "€ 550.000,-")
    fact = nota.fact(back, AMOUNT)

    assert fact.is_torn
    assert {spot.text: spot.section for spot in fact.found} == {
        "€ 550.000,-": "3. Kernpunten",
        "€ 500.000,-": "4.2 Financiële overwegingen",
    }
    assert nota.codes(back) == ["PMG362"]


def test_a_control_without_its_value_is_a_fact_that_is_gone(nota: Made):
    back = without_control(nota.data, "dg_ondermijning", "")
    fact = nota.fact(back, "dg_ondermijning")

    assert fact.fate is Fate.GONE
    assert nota.codes(back) == ["PMG364", "PMG367"]


def test_a_control_that_was_emptied_says_no_more_than_that(nota: Made):
    """Word then shows an invitation to type, and keeps an empty element."""
    invitation = typed_over(nota.data, "dg_ondermijning", "Klik of tik om tekst in te voeren.")
    parts = members(invitation)
    parts["customXml/item1.xml"] = parts["customXml/item1.xml"].replace(
        b"Klik of tik om tekst in te voeren.", b""
    )

    assert nota.codes(packed(parts)) == ["PMG364"]
    assert nota.codes(typed_over(nota.data, "dg_ondermijning", "")) == ["PMG364"]


def test_a_store_that_says_something_else_than_its_controls_is_what_word_will_show(nota: Made):
    parts = members(nota.data)
    item = "customXml/item1.xml"
    parts[item] = parts[item].replace(b"DG Ondermijning", b"DG Politie")
    fact = nota.fact(packed(parts), "dg_ondermijning")

    assert fact.said == ("DG Politie", "DG Ondermijning")
    assert nota.codes(packed(parts)) == ["PMG362"]


def test_libreoffice_itself_takes_back_what_was_typed_in_one_place(nota: Made, tmp_path: Path):
    """Which is why the finding says so: opened again, a control gets the words of the store."""
    back = typed_in_one_place(nota.data, AMOUNT, "€ 550.000,-")

    assert any("krijgt daar het oude terug" in hint for hint in nota.findings(back)[0].hints)
    assert nota.codes(saved_by_libreoffice(back, tmp_path)) == []


def test_edits_of_every_kind_at_once_are_each_told_once(nota: Made, tmp_path: Path):
    back = typed_over(nota.data, AMOUNT, "€ 550.000,-")
    back = retyped(back, "Wij adviseren u de brief", "Wij raden aan de brief")
    back = with_paragraph(back, "Na toekenning voeren", "Daarna wordt gemeten.")
    back = without_paragraph(back, "gemeenten die al meedoen")
    back = saved_by_libreoffice(back, tmp_path)

    assert nota.codes(back) == ["PMG361", "PMG364", "PMG367", "PMG368", "PMG369"]


def test_a_control_that_is_gone_may_leave_its_value(nota: Made):
    back = without_control(nota.data, "dg_ondermijning")
    fact = nota.fact(back, "dg_ondermijning")

    assert (fact.fate, fact.said) == (Fate.LOOSE, ("DG Ondermijning",))
    assert fact.found[0].section == "4.4 Krachtenveld"
    assert nota.codes(back) == ["PMG363"]


def test_a_small_figure_that_lost_its_control_is_found_in_its_own_sentence(nota: Made):
    back = without_control(nota.data, "aantal_eerdere_gemeenten")

    assert nota.fact(back, "aantal_eerdere_gemeenten").fate is Fate.LOOSE
    assert nota.codes(back) == ["PMG363"]


def test_a_value_in_another_notation_is_found_with_less_certainty(nota: Made):
    back = without_control(nota.data, AMOUNT, "een half miljoen euro")
    fact = nota.fact(back, AMOUNT)

    assert fact.fate is Fate.LOOSE
    assert fact.said == ("een half miljoen euro",)
    assert not any(spot.is_sure for spot in fact.found)
    assert nota.codes(back) == ["PMG363"]


def test_another_value_without_a_control_is_a_fact_that_changed(nota: Made):
    back = without_control(nota.data, AMOUNT, "€ 600.000,-")
    fact = nota.fact(back, AMOUNT)

    assert (fact.fate, fact.said) == (Fate.CHANGED, ("€ 600.000,-",))
    assert nota.codes(back) == ["PMG361"]


def test_a_tracked_change_of_a_fact_tells_who_and_when(nota: Made):
    back = tracked(nota.data, "DG Ondermijning", "DG Politie", "J. Jansen", "2024-05-01")
    fact = nota.fact(back, "dg_ondermijning")

    assert (fact.fate, fact.said) == (Fate.CHANGED, ("DG Politie",))
    assert (fact.found[0].author, fact.found[0].day) == ("J. Jansen", "2024-05-01")
    assert nota.codes(back) == ["PMG361", "PMG372"]
    assert "door J. Jansen op 2024-05-01" in nota.findings(back)[0].message


def test_a_sentence_that_changed_is_shown_with_its_line_in_the_letter(nota: Made):
    back = retyped(nota.data, "voeren de gemeenten de aanpak zelf uit", "doen zij het samen")
    (prose,) = nota.drift(back).prose

    assert prose.turn is Turn.CHANGED
    assert prose.old and prose.old.text == "Na toekenning voeren de gemeenten de aanpak zelf uit."
    assert str(prose.old.where).startswith("letters/pmg-2024-flexibele-uitvraag/nota.md:")
    assert prose.new and prose.new.text == "Na toekenning doen zij het samen."
    assert nota.codes(back) == ["PMG367"]


def test_a_digit_typed_in_a_sentence_is_a_change_of_it(nota: Made):
    back = retyped(nota.data, "aanpak zelf uit.", "aanpak 1,5 jaar zelf uit.")
    again = retyped(nota.data, "aanpak zelf uit.", "aanpak 15 jaar zelf uit.")

    assert nota.codes(back) == nota.codes(again) == ["PMG367"]


def test_a_paragraph_more_says_after_which_sentence_it_came(nota: Made):
    back = with_paragraph(nota.data, "Wij adviseren u", "Wij adviseren ook te bellen.")
    (prose,) = nota.drift(back).prose

    assert prose.turn is Turn.ADDED
    assert prose.new and prose.new.text == "Wij adviseren ook te bellen."
    assert prose.after and prose.after.text.startswith("Wij adviseren u de brief")
    assert nota.codes(back) == ["PMG368"]


def test_a_paragraph_less_says_what_stood_there(nota: Made):
    back = without_paragraph(nota.data, "Na toekenning voeren")
    (prose,) = nota.drift(back).prose

    assert prose.turn is Turn.REMOVED
    assert prose.old and prose.old.text == "Na toekenning voeren de gemeenten de aanpak zelf uit."
    assert nota.codes(back) == ["PMG369"]


def test_a_paragraph_elsewhere_has_moved(nota: Made):
    back = moved_paragraph(nota.data, "Na toekenning voeren", "Wij adviseren u")
    (prose,) = nota.drift(back).prose

    assert prose.turn is Turn.MOVED
    assert nota.codes(back) == ["PMG370"]


def test_another_kenmerk_in_one_header_is_found_there(nota: Made):
    back = retyped(nota.data, "5300203", "5300204", "word/header2.xml")
    fact = nota.fact(back, "kenmerk_nota")

    assert [(spot.text, spot.part) for spot in fact.found[:1]] == [("5300204", Part.HEADER)]
    assert nota.codes(back) == ["PMG362"]


def test_another_label_in_a_header_is_a_change_there(nota: Made):
    back = retyped(nota.data, "CONCEPT", "DEFINITIEF", "word/header2.xml")
    prose = nota.drift(back).prose

    assert [(p.part, p.new.text if p.new else "") for p in prose] == [(Part.HEADER, "DEFINITIEF")]


def test_a_comment_is_told_with_who_made_it(nota: Made):
    back = with_comment(nota.data, "Klopt dit?", "A. de Vries")

    assert nota.codes(back) == ["PMG373"]
    assert "A. de Vries: Klopt dit?" in nota.findings(back)[0].hints


def test_a_tracked_sentence_is_known_as_it_was_even_when_the_letter_changed(own_nota: Made):
    back = tracked(own_nota.data, "voeren de gemeenten", "voeren zij", "B", "2024-05-02")
    later = own_nota.with_text(
        own_nota.document.letter, "voeren de gemeenten de aanpak zelf uit", "begint alles"
    )
    prose = [p for p in later.drift(back).prose if p.turn is Turn.CHANGED]

    assert [p.old.text for p in prose if p.old] == [
        "Na toekenning voeren de gemeenten de aanpak zelf uit."
    ]


def test_of_a_sentence_that_changed_on_both_sides_is_said_so(own_nota: Made):
    back = retyped(own_nota.data, "voeren de gemeenten de aanpak zelf uit", "doen zij het samen")
    later = own_nota.with_text(
        own_nota.document.letter, "voeren de gemeenten de aanpak zelf uit", "begint alles"
    )
    told = [f for f in later.findings(back) if f.code == "PMG367"]

    assert len(told) == 1
    assert any("de brief is zelf ook gewijzigd" in hint for hint in told[0].hints)


def test_a_file_without_a_baseline_says_nothing(nota: Made):
    assert find_drift(FileText("docx", ()), nota.document, nota.facts) is None


def test_a_file_of_another_letter_is_not_held_against_this_one(nota: Made, kamerbrief: Made):
    found = nota.drift(typed_over(kamerbrief.data, AMOUNT, "550.000 euro"))

    assert not found.is_ours
    assert nota.findings(kamerbrief.data)[0].code == "PMG374"
    assert [f.fate for f in found.facts if f.name == AMOUNT] == [Fate.CHANGED]
