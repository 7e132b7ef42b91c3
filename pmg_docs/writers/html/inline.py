"""Single words as HTML: facts with their machine form, note references, tidy space."""

import re
import unicodedata

from markupsafe import Markup

from pmg_docs.model.document import FactText

_MOMENTS = frozenset({"datum", "maand", "tijdstip"})
_WITH_ARTICLE = re.compile(r"(['’]s-\w[\w’'-]*)")
_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")


def tidy(text: str) -> str:
    """Text in which white space that HTML does not know as such is a plain space."""
    return text.translate(_LINE_ENDS)


def words_html(text: str) -> Markup:
    """Text of which a name like ’s-Hertogenbosch is never broken behind its first letter."""
    pieces = _WITH_ARTICLE.split(tidy(text))
    return Markup().join(
        Markup('<span class="pmg-een_woord">{}</span>').format(piece) if number % 2 else piece
        for number, piece in enumerate(pieces)
    )


def fact_html(fact: FactText, *, with_direction: bool) -> Markup:
    """A fact with its path and, where it has one, its form for programs."""
    attributes = Markup(' data-feit="{}"').format(_paths(fact))
    if with_direction and runs_leftward(fact.text):
        attributes += Markup(' dir="auto"')
    tag = "span"
    if fact.is_open:
        tag, attributes = "mark", Markup(' class="open"') + attributes
    elif fact.machine and fact.kind in _MOMENTS:
        tag, attributes = "time", Markup(' datetime="{}"').format(fact.machine) + attributes
    elif fact.machine:
        tag, attributes = "data", Markup(' value="{}"').format(fact.machine) + attributes
    return Markup("<{0}{1}>{2}</{0}>").format(tag, attributes, words_html(fact.text))


def note_link(
    number: int, *, back: bool = False, is_target: bool = False, prefix: str = ""
) -> Markup:
    """The link from the text to a note, or back from the note to where it is first referred to.

    `prefix` is what the names of both begin with.
    """
    name = f"{prefix}noot-{number}"
    if back:
        return Markup(
            '<a class="pmg-terug" href="#{0}-verwijzing" role="doc-backlink" '
            'aria-label="Terug naar de tekst bij voetnoot {1}">↩</a>'
        ).format(name, number)
    target = Markup(' id="{}-verwijzing"').format(name) if is_target else ""
    return Markup(
        '<sup class="pmg-verwijzing"><a href="#{0}"{1} role="doc-noteref" '
        'aria-label="Voetnoot {2}">{2}</a></sup>'
    ).format(name, target, number)


def printed_call(number: int, *, is_target: bool) -> Markup:
    """The reference to a note on paper, where the first is also what its note leads back to."""
    target = Markup(' id="noot-{}-verwijzing"').format(number) if is_target else ""
    return Markup('<sup class="pmg-verwijzing" data-tag="Reference"{}>{}</sup>').format(
        target, _printed_link(f"#noot-{number}", f"Naar voetnoot {number}", number)
    )


def printed_number(number: int) -> Markup:
    """The number before a note on paper."""
    back = _printed_link(f"#noot-{number}-verwijzing", f"Terug naar voetnoot {number}", number)
    return Markup('<span class="pmg-nummer" data-tag="Lbl">{}</span> ').format(back)


def _printed_link(href: str, name: str, number: int) -> Markup:
    return Markup(
        '<span data-tag="a" class="pmg-sprong" href="{}" aria-label="{}">{}</span>'
    ).format(href, name, number)


def _paths(fact: FactText) -> str:
    return " ".join(dict.fromkeys(origin.path for origin in fact.origins))


def runs_leftward(text: str) -> bool:
    """Whether text has letters of a script that is written from right to left."""
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)
