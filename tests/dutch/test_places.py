import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.dutch.places import fold_name, is_alphabetical, sort_key, sort_places, write_place
from pmg_docs.dutch.register import municipalities

NAMES = [municipality.name for municipality in municipalities()]
# fmt: off
FLEXIBLE_CALL_OF_2024 = [
    "Almelo", "Bergen op Zoom", "Brunssum", "Den Helder", "Diemen", "Gouda", "Haarlem", "Hoorn",
    "Kerkrade", "Leiden", "Middelburg", "Nissewaard", "Oosterhout", "Rijswijk", "Roermond",
    "Venray", "Vlissingen", "Zoetermeer", "Zutphen", "Zwolle",
]
EXTENSION_OF_2023 = [
    "Almere", "Delft", "Dordrecht", "Enschede", "Helmond", "’s-Hertogenbosch", "Maastricht",
    "Nijmegen", "Roosendaal", "Sittard-Geleen", "Venlo", "Vlaardingen",
]
# fmt: on


@pytest.mark.parametrize("typed", list("'‘’`´"))
def test_any_apostrophe_becomes_the_right_one(typed: str) -> None:
    assert write_place(f"{typed}s-Hertogenbosch") == "’s-Hertogenbosch"


def test_spaces_and_composed_letters_are_put_right() -> None:
    assert write_place(" Su\u0301dwest-Frysla\u0302n  Zuid\u00a0") == "Súdwest-Fryslân Zuid"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("'s-Hertogenbosch", "hertogenbosch"),
        ("’s-Gravenhage", "gravenhage"),
        ("’s Gravenmoer", "gravenmoer"),
        ("Den Haag", "den haag"),
        ("De Fryske Marren", "de fryske marren"),
        ("Het Hogeland", "het hogeland"),
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("Bergen (NH)", "bergen nh"),
        ("Nuenen, Gerwen en Nederwetten", "nuenen gerwen en nederwetten"),
    ],
)
def test_the_key_on_which_a_place_is_sorted(name: str, key: str) -> None:
    assert sort_key(name) == key


def test_folding_keeps_the_genitive() -> None:
    assert fold_name("'s-Gravenhage") == "s gravenhage"


@pytest.mark.parametrize("names", [FLEXIBLE_CALL_OF_2024, EXTENSION_OF_2023])
def test_the_order_of_the_regulations_is_alphabetical(names: list[str]) -> None:
    assert is_alphabetical(names)


def test_the_genitive_in_front_is_not_alphabetical() -> None:
    assert not is_alphabetical(["’s-Hertogenbosch", "Almere"])


def test_a_shorter_first_word_goes_before_a_longer_one() -> None:
    names = ["Bergen op Zoom", "Bergen (NH)", "Bergeijk", "Bergen (L)", "Berg en Dal"]
    expected = ["Berg en Dal", "Bergeijk", "Bergen (L)", "Bergen (NH)", "Bergen op Zoom"]
    assert sort_places(names) == expected


@given(st.randoms())
def test_any_order_of_the_municipalities_sorts_to_that_of_the_register(
    shuffler: random.Random,
) -> None:
    names = NAMES.copy()
    shuffler.shuffle(names)
    assert sort_places(names) == NAMES


@given(st.lists(st.sampled_from(["Hengelo", "hengelo", "'s-Hengelo", "Hèngelo"])))
def test_names_with_the_same_key_keep_their_order(names: list[str]) -> None:
    assert sort_places(names) == names


@given(st.lists(st.text()))
def test_sorted_names_are_alphabetical(names: list[str]) -> None:
    assert is_alphabetical(sort_places(names))


@given(st.text())
def test_writing_a_place_twice_changes_nothing(name: str) -> None:
    assert write_place(write_place(name)) == write_place(name)
