"""The nota of 2024 with docxtpl alone: read the facts, fill the template, save."""

import os
import sys
from pathlib import Path

import yaml
from docxtpl import DocxTemplate


def main(template: str, facts: str) -> None:
    """Fill the template with the facts of a dossier."""
    with Path(facts).open(encoding="utf-8") as stream:
        known = yaml.safe_load(stream)["feiten"]
    document = DocxTemplate(template)
    document.render({
        "kenmerk": "5300203",
        "datum": "4 april 2024",
        "programma": "Preventie met Gezag",
        "bijdrage": f"€ {known['bijdrage_per_gemeente']['bedrag']}",
        "budget": f"€ {known['budget_per_jaar']['bedrag']}",
        "van": known["looptijd"]["periode"]["van"],
        "tot": known["looptijd"]["periode"]["tot"],
        "gemeenten": known["gemeenten"]["gemeenten"],
    }, autoescape=True)  # fmt: skip
    document.save(Path(os.environ["PMG_BENCH_OUT"]) / "nota.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
