"""A comment or a tag at the end of a line of text leaves that line's end alone.

Jinja takes the end of the line away behind every comment and tag. That is meant for those on a line
of their own; behind text it would glue two lines, paragraphs or list items together.
"""

import re

_RAW = r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
_TAG = re.compile(rf"{_RAW}|\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{#.*?#\}}", re.DOTALL)


def keep_line_ends(source: str) -> str:
    """A template in which a line with text keeps its end; its lines stay on their own number.

    A comment beside text is cut out. A tag before a line end, or a comment of more than one line,
    gets the `+` by which Jinja leaves the line end.
    """
    done: list[str] = []
    position, has_text = 0, False
    for found in _TAG.finditer(source):
        between = source[position : found.start()]
        has_text = _has_text(between, has_text)
        done.append(between)
        position = found.end()
        tag = found[0]
        if tag.startswith("{{"):
            has_text = True
            done.append(tag)
            continue
        has_text = has_text or "endraw" in tag
        if tag.startswith("{#") and "\n" not in tag:
            rest = source[position : _line_end(source, position)]
            if has_text or _TAG.sub("", rest).strip() or "{{" in rest:
                tag = ""
                position += 0 if has_text else len(rest) - len(rest.lstrip())
        elif has_text and source.startswith("\n", position) and tag[-3] not in "+-":
            tag = f"{tag[:-2]}+{tag[-2:]}"
        done.append(tag)
    return "".join((*done, source[position:]))


def _line_end(source: str, position: int) -> int:
    end = source.find("\n", position)
    return len(source) if end < 0 else end


def _has_text(between: str, before: bool) -> bool:
    """Whether the line that is running at the end of a stretch holds text so far."""
    _, end, last = between.rpartition("\n")
    return bool(last.strip()) or (before and not end)
