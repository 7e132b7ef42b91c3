"""Contrast by the formula of WCAG 2.1, sizes and lines that can be read."""

from decimal import Decimal

import pytest

from pmg_docs.checks.legibility import legibility
from pmg_docs.model.place import Place
from pmg_docs.specs.legible import contrast
from pmg_docs.specs.style import Style
from tests.builders.look import look

WHERE = Place("styles/rijk/stijl.yaml", 0)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#0000ff", 8.59)],
)
def test_contrast_is_that_of_the_guideline(colour: str, ratio: float):
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.01)
    assert contrast("#ffffff", colour) == contrast(colour, "#ffffff")


def with_role(**changes: object) -> Style:
    style = look().style
    role = style.roles["label"].model_copy(update=changes)
    colours = {**style.colours, "bleek": "#949494"}
    return style.model_copy(update={"roles": {"label": role}, "colours": colours})


def said(style: Style) -> list[str]:
    found = list(legibility(style, WHERE))
    assert not any(finding.stops for finding in found)
    return [finding.message for finding in found]


def test_the_shipped_style_can_be_read():
    assert said(look().style) == []


def test_a_pale_colour_is_named_with_its_ratio():
    [message] = said(with_role(colour="bleek"))
    assert "De rol label heeft een contrast van 3,0 op wit papier; 4,5" in message


@pytest.mark.parametrize(("size", "bold"), [(18, False), (14, True)])
def test_large_letters_need_less(size: int, bold: bool):
    large = with_role(colour="bleek", size=Decimal(size), leading=Decimal(size), bold=bold)
    assert said(large) == []


def test_letters_that_are_too_small_or_too_close_are_named():
    assert "5 punten" in said(with_role(size=Decimal(5)))[0]
    assert "raken elkaar" in said(with_role(size=Decimal(12)))[0]
