"""The real look of the built-in styles, read straight from the repository."""

from pathlib import Path

import yaml

from pmg_docs.specs.look import Asset, Look
from pmg_docs.specs.style import Style

ROOT = Path(__file__).parents[2]


def look(shell: bytes | None = None) -> Look:
    """Style `rijk` for a nota; another shell on request."""
    folder = ROOT / "styles" / "rijk"
    raw = yaml.load((folder / "stijl.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    style = Style.model_validate(raw)
    kind = ROOT / "templates" / "nota"
    return Look(
        style=style,
        shell=Asset("templates/nota/shell.docx", shell or (kind / "shell.docx").read_bytes()),
        page=Asset("templates/nota/page.html.j2", (kind / "page.html.j2").read_bytes()),
        css=Asset("styles/rijk/style.css", (folder / "style.css").read_bytes()),
        fonts={
            variant: Asset(f"styles/rijk/{name}", (folder / name).read_bytes())
            for variant, name in style.typeface.files.items()
        },
    )
