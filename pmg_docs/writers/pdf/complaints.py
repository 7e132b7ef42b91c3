"""What WeasyPrint only logs, as a refusal: a missing image or a skipped rule is no detail."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset

_LOGGER = logging.getLogger("weasyprint")
_ECHO = 60
_AT = re.compile(r" at (\d+):(\d+)")
_INSIDE = "Neem het op in de stijl of de pagina zelf, of haal het weg."

# What it says, what that means to who wrote the style or the page, and what to do.
_KNOWN = tuple(
    (re.compile(pattern, re.DOTALL), sentence, hint)
    for pattern, sentence, hint in (
        (r"Failed to load image at '?(.+?)'?: ", "De afbeelding {} komt niet in de pdf", _INSIDE),
        (
            r"Relative URI reference without a base URI: (.+)",
            "Het bestand {} komt niet in de pdf",
            _INSIDE,
        ),
        (r"Failed to load (?:\w+) at '?(.+?)'?:? ", "{} komt niet in de pdf", _INSIDE),
        (
            r"Font-face '(.+)' cannot be loaded",
            "Het lettertype {} is niet te lezen",
            "Noem de bestanden van het lettertype in stijl.yaml, onder lettertype, bestanden.",
        ),
        (
            r"Ignored `(.+?)` at",
            "De pdf kent ‘{}’ niet en zou het overslaan",
            "Schrijf het anders, of zet het in @media screen als het alleen voor een scherm is.",
        ),
        (
            r"Invalid or unsupported selector, '(.+?)\s*'",
            "De pdf kent de aanduiding ‘{}’ niet en zou de hele regel overslaan",
            "Schrijf haar anders, of zet de regel in @media screen.",
        ),
        (
            r"No anchor (\S+) for internal URI",
            "De verwijzing naar {} leidt nergens heen",
            "Geef een element op de pagina die id, of haal de verwijzing weg.",
        ),
    )
)
_OTHERWISE = "Verander of verwijder dit in de stijl of de pagina."


@contextmanager
def complaints(asset: Asset, source: str = "") -> Iterator[None]:
    """Refuse when WeasyPrint complains.

    Args:
        asset: the sheet or page that it is working on, for messages.
        source: what it reads, which ends with that sheet.

    Raises:
        Refused: it complained; a finding for each thing that it complained about.
    """
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    _LOGGER.addHandler(handler)
    try:
        yield
    finally:
        _LOGGER.removeHandler(handler)
    if heard:
        raise Refused(_finding(message, asset, source) for message in dict.fromkeys(heard))


def stuck(asset: Asset) -> Refused:
    """The refusal of a sheet on which WeasyPrint itself breaks down."""
    return Refused(
        Diagnostic(
            "PMG421",
            f"Op {asset.name} loopt het maken van de pdf vast.",
            Place(asset.name, 0),
            hints=("Kijk naar wat u het laatst veranderde, bijvoorbeeld een calc() of var().",),
        )
    )


def _finding(said: str, asset: Asset, source: str) -> Diagnostic:
    number, column = _place(said, asset, source)
    lines = asset.data.decode("utf-8", "replace").splitlines()
    sentence, hint = (
        f"In de pdf zou {asset.name} er anders uitzien dan bedoeld ({said})",
        _OTHERWISE,
    )
    for pattern, meaning, cure in _KNOWN:
        if found := pattern.search(said):
            sentence, hint = meaning.format(found[1][:_ECHO]), cure
            break
    return Diagnostic(
        "PMG421", f"{sentence}.", Place(asset.name, number, column),
        line=lines[number - 1] if number else "", hints=(hint,),
    )  # fmt: skip


def _place(said: str, asset: Asset, source: str) -> tuple[int, int]:
    """Line and column in the sheet itself; line 0 when it is not about a line of that."""
    found = _AT.search(said)
    length = asset.data.count(b"\n") + 1
    number = int(found[1]) - (source.count("\n") + 1 - length) if found else 0
    return (number, int(found[2])) if found and 0 < number <= length else (0, 1)
