from pathlib import Path

import pytest

from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.document import FactText, Paragraph, Table, Text, plain_text
from pmg_docs.model.place import Origin, Place
from tests.builders.folder import codes, composed, dossier, only, report

FACTS = """
bedrag: {bedrag: 500000}
groot: {bedrag: 1234567890}
derde: {bedrag: '0,05'}
aantal: 20
deel: {percentage: '12,5'}
dag: {datum: 2024-04-04}
looptijd: {periode: {van: 2024-07, tot: 2027-07}}
half: {periode: {van: 2024-07, tot: 2026-01}}
ages: {leeftijd: {van: 8, tot_en_met: 27}}
g: {gemeenten: [Venlo, Assen, Breda]}
groepen: {gemeenten: {groepen: {eerste: [Breda], later: {aantal: 4}}}}
minister: {persoon: {naam: D. Yeşilgöz-Zegerius, ambt: Minister van Justitie}}
brief_oud: {verwijzing: {titel: Brede aanpak, datum: 2023-07-07}}
gat: {open: het kenmerk}
lastig: '{{ 7*7 }} *x* <b> & | [[inhoud]] `a` _b_ [^1] # ~'
"""


def shown(root: Path, expression: str) -> FactText:
    """The one fact in a paragraph that holds only this expression."""
    document = composed(root, FACTS, f"Zo: {{{{ {expression} }}}} dus.")
    paragraph = document.body[1]
    assert isinstance(paragraph, Paragraph)
    [fact] = [i for i in paragraph.children if isinstance(i, FactText)]
    return fact


def text(root: Path, expression: str) -> str:
    return shown(root, expression).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("bedrag", "€ 500.000,-"),
        ("bedrag | euro", "500.000 euro"),
        ("bedrag | voluit", "vijfhonderdduizend euro"),
        ("(bedrag * aantal) | miljoen", "€ 10 miljoen"),
        ("groot | afgerond(1) | miljard", "€ 1,2 miljard"),
        ("groot | afgerond | miljoen", "€ 1.235 miljoen"),
        ("bedrag / bedrag", "1"),
        ("(bedrag / (aantal + aantal + aantal)) | afgerond(2)", "€ 8.333,33"),
        ("groot | afgerond(1)", "€ 1.234.567.890,-"),
        ("deel * bedrag", "€ 62.500,-"),
        ("bedrag - bedrag", "€ 0,-"),
        ("aantal | voluit", "twintig"),
        ("deel", "12,5%"),
        ("dag", "4 april 2024"),
        ("dag | voluit", "donderdag 4 april 2024"),
        ("looptijd", "juli 2024 tot juli 2027"),
        ("looptijd | aantal", "3"),
        ("looptijd.van", "juli 2024"),
        ("ages", "8 tot en met 27 jaar"),
        ("ages.tot_en_met", "27"),
        ("g", "Assen, Breda en Venlo"),
        ("g | opsomming('of')", "Assen, Breda of Venlo"),
        ("g | aantal", "3"),
        ("groepen | aantal", "5"),
        ("groepen.eerste", "Breda"),
        ("minister.naam", "D. Yeşilgöz-Zegerius"),
        ("brief_oud.datum", "7 juli 2023"),
        ("gat", "[nog open: het kenmerk]"),
        ("gat | miljoen", "[nog open: het kenmerk]"),
        ("brief.datum", "15 januari 2026"),
        ("brief.kenmerk", "2026-1"),
    ],
)
def test_a_fact_is_shown_in_dutch_notation(tmp_path: Path, expression: str, words: str):
    assert text(tmp_path, expression) == words


def test_a_list_at_the_head_of_the_letter_is_shown_as_its_facts(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, "Aan: {{ brief.aan }}.")
    letter = tmp_path / "letters/proef/nota.md"
    letter.write_text(letter.read_text().replace("aan: Minister van Proeven",
                                                 "aan: [=minister, SG, DG]"))  # fmt: skip

    [draft] = read_dossier(workspace, "proef").drafts
    assert "Minister van Justitie, SG en DG" in [
        i.text for i in draft.document.inlines() if isinstance(i, FactText)
    ]


def test_a_fact_remembers_its_path_and_place(tmp_path: Path):
    assert shown(tmp_path, "bedrag").origins == (
        Origin("bedrag", Place("letters/proef/feiten.yaml", 3, 20)),
    )


def test_a_computed_figure_remembers_every_fact_in_it(tmp_path: Path):
    origins = shown(tmp_path, "bedrag * aantal").origins

    assert [origin.path for origin in origins] == ["bedrag", "aantal"]


def test_a_part_of_a_fact_remembers_the_place_of_that_part(tmp_path: Path):
    [origin] = shown(tmp_path, "looptijd.tot").origins

    assert (origin.path, origin.where.column) == ("looptijd.tot", 43)


