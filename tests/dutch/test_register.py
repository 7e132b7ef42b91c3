import datetime as dt
from collections import Counter

import pytest

from pmg_docs.dutch.places import fold_name, is_alphabetical
from pmg_docs.dutch.register import (
    Ambiguous,
    FormerMunicipality,
    Municipality,
    find,
    former_municipalities,
    municipalities,
    nearest,
    successors_today,
)

PROVINCES = {
    "Drenthe": 12,
    "Flevoland": 6,
    "Fryslân": 18,
    "Gelderland": 51,
    "Groningen": 10,
    "Limburg": 31,
    "Noord-Brabant": 56,
    "Noord-Holland": 44,
    "Overijssel": 25,
    "Utrecht": 26,
    "Zeeland": 13,
    "Zuid-Holland": 50,
}


def found_name(name: str) -> str | None:
    found = find(name)
    return found.name if isinstance(found, Municipality) else None


def test_there_are_342_municipalities() -> None:
    assert len(municipalities()) == 342


def test_each_province_has_its_municipalities() -> None:
    assert Counter(m.province for m in municipalities()) == PROVINCES


def test_the_register_stands_in_alphabetical_order() -> None:
    assert is_alphabetical([m.name for m in municipalities()])


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("Hendrik-Ido-Ambacht", "Hengelo", "’s-Hertogenbosch"),
        ("Delft", "Den Haag", "Den Helder"),
        ("Den Helder", "Deurne", "Deventer"),
        ("Stichtse Vecht", "Súdwest-Fryslân", "Terneuzen"),
    ],
)
def test_neighbours_in_the_register(before: str, name: str, after: str) -> None:
    names = [m.name for m in municipalities()]
    place = names.index(name)
    assert names[place - 1 : place + 2] == [before, name, after]


def test_the_sort_key_drops_the_genitive() -> None:
    found = find("’s-Hertogenbosch")
    assert isinstance(found, Municipality)
    assert found.sort_key == "hertogenbosch"


def test_names_have_no_typewriter_apostrophe() -> None:
    names = [m.name for m in municipalities()] + [f.name for f in former_municipalities()]
    assert not [name for name in names if "'" in name]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Den Haag", "Den Haag"),
        ("'s-Gravenhage", "Den Haag"),
        ("DEN HAAG", "Den Haag"),
        ("'s-hertogenbosch", "’s-Hertogenbosch"),
        ("‘s Hertogenbosch", "’s-Hertogenbosch"),
        ("Den Bosch", "’s-Hertogenbosch"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("Ijsselstein", "IJsselstein"),
        ("Bergen op Zoom", "Bergen op Zoom"),
        ("Bergen (L)", "Bergen (L)"),
        ("Bergen (L.)", "Bergen (L)"),
        ("Bergen (NH.)", "Bergen (NH)"),
        ("Beek (L.)", "Beek"),
        ("Hengelo (O.)", "Hengelo"),
        ("Laren (NH.)", "Laren"),
        ("Middelburg (Z.)", "Middelburg"),
        ("Rijswijk (ZH.)", "Rijswijk"),
        ("Stein (L.)", "Stein"),
        ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
        ("Capelle a/d IJssel", "Capelle aan den IJssel"),
    ],
)
def test_a_municipality_is_found_by_each_of_its_names(typed: str, name: str) -> None:
    assert found_name(typed) == name


def test_every_municipality_is_found_by_its_own_names() -> None:
    for municipality in municipalities():
        for name in (municipality.name, municipality.official_name, *municipality.aliases):
            assert find(name) == municipality


def test_bergen_alone_is_ambiguous() -> None:
    found = find("Bergen")
    assert isinstance(found, Ambiguous)
    assert [m.name for m in found.candidates] == ["Bergen (L)", "Bergen (NH)"]


@pytest.mark.parametrize("name", ["", "Berg", "Hertogenbosch", "Parijs", "Gouda en Hoorn"])
def test_a_name_that_nobody_has_is_not_found(name: str) -> None:
    assert find(name) is None


def test_a_former_municipality_tells_its_last_day_and_successors() -> None:
    expected = FormerMunicipality("GM0457", "Weesp", dt.date(2022, 3, 23), ("Amsterdam",))
    assert find("weesp") == expected


def test_no_former_municipality_hides_behind_a_name_of_today() -> None:
    for former in former_municipalities():
        assert find(former.name) == former


def test_successors_are_followed_to_those_of_today() -> None:
    brederwiede = find("Brederwiede")
    assert isinstance(brederwiede, FormerMunicipality)
    assert brederwiede.successors == ("Steenwijk",)
    assert [m.name for m in successors_today(brederwiede)] == ["Steenwijkerland"]


def test_every_former_municipality_went_up_in_one_of_today() -> None:
    assert all(successors_today(former) for former in former_municipalities())


def test_codes_are_used_once() -> None:
    codes = [m.code for m in municipalities()] + [f.code for f in former_municipalities()]
    assert len(codes) == len(set(codes))


def test_no_two_municipalities_of_today_fold_to_the_same_name() -> None:
    keys = [fold_name(m.name) for m in municipalities()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Amsterdm", "Amsterdam"), ("Hertogenbosch", "’s-Hertogenbosch"), ("Utrect", "Utrecht")],
)
def test_the_nearest_name_comes_first(typed: str, name: str) -> None:
    assert nearest(typed)[0] == name


def test_no_more_near_names_than_asked_for() -> None:
    assert len(nearest("Rosendaal", n=2)) == 2


def test_nothing_is_near_to_gibberish() -> None:
    assert nearest("qqqq") == ()
