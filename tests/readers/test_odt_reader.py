"""ODF text files by any hand, read as a person sees them."""

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileWords
from pmg_docs.readers.odt import read
from tests.builders.odf import (
    KIND,
    box,
    header,
    master,
    note,
    odt,
    p,
    packed,
    style,
    unpacked,
)

IS_HIDDEN = 'text:is-hidden="true"'
HIDDEN = '<style:text-properties text:display="none"/>'


def body(inner: str, automatic: str = "", styles: str = "") -> str:
    return " ".join(read(odt(inner, automatic, styles)).body)


def frame(masters: str, inner: str = "", automatic: str = "", page_styles: str = "") -> FileWords:
    data = odt(inner or p("tekst"), automatic, masters=masters, page_styles=page_styles)
    return read(data)


def numbered(*levels: tuple[str, str, str], name: str = "L") -> str:
    """A list style of levels, each with the form of its number and what stands around it."""
    return f'<text:list-style style:name="{name}">' + "".join(
        f'<text:list-level-style-number text:level="{n}" style:num-format="{form}"'
        f' style:num-prefix="{before}" style:num-suffix="{after}"/>'
        for n, (form, before, after) in enumerate(levels, start=1)
    ) + "</text:list-style>"  # fmt: skip


def listed(*items: str, more: str = "", name: str = "L") -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{name}"{more}>{inner}</text:list>'


def test_words_run_on_over_spans_links_and_unknown_elements():
    inner = p(
        "een<text:span>twee</text:span><text:a>drie</text:a>"
        "<loext:content-control>vier</loext:content-control><text:text-input>vijf</text:text-input>"
    )
    assert body(inner) == "eentweedrievier" + "vijf"


def test_spaces_tabs_and_line_breaks_part_words():
    inner = p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\u00a0e')

    assert body(inner) == "a b c d e"


def test_paragraphs_part_words_and_white_space_between_them_is_none():
    assert body(f"\n  {p('een')}\n{p('twee')}") == "een twee"


def test_the_words_of_a_table_stand_row_by_row_and_a_repeated_head_once():
    row = "<table:table-row><table:table-cell>{}</table:table-cell></table:table-row>"
    head = f"<table:table-header-rows>{row.format(p('kop'))}</table:table-header-rows>"
    covered = f"<table:covered-table-cell>{p('onder')}</table:covered-table-cell>"
    folded = f'<table:table-row table:visibility="collapse">{covered}</table:table-row>'

    found = body(f"<table:table>{head}{row.format(p('cel'))}{covered}{folded}</table:table>")

    assert found == "kop cel"


def test_a_text_box_stands_beside_the_words_of_its_paragraph():
    assert body(p(f"voor{box(p('in het vak'))}door")) == "voordoor in het vak"


def test_a_text_box_that_hangs_on_no_paragraph_is_read():
    assert body(f"{box(p('los'))}{p('tekst')}") == "tekst los"


def test_words_in_a_shape_are_read_and_its_description_is_not():
    shape = f"<draw:custom-shape><svg:desc>uitleg</svg:desc>{p('in de vorm')}</draw:custom-shape>"

    assert body(p(f"voor {shape} na")) == "voor na in de vorm"


def test_deleted_words_are_not_seen_and_inserted_words_are():
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('weg')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    inner = p(
        'blijft<text:change text:change-id="1"/><text:change-start text:change-id="2"/>erbij'
        '<text:change-end text:change-id="2"/>'
    )
    assert body(deleted + inner) == "blijfterbij"


def test_a_remark_is_no_word_of_the_letter():
    assert body(p(f"tekst<office:annotation>{p('let op')}</office:annotation>")) == "tekst"


@pytest.mark.parametrize(
    "inner",
    [
        p('<text:span text:style-name="Weg">geheim</text:span>'),
        p("geheim", "WegAlinea"),
        p('<text:hidden-text text:is-hidden="true">geheim</text:hidden-text>'),
        p('<text:hidden-paragraph text:is-hidden="true"/>geheim'),
        f'<text:section text:display="none">{p("geheim")}</text:section>',
        f'<text:section text:display="condition" {IS_HIDDEN}>{p("geheim")}</text:section>',
        p('<text:variable-set text:display="none">geheim</text:variable-set>'),
    ],
)  # fmt: skip
def test_hidden_words_are_not_seen(inner: str):
    styles = style("Verborgen", "text", HIDDEN) + style("WegAlinea", "paragraph", HIDDEN)
    automatic = style("Weg", "text", parent_style_name="Verborgen")

    assert body(p("zichtbaar") + inner, automatic, styles) == "zichtbaar"


def test_a_style_can_show_what_the_style_it_comes_from_hides():
    shown = '<style:text-properties text:display="true"/>'
    automatic = style("Weer", "text", shown, parent_style_name="Verborgen")
    inner = p('<text:span text:style-name="Weer">hier</text:span>')

    assert body(inner, automatic, style("Verborgen", "text", HIDDEN)) == "hier"


