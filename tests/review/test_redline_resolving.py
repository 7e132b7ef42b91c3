"""Every kind of tracked change, accepted and rejected by hand-made examples."""

import pytest

from pmg_docs.review.redline.resolving import Side, resolve
from pmg_docs.review.redline.word import Unreadable
from tests.builders.redlines import SIGNED, W, gone, ins, p, r, root, texts

MARK_IN = f"<w:rPr><w:ins {SIGNED}/></w:rPr>"
MARK_OUT = f"<w:rPr><w:del {SIGNED}/></w:rPr>"
CELL = "<w:tc>{}" + p(r("x")) + "</w:tc>"


def both(inner: str) -> tuple[list[str], list[str]]:
    made = []
    for side in (Side.NEW, Side.OLD):
        body = root(inner)
        resolve(body, side)
        made.append(texts(body))
    return made[0], made[1]


def count(inner: str, name: str, side: Side) -> int:
    body = root(inner)
    resolve(body, side)
    return len(list(body.iter(f"{{{W}}}{name}")))


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def test_inserted_words_are_in_the_new_version_only():
    assert both(p(r("een ") + ins(r("twee ")) + r("drie"))) == (["een twee drie"], ["een drie"])


def test_deleted_words_are_in_the_old_version_only():
    assert both(p(r("een ") + gone("twee ") + r("drie"))) == (["een drie"], ["een twee drie"])


def test_words_that_came_and_went_are_in_neither():
    assert both(p(r("een") + ins(gone("twee")))) == (["een"], ["een"])


def test_moved_words_stand_where_they_went_or_where_they_were():
    there = f"<w:moveTo {SIGNED}>{r('x')}</w:moveTo>"
    here = f"<w:moveFrom {SIGNED}>{r('x')}</w:moveFrom>"
    ranges = f'<w:moveFromRangeStart {SIGNED} w:name="m"/>{here}<w:moveFromRangeEnd w:id="1"/>'
    assert both(p(ranges + r("-") + there)) == (["-x"], ["x-"])


def test_an_inserted_paragraph_goes_whole():
    inner = p(r("een")) + p(ins(r("twee")), MARK_IN) + p(r("drie"))
    assert both(inner) == (["een", "twee", "drie"], ["een", "drie"])


def test_an_end_that_went_joins_two_paragraphs():
    inner = p(r("een "), MARK_OUT) + p(r("twee"))
    assert both(inner) == (["een twee"], ["een ", "twee"])


def test_the_joined_paragraph_has_the_look_of_the_second():
    body = root(p(r("a"), f'<w:jc w:val="left"/>{MARK_OUT}') + p(r("b"), '<w:jc w:val="right"/>'))
    resolve(body, Side.NEW)
    assert [e.get(f"{{{W}}}val") for e in body.iter(f"{{{W}}}jc")] == ["right"]


def test_the_last_end_cannot_go():
    assert both(p(r("een")) + p(gone("twee"), MARK_OUT)) == (["een", ""], ["een", "twee"])


def test_paragraphs_do_not_join_over_a_table_that_goes():
    going = row(CELL.format(""), properties=f"<w:trPr><w:ins {SIGNED}/></w:trPr>")
    inner = p(r("een"), MARK_IN) + table(going) + p(r("twee"))
    assert both(inner)[1] == ["een", "twee"]


def test_rows_come_and_go_with_their_cells():
    stays = row(CELL.format(""))
    comes = row(CELL.format(""), CELL.format(""), properties=f"<w:trPr><w:ins {SIGNED}/></w:trPr>")
    goes = row(CELL.format(""), properties=f"<w:trPr><w:del {SIGNED}/></w:trPr>")
    inner = table(stays, comes, goes)
    assert (count(inner, "tr", Side.NEW), count(inner, "tr", Side.OLD)) == (2, 2)
    assert (count(inner, "tc", Side.NEW), count(inner, "tc", Side.OLD)) == (3, 2)


def test_a_table_without_rows_goes():
    going = row(CELL.format(""), properties=f"<w:trPr><w:del {SIGNED}/></w:trPr>")
    assert count(table(going) + p(r("x")), "tbl", Side.NEW) == 0


def test_cells_come_and_go():
    marked = f"<w:tcPr><w:cellIns {SIGNED}/></w:tcPr>", f"<w:tcPr><w:cellDel {SIGNED}/></w:tcPr>"
    inner = table(row(CELL.format(""), *(CELL.format(m) for m in marked), CELL.format("")))
    assert (count(inner, "tc", Side.NEW), count(inner, "tc", Side.OLD)) == (3, 3)
    assert count(table(row(CELL.format(marked[0]))), "tbl", Side.OLD) == 0


def test_a_merged_cell_was_not_merged():
    mark = f'<w:tcPr><w:cellMerge {SIGNED} w:vMerge="cont"/></w:tcPr>'
    inner = table(row(CELL.format(mark)))
    assert (count(inner, "vMerge", Side.NEW), count(inner, "vMerge", Side.OLD)) == (1, 0)


def test_a_look_that_changed_was_another():
    change = f"<w:b/><w:rPrChange {SIGNED}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    inner = p(r("x", change))
    assert (count(inner, "b", Side.NEW), count(inner, "i", Side.NEW)) == (1, 0)
    assert (count(inner, "b", Side.OLD), count(inner, "i", Side.OLD)) == (0, 1)


@pytest.mark.parametrize("name", ["pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"])
def test_properties_that_changed_were_others(name: str):
    before = f"<w:{name}Change {SIGNED}><w:{name}><w:toen/></w:{name}></w:{name}Change>"
    inner = f"<w:{name}><w:nu/>{before}</w:{name}>"
    made = p("") + f"<w:x>{inner}</w:x>"
    assert (count(made, "nu", Side.NEW), count(made, "toen", Side.NEW)) == (1, 0)
    assert (count(made, "nu", Side.OLD), count(made, "toen", Side.OLD)) == (0, 1)


def test_a_change_of_a_section_keeps_its_headers():
    inner = (
        f'<w:sectPr><w:headerReference/><w:pgSz w:w="1"/><w:sectPrChange {SIGNED}>'
        '<w:sectPr><w:pgSz w:w="2"/></w:sectPr></w:sectPrChange></w:sectPr>'
    )
    assert count(inner, "headerReference", Side.OLD) == 1


def test_a_paragraph_that_came_into_a_list_was_in_none():
    inner = p(r("x"), f'<w:numPr><w:numId w:val="1"/><w:ins {SIGNED}/></w:numPr>')
    assert (count(inner, "numPr", Side.NEW), count(inner, "numPr", Side.OLD)) == (1, 0)


def test_a_deleted_field_comes_back_as_a_field():
    field = f"<w:del {SIGNED}><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>"
    assert count(p(field), "instrText", Side.OLD) == 1
    assert count(p(field), "instrText", Side.NEW) == 0


def test_a_content_control_around_what_goes_goes_too():
    inner = p(f"<w:sdt><w:sdtPr/><w:sdtContent>{ins(r('x'))}</w:sdtContent></w:sdt>{r('y')}")
    assert (count(inner, "sdt", Side.NEW), count(inner, "sdt", Side.OLD)) == (1, 0)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize(
    "mark",
    [
        f"<w:customXmlInsRangeStart {SIGNED}/>",
        f'<w:numPr><w:numberingChange {SIGNED} w:original="1."/></w:numPr>',
        "<w:r><w:delText>los</w:delText></w:r>",
    ],
)
def test_what_is_not_known_is_refused(mark: str, side: Side):
    with pytest.raises(Unreadable):
        resolve(root(p(mark)), side)
