"""A stretch of a passage as HTML, with what is marked in it: what was typed, came and went."""

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmg_docs.model.passage import Piece
from pmg_docs.writers.html.inline import words_html
from pmg_docs.writers.review_page.contents import Replaced, TypedMark


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in one passage, and the pieces that it has."""

    pieces: tuple[Piece, ...]
    typed: tuple[TypedMark, ...] = ()
    replaced: tuple[Replaced, ...] = ()

    def html(self, number: int, words: str) -> Markup:
        """The words of a piece, as the tree has them, with the marks that touch it.

        Args:
            number: which piece of the passage, from 0.
            words: its words with all white space.
        """
        if not self.typed and not self.replaced:
            return words_html(words)
        piece = self.pieces[number]
        words = unicodedata.normalize("NFC", words)
        at = _positions(words)
        cuts = sorted(self._cuts(piece))
        made = [words_html(words[: at[0]])]
        for start, end in itertools.pairwise(cuts):
            made.append(self._gone(number, start))
            shown = words_html(words[at[start - piece.start] : at[end - piece.start - 1] + 1])
            made.append(self._dressed(number, start, end, shown))
        made += [self._gone(number, piece.end), words_html(words[at[-1] + 1 :])]
        return Markup().join(made)

    def _cuts(self, piece: Piece) -> set[int]:
        points = {point for one in self.typed for point in (one.start, one.end)}
        points |= {point for one in self.replaced for point in (one.start, one.end)}
        inside = {point for point in points if piece.start < point < piece.end}
        return inside | {piece.start, piece.end}

    def _dressed(self, number: int, start: int, end: int, shown: Markup) -> Markup:
        for one in self.typed:
            if _meets(one.start, one.end, start, end):
                is_done = one.end <= end or self._next_start(number) >= one.end
                is_last = is_done and end == min(one.end, self.pieces[number].end)
                shown = _typed(shown, one, with_word=is_last)
        if any(_meets(one.start, one.end, start, end) for one in self.replaced):
            return Markup("<ins>{}</ins>").format(shown)
        return shown

    def _next_start(self, number: int) -> int:
        is_last = number + 1 == len(self.pieces)
        return self.pieces[-1].end if is_last else self.pieces[number + 1].start

    def _gone(self, number: int, at: int) -> Markup:
        """The words that stood at a position; a piece has those of the white space before it."""
        return Markup().join(
            Markup("<del>{} </del>").format(one.gone) for one in self._gone_at(number, at)
        )

    def _gone_at(self, number: int, at: int) -> Iterator[Replaced]:
        piece = self.pieces[number]
        before = self.pieces[number - 1].end if number else 0
        is_last = number + 1 == len(self.pieces)
        for one in self.replaced:
            if not one.gone:
                continue
            is_here = one.start == at and (at < piece.end or is_last)
            is_ahead = at == piece.start and before <= one.start < at
            if is_here or is_ahead:
                yield one


def _meets(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def _positions(words: str) -> Sequence[int]:
    """The position in words of each character of the same words as a passage has them."""
    found: list[int] = []
    space = -1
    for position, char in enumerate(words):
        if char.isspace():
            space = position if space < 0 else space
            continue
        if space >= 0 and found:
            found.append(space)
        space = -1
        found.append(position)
    return found


def _typed(shown: Markup, mark: TypedMark, *, with_word: bool) -> Markup:
    kind, word = ("reden", "met reden") if mark.reason else ("getypt", "getypt")
    flag = Markup('<span class="vlag">{}</span>').format(word) if with_word else ""
    return Markup('<span class="{}">{}</span>{}').format(kind, shown, flag)
