"""What a style sheet says of the paper that `stijl.yaml` says otherwise."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tinycss2 import serialize  # type: ignore[import-untyped]

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.look import Asset
from pmg_docs.specs.style import Page
from pmg_docs.writers.html.declared import Declared
from pmg_docs.writers.html.lengths import is_near, points, side, significant
from pmg_docs.writers.html.sheet import finding

_MM = Decimal(72) / Decimal("25.4")
_A4 = (Decimal(210), Decimal(297))


def paper_faults(declared: Declared, page: Page, css: Asset) -> Iterator[Diagnostic]:
    """What a declaration of `@page` says otherwise than `pagina`.

    A page with a name of its own is another page, of which `stijl.yaml` says nothing.
    """
    which = str(serialize(declared.selector)).strip().lower()
    if not declared.at_page or which not in {"", ":first"}:
        return
    top = ("boven_eerste", page.top_first) if which else ("boven", page.top)
    margins = {
        "top": top,
        "right": ("rechts", page.right),
        "bottom": ("onder", page.bottom),
        "left": ("links", page.left),
    }
    if declared.name == "size" and not _is_size(significant(declared.value), page):
        yield _fault(declared, css, f"{_mm(page.width)} {_mm(page.height)}", "breedte, hoogte")
    for name, (key, wanted) in margins.items():
        if declared.name == "margin":
            token = side(declared.value, name)
        elif declared.name == f"margin-{name}":
            tokens = significant(declared.value)
            token = tokens[0] if len(tokens) == 1 else None
        else:
            continue
        if token is None or not is_near(points(token, {}), wanted * _MM):
            yield _fault(declared, css, f"{name} {_mm(wanted)}", key)


def _is_size(tokens: list[Any], page: Page) -> bool:
    if len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value == "a4":
        return (page.width, page.height) == _A4
    sides = (page.width, page.height)
    return len(tokens) == 2 and all(
        is_near(points(token, {}), side_ * _MM) for token, side_ in zip(tokens, sides, strict=True)
    )


def _fault(declared: Declared, css: Asset, wanted: str, key: str) -> Diagnostic:
    return finding(
        css, "PMG469", declared.node,
        f"@page zegt {declared.name}: {declared.words[:40]}; volgens stijl.yaml is dat {wanted} "
        f"({key}).",
        "Haal deze regel weg en verander de maat in stijl.yaml, onder pagina.",
    )  # fmt: skip


def _mm(value: Decimal) -> str:
    return f"{value.normalize():f}mm"
