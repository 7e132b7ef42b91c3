"""The structure of a PDF as a tree, through a library that the project itself does not use."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Element:
    """An element of the structure: its kind, what it says of itself, and the elements inside it."""

    kind: str
    about: dict[str, str]
    kids: list["Element"] = field(default_factory=list)
    marks: int = 0
    links: int = 0

    def each(self, kind: str = "") -> Iterator["Element"]:
        """This element and all inside it, of one kind on request."""
        if kind in {"", self.kind}:
            yield self
        for kid in self.kids:
            yield from kid.each(kind)

    def outline(self) -> Any:
        """Its kind and those inside it: `("L", [("LI", ["Lbl", "LBody"])])`."""
        return (self.kind, [kid.outline() for kid in self.kids]) if self.kids else self.kind


def structure(data: bytes) -> Element:
    """The root of the structure of a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _element(pdf.Root.StructTreeRoot.K[0])


def _element(raw: Any) -> Element:
    about = {**dict(raw.get("/A", {})), **{key: raw[key] for key in ("/Alt", "/ID") if key in raw}}
    made = Element(_plain(raw.S), {key[1:]: _plain(value) for key, value in about.items()})
    for kid in raw.get("/K", []):
        if isinstance(kid, int) or kid.get("/Type") == "/MCR":
            made.marks += 1
        elif kid.get("/Type") == "/OBJR":
            made.links += 1
        else:
            made.kids.append(_element(kid))
    return made


def _plain(value: Any) -> str:
    return str(value).removeprefix("/")
