"""The templates of one document, line by line, so that a finding can point at a word in one."""

import re

from pmg_docs.model.place import Place

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[{%].*")


class Sources:
    """The text of each template that a document is made of, by the name of its file."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def keep(self, name: str, text: str) -> None:
        """Keep a template under the name of its file."""
        self._texts[name] = text.split("\n")

    def text(self, name: str) -> str:
        """A template as it was kept."""
        return "\n".join(self._texts[name])

    def line(self, where: Place) -> str:
        """The line at a place, or empty when that is not in a template."""
        lines = self._texts.get(where.file, [])
        return lines[where.line - 1] if 0 < where.line <= len(lines) else ""

    def at_word(self, where: Place | None, word: str) -> Place | None:
        """The place of a word on the line of a place, or that place when it is not there."""
        if where is None:
            return None
        column = self.line(where).find(word)
        return where if column < 0 else Place(where.file, where.line, column + 1)

    def at_expression(self, where: Place, word: str = "") -> Place:
        """The place of a word between `{{ }}` or `{% %}`, or of the first of these on the line."""
        expressions = list(_EXPRESSION.finditer(self.line(where)))
        for found in expressions:
            column = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", found[0]) if word else None
            if column is not None:
                return Place(where.file, where.line, found.start() + column.start() + 1)
        first = expressions[0].start() if expressions else 0
        return Place(where.file, where.line, first + 1)
