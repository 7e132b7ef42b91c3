"""One value is changed; the rest of the file stays as it was typed."""

import pytest
import yaml

from pmg_docs.inputs.editing import with_value

TEXT = """\
# Een stijl
naam: eigen          # van ons
pagina: {links: 28, rechts: 53}   # in mm

rollen:
  # de tekst
  tekst: {grootte: 9, regel: 12}  # letters
  kop_1:
    grootte: 10
    vet: ja

# het eind
"""


def read(text: str) -> object:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only


@pytest.mark.parametrize(
    ("path", "scalar", "old", "new"),
    [
        (("rollen", "tekst", "grootte"), "10", "{grootte: 9,", "{grootte: 10,"),
        (("rollen", "kop_1", "grootte"), "'9,5'", "grootte: 10\n", "grootte: '9,5'\n"),
        (("rollen", "kop_1", "vet"), "nee", "vet: ja", "vet: nee"),
        (("pagina", "rechts"), "50", "rechts: 53}", "rechts: 50}"),
        (("naam",), "ander", "naam: eigen  ", "naam: ander  "),
    ],
)
def test_only_the_value_changes(path: tuple[str, ...], scalar: str, old: str, new: str):
    assert with_value(TEXT, path, scalar) == TEXT.replace(old, new)


def test_a_new_key_of_a_mapping_between_braces_goes_before_the_brace():
    assert with_value(TEXT, ("pagina", "boven"), "30") == TEXT.replace(
        "rechts: 53}", "rechts: 53, boven: 30}"
    )


def test_a_new_key_of_a_block_goes_below_its_last_line_and_above_the_remarks_that_follow():
    assert with_value(TEXT, ("rollen", "kop_1", "na"), "3") == TEXT.replace(
        "vet: ja\n", "vet: ja\n    na: 3\n"
    )
    assert with_value(TEXT, ("rollen", "label", "grootte"), "7") == TEXT.replace(
        "vet: ja\n", "vet: ja\n  label: {grootte: 7}\n"
    )


def test_keys_that_no_file_has_yet_come_at_the_end():
    assert with_value("naam: a", ("rollen", "tekst", "grootte"), "10") == (
        "naam: a\nrollen:\n  tekst: {grootte: 10}\n"
    )
    assert with_value("naam: a\n", ("kleuren", "accent"), "'#275937'") == (
        "naam: a\nkleuren: {accent: '#275937'}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "naam: a\r\nrollen:\r\n  tekst: {grootte: 9}\r\n",
        "{naam: a, rollen: {tekst: {grootte: 9}}}",
        "{naam: a, rollen: {}}",
        "naam: a\nrollen: {tekst: {}}\n",
        "naam: a\nrollen:\n  tekst:\n    grootte: '9'\n  lead:\n    na: 3",
        "rollen:\n    tekst:\n        word: Normal\nnaam: |\n  a\n",
        "naam: é\U0001f642\nrollen: {\n  tekst: {word: x,\n  },\n}\n",
        "naam: a\nrollen:\n",
        "rollen:\n  tekst:\nnaam: a\n",
        "",
    ],
)
def test_however_a_file_is_written_the_value_arrives_and_the_rest_stays(text: str):
    changed = with_value(text, ("rollen", "tekst", "grootte"), "10")

    before, after = read(text) or {}, read(changed)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["rollen"]["tekst"].pop("grootte") == "10"
    rest = (before.get("rollen") or {}).get("tekst") or {}
    rest.pop("grootte", None)
    assert after["rollen"].pop("tekst") == rest
    assert (after.pop("rollen") or {}) == {
        k: v for k, v in (before.pop("rollen", None) or {}).items() if k != "tekst"
    }
    assert after == before
    assert ("\r\n" in changed) == ("\r\n" in text)
