import pytest

from pmg_docs.dutch.named_places import find_place_lists, find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ook Bergen op Zoom doet mee.", [("Bergen op Zoom",)]),
        ("Al in 2022 begon ’s-Gravenhage.", [("Den Haag",)]),
        ("Den Bosch en Gouda", [("’s-Hertogenbosch",), ("Gouda",)]),
        ("Nuenen, Gerwen en Nederwetten", [("Nuenen, Gerwen en Nederwetten",)]),
        ("De Haarlemse straten", []),
        ("een gouda op brood", []),
        ("Zwolle.", [("Zwolle",)]),
    ],
)
def test_finds_the_municipalities_that_are_named(text: str, names: list[tuple[str, ...]]):
    assert [place.names for place in find_places(text)] == names


def test_a_shared_name_can_be_any_of_them():
    (place,) = find_places("Ook Bergen in Noord-Holland krijgt geld.")
    assert len(place.names) == 2


def test_names_in_one_breath_are_one_list():
    lists = find_place_lists("Almelo, Bergen op Zoom; Gouda en Zwolle winnen van Leiden.")
    assert [[p.text for p in one.places] for one in lists] == [
        ["Almelo", "Bergen op Zoom", "Gouda", "Zwolle"],
        ["Leiden"],
    ]
