"""Wherever a typed figure stands, its finding points at it."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.builders.audit import audited

FIGURES = ("20", "500.000 euro", "€ 5", "twintig", "12,5%", "begin 2024", "4 april 2024")
PARTS = ("20 ", "20*", "500.000", "€ 5 ", "€ 5*", "twintig", "12,5%", "2024")
"""What each figure has once, and nothing else has."""
WORDS = ("gemeenten", "en", "{{ aantal }}", "[^n]", "{# 20, #}", "wie", "een *weer* slot", "\\*zo")
_dressed = st.builds(
    lambda figure, dress: f"{dress}{figure}{dress}",
    st.sampled_from(FIGURES),
    st.sampled_from(("", "*", "**")),
)
_line = st.lists(st.one_of(_dressed, st.sampled_from(WORDS)), min_size=1, max_size=9)
_lines = st.lists(_line.map(" en ".join).map("Zo: {} dus.".format), min_size=1, max_size=4)


@example(["Zo: 20 en {{ aantal }} en 20 en {{ aantal }} dus."], "\n")
@settings(max_examples=60, deadline=None)
@given(_lines, st.sampled_from(("\n", "\n\n")))
def test_a_finding_points_at_its_figure_and_each_figure_has_its_own(lines: list[str], gap: str):
    body = gap.join(lines) + "\n\nNoot.[^n]\n\n[^n]: De noot."
    with tempfile.TemporaryDirectory() as folder:
        findings = audited(Path(folder), "aantal: 20", body).findings
        text = (Path(folder) / "letters/proef/nota.md").read_text(encoding="utf-8").split("\n")

    places = [f.where for f in findings if f.code == "PMG341" and f.where]
    assert len(places) == sum(line.count(part) for line in lines for part in PARTS)
    assert len(set(places)) == len(places)
    for finding in findings:
        assert finding.code == "PMG341"
        assert finding.where
        shown = finding.message.split("'")[1]
        line = text[finding.where.line - 1]
        assert line[finding.where.column - 1 :].startswith(shown)
        assert line[finding.where.column - 3 : finding.where.column - 1] != "# "
