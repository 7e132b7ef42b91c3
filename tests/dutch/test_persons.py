import pytest

from pmg_docs.dutch.persons import write_in_press, write_surname


@pytest.mark.parametrize(
    ("name", "office", "written"),
    [
        (
            "D. Yeşilgöz-Zegerius",
            "Minister van Justitie en Veiligheid",
            "minister Yeşilgöz-Zegerius van Justitie en Veiligheid",
        ),
        (
            "F.M. Weerwind",
            "Minister voor Rechtsbescherming",
            "minister Weerwind voor Rechtsbescherming",
        ),
        (
            "A. van ’t Hof",
            "Staatssecretaris van Financiën",
            "staatssecretaris Van ’t Hof van Financiën",
        ),
        ("M. Rutte", "Minister-president", "minister-president Rutte"),
        (
            "M. Rutte",
            "Minister-president, Minister van Algemene Zaken",
            "minister-president Rutte",
        ),
        ("J. de Vries", "Burgemeester van Almelo", "burgemeester De Vries van Almelo"),
        ("J. de Vries", "Minister", "minister De Vries"),
    ],
)
def test_a_press_text_names_title_surname_and_area(name: str, office: str, written: str):
    assert write_in_press(name, office) == written


@pytest.mark.parametrize("office", ["Directeur-generaal Rechtspleging", "", "2e Minister"])
def test_another_kind_of_office_has_no_form_in_a_press_text(office: str):
    with pytest.raises(ValueError, match="geen ambt"):
        write_in_press("J. de Vries", office)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("D.M. van Weel", "Van Weel"),
        ("Th. van ’t Hof", "Van ’t Hof"),
        ("mr. dr. J.-P. Jansen", "Jansen"),
        ("K. ’t Hart", "’t Hart"),
        ("H. d’Ancona", "D’Ancona"),
        ("Rutte", "Rutte"),
        ("van Huffelen", "Van Huffelen"),
    ],
)
def test_a_surname_has_no_initials_and_its_prefix_a_capital(name: str, surname: str):
    assert write_surname(name) == surname


@pytest.mark.parametrize("name", ["Franc Weerwind", "F.M.", ""])
def test_a_name_that_does_not_show_its_surname_is_refused(name: str):
    with pytest.raises(ValueError, match="achternaam"):
        write_surname(name)
