"""Source lines survive Jinja and Markdown: each line of a letter ends in a mark of its own."""

import re
from collections.abc import Callable, Iterator

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from pmg_docs.compose.line_ends import keep_line_ends

Mark = Callable[[str, int], str]

_CLOSED_HEADING = re.compile(r"(#+\s.*?)\s+#+")
"""`## Kop ##`: the closing signs say nothing, and the mark may not stand behind them."""

_RULED = re.compile(r"[\s|:=\-*_>#]*")
"""Lines that are Markdown structure and nothing else; a mark in them would break it."""


def make_extension(mark: Mark) -> type[Extension]:
    """A Jinja extension that marks the lines of each template.

    Args:
        mark: gives the mark for a template name and line number.
    """

    class SourceLines(Extension):
        tags: set[str] = set()  # noqa: RUF012 - Jinja's own class attribute

        def preprocess(
            self,
            source: str,
            name: str | None,  # noqa: ARG002 - Jinja's own signature
            filename: str | None = None,  # noqa: ARG002
        ) -> str:
            return keep_line_ends(source)

        def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
            runs_on = False
            for token in stream:
                if token.type == "data":
                    name = stream.filename or stream.name or ""
                    text = marked(token.value, token.lineno, name, mark, runs_on=runs_on)
                    yield Token(token.lineno, "data", text)
                else:
                    yield token
                runs_on = _runs_on(token)

        def parse(self, parser: object) -> nodes.Node:
            raise NotImplementedError

    return SourceLines


def marked(text: str, first: int, name: str, mark: Mark, *, runs_on: bool = False) -> str:
    """A text with a mark at the end of each line that says something.

    Args:
        text: words of a template without anything that runs.
        first: the number of its first line.
        name: its template.
        mark: gives the mark for a template name and line number.
        runs_on: whether its first line began before it.
    """
    lines = text.split("\n")
    done = []
    for offset, line in enumerate(lines[:-1]):
        continues = offset == 0 and runs_on
        if not continues and _RULED.fullmatch(line):
            done.append(line)
            continue
        body = _CLOSED_HEADING.sub(r"\1", line.rstrip())
        sign = mark(name, first + offset)
        done.append(body[:-1] + sign + "|" if body.endswith("|") else body + sign)
    done.append(lines[-1])
    return "\n".join(done)


def _runs_on(token: Token) -> bool:
    """Whether what follows a token still belongs to a line of text that began before it."""
    match token.type:
        case "data":  # and then more of it: there was a comment between
            return not token.value.endswith("\n")
        case "block_end":
            return token.value.startswith("+")
    return token.type == "variable_end"
