"""Every edit that somebody makes of a letter ends in a proven redline."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.app.redline import redline_bytes
from tests.builders.edits import AWKWARD, NOTA, OF_OUR_OWN
from tests.builders.redlines import AUTHOR, MOMENT, Edit, built, letter, parts, proven


@pytest.mark.parametrize("edit", OF_OUR_OWN)
def test_an_edit_of_our_own_letters_ends_in_a_proven_redline(edit: str):
    name, edits = OF_OUR_OWN[edit]
    old, new = letter(name), letter(name, *edits)
    assert redline_bytes(old, new, AUTHOR).changes
    assert redline_bytes(new, old, AUTHOR).changes


@pytest.mark.parametrize("edit", AWKWARD)
def test_an_edit_of_an_awkward_letter_ends_in_a_proven_redline(edit: str):
    make, dossier, name, before, edits = AWKWARD[edit]
    old, new = built(make, dossier, name, *before), built(make, dossier, name, *before, *edits)
    assert redline_bytes(old, new, AUTHOR).changes
    assert redline_bytes(new, old, AUTHOR).changes


def test_one_word_more_is_one_mark():
    old = letter("nota")
    made = proven(old, letter("nota", (NOTA, "de aanpak zelf uit.", "de hele aanpak zelf uit.")))
    assert made.changes == 1


def test_one_list_more_leaves_the_later_ones_alone():
    base: Edit = (
        NOTA,
        "Na toekenning voeren de gemeenten de aanpak zelf uit.",
        "1. Een.\n2. Twee.",
    )
    old = letter("nota", base)
    made = proven(old, letter("nota", base, (NOTA, "Wij adviseren u", "1. Wij adviseren u")))
    text = parts(made.data)["word/document.xml"].decode()
    assert text.count("<w:pPrChange") == 1


def test_one_note_in_front_leaves_the_later_ones_alone():
    name, edits = OF_OUR_OWN["een voetnoot erbij"]
    made = proven(letter(name), letter(name, *edits))
    assert made.changes == 1
    assert "Stcrt. 2024" in parts(made.data)["word/footnotes.xml"].decode()


def test_the_same_versions_give_the_same_bytes_in_another_process(tmp_path: Path):
    name, edits = OF_OUR_OWN["een cel met een lijst"]
    (tmp_path / "oud.docx").write_bytes(letter(name))
    (tmp_path / "nieuw.docx").write_bytes(letter(name, *edits))
    script = (
        "from pathlib import Path; from pmg_docs.review.redline import redline;"
        "old, new = (Path(n).read_bytes() for n in ('oud.docx', 'nieuw.docx'));"
        f"Path('uit.docx').write_bytes(redline(old, new, {AUTHOR!r}, {MOMENT!r}).data)"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2]),
                   "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C",
                   "XDG_CACHE_HOME": str(tmp_path / "cache")}  # fmt: skip
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True)
    made = proven(letter(name), letter(name, *edits)).data
    assert (tmp_path / "uit.docx").read_bytes() == made


def test_a_redline_says_who_and_when_and_holds_no_facts():
    name, edits = OF_OUR_OWN["kenmerk en datum"]
    found = parts(proven(letter(name), letter(name, *edits)).data)
    assert not [part for part in found if part.startswith("customXml")]
    header = found["word/header2.xml"].decode()
    assert header.count(f'w:author="{AUTHOR.replace("&", "&amp;")}" w:date="{MOMENT}"') == 4
    assert not any(b"w:sdt" in data or b"dataBinding" in data for data in found.values())


def test_a_change_in_a_frame_is_told_for_libreoffice():
    name, edits = OF_OUR_OWN["kenmerk en datum"]
    made = proven(letter(name), letter(name, *edits))
    assert [remark.code for remark in made.remarks] == ["PMG494"]
