"""Those who sign, and parts set apart, as HTML."""

from collections.abc import Callable

from markupsafe import Markup

from pmg_docs.model.document import Aside, Line, Signatures

WriteLine = Callable[[Line, str], Markup]

_ROLE = "ondertekening"


def signatures_html(signatures: Signatures, line: WriteLine) -> Markup:
    """All who sign; nothing stands between them, so that two fit beside each other."""
    blocks = Markup().join(
        Markup('<div class="pmg-ondertekenaar">\n{}\n{}\n</div>').format(
            line(one.office, _ROLE), line(one.name, _ROLE)
        )
        for one in signatures.signatures
    )
    return Markup('<div class="pmg-ondertekenaars">{}</div>').format(blocks)


def aside_html(aside: Aside, inner: Markup) -> Markup:
    """A part set apart, known by its name."""
    return Markup('<aside class="pmg-{}">\n{}\n</aside>').format(aside.name, inner)
