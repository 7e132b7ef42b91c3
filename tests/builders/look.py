"""The real look of the built-in styles, read straight from the repository."""

from pathlib import Path

import yaml

from pmg_docs.specs.look import Asset, Look
from pmg_docs.specs.style import Style

ROOT = Path(__file__).parents[2]


def look(shell: bytes | None = None) -> Look:
    """Style `rijk` with the shell and page that all types share; another shell on request."""
    folder = ROOT / "styles" / "rijk"
    raw = yaml.load((folder / "stijl.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    style = Style.model_validate(raw)
    kind = ROOT / "templates" / "_delen"
    return Look(
        style=style,
        shell=Asset("templates/_delen/shell.docx", shell or (kind / "shell.docx").read_bytes()),
        page=Asset("templates/_delen/page.html.j2", (kind / "page.html.j2").read_bytes()),
        css=Asset("styles/rijk/style.css", (folder / "style.css").read_bytes()),
        fonts={
            variant: Asset(f"styles/rijk/{name}", (folder / name).read_bytes())
            for variant, name in style.typeface.files.items()
        },
    )
