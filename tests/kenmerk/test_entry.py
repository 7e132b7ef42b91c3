import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.kenmerk.entry import Entry, EntryStatus, read_entry
from pmg_docs.kenmerk.naming import file_name, malformed
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import InputFile

DAY = dt.date(2026, 1, 15)
FOLDER = "letters/_kenmerken"


def stored(text: str, name: str = "5300203.yaml") -> InputFile:
    return InputFile(f"{FOLDER}/{name}", text.encode())


def refused(text: str, name: str = "5300203.yaml") -> list[tuple[str, int, int]]:
    with pytest.raises(Refused) as caught:
        read_entry(stored(text, name))
    return [(f.code, f.where.line, f.where.column) for f in caught.value.findings if f.where]


GOOD = """\
kenmerk: '5300203'
status: toegekend
dossier: groen
brief: nota
datum: 2026-01-15
door: A. Voorbeeld
"""

ONE_LINE = st.text(min_size=1, max_size=60).filter(
    lambda text: text == " ".join(text.split()) and text.isprintable()
)


@given(ONE_LINE.filter(lambda t: malformed(t) is None), ONE_LINE, ONE_LINE)
def test_what_is_written_is_read_back(kenmerk: str, name: str, reason: str):
    entry = Entry(kenmerk, EntryStatus.INGETROKKEN, DAY, name, "groen", "nota", reason)

    read = read_entry(InputFile(f"{FOLDER}/{file_name(kenmerk)}", entry.to_yaml()))

    assert (read.kenmerk.encode(), read.dossier) == (_nfc(kenmerk).encode(), "groen")
    assert (read.by, read.reason, read.day) == (_nfc(name), _nfc(reason), DAY)


def _nfc(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)


def test_a_file_can_be_read_in_a_merge_request():
    entry = Entry("5300203", EntryStatus.TOEGEKEND, DAY, "A. Voorbeeld", "groen", "nota")

    assert entry.to_yaml().decode() == (
        "# Eén kenmerk. Veranderen gaat met pmg kenmerk; haal dit bestand nooit weg.\n"
        "kenmerk: '5300203'\nstatus: toegekend\ndossier: 'groen'\nbrief: 'nota'\n"
        "datum: 2026-01-15\ndoor: 'A. Voorbeeld'\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("status: toegekend", "status: toegekent", "PMG113", 2, 9),
        ("datum: 2026-01-15", "datum: 15 januari", "PMG125", 5, 8),
        ("datum: 2026-01-15", "datum: 2026-02-30", "PMG125", 5, 8),
        ("door: A. Voorbeeld", "", "PMG112", 1, 1),
        ("brief: nota\n", "", "PMG226", 3, 10),
        ("dossier: groen\n", "", "PMG226", 3, 8),
        ("dossier: groen\nbrief: nota\n", "", "PMG226", 2, 9),
        ("'5300203'", "'5300204'", "PMG226", 1, 10),
        ("'5300203'", "'/'", "PMG175", 1, 10),
        ("dossier: groen", "dosier: groen", "PMG111", 3, 1),
        ("dossier: groen", "<<<<<<< HEAD", "PMG226", 3, 1),
        ("dossier: groen", "status: toegekend", "PMG110", 3, 1),
        ("dossier: groen", "dossier: ../groen", "PMG226", 3, 10),
        ("dossier: groen", "dossier: /etc", "PMG226", 3, 10),
        ("brief: nota", "brief: ..", "PMG226", 4, 8),
    ],
)
def test_nonsense_is_named_with_its_place(old: str, new: str, code: str, line: int, column: int):
    assert old in GOOD

    assert (code, line, column) in refused(GOOD.replace(old, new))


def test_a_reason_with_signs_that_nobody_sees_can_be_read_again():
    entry = Entry("5", EntryStatus.INGETROKKEN, DAY, "A\u202e", reason="regel 1\nregel\x00 2\u200b")

    read = read_entry(InputFile(f"{FOLDER}/5.yaml", entry.to_yaml()))

    assert (read.by, read.reason) == ("A", "regel 1 regel 2")


def test_nothing_can_be_fixed_under_a_reserved_number():
    text = GOOD.replace("toegekend", "gereserveerd") + "vastgesteld: sha256:abc\n"

    assert refused(text) == [("PMG226", 7, 14)]


@pytest.mark.parametrize("text", ["", "- 1\n- 2\n", "tekst\n", "\x00\x01"])
def test_another_kind_of_file_is_named(text: str):
    assert refused(text)


def test_a_copy_under_another_name_is_no_number():
    assert refused(GOOD, "5300203 (1).yaml") == [("PMG226", 1, 10)]
