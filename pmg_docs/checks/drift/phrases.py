"""The turns of phrase of findings on a file that came back."""

from collections.abc import Sequence

from pmg_docs.checks.drift.drifted import FactDrift, Remark, Sentence, Spot

MOST_TOLD = 5
_LONGEST = 160


def quoted(text: str) -> str:
    """Words between quotation marks, cut off where they go on for too long."""
    return f"'{cut(text)}'"


def cut(text: str) -> str:
    """The first words of a text."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def named(fact: FactDrift) -> str:
    """What an officer calls a fact, with a capital: one of the front matter is named as typed."""
    own = fact.name.removeprefix("brief.")
    return f"Het feit '{fact.name}'" if own == fact.name else f"Het gegeven '{own}' van de brief"


def told_at(spots: Sequence[Spot]) -> str:
    """The places of words in a file, each once."""
    places = list(dict.fromkeys(str(spot) for spot in spots))
    more = len(places) - MOST_TOLD
    return "; ".join(places[:MOST_TOLD]) + (f"; en nog {more} plekken" if more > 0 else "")


def told_in(spot: Spot | None) -> str:
    """Where a sentence stands, between brackets."""
    return f" ({spot})" if spot else ""


def told_by(spot: Spot | None) -> str:
    """Who changed it and when; empty when nobody kept that."""
    if spot is None or not (spot.author or spot.day):
        return ""
    author = f" door {spot.author}" if spot.author else ""
    return f"{author} op {spot.day[:10]}" if spot.day else author


def where_told(fact: FactDrift) -> tuple[str, ...]:
    """Where the dossier has a fact."""
    places = dict.fromkeys(f"{origin.where.file}:{origin.where.line}" for origin in fact.origins)
    return (f"Het staat in {' en '.join(places)}.",) if places else ()


def authors(remarks: Sequence[Remark]) -> str:
    """Who made them, between brackets."""
    names = dict.fromkeys(remark.author for remark in remarks if remark.author)
    return f" (van {', '.join(list(names)[:MOST_TOLD])})" if names else ""


def line_numbers(sentences: Sequence[Sentence]) -> str:
    """The lines of sentences in the letter, each once."""
    lines = dict.fromkeys(str(sentence.line) for sentence in sentences if sentence.line)
    return ", ".join(list(lines)[:MOST_TOLD])
