"""Official names: a-z, 0-9 and hyphens, the same for the same letter, another for another."""

import re

import pytest

from pmg_docs.model.bundled import Audience
from pmg_docs.writers.bundle.naming import apart, bundle_name, slug, stem

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Brief van D. Yeşilgöz", "brief-van-d-yesilgoz"),
        ("Straße, Ærø en Łódź", "strasse-aero-en-lodz"),
        ("Ĳsselstein, ĲSSEL en ijs", "ijsselstein-ijssel-en-ijs"),
        ("שלום", "slvm"),
        ("Ελλάδα", "ellada"),
        ("’s-Hertogenbosch en foto's", "s-hertogenbosch-en-fotos"),
        ("€ 500.000 voor B&W", "eur-500-000-voor-b-w"),
        ("onder\u00adwerp", "onderwerp"),
        ("IENW/BSK-2024/353709", "ienw-bsk-2024-353709"),
        ("…", ""),
    ],
)
def test_words_of_any_script_become_plain(words: str, wanted: str):
    assert slug(words, 60) == wanted


def test_a_name_says_date_type_kenmerk_and_subject():
    assert stem("2024-04-04", "kamerbrief", "5300203", "Incidentele ondersteuning") == (
        "2024-04-04-kamerbrief-5300203-incidentele-ondersteuning"
    )


def test_what_a_letter_does_not_have_stays_out_of_its_name():
    assert stem("", "persbericht", "", "Meer groen") == "persbericht-meer-groen"
    assert stem("2024-04-04", "persbericht", "", "") == "2024-04-04-persbericht"


def test_a_long_subject_is_cut_after_a_whole_word():
    made = slug("Twintig gemeenten krijgen geld voor een lokale preventieve aanpak", 40)

    assert made == "twintig-gemeenten-krijgen-geld-voor-een"


def test_a_word_that_is_too_long_by_itself_is_cut_in_it():
    assert slug("a" * 100, 60) == "a" * 60


def test_no_part_is_longer_than_paths_have_room_for():
    made = stem("2024-04-04", "voortgangsrapportage" * 9, "X/" * 30, "groen " * 99)

    assert len(made) <= 10 + 30 + 40 + 60 + 3
    assert PLAIN.fullmatch(made)


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "Lpt9"])
def test_no_name_is_that_of_a_device(name: str):
    assert stem("", name, "", "") == f"{name.lower()}-stuk"


def test_a_letter_without_anything_has_a_name():
    assert stem("", "…", "", "") == "stuk"


def test_names_that_come_to_the_same_are_told_apart():
    assert apart(["a", "b", "a", "a"]) == ("a", "b", "a-2", "a-3")


def test_the_number_that_tells_apart_is_not_another_name():
    assert apart(["a", "a", "a-2"]) == ("a", "a-3", "a-2")
    assert apart(["a-2", "a", "a"]) == ("a-2", "a", "a-3")


def test_two_dossiers_never_share_the_name_of_a_bundle():
    names = {bundle_name(name, Audience.ARCHIVE)
             for name in ("groen", "Groen", "grøn", "gron", "a" * 80, "a" * 81)}  # fmt: skip

    assert len(names) == 6
    assert bundle_name("groen", Audience.PARLIAMENT) == "groen-kamer"
    assert all(map(PLAIN.fullmatch, names))
