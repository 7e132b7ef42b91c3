"""The sheet of a page takes its measures from the style and can be read by everyone."""

import re

import pytest

from pmg_docs.writers.html.stylesheet import printed_roles, quoted, screen_css
from tests.builders.look import look

LOOK = look(b"-")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def dark() -> dict[str, str]:
    css = LOOK.css.data.decode()
    block = css[css.index("prefers-color-scheme: dark") :]
    return dict(re.findall(r"--(?:pmg-kleur-)?(\w+): (#\w{6})", block.split("}")[0]))


def test_every_role_has_its_measures() -> None:
    css = printed_roles(LOOK.style)
    assert ".pmg-documentwoord { font-size: 32pt; line-height: 36pt;" in css
    assert all(f".pmg-{name} {{" in css for name in LOOK.style.roles)


def test_on_a_screen_running_text_is_as_large_as_the_reader_wants() -> None:
    css = screen_css(LOOK)
    assert "--pt: calc(1rem / 9)" in css
    assert ".pmg-tekst { font-size: calc(9 * var(--pt));" in css


def test_the_browser_is_asked_for_the_typefaces_of_the_style() -> None:
    assert 'font-family: "Verdana", "DejaVu Sans", sans-serif' in screen_css(LOOK)


@pytest.mark.parametrize("name", ["inkt", "accent", "grijs"])
def test_dark_text_can_be_read(name: str) -> None:
    assert contrast(dark()[name], dark()["papier"]) >= 7
    assert contrast(dark()[name], dark()["vlak"]) >= 4.5


def test_a_gap_can_be_read_in_the_dark() -> None:
    assert contrast(dark()["inkt"], dark()["open"]) >= 4.5
    assert contrast(dark()["lijn"], dark()["papier"]) >= 3


def test_a_string_cannot_end_the_string_it_is_in() -> None:
    assert quoted('a" } \\') == '"a\\22  \\7d  \\5c "'
