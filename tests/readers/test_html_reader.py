"""The words of pages that this program did not write."""

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.readers.html import read


def body(source: str) -> str:
    return " ".join(read(source.encode()).body)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>a<b>b</b>c</p>", "abc"),
        ("<p>a</p><p>b</p>", "a b"),
        ("a<br>b<wbr>c", "a bc"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<ol><li>a<li>b</ol>", "1. a 2. b"),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a 7. b 8. c"),
        ("<ul><li>a<ol><li>b</ol></ul>", "a 1. b"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a b"),
        ("a&nbsp;b&amp;c &lt;b&gt;", "a b&c <b>"),
        ("a<!-- b --><?c d?>", "a"),
        ("e\u0301", "é"),
        ("a<sup><a role=doc-noteref href='#n'>12</a></sup>.", "a [^12] ."),
    ],
)
def test_words_are_those_that_a_browser_shows(source: str, words: str) -> None:
    assert body(f"<!DOCTYPE html><html><body>{source}</body></html>") == words


@pytest.mark.parametrize(
    "source",
    [
        "<nav>x</nav>", "<style>x</style>", "<script>x</script>", "<p hidden>x</p>",
        "<i aria-hidden=true>x</i>", "<template>x</template>",
    ],
)  # fmt: skip
def test_what_nobody_reads_is_left_out_and_what_follows_is_not(source: str) -> None:
    assert body(f"<html><title>t</title><body>a {source}b") == "a b"


def test_notes_stand_apart_in_order() -> None:
    found = read(
        b"<p>a</p><section role=doc-endnotes><ol><li>een <a role=doc-backlink>x</a>"
        b"<li><p>twee</p><ol><li>in</ol></ol></section><p>b"
    )
    assert found.notes == (("een",), ("twee", "1.", "in"))
    assert found.body == ("a", "b")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"   "])
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="geen leesbare HTML"):
        read(data)


def test_entities_of_a_document_type_are_not_followed() -> None:
    source = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a&x;b'
    assert "a" in body(source)
