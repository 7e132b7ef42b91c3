"""Change one value in a YAML text and leave everything else as it was typed.

A person wrote the file: their remarks, order and layout stay. A key that is not there yet is put
at the end of the mapping that it belongs to, in the way in which that mapping is written.
"""

from typing import Any

import yaml

Path = tuple[str, ...]
_STEP = 2


def with_value(text: str, path: Path, scalar: str) -> str:
    """The text with another value at a path of keys.

    Args:
        text: YAML that can be read, with mappings wherever the path goes.
        path: the keys from the top of the file.
        scalar: the value as it must be typed, quotes included.
    """
    root = yaml.compose(text, yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return _joined(text, _block(path, scalar, 0, _newline(text)), _newline(text))
    node: Any = root
    for depth, name in enumerate(path):
        inner = _find(node, name)
        if inner is None or not _is_way(inner, last=depth == len(path) - 1):
            if inner is not None:
                return _replaced(text, inner, _flow(path[depth + 1 :], scalar))
            return _added(text, node, path[depth:], scalar)
        node = inner
    return _replaced(text, node, scalar)


def _is_way(node: yaml.Node, *, last: bool) -> bool:
    return last or isinstance(node, yaml.MappingNode)


def _find(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)


def _replaced(text: str, node: yaml.Node, scalar: str) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:  # a key with nothing behind it
        return f"{text[:start]} {scalar}{text[end:]}"
    if node.value and text[end - 1 : end].isspace():  # a block scalar takes its last line end along
        end = start + len(text[start:end].rstrip())
    return text[:start] + scalar + text[end:]


def _added(text: str, mapping: yaml.MappingNode, path: Path, scalar: str) -> str:
    if mapping.flow_style:
        at = mapping.end_mark.index - 1
        before = text[:at].rstrip()
        comma = "" if not mapping.value or before.endswith(",") else ","
        space = " " if mapping.value else ""
        return f"{before}{comma}{space}{path[0]}: {_flow(path[1:], scalar)}{text[at:]}"
    first_key, _ = mapping.value[0]
    newline = _newline(text)
    made = _block(path, scalar, first_key.start_mark.column, newline)
    at = _end_of_line(text, _last_index(mapping))
    return _joined(text[:at], made, newline) + text[at:]


def _last_index(node: yaml.Node) -> int:
    """Where the last word of a node ends: its own mark may lie past remarks that follow."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_index(last[1] if isinstance(last, tuple) else last)
    return int(max(node.start_mark.index, node.end_mark.index - _is_block_scalar(node)))


def _is_block_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}


def _end_of_line(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _joined(before: str, made: str, newline: str) -> str:
    is_open = before and not before.endswith("\n")
    return f"{before}{newline if is_open else ''}{made}"


def _block(path: Path, scalar: str, column: int, newline: str) -> str:
    """Lines for keys that are not there yet: the last key stands in one line with its parent."""
    if len(path) <= 2:
        return f"{' ' * column}{path[0]}: {_flow(path[1:], scalar)}{newline}"
    rest = _block(path[1:], scalar, column + _STEP, newline)
    return f"{' ' * column}{path[0]}:{newline}{rest}"


def _flow(path: Path, scalar: str) -> str:
    return f"{{{path[0]}: {_flow(path[1:], scalar)}}}" if path else scalar


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