def test_a_page_number_is_a_word_of_its_own():
    inner = p(
        "Pagina <text:page-number>7</text:page-number> van <text:page-count>9</text:page-count>"
    )

    assert body(inner) == "Pagina {pagina} van {totaal}"


def test_another_field_shows_what_it_last_came_to():
    assert body(p("op <text:date>4 april 2024</text:date>")) == "op 4 april 2024"


def test_notes_are_numbered_by_their_place_and_endnotes_come_last():
    inner = p(f"a{note('e', 'slot', 'endnote', 'i')} b{note('x', 'eerste')} c{note('y', 'tweede')}")

    found = read(odt(inner))

    assert " ".join(found.body) == "a [^3] b [^1] c [^2]"
    assert found.notes == (("eerste",), ("tweede",), ("slot",))


def test_a_reference_to_a_note_follows_that_note():
    again = '<text:note-ref text:ref-name="x">1</text:note-ref>'

    assert body(p(f"a{note('x', 'noot')} en{again}")) == "a [^1] en [^1]"


def test_a_note_that_was_deleted_counts_for_nothing():
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p(note('x', 'oud'))}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    found = read(odt(deleted + p(f"a{note('y', 'nieuw')}")))

    assert " ".join(found.body) == "a [^1]"
    assert found.notes == (("nieuw",),)


@pytest.mark.parametrize(
    ("form", "labels"),
    [("1", "1. 2. 3."), ("a", "a. b. c."), ("A", "A. B. C."), ("i", "i. ii. iii."),
     ("I", "I. II. III.")],
)  # fmt: skip
def test_items_are_counted_in_each_form(form: str, labels: str):
    found = body(listed(*[p("x")] * 3), numbered((form, "", ".")))

    assert found == " ".join(f"{label} x" for label in labels.split())


def test_only_the_first_paragraph_of_an_item_has_its_number():
    assert body(listed(p("een") + p("vervolg"), p("twee")), numbered(("1", "(", ")"))) == (
        "(1) een vervolg (2) twee"
    )


def test_a_bullet_is_no_word():
    bullets = (
        '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1"'
        ' text:bullet-char="•"/></text:list-style>'
    )
    assert body(listed(p("punt")), bullets) == "punt"


def test_a_list_in_a_list_counts_by_itself_and_shows_as_many_levels_as_its_style_says():
    levels = (
        '<text:list-style style:name="L">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="1"'
        ' text:display-levels="2"/></text:list-style>'
    )
    inner = f"<text:list>{''.join(f'<text:list-item>{p(t)}</text:list-item>' for t in 'bc')}"

    found = body(listed(p("a") + f"{inner}</text:list>", p("d") + f"{inner}</text:list>"), levels)

    assert found == "1. a 1.1 b 1.2 c 2. d 2.1 b 2.2 c"


def test_an_item_that_only_holds_a_deeper_list_shows_no_number():
    inner = f"<text:list><text:list-item>{p('diep')}</text:list-item></text:list>"

    assert body(listed(inner), numbered(("1", "", "."), ("a", "", ")"))) == "a) diep"


def test_a_list_begins_anew_unless_it_goes_on_with_another():
    first = listed(p("a"), more=' xml:id="een"')
    anew = listed(p("b"))
    named = listed(p("c"), more=' text:continue-list="een"')
    last = listed(p("d"), more=' text:continue-numbering="true"')

    assert body(first + anew + named + last, numbered(("1", "", "."))) == "1. a 1. b 2. c 3. d"


def test_a_list_that_goes_on_is_not_mistaken_for_one_without_a_name():
    first = listed(p("a"), more=' xml:id="een"')
    other = listed(p("x"), p("y"), name="M")
    last = listed(p("b"), more=' xml:id="twee" text:continue-numbering="true"')

    assert body(first + other + last, numbered(("1", "", "."))) == "1. a x y 2. b"


def test_an_item_can_begin_at_a_number_of_its_own():
    inner = listed(p("a")).replace("<text:list-item>", '<text:list-item text:start-value="7">')

    assert body(inner, numbered(("1", "", "."))) == "7. a"


def test_the_head_of_a_list_has_no_number():
    head = f"<text:list-header>{p('kop')}</text:list-header>"
    inner = f'<text:list text:style-name="L">{head}<text:list-item>{p("a")}</text:list-item>'

    assert body(f"{inner}</text:list>", numbered(("1", "", "."))) == "kop 1. a"


