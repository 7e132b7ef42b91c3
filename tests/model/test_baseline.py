import pytest

from pmg_docs.model.baseline import (
    BaseFact,
    Baseline,
    BaseSentence,
    origin_of,
    sentence_digest,
)

BASELINE = Baseline(
    origin_of("groen", "nota"),
    (BaseFact("wie", 'B&W <Co> "x"', "tekst"),),
    (BaseSentence(sentence_digest("Elk krijgt € 5."), 12),),
)


def test_a_baseline_survives_being_written_and_read():
    assert Baseline.from_json(BASELINE.to_json()) == BASELINE


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "1", '{"versie":1}', BASELINE.to_json().replace('"versie":1', '"versie":9'),
     BASELINE.to_json().replace(":12}", ':"12"}'), "[" * 10_000],
)  # fmt: skip
def test_anything_else_is_no_baseline(text):
    assert Baseline.from_json(text) is None


def test_other_marks_and_spaces_do_not_make_another_sentence():
    assert sentence_digest("De ‘aanpak’ – nu.") == sentence_digest("De 'aanpak' - nu .")


def test_another_figure_makes_another_sentence():
    assert sentence_digest("Elk krijgt € 5.") != sentence_digest("Elk krijgt € 6.")
    assert sentence_digest("Elk krijgt 5 %.") != sentence_digest("Elk krijgt 5.")