def test_a_figure_has_a_form_for_programs(tmp_path: Path):
    assert (shown(tmp_path, "bedrag").machine, shown(tmp_path, "dag").machine) == (
        "500000", "2024-04-04",
    )  # fmt: skip


def test_a_gap_is_marked_open(tmp_path: Path):
    assert shown(tmp_path, "gat").is_open


def test_nothing_in_a_fact_is_parsed_or_executed(tmp_path: Path):
    assert text(tmp_path, "lastig") == "{{ 7*7 }} *x* <b> & | [[inhoud]] `a` _b_ [^1] # ~"


def test_a_fact_keeps_a_pipe_inside_a_table_cell(tmp_path: Path):
    document = composed(tmp_path, FACTS, "| a | b |\n|---|---|\n| {{ lastig }} | x |\n")

    table = document.body[1]
    assert isinstance(table, Table)
    [paragraph] = table.rows[0][0].blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children).startswith("{{ 7*7 }} *x* <b> & |")


def test_a_loop_shows_each_name_with_its_origin(tmp_path: Path):
    document = composed(tmp_path, FACTS, "{% for naam in g %}\n- {{ naam }}\n{% endfor %}\n")

    names = [i.text for i in document.inlines() if isinstance(i, FactText)]
    assert names[-3:] == ["Assen", "Breda", "Venlo"]


def test_literal_text_knows_its_line_also_in_a_loop(tmp_path: Path):
    body = "{% for naam in g %}\n- de gemeente {{ naam }}\n{% endfor %}\n"
    document = composed(tmp_path, FACTS, body)

    places = {i.where for i in document.inlines()
              if isinstance(i, Text) and i.text.startswith("de gemeente")}  # fmt: skip
    assert places == {Place("letters/proef/nota.md", 12, 1)}


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        ("{{ bedrg }}", "PMG310", "bedrag"),
        ("{{ minister.nam }}", "PMG311", "naam"),
        ("{{ bedrg | voluit }}", "PMG310", "bedrag"),
        ("{{ bedrag | euros }}", "PMG316", "euro"),
        ("{{ g | miljoen }}", "PMG309", "opsomming, aantal"),
        ("{{ half | aantal }}", "PMG309", "periode"),
        ("{{ groot | miljoen }}", "PMG307", "afgerond"),
        ("{{ derde * deel }}", "PMG307", "cent"),
        ("{{ bedrag / aantal / aantal / aantal / looptijd }}", "PMG304", "rekenen"),
        ("{{ bedrag / (aantal + aantal + aantal) / bedrag }}", "PMG306", "gaat niet op"),
        ("{{ bedrag / (aantal - aantal) }}", "PMG303", "nul"),
        ("{{ bedrag * bedrag }}", "PMG304", "geen bedrag"),
        ("{{ bedrag + aantal }}", "PMG304", "op te tellen"),
        ("{{ bedrag ~ ' per jaar' }}", "PMG301", "bedrag"),
        ("{{ '%s' % bedrag }}", "PMG304", "rekenen"),
        ("{{ [bedrag] * 1000000000 }}", "PMG304", "Rekenen"),
        ("{{ 'a'.ljust(1000000000) }}", "PMG314", "kan"),
        ("{% macro m(s) %}{{ s }}{{ s }}{% endmacro %}{{ m('x') }}", "PMG317", "macro"),
        ("{% set a %}x{% endset %}{{ a }}", "PMG317", "set"),
        ("{{ 'a' ~ 'b' }}", "PMG301", "plakken"),
        ("{% if bedrag == g %}x{% endif %}", "PMG304", "vergelijken"),
        ("{% if bedrag == 'veel' %}x{% endif %}", "PMG304", "vergelijken"),
        ("{{ 3 }}", "PMG302", "los"),
        ("{{ bedrag * 3 }}", "PMG302", "3"),
        ("{{ 3 * bedrag }}", "PMG302", "3"),
        ("{{ none }}", "PMG305", "af te drukken"),
        ("{{ g | length }}", "PMG316", "length"),
        ("{% for x in minister %}{{ x }}{% endfor %}", "PMG323", "lijst"),
        ("{{ groepen }}", "PMG321", "aantal"),
        ("{% if bedrag %}nooit dicht", "PMG317", "endif"),
        ("{{ bedrag", "PMG317", "gesloten"),
        ("{% import 'os' as os %}", "PMG317", "import"),
        ("{% include '../feiten.yaml' %}", "PMG313", "werkmap"),
        ("{% include '/etc/passwd' %}", "PMG313", "werkmap"),
        ("{{ bedrag._value }}", "PMG314", "kan"),
        ("{{ bedrag.__class__ }}", "PMG314", "kan"),
        ("{{ ''.__class__.__mro__ }}", "PMG314", "kan"),
        ("{{ range(10) }}", "PMG310", "range"),
        ("{{ tabel }}", "PMG305", "haakjes"),
        ("{{ brief }}", "PMG305", "punt"),
        ("{{ 'a' * 1000000000 }}", "PMG304", "Rekenen"),
        ("{{ tabel(bedrag) }}", "PMG324", "cw31"),
    ],
)
def test_a_mistake_in_a_letter_is_named_with_its_line(
    tmp_path: Path, body: str, code: str, says: str
):
    finding = only(report(tmp_path, FACTS, body).findings)

    assert finding.code == code
    assert says in " ".join((finding.message, *finding.hints))
    assert finding.where is not None
    assert (finding.where.file, finding.where.line) == ("letters/proef/nota.md", 11)


