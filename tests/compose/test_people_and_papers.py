"""People in office, papers, publications, moments, contacts and quotations in a sentence."""

from pathlib import Path

import pytest

from pmg_docs.model.place import Origin, Place
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.sentence import fault, shown, words

FACTS = """
minister: {persoon: {naam: D. Yeşilgöz-Zegerius, ambt: Minister van Justitie en Veiligheid}}
collega: {persoon: {naam: F.M. Weerwind, ambt: Minister voor Rechtsbescherming}}
voornaam: {persoon: {naam: Franc Weerwind, ambt: Minister voor Rechtsbescherming}}
directeur: {persoon: {naam: A. Bos, ambt: Directeur-generaal Rechtspleging}}
stuk: {kamerstuk: {kamer: II, vergaderjaar: 2022/23, dossier: 28741, nummer: 106, datum: 2023-07-07, titel: Brede aanpak}}
eerste_kamer: {kamerstuk: {kamer: I, vergaderjaar: 2008/09, dossier: 31700 VI, nummer: D}}
regeling: {staatscourant: {jaar: 2024, nummer: 12052}}
besluit: {staatsblad: {jaar: 2024, nummer: 71}}
brief_oud: {verwijzing: {titel: Aanpak, kenmerk: '4', kamerstuk: {kamer: II, vergaderjaar: 2022/23, dossier: 28741, nummer: 106}}}
persmoment: {tijdstip: 2024-04-04 12:30}
voorlichter: {contact: {naam: A. Bos, functie: woordvoerder, telefoon: 070 123, email: a@b.nl}}
alleen_naam: {contact: {naam: A. Bos}}
uitspraak: {citaat: {tekst: Dit helpt., spreker: minister Weerwind}}
gat: {open: het kenmerk}
"""  # noqa: E501 - a fact is one line


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("minister", "Minister van Justitie en Veiligheid"),
        ("minister | ambt", "Minister van Justitie en Veiligheid"),
        ("minister | pers", "minister Yeşilgöz-Zegerius van Justitie en Veiligheid"),
        ("collega | pers", "minister Weerwind voor Rechtsbescherming"),
        ("minister.achternaam", "Yeşilgöz-Zegerius"),
        ("stuk", "Kamerstukken II 2022/23, 28741, nr. 106"),
        ("stuk.kamer", "II"),
        ("stuk.vergaderjaar", "2022/23"),
        ("stuk.dossier", "28741"),
        ("stuk.nummer", "106"),
        ("stuk.datum", "7 juli 2023"),
        ("stuk.titel", "Brede aanpak"),
        ("eerste_kamer", "Kamerstukken I 2008/09, 31700 VI, D"),
        ("regeling", "Stcrt. 2024, 12052"),
        ("regeling.jaar", "2024"),
        ("besluit", "Stb. 2024, 71"),
        ("besluit.nummer", "71"),
        ("brief_oud", "Aanpak"),
        ("brief_oud.kamerstuk", "Kamerstukken II 2022/23, 28741, nr. 106"),
        ("brief_oud.kamerstuk.nummer", "106"),
        ("persmoment", "4 april 2024, 12.30 uur"),
        ("persmoment | voluit", "donderdag 4 april 2024, 12.30 uur"),
        ("persmoment.datum | voluit", "donderdag 4 april 2024"),
        ("persmoment.tijd", "12.30 uur"),
        ("voorlichter", "A. Bos, woordvoerder, 070 123, a@b.nl"),
        ("alleen_naam", "A. Bos"),
        ("voorlichter.email", "a@b.nl"),
        ("uitspraak", "Dit helpt."),
        ("uitspraak.tekst", "Dit helpt."),
        ("uitspraak.spreker", "minister Weerwind"),
        ("gat | pers", "[nog open: het kenmerk]"),
    ],
)
def test_a_fact_is_shown_in_dutch_notation(tmp_path: Path, expression: str, said: str):
    assert words(tmp_path, FACTS, expression) == said


def test_a_number_stays_on_one_line_with_its_nr(tmp_path: Path):
    assert shown(tmp_path, FACTS, "stuk").text.endswith("nr.\xa0106")


@pytest.mark.parametrize(
    ("expression", "machine"),
    [
        ("persmoment", "2024-04-04T12:30"),
        ("persmoment.datum", "2024-04-04"),
        ("stuk", "kst-28741-106"),
        ("eerste_kamer", ""),
        ("regeling", "stcrt-2024-12052"),
        ("besluit", "stb-2024-71"),
    ],
)
def test_a_moment_or_publication_has_a_form_for_programs(
    tmp_path: Path, expression: str, machine: str
):
    assert shown(tmp_path, FACTS, expression).machine == machine


def test_the_kind_of_a_publication_tells_the_gazettes_apart(tmp_path: Path):
    kinds = [shown(tmp_path, FACTS, name).kind for name in ("regeling", "besluit")]

    assert kinds == ["staatscourant", "staatsblad"]


@pytest.mark.parametrize(
    ("expression", "path", "line", "written"),
    [
        ("minister.achternaam", "minister.achternaam", 3, "D. Yeş"),
        ("besluit.nummer", "besluit.nummer", 10, "71}"),
        ("brief_oud.kamerstuk.nummer", "brief_oud.kamerstuk.nummer", 11, "106}"),
    ],
)
def test_a_part_remembers_where_it_is_written(
    tmp_path: Path, expression: str, path: str, line: int, written: str
):
    [origin] = shown(tmp_path, FACTS, expression).origins

    column = Workspace.at(tmp_path).line_at(Place(origin.where.file, line)).index(written) + 1
    assert origin == Origin(path, Place("letters/proef/feiten.yaml", line, column))


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        ("{{ directeur | pers }}", "PMG326", "Directeur-generaal"),
        ("{{ voornaam | pers }}", "PMG326", "achternaam"),
        ("{{ voornaam.achternaam }}", "PMG326", "voorletters"),
        ("{{ stuk | pers }}", "PMG309", "Kamerstuk"),
        ("{{ minister | datum }}", "PMG309", "pers, ambt"),
        ("{{ stuk.blz }}", "PMG311", "titel"),
    ],
)
def test_what_has_no_such_form_is_named(tmp_path: Path, body: str, code: str, says: str):
    finding = fault(tmp_path, FACTS, body)

    assert finding.code == code
    assert says in " ".join((finding.message, *finding.hints))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("ambt", "Minister voor Rechtsbescherming"),
        ("ambt_en_naam", "Minister voor Rechtsbescherming, F.M. Weerwind"),
        ("pers", "minister Weerwind voor Rechtsbescherming"),
    ],
)
def test_a_type_has_its_own_form_for_persons(tmp_path: Path, form: str, said: str):
    built_in = Workspace.at(tmp_path).find_file("templates/nota/soort.yaml")
    assert built_in is not None
    text = built_in.data.decode().replace("notatie:\n", f"notatie:\n  persoon: {form}\n")
    write_tree(tmp_path, {"templates/nota/soort.yaml": text})

    assert words(tmp_path, FACTS, "collega") == said
