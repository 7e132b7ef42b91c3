"""A file name for every number: another for each, and one that every disk can hold."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.kenmerk.naming import file_name, identity, malformed

KENMERKEN = st.text(min_size=1, max_size=60)
NEAR = st.text(alphabet="/_=.- aAİıßéx0ʼ", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("kenmerk", "name"),
    [
        ("5300203", "5300203.yaml"),
        ("2024-0000129720", "2024-0000129720.yaml"),
        ("IENW/BSK-2024/353709", "ienw_bsk-2024_353709.yaml"),
        ("W17.25.00079/IV", "w17.25.00079_iv.yaml"),
        ("DGNV / 12345678", "dgnv=20_=2012345678.yaml"),
        ("MinBuza.2024.12-3", "minbuza.2024.12-3.yaml"),
        ("CON", "=63on.yaml"),
        ("nul.2024", "=6eul.2024.yaml"),
        (".5", "=2e5.yaml"),
        ("a_b", "a=5fb.yaml"),
    ],
)
def test_a_name_can_be_read_and_every_disk_can_hold_it(kenmerk: str, name: str):
    assert file_name(kenmerk) == name


def test_numbers_that_differ_in_capitals_are_one_number():
    assert file_name("IENW/BSK-2024/353709") == file_name("IenW/BSK-2024/353709")
    assert file_name("3798064-1063791-pdo") == file_name("3798064-1063791-PDO")


@pytest.mark.parametrize(
    ("one", "other"),
    [("a/b", "a_b"), ("a/b", "a b"), ("a", "a."), ("=2f", "/"), ("é", "e"), ("5", "05"),
     ("א" * 60, "א" * 59 + "ב")],
)  # fmt: skip
def test_numbers_that_look_alike_have_other_names(one: str, other: str):
    assert file_name(one) != file_name(other)


@given(KENMERKEN | NEAR, KENMERKEN | NEAR)
def test_two_numbers_have_one_name_only_if_they_are_one(one: str, other: str):
    assert (file_name(one) == file_name(other)) == (identity(one) == identity(other))


@given(KENMERKEN | NEAR)
def test_every_name_is_safe(kenmerk: str):
    name = file_name(kenmerk)

    assert re.fullmatch(r"[a-z0-9=_-][a-z0-9=._-]*\.yaml|\.yaml", name)
    assert len(name) <= 130
    assert name.partition(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9", "com0"}


def test_a_number_in_another_unicode_form_is_the_same_number():
    assert file_name(unicodedata.normalize("NFD", "België-1")) == file_name("België-1")


@pytest.mark.parametrize(
    "kenmerk",
    [
        "",
        "x" * 61,
        "5300203\n5300204",
        "53\u202e00",
        " 5300203",
        "53  00",
        "/",
        "-",
        "\x00",
        "5300203\u200b",
        "53\xa000",
    ],
)
def test_what_can_be_no_number_is_refused(kenmerk: str):
    found = malformed(kenmerk)

    assert found is not None
    assert found.code == "PMG175"


@pytest.mark.parametrize("kenmerk", ["5300203", "DGNV / 12345678", "W17.25.00079/IV", "é1"])
def test_what_can_be_a_number_is_not(kenmerk: str):
    assert malformed(kenmerk) is None
