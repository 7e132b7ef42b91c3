"""The nota itself as a template for docxtpl: each fact that it prints is a placeholder."""

import io
import zipfile
from pathlib import Path

_PLACEHOLDERS = {
    "5300203": "{{ kenmerk }}",
    "4 april 2024": "{{ datum }}",
    "€ 500.000,-": "{{ bijdrage }}",
    "€ 10.000.000,-": "{{ budget }}",
    "juli 2024": "{{ van }}",
    "juli 2027": "{{ tot }}",
    "Preventie met Gezag": "{{ programma }}",
    "Almelo, Bergen op Zoom": "{% for g in gemeenten %}{{ g }}, {% endfor %}Almelo, Bergen op Zoom",
}


def make_template(nota: bytes, path: Path) -> None:
    """Write the Word file of a nota as a template."""
    with zipfile.ZipFile(io.BytesIO(nota)) as read, zipfile.ZipFile(path, "w") as written:
        for name in read.namelist():
            data = read.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                data = _with_placeholders(data.decode()).encode()
            written.writestr(name, data, zipfile.ZIP_DEFLATED)


def _with_placeholders(xml: str) -> str:
    for words, placeholder in _PLACEHOLDERS.items():
        for shown in (words, words.replace(" ", "\u00a0")):
            xml = xml.replace(shown, placeholder)
    return xml
