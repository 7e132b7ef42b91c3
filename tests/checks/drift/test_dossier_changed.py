"""The dossier moved on after the file was made: told apart from what changed in the file."""

from pmg_docs.checks.drift import Cause, Fate
from tests.builders.came_back import Made
from tests.builders.word_edits import typed_over, with_paragraph

AMOUNT = "bijdrage_per_gemeente"
FACTS = "letters/pmg-2024-flexibele-uitvraag/feiten.yaml"


def dearer(made: Made, new: str = "550000") -> Made:
    return made.with_text(FACTS, "bedrag: 500000", f"bedrag: {new}")


def test_a_fact_that_only_the_dossier_changed(own_nota: Made):
    back = own_nota.data
    later = dearer(own_nota)
    fact = later.fact(back, AMOUNT)

    assert (fact.fate, fact.cause, fact.now) == (
        Fate.UNCHANGED, Cause.DOSSIER, "€\u00a0550.000,-",
    )  # fmt: skip
    assert set(later.codes(back)) == {"PMG365"}
    assert later.drift(back).prose == ()


def test_a_fact_that_both_changed_alike_is_told_of_neither(own_nota: Made):
    back = typed_over(own_nota.data, AMOUNT, "€ 550.000,-")
    later = dearer(own_nota)

    assert later.fact(back, AMOUNT).cause is Cause.BOTH_ALIKE
    assert AMOUNT not in " ".join(f.message for f in later.findings(back))


def test_a_fact_that_both_changed_in_another_way(own_nota: Made):
    back = typed_over(own_nota.data, AMOUNT, "€ 600.000,-")
    later = dearer(own_nota)
    told = [f for f in later.findings(back) if f.code == "PMG366"]

    assert later.fact(back, AMOUNT).cause is Cause.BOTH
    assert len(told) == 1
    assert "'€ 600.000,-' in het bestand en '€\u00a0550.000,-' in het dossier" in told[0].message


def test_a_sentence_that_only_the_letter_changed(own_nota: Made):
    back = own_nota.data
    letter = own_nota.document.letter
    later = own_nota.with_text(letter, "Na toekenning voeren", "Na de toekenning voeren")

    assert later.codes(back) == ["PMG371"]
    assert later.drift(back).prose == ()


def test_a_sentence_that_both_have_by_now_is_no_difference(own_nota: Made):
    back = with_paragraph(own_nota.data, "Wij adviseren u", "Wij adviseren ook te bellen.")
    later = own_nota.with_text(
        own_nota.document.letter,
        "Wij adviseren u de brief aan de Tweede Kamer te sturen.",
        "Wij adviseren u de brief aan de Tweede Kamer te sturen.\n\nWij adviseren ook te bellen.",
    )

    assert later.findings(back) == ()


def test_a_fact_that_the_letter_no_longer_names(own_nota: Made):
    back = own_nota.data
    later = own_nota.with_text(
        own_nota.document.letter, "met {{ dg_straffen }} en {{ dg_ondermijning }}",
        "met {{ dg_straffen }}",
    )  # fmt: skip
    fact = later.fact(back, "dg_ondermijning")

    assert (fact.cause, fact.now) == (Cause.DOSSIER, "")
    assert later.codes(back) == ["PMG365", "PMG371"]
