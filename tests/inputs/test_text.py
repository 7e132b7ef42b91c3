import pytest

from pmg_docs.inputs.text import decode
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.workspace.folder import InputFile


def test_a_byte_order_mark_and_windows_line_ends_are_read_through():
    assert decode(InputFile("f", b"\xef\xbb\xbfa\r\nb\rc\n")) == "a\nb\nc\n"


@pytest.mark.parametrize(
    "data", ["Súdwest".encode("latin-1"), b"PK\x03\x04\x00\xff", b"\xed\xa0\x80"]
)
def test_what_is_no_utf8_is_refused(data: bytes):
    with pytest.raises(Refused) as caught:
        decode(InputFile("f", data))

    assert caught.value.findings[0].code == "PMG105"


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\ufffe", "\u202e", "\u2066", "\ue000"])
def test_a_forbidden_character_is_named_at_its_place(char: str):
    with pytest.raises(Refused) as caught:
        decode(InputFile("f", f"goed\nab{char}c".encode()))

    [finding] = caught.value.findings
    assert finding.where == Place("f", 2, 3)
    assert f"U+{ord(char):04X}" in finding.message


@pytest.mark.parametrize("text", ["שלום", "😀", "e\u0301", "\u200f", "ş ğ ĳ ’s-"])
def test_letters_of_any_script_are_welcome(text: str):
    assert decode(InputFile("f", text.encode())) == text
