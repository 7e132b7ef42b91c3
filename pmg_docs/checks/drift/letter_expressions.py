"""The sentence that somebody typed, as a letter would have it: with its facts as expressions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pmg_docs.checks.audit.exempt import statements
from pmg_docs.compose.expressions import Expressions
from pmg_docs.dutch.figures import Figure
from pmg_docs.model.document import FactText
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Piece
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import Notation

_EXPRESSION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
_SPECIAL = re.compile(r"([\\`*_\[\]<])")
_TEMPLATE = re.compile(r"\{(?=[{%#])")
_COUNTING = re.compile(r"\|\s*aantal\b")
_NAME = re.compile(r"\w+")
_NEAR = 200
"""Lines; a longer paragraph would be read again for each of its sentences."""
_WORD = re.compile(r"[a-z][a-z0-9_.]*")


class LetterExpressions:
    """Writes sentences for one dossier.

    Args:
        facts: its facts.
        sources: the text of the letter and the facts files by name.
        notation: the notation of the letter's type.
    """

    def __init__(self, facts: FactSet, sources: Mapping[str, str], notation: Notation) -> None:
        self._facts, self._sources = facts, sources
        self._lines = {name: text.split("\n") for name, text in sources.items()}
        self._words: dict[str, dict[str, list[str]]] = {}
        self._found: dict[tuple[str, tuple[str, ...], bool], str] = {}
        self._known = Expressions({fact.path: fact.value for fact in facts}, notation)

    def typed(self, text: str, pieces: Sequence[Piece], where: Place | None) -> str:
        """A sentence to type in a letter.

        Args:
            text: its words.
            pieces: the facts in them.
            where: where the letter has the sentence, or has the one that it comes from.
        """
        held = [piece for piece in pieces if piece.fact is not None and piece.fact.origins]
        spans = [(p.start, p.end, self._of_fact(p.fact, where)) for p in held if p.fact]
        free = (f for f in statements(text) if not _is_in(f, held))
        spans += [(f.start, f.end, found) for f in free if (found := self._of_figure(f))]
        typed, end = "", 0
        for start, last, expression in sorted(spans):
            if start >= end:
                typed += _escaped(text[end:start]) + f"{{{{ {expression} }}}}"
                end = last
        return typed + _escaped(text[end:])

    def _of_fact(self, fact: FactText, where: Place | None) -> str:
        """The expression that the letter has for a fact, at this place if it can be."""
        paths = tuple(dict.fromkeys(origin.path for origin in fact.origins))
        is_count = self._is_count(fact)
        for text in self._around(where):
            if found := _first_of(_EXPRESSION.findall(text), paths, is_count=is_count):
                return found
        own = (where.file,) if where is not None and where.file in self._sources else ()
        for name in (*own, *self._sources):
            if found := self._in_file(name, paths, is_count=is_count):
                return found
        return f"{paths[0]} | aantal" if is_count else _expression_of(paths[0])

    def _around(self, where: Place | None) -> Iterator[str]:
        """The lines of a paragraph from a line on, then all of it; no more than are near."""
        if where is not None and where.file in self._sources:
            lines = self._lines[where.file]
            here = first = last = min(max(where.line - 1, 0), len(lines) - 1)
            while first > max(0, here - _NEAR) and lines[first - 1].strip():
                first -= 1
            while last + 1 < min(len(lines), here + _NEAR) and lines[last + 1].strip():
                last += 1
            yield "\n".join(lines[where.line - 1 : last + 1])
            yield "\n".join(lines[first : last + 1])

    def _in_file(self, name: str, paths: tuple[str, ...], *, is_count: bool) -> str:
        """The first expression for these facts in a file, looked for once for all sentences."""
        key = name, paths, is_count
        if key not in self._found:
            known = self._by_word(name).get(paths[0].partition(".")[0], ())
            self._found[key] = _first_of(known, paths, is_count=is_count)
        return self._found[key]

    def _by_word(self, name: str) -> Mapping[str, Sequence[str]]:
        """The expressions of a file, in order, by each word that they have."""
        if name not in self._words:
            words: dict[str, list[str]] = {}
            for expression in dict.fromkeys(_EXPRESSION.findall(self._sources[name])):
                for word in set(_NAME.findall(expression)):
                    words.setdefault(word, []).append(expression)
            self._words[name] = words
        return self._words[name]

    def _is_count(self, fact: FactText) -> bool:
        path = fact.origins[0].path
        is_list = path in self._facts and self._facts[path].value.kind == "gemeenten"
        return fact.kind == "getal" and is_list

    def _of_figure(self, figure: Figure) -> str:
        found = self._known.equal_to(figure)
        return found.names[0] if found.names and found.are_meant else ""


def _first_of(expressions: Iterable[str], paths: Sequence[str], *, is_count: bool) -> str:
    """The first that has these facts, and counts them or does not; empty when there is none."""
    fitting = (
        expression
        for expression in expressions
        if bool(_COUNTING.search(expression)) is is_count and _is_of(expression, paths)
    )
    return " ".join(next(fitting, "").split())


def _is_of(expression: str, paths: Sequence[str]) -> bool:
    """Whether an expression has all of these facts in it, and no more of one of them."""
    return all(re.search(_pattern_of(path), expression) for path in paths)


def _pattern_of(path: str) -> str:
    """A fact or a part of one as a letter writes it: `a`, `a.deel`, `a[2025]`, `a['Ede']`."""
    name, _, part = path.partition(".")
    written = re.escape(name)
    if part:
        inside = re.escape(part)
        written += rf"(?:\.{inside}(?![\w])|\[\s*['\"]?{inside}['\"]?\s*\])"
    return rf"(?<![\w.'\"]){written}(?![\w])(?!\s*[.\[])"


def _expression_of(path: str) -> str:
    name, _, part = path.partition(".")
    if not part or _WORD.fullmatch(part):
        return path
    return f"{name}[{part}]" if part.isdigit() else f"{name}[{part!r}]"


def _is_in(figure: Figure, pieces: Sequence[Piece]) -> bool:
    return any(figure.start < piece.end and figure.end > piece.start for piece in pieces)


def _escaped(text: str) -> str:
    return _TEMPLATE.sub("{ ", _SPECIAL.sub(r"\\\1", text))
