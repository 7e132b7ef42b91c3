"""Tokens: what a fact or a source line looks like while it passes through Jinja and Markdown.

A token is a run of private-use characters. No input can hold one (`inputs.text` refuses them), no
Markdown rule knows them, and a filter that changes text cannot make another token out of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pmg_docs.model.document import FactText
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import Distribution, Municipalities, PolicyChoice, Series

_OPEN, _CLOSE, _ZERO = "\ue000", "\ue001", 0xE010
_TOKEN = re.compile(f"{_OPEN}([{chr(_ZERO)}-{chr(_ZERO + 9)}]+){_CLOSE}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_DIGITS = str.maketrans("0123456789", "".join(chr(_ZERO + n) for n in range(10)))
_BACK = {value: key for key, value in _DIGITS.items()}


TableValue = PolicyChoice | Series | Distribution | Municipalities


@dataclass(frozen=True, slots=True)
class TableToken:
    """A table asked for in the text, to be made when the tree is built.

    `places` says where the parts of the fact are written; `has_total` is None where the letter
    leaves a closing row with the total to the kind of table.
    """

    value: TableValue
    origin: Origin
    places: dict[str, Place] = field(default_factory=dict, hash=False)
    has_total: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemMark:
    """A line that looks like an item of a list: by how many spaces it is indented, and its sign."""

    indent: int
    sign: str

    @property
    def number(self) -> int:
        """The number of the item, or 0 for one that has none."""
        return int(self.sign[:-1]) if self.sign[:-1].isdigit() else 0


Item = FactText | Place | TableToken | ItemMark


class Ledger:
    """What the tokens of one document stand for."""

    def __init__(self) -> None:
        self._items: list[Item] = []

    def token(self, item: Item) -> str:
        """A new token that stands for `item`."""
        self._items.append(item)
        return f"{_OPEN}{str(len(self._items) - 1).translate(_DIGITS)}{_CLOSE}"

    def split(self, text: str) -> Iterator[str | Item]:
        """Text in pieces: plain strings, and what each token in it stands for.

        Raises:
            ValueError: a token was cut to pieces on its way.
        """
        position = 0
        for found in _TOKEN.finditer(text):
            yield from self._plain(text[position : found.start()])
            index = int(found[1].translate(_BACK))
            if index >= len(self._items):
                raise ValueError(text)
            yield self._items[index]
            position = found.end()
        yield from self._plain(text[position:])

    def first_item_in(self, text: str) -> ItemMark | None:
        """The mark of a list item with which a text begins."""
        found = _TOKEN.match(text.lstrip())
        item = self._items[int(found[1].translate(_BACK))] if found else None
        return item if isinstance(item, ItemMark) else None

    def place_in(self, text: str) -> Place | None:
        """The first source line that is marked in a text."""
        for found in _TOKEN.finditer(text):
            item = self._items[int(found[1].translate(_BACK))]
            if isinstance(item, Place):
                return item
        return None

    def shown(self, text: str) -> str:
        """Text with each fact in it spelled out and every mark of a source line taken away."""
        return "".join(
            piece if isinstance(piece, str) else getattr(piece, "text", "")
            for piece in self.split(text)
        )

    @staticmethod
    def _plain(text: str) -> Iterator[str]:
        if _PRIVATE.search(text):
            raise ValueError(text)
        if text:
            yield text
