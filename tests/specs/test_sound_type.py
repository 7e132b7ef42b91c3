"""A name in a type that nothing knows is a finding at its own place, with the nearest name."""

from pathlib import Path

import pytest

from pmg_docs import writers
from pmg_docs.letter.reading import FrontMatter
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_type
from pmg_docs.specs.sound_type import FORMATS, HEAD_KEYS
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import only, write_tree

HERE = Place("letters/x/nota.md")
FIELD = "velden: {contact: {plaats: kenmerken}}"


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "hint"),
    [
        (f"{FIELD}\nweglaten: {{contcat: [html]}}", "PMG130", 3, 12, "contact"),
        (f"{FIELD}\nweglaten: {{contact: [html, dox]}}", "PMG130", 3, 28, "docx"),
        (f"{FIELD}\nformaten: [pfd]", "PMG130", 3, 12, "pdf"),
        ("velden: {d: {plaats: colofon, uit: afzender.direktie}}", "PMG130", 2, 36,
         "afzender.directie"),
        ("velden: {d: {plaats: titel, uit: onderwrep}}", "PMG130", 2, 34, "onderwerp"),
        ("velden: {onderwrep: {plaats: titel}}", "PMG130", 2, 10, "onderwerp"),
        (f"{FIELD}\nslot: [{{naam: a, velden: [kontact]}}]", "PMG130", 3, 27, "contact"),
        (f"{FIELD}\nsecties: [{{nummer: '1.', titel: A}}, {{nummer: '1', titel: B}}]", "PMG145",
         3, 46, "eigen nummer"),
        (f"{FIELD}\nsecties: [{{titel: A, standaard: weg.md.j2}}]", "PMG134", 3, 33,
         "templates/vrij/weg.md.j2"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_knows_is_refused_where_it_stands(
    text: str, code: str, line: int, column: int, hint: str, tmp_path: Path
):
    root = write_tree(tmp_path, {"templates/vrij/soort.yaml": f"naam: vrij\n{text}\n"})

    with pytest.raises(Refused) as caught:
        load_type(Workspace.at(root), "vrij", HERE)

    finding = only(caught.value.findings)
    where = Place("templates/vrij/soort.yaml", line, column)
    assert (finding.code, finding.where) == (code, where)
    assert hint in finding.hints[0]


def test_the_known_names_are_those_of_the_input_files():
    assert set(FrontMatter.model_fields) - {"soort", "stijl", "status"} == HEAD_KEYS
    assert writers.FORMATS == FORMATS