def test_an_unknown_name_is_pointed_at_in_its_line(tmp_path: Path):
    finding = only(report(tmp_path, FACTS, "Het kost {{ bedrag }} en {{ bedrg }}.").findings)

    assert finding.where == Place("letters/proef/nota.md", 11, 29)


def test_a_loop_over_names_that_are_not_all_known_is_refused(tmp_path: Path):
    body = "{% for g in groepen %}{{ g }}{% endfor %}"
    assert only(report(tmp_path, FACTS, body).findings).code == "PMG321"


def test_an_open_gap_stays_a_gap_in_a_loop(tmp_path: Path):
    document = composed(tmp_path, FACTS, "{% for g in gat %}{{ g }}{% endfor %}")

    assert any(isinstance(i, FactText) and i.is_open for i in document.inlines())


@pytest.mark.parametrize("question", ["gat == 4", "gat > bedrag", "bedrag <= gat", "gat != g"])
def test_nothing_is_decided_on_a_gap(tmp_path: Path, question: str):
    body = f"{{% if {question} %}}\nx\n{{% else %}}\ny\n{{% endif %}}"

    assert codes(report(tmp_path, FACTS, body).findings) == ["PMG331"]


def test_a_letter_may_ask_first_whether_a_fact_is_known(tmp_path: Path):
    document = composed(tmp_path, FACTS, "{% if gat and gat == 4 %}\nx\n{% else %}\ny\n{% endif %}")

    assert any(isinstance(i, Text) and i.text == "y" for i in document.inlines())


def test_loops_that_turn_too_often_are_stopped(tmp_path: Path):
    loops = "{% for a in g %}" * 14 + "x" + "{% endfor %}" * 14

    assert codes(report(tmp_path, FACTS, loops).findings) == ["PMG330"]


def test_a_letter_that_grows_too_long_is_stopped(tmp_path: Path):
    body = "{% for a in g %}" * 9 + "x" * 2_000 + "{% endfor %}" * 9

    assert codes(report(tmp_path, FACTS, body).findings) == ["PMG330"]


def test_a_comparison_is_no_assignment_when_a_tag_is_left_open(tmp_path: Path):
    finding = only(report(tmp_path, FACTS, "Een\n{% if aantal == 20 %}\nTwee\n").findings)

    assert finding.where == Place("letters/proef/nota.md", 12, 1)


def test_a_tag_left_open_is_named_at_the_line_where_it_opens(tmp_path: Path):
    finding = only(report(tmp_path, FACTS, "Een\n{% if bedrag %}\nTwee\n").findings)

    assert finding.where == Place("letters/proef/nota.md", 12, 1)
    assert "endif" in finding.hints[0]


def test_all_figures_that_cannot_be_shown_are_named_at_once(tmp_path: Path):
    body = "{{ bedrg }}\n{{ aantal | miljoe }}"
    assert len(report(tmp_path, FACTS, body).findings) == 1

    body = "{{ bedrg }}\n{{ 3 * bedrag }} en {{ groot | miljoen }}\n{{ minister.nam }}"
    findings = report(tmp_path, FACTS, body).findings
    assert [(f.code, f.where.line) for f in findings if f.where] == [
        ("PMG310", 11), ("PMG302", 12), ("PMG307", 12), ("PMG311", 13),
    ]  # fmt: skip


def test_a_part_of_the_dossier_can_be_included(tmp_path: Path):
    part = tmp_path / "letters/proef/deel.md.j2"
    part.parent.mkdir(parents=True)
    part.write_text("Uit het deel: {{ aantal }}.\n")

    document = composed(tmp_path, FACTS, "{% include 'deel.md.j2' %}")

    assert any(isinstance(i, Text) and i.where == Place("letters/proef/deel.md.j2", 1, 1)
               for i in document.inlines())  # fmt: skip
