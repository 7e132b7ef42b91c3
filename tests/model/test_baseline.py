import base64
import re
import zlib

import pytest

from pmg_docs.model.baseline import (
    BaseFact,
    Baseline,
    BaseSentence,
    origin_of,
    sentence_digest,
)

BASELINE = Baseline(
    origin_of("groen", "nota"),
    (BaseFact("wie", 'B&W <Co> "x"', "tekst"),),
    (BaseSentence(sentence_digest("Elk krijgt € 5."), 12),),
)


def repacked(old: bytes, new: bytes) -> str:
    """The baseline with other bytes in what was packed."""
    return base64.b64encode(
        zlib.compress(zlib.decompress(base64.b64decode(BASELINE.packed())).replace(old, new))
    ).decode()


def test_a_baseline_survives_being_packed():
    assert Baseline.from_packed(BASELINE.packed()) == BASELINE


def test_a_packed_baseline_has_no_sign_that_a_program_writes_in_its_own_way():
    assert re.fullmatch("[A-Za-z0-9+/]+=*", BASELINE.packed())


@pytest.mark.parametrize(
    "text",
    ["", "{", "AAAA", BASELINE.packed()[:-8], BASELINE.packed() + "AAAA", BASELINE.packed()[4:],
     repacked(b"[1,", b"[9,"), repacked(b'"wie"', b"1"), repacked(b',"tekst"', b',"a","b"'),
     repacked(b"\0\0\0\x0c", b"\0\0\x0c"), repacked(b"[1,", b"[" * 100_000)],
)  # fmt: skip
def test_anything_else_is_no_baseline(text: str):
    assert Baseline.from_packed(text) is None


def test_other_marks_and_spaces_do_not_make_another_sentence():
    assert sentence_digest("De ‘aanpak’ – nu.") == sentence_digest("De 'aanpak' - nu .")


def test_another_figure_makes_another_sentence():
    assert sentence_digest("Elk krijgt € 5.") != sentence_digest("Elk krijgt € 6.")
    assert sentence_digest("Elk krijgt 5 %.") != sentence_digest("Elk krijgt 5.")


def test_what_is_far_larger_than_any_baseline_is_none():
    huge = Baseline("a" * 10, tuple(BaseFact(f"x{n}", "y") for n in range(6000)))
    assert Baseline.from_packed(huge.packed()) is None
    bomb = base64.b64encode(zlib.compress(b'[1,"a",[]]\0' + bytes(50_000_000))).decode()
    assert Baseline.from_packed(bomb) is None