def test_headings_are_numbered_where_the_outline_says_so():
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1"'
        ' style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2"'
        ' style:num-format=""/></text:outline-style>'
    )
    heading = '<text:h text:outline-level="{}"{}>{}</text:h>'
    inner = (
        heading.format(1, "", "Een") + heading.format(2, "", "Los")
        + heading.format(1, ' text:is-list-header="true"', "Zonder") + heading.format(1, "", "Twee")
    )  # fmt: skip

    assert body(inner, styles=outline) == "1. Een Los Zonder 2. Twee"


def test_without_another_page_style_every_page_has_the_same_frame():
    found = frame(master("Standard", header("boven") + header("onder", "footer")))

    assert found.first == found.follow_on == (("boven",), ("onder",))


def test_the_page_style_of_the_first_paragraph_is_that_of_the_first_page():
    masters = master("Standard", header("later")) + master("Eerste", header("eerst"), "Standard")

    found = frame(masters, p("a", "P1"), style("P1", master_page_name="Eerste"))

    assert (found.first, found.follow_on) == ((("eerst",),), (("later",),))


def test_a_letter_that_begins_with_a_table_has_the_page_style_of_that_table():
    masters = master("Standard", header("later")) + master("Eerste", header("eerst"), "Standard")
    table = (
        '<table:table table:style-name="T"><table:table-row><table:table-cell>'
        f"{p('a')}</table:table-cell></table:table-row></table:table>"
    )
    found = frame(masters, table, style("T", "table", master_page_name="Eerste"))

    assert (found.first, found.follow_on) == ((("eerst",),), (("later",),))


def test_a_frame_of_its_own_for_the_first_page_hides_the_usual_one_there():
    found = frame(master("Standard", header("eerst", "header-first") + header("later")))

    assert (found.first, found.follow_on) == ((("eerst",),), (("later",),))


def test_a_frame_for_left_pages_is_seen_later():
    found = frame(master("Standard", header("rechts") + header("links", "header-left")))

    assert (found.first, found.follow_on) == ((("rechts",),), (("rechts",), ("links",)))


def test_a_frame_that_is_not_shown_is_not_read():
    assert frame(master("Standard", header("weg", more=' style:display="false"'))).first == ()


def test_a_page_style_that_a_later_paragraph_opens_is_seen_later():
    masters = master("Standard", header("gewoon")) + master("Liggend", header("liggend"))
    inner = p("a") + p("b", "P2")

    found = frame(masters, inner, style("P2", master_page_name="Liggend"))

    assert (found.first, found.follow_on) == ((("gewoon",),), (("gewoon",), ("liggend",)))


def test_page_styles_that_follow_each_other_in_a_ring_come_to_an_end():
    masters = master("Standard", header("een"), "B") + master("B", header("twee"), "Standard")

    assert frame(masters).follow_on == (("twee",), ("een",))


def test_the_words_of_a_header_stand_also_in_its_tables_and_boxes():
    table = (
        "<table:table><table:table-row><table:table-cell>"
        f"{p('in de tabel')}</table:table-cell></table:table-row></table:table>"
    )
    inner = f"<style:header>{table}{p(box(p('in het vak')))}</style:header>"

    assert frame(master("Standard", inner)).first == (("in", "de", "tabel", "in", "het", "vak"),)


def test_a_style_of_a_header_is_not_that_of_the_same_name_in_the_text():
    inner = f"<style:header>{p('kop', 'P1')}</style:header>"

    found = frame(master("Standard", inner), p("tekst", "P1"), style("P1", "paragraph", HIDDEN))

    assert (found.body, found.first) == ((), (("kop",),))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 rommel",
        odt(p("x"))[:-30],
        packed({"mimetype": KIND}),
        packed({**unpacked(odt(p("x"))), "mimetype": KIND.replace("text", "spreadsheet")}),
        packed({**unpacked(odt(p("x"))), "content.xml": b"\x00\x01versleuteld"}),
        packed({**unpacked(odt(p("x"))), "content.xml": "<a/>"}),
        packed({
            **unpacked(odt(p("x"))),
            "content.xml": '<!DOCTYPE a [<!ENTITY b "boem">]><a>&b;</a>',
        }),
        odt('<text:list text:style-name="L"><text:list-item text:start-value="veel"><text:p/>'
            "</text:list-item></text:list>"),
    ],
    ids=["leeg", "rommel", "half", "zonder", "rekenblad", "versleuteld", "anders", "entiteit",
         "getal"],
)  # fmt: skip
def test_what_is_no_odt_is_refused(data: bytes):
    with pytest.raises(Refused) as caught:
        read(data)

    assert caught.value.findings[0].code == "PMG501"
    assert ".odt" in caught.value.findings[0].message


def test_a_file_that_unpacks_to_more_than_memory_holds_is_refused():
    with pytest.raises(Refused) as caught:
        read(packed({**unpacked(odt(p("x"))), "styles.xml": b" " * (201 * 1024 * 1024)}))

    assert caught.value.findings[0].code == "PMG513"
