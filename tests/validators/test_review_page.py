"""The page of differences in a real browser: axe, every size and colour, and the keyboard alone."""

from pathlib import Path

import pytest

from pmg_docs.model.changes import Differences
from pmg_docs.writers.review import REVIEW_WRITERS
from tests.builders.differences import everything
from tests.builders.node import ask
from tests.validators import axe

LONG = "Ministerie van Volkshuisvestingsaangelegenheden-en-Grondwaterbeschermingsgebieden " * 4
PAGES = {
    "alles": everything(),
    "lang": everything(LONG, many=20),
    "niets": Differences("HEAD", "de werkmap", compared=3),
}
ON_PAPER = "on paper: words:"
"""A sentence stands on the page twice, beside each other and in one; paper gets one of the two."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("bladen")
    made = {}
    for name, differences in PAGES.items():
        made[name] = folder / f"{name}.html"
        made[name].write_text(REVIEW_WRITERS["html"](differences), encoding="utf-8")
    return made


def test_every_page_is_sound(pages: dict[str, Path]):
    found = axe.findings(list(pages.values()))

    wrong = {file.stem: [one for one in said if not one.startswith(ON_PAPER)]
             for file, said in found.items()}  # fmt: skip
    assert wrong == {name: [] for name in PAGES}


def test_a_page_that_is_not_sound_is_found(tmp_path: Path):
    bad = tmp_path / "bleek.html"
    text = REVIEW_WRITERS["html"](everything())
    bad.write_text(text.replace("--weg: #8a1010", "--weg: #ffb0b0"), encoding="utf-8")

    [said] = axe.findings([bad]).values()
    assert any("color-contrast" in one or "console" in one for one in said)


def test_the_keyboard_reaches_the_choice_and_the_causes(pages: dict[str, Path]):
    said = ask("review.mjs", {"file": str(pages["alles"]), "browser": axe.browser()})

    at_first, skip, choice, other, back, cause = said["steps"]
    assert (at_first["beside"], at_first["inline"]) == (True, False)
    assert skip["active"] == "#inhoud"
    assert choice["active"] == "vorm-naast"
    assert (other["active"], other["beside"], other["inline"]) == ("vorm-ineen", False, True)
    assert (back["active"], back["beside"], back["inline"]) == ("vorm-naast", True, False)
    assert cause["active"] == "#oorzaak-1"
    assert said["top"]
