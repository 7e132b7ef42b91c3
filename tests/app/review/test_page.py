"""The page for a reviewer: what it tells of a dossier, whatever is wrong with it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.app.review.page import PAGE, review
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import HEAD, SECTIONS, dossier, write_tree
from tests.builders.look import ROOT
from tests.builders.review_page import Page, commit, page_of, text_of

RULES = """
bronnen: {begroting: {titel: Begroting <OCW>, datum: 2025-09-16, vindplaats: blz. 3}}
regels:
  - {code: R1, regel: samen == prijs * aantal, uitleg: Samen is alles bij elkaar, ernst: SEVERITY}
  - {code: R2, regel: prijs < samen, uitleg: Minder, ernst: waarschuwing}
"""
FACTS = """
prijs: {bedrag: 500, bron: begroting, toelichting: Zonder btw, status: vastgesteld}
aantal: 3
samen: {bedrag: SUM}
gat: {open: het dossiernummer}
geheim: {bedrag: 7, openbaar: nee}
"""
BODY = "Elke gemeente krijgt {{ prijs }}. Dat is samen {{ prijs * aantal }}, naast {{ gat }}."


def made(
    root: Path, body: str = BODY, total: str = "1500", severity: str = "waarschuwing"
) -> Workspace:
    facts, rest = FACTS.replace("SUM", total), RULES.replace("SEVERITY", severity)
    return dossier(root, facts, body, rest)


def rows(page: Page, name: str) -> dict[str, str]:
    """What the sheet of a fact says, by its labels."""
    return {
        text_of(row[0]): " / ".join(map(text_of, row[1:]))
        for row in page.named(f"feit-{name}").xpath("./dl/div")
    }


def test_a_figure_leads_to_what_is_known_of_it(tmp_path: Path):
    page = page_of(made(tmp_path))

    link = page.all("//a[text()='€\xa0500,-']")[0]

    sheet = page.named(link.get("href")[1:])
    assert text_of(sheet.xpath("./h4")[0]) == "prijs"
    assert rows(page, "prijs") == {
        "Waarde": "€ 500 kamerbrief, voortgangsrapportage / € 500,- nota / 500 euro persbericht",
        "Soort": "bedrag, vastgesteld",
        "Bron": "Begroting <OCW>, 2025-09-16, blz. 3 letters/proef/feiten.yaml:3:11",
        "Let op": "Zonder btw",
        "Regels": "R1 , R2",
        "Staat in": "letters/proef/feiten.yaml:8:19",
    }


def test_a_fact_leads_to_every_place_that_shows_it(tmp_path: Path):
    page = page_of(made(tmp_path))

    places = page.named("feit-aantal").xpath(".//li")

    [place] = [text_of(place) for place in places]
    assert place.startswith("1. Aanleiding : Dat is samen € 1.500,- , naast [nog open: het ")
    assert place.endswith("(berekend, ook uit prijs)")
    target = page.named(places[0].xpath("./a/@href")[0][1:])
    assert target.get("data-f") == "feit-prijs feit-aantal"


def test_what_the_letter_gives_itself_is_told_apart(tmp_path: Path):
    page = page_of(made(tmp_path))

    link = page.one("//a[contains(@class, 'f') and text()='2026-1']")

    assert link.get("class") == "f eigen"
    assert "getypt bovenaan de brief; geen feit" in text_of(page.named(link.get("href")[1:]))


def test_the_top_counts_what_there_is(tmp_path: Path):
    page = page_of(made(tmp_path, body=f"{BODY} Er zijn 25 scholen.", total="9"))

    assert [text_of(tile) for tile in page.all("//ul[@class='tegels']/li")] == [
        "1 document", "0 fouten", "3 waarschuwingen", "1 feit nog open", "0 van 2 regels kloppen",
        "2 van 3 cijfers uit feiten; 1 getypt",
    ]  # fmt: skip


def test_a_rule_shows_both_sides_and_leads_to_its_facts(tmp_path: Path):
    page = page_of(made(tmp_path, total="9"))

    first = page.named("regel-1")

    assert "R1 klopt niet" in text_of(first)
    assert "links € 9, rechts € 1.500" in text_of(first)
    assert first.xpath(".//code/a/@href") == ["#feit-samen", "#feit-prijs", "#feit-aantal"]


def test_a_rule_over_a_gap_is_not_judged(tmp_path: Path):
    rest = "regels: [{code: R1, regel: aantal == gat, uitleg: Kan nog niet}]\n"
    page = page_of(dossier(tmp_path, "aantal: 3\ngat: {open: het getal}", "{{ aantal }}.", rest))

    assert "nog niet te beoordelen" in text_of(page.named("regel-1"))


def test_a_typed_figure_is_marked_with_a_word_and_its_finding_beside_it(tmp_path: Path):
    page = page_of(made(tmp_path, "Eerst dit.\n\nEr zijn 25 scholen.\n\n- en 25 meer"))

    marked = page.all("//article//*[@class='getypt']")
    assert [text_of(mark.getnext()) for mark in marked] == ["getypt", "getypt"]
    margin = [text_of(one) for one in page.all("//*[@class='kanttekening']")]
    assert [words[:25] for words in margin] == [
        "Er zijn 25 getypt scholen",
        "en 25 getypt meer Waarsch",
    ]
    assert all("'25' is getypt en komt niet uit de feiten" in words for words in margin)


def test_a_waived_figure_is_marked_otherwise_and_shows_its_reason(tmp_path: Path):
    body = "Er zijn 25 scholen. {# cijfer: 25, want zo staat het <daar> #}"
    page = page_of(made(tmp_path, body))

    assert page.all("//*[@class='getypt'][.='25']") == []
    assert text_of(page.one("//article//*[@class='reden']").getnext()) == "met reden"
    assert "want zo staat het <daar>" in text_of(page.one("//*[contains(@class, 'met-reden')]"))
    assert "nota: 25, want zo staat het <daar>" in text_of(page.named("aftekenen"))


def test_findings_jump_to_where_they_stand(tmp_path: Path):
    page = page_of(made(tmp_path, "Er zijn 25 scholen.", total="9"))

    jumps = page.all("//section[@id='meldingen']//a")

    assert {text_of(jump) for jump in jumps} == {"nota", "de regel"}
    assert all(page.named(jump.get("href")[1:]) is not None for jump in jumps)


def test_every_link_of_the_page_leads_somewhere(tmp_path: Path):
    page = page_of(made(tmp_path, f"{BODY}[^1]\n\n[^1]: Noot.", total="9"))

    names = [str(name) for name in page.root.xpath("//@id")]
    assert len(names) == len(set(names))
    assert {h[1:] for h in page.root.xpath("//a/@href") if h.startswith("#")} <= set(names)


def test_an_error_does_not_stop_the_page(tmp_path: Path):
    workspace = made(tmp_path, total="9", severity="fout")

    result = review(workspace, ["proef"])

    assert [path.name for path in result.files] == [PAGE]
    assert [finding.code for finding in result.findings if finding.stops] == ["R1"]


def test_a_letter_that_cannot_be_composed_is_said_not_to_be_read(tmp_path: Path):
    workspace = made(tmp_path)
    write_tree(tmp_path, {"letters/proef/stuk.md": "geen brief"})

    result = review(workspace, ["proef"])
    page = page_of(workspace)

    assert result.unread == ("proef/stuk",)
    assert "Niet gelezen: stuk" in text_of(page.named("meldingen"))
    assert "stuk Niet gelezen" in text_of(page.named("aftekenen"))


def test_a_letter_with_an_error_is_shown_with_a_warning(tmp_path: Path):
    page = page_of(made(tmp_path, "{{ bestaat_niet }}."))

    assert "zo wordt dit document niet gemaakt" in text_of(page.named("doc-1"))
    assert "Er zitten fouten in" in text_of(page.named("aftekenen"))


def test_what_is_not_public_is_said_at_the_top_and_on_paper(tmp_path: Path):
    page = page_of(made(tmp_path))
    assert "Intern: niet openbaar" in text_of(page.one("//header[contains(@class, 'kop')]"))
    assert "Intern: niet openbaar" in text_of(page.named("aftekenen"))

    (tmp_path / "ander").mkdir()
    page = page_of(dossier(tmp_path / "ander", "prijs: {bedrag: 5}"))
    assert "Intern: niet openbaar" not in page.source


def test_facts_that_cannot_be_read_leave_nothing_to_show(tmp_path: Path):
    with pytest.raises(Refused):
        review(dossier(tmp_path, "prijs: {bedrag: 500.000}"), ["proef"])

    assert not (tmp_path / "build").exists()


def test_the_page_never_lands_among_the_sources(tmp_path: Path):
    with pytest.raises(Refused) as caught:
        review(made(tmp_path), ["proef"], out=tmp_path / "letters")

    assert [finding.code for finding in caught.value.findings] == ["PMG442"]


def test_no_letter_can_have_the_name_of_the_page(tmp_path: Path):
    workspace = made(tmp_path)
    write_tree(tmp_path, {"letters/proef/_nalezen.md": HEAD + SECTIONS.format(body="x")})

    assert len(page_of(workspace).all("//article[contains(@class, 'doc')]")) == 1


def test_facts_cannot_act_on_the_page(tmp_path: Path):
    words = "</script><script>alert(1)</script><b onclick=x>&amp;"
    page = page_of(dossier(tmp_path, f"naam: {{tekst: '{words}'}}", "{{ naam }}."))

    assert len(page.all("//script")) == 1
    assert page.all("//b[@onclick]") == []
    assert words in page.named("feit-naam").text_content()


def test_nothing_but_its_own_sheet_and_script_may_act(tmp_path: Path):
    page = page_of(made(tmp_path))

    policy = page.one("//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; "
        r"img-src data:; base-uri 'none'; form-action 'none'", policy,
    )  # fmt: skip
    assert page.all("//*[@style]") == []
    assert page.all("//@*[starts-with(name(), 'on')]") == []


def test_without_git_nothing_is_compared(tmp_path: Path):
    page = page_of(made(tmp_path))

    assert "Niet vergeleken met een eerdere versie" in text_of(page.named("documenten"))


def test_an_asked_version_needs_git(tmp_path: Path):
    workspace = made(tmp_path)
    commit(tmp_path)

    with pytest.raises(NotFound) as caught:
        review(workspace, ["proef"], "bestaat-niet")

    assert [finding.code for finding in caught.value.findings] == ["PMG183"]


def changed(root: Path, old: str, new: str) -> Page:
    """The page of a dossier in git, in whose letter or facts something was replaced."""
    workspace = made(root, f"Eerste alinea.\n\n{BODY}\n\nDe laatste alinea gaat over geld.")
    commit(root)
    for name in ("nota.md", "feiten.yaml"):
        path = root / "letters/proef" / name
        path.write_text(path.read_text().replace(old, new))
    return page_of(workspace)


def test_words_that_changed_stand_beside_what_they_were(tmp_path: Path):
    page = changed(tmp_path, "over geld", "over water")

    assert [text_of(one) for one in page.all("//article//ins")] == ["water"]
    assert [text_of(one) for one in page.all("//article//del")] == ["geld"]
    assert "1. Aanleiding : gewijzigd: brief" in text_of(page.named("verschillen"))


def test_a_changed_fact_is_named_as_the_cause(tmp_path: Path):
    page = changed(tmp_path, "bedrag: 500,", "bedrag: 600,")

    assert "gewijzigd: feit prijs" in text_of(page.named("verschillen"))
    inside = page.all("//a[contains(@class, 'f')]//ins")
    assert [text_of(one) for one in inside] == ["600,-", "1.800,-"]


def test_a_paragraph_that_went_stands_where_it_was(tmp_path: Path):
    page = changed(tmp_path, "Eerste alinea.\n", "")

    gone = page.one("//div[@class='weg']")
    assert text_of(gone) == "vervallen Eerste alinea."
    assert "Aanleiding" in text_of(gone.getprevious())


def test_a_paragraph_that_is_new_is_marked_as_a_whole(tmp_path: Path):
    page = changed(tmp_path, "over geld.", "over geld.\n\nEen hele nieuwe.")

    assert [text_of(one) for one in page.all("//article//ins")] == ["Een hele nieuwe."]


def test_nothing_changed_is_said(tmp_path: Path):
    page = changed(tmp_path, "", "")

    assert "de documenten zeggen nog hetzelfde" in text_of(page.named("verschillen"))


def test_what_could_not_be_compared_is_never_called_the_same(tmp_path: Path):
    page = changed(tmp_path, "over geld.", "{{ bestaat_niet }}")

    assert "zeggen nog hetzelfde" not in page.source
    assert "niet vergeleken" in text_of(page.named("verschillen"))


def test_a_letter_that_got_another_name_is_said_to_be_the_same(tmp_path: Path):
    workspace = made(tmp_path)
    commit(tmp_path)
    (tmp_path / "letters/proef/nota.md").rename(tmp_path / "letters/proef/brief.md")

    told = text_of(page_of(workspace).named("verschillen"))

    assert "proef/nota heet nu proef/brief" in told


def test_a_letter_that_is_new_is_said_to_be(tmp_path: Path):
    workspace = made(tmp_path)
    commit(tmp_path)
    other = (tmp_path / "letters/proef/nota.md").read_text().replace("2026-1", "2026-2")
    (tmp_path / "letters/proef/tweede.md").write_text(other)

    told = text_of(page_of(workspace).named("verschillen"))

    assert told.endswith("Document nieuw: tweede.")


def test_who_changed_a_fact_last_is_told(tmp_path: Path):
    page = changed(tmp_path, "aantal: 3", "aantal: 4")

    told = "2026-01-02 door Jan de Vries: Eerste versie"
    assert rows(page, "prijs")["Laatst gewijzigd"] == told
    assert rows(page, "aantal")["Laatst gewijzigd"] == "nog niet vastgelegd in git"


def test_a_second_run_writes_nothing(tmp_path: Path):
    workspace = made(tmp_path)

    assert len(review(workspace, ["proef"]).changed) == 1
    assert review(workspace, ["proef"]).changed == ()


def test_two_processes_write_the_same_bytes(tmp_path: Path):
    made(tmp_path)
    commit(tmp_path)
    pages = []
    for number, other in enumerate(({"TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"USER": "ander"})):
        out = tmp_path / f"uit{number}"
        environment = {**os.environ, **other, "PYTHONHASHSEED": str(number)}
        subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), "review", "proef", "--out", str(out),
             "--workspace", str(tmp_path)],
            check=True, capture_output=True, env=environment,
        )  # fmt: skip
        pages.append((out / "proef" / PAGE).read_bytes())

    assert pages[0] == pages[1]


def test_every_dossier_of_the_repository_has_a_page(tmp_path: Path):
    result = review(Workspace.at(ROOT), out=tmp_path)

    assert len(result.files) == len(Workspace.at(ROOT).dossiers()) >= 2
