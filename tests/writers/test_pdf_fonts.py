"""The fonts of a style are what they are called, hold Dutch, and may be embedded."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from pmg_docs.specs.look import Asset
from pmg_docs.writers.pdf.fonts import font_faults
from tests.builders.look import look


def said(fonts: Mapping[str, Asset]) -> list[str]:
    return [finding.message for finding in font_faults(replace(look(), fonts=fonts))]


def changed(font: Asset, change: Callable[[Any], None]) -> Asset:
    opened = TTFont(BytesIO(font.data))
    change(opened)
    buffer = BytesIO()
    opened.save(buffer)
    return Asset(font.name, buffer.getvalue())


def test_the_fonts_that_come_along_are_sound():
    assert said(look().fonts) == []


def test_a_variant_that_is_missing_is_named():
    fonts = {name: font for name, font in look().fonts.items() if name != "vet"}
    assert said(fonts) == ["De stijl rijk noemt geen lettertype voor 'vet'."]


def test_a_variant_that_is_unknown_is_named():
    fonts = dict(look().fonts)
    assert "'vette'" in said(fonts | {"vette": fonts["vet"]})[0]


def test_a_font_that_is_another_variant_is_named():
    fonts = dict(look().fonts)
    assert said(fonts | {"vet": fonts["cursief"]}) == [
        "DejaVuSans-Oblique.ttf staat in stijl.yaml als vet en is cursief."
    ]


def test_letters_that_are_missing_are_named():
    def change(opened: Any) -> None:
        for table in opened["cmap"].tables:
            for letter in "ğ€\u2011":
                table.cmap.pop(ord(letter), None)

    fonts = dict(look().fonts)
    [message] = said(fonts | {"normaal": changed(fonts["normaal"], change)})
    assert "ğ (U+011F), € (U+20AC), \u2011 (U+2011)" in message


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_embedded_is_named(rights: int):
    def change(opened: Any) -> None:
        opened["OS/2"].fsType = rights

    fonts = dict(look().fonts)
    assert said(fonts | {"normaal": changed(fonts["normaal"], change)}) == [
        "DejaVuSans.ttf mag van de maker niet in een pdf worden opgenomen."
    ]


def test_a_file_that_is_no_font_is_named():
    fonts = dict(look().fonts)
    assert said(fonts | {"vet": Asset("styles/x/vet.ttf", b"geen lettertype")}) == [
        "styles/x/vet.ttf kan niet als lettertype in een pdf."
    ]
