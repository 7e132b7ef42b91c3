"""The lists of a Word file, told apart by what they are instead of by their numbers.

Two files may number the same lists differently. A list is the same when its levels are defined the
same way and when it is as many-th list in its file as in the other, so that it counts on, or
starts anew, at the same places.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pmg_docs.review.redline.word import Element, w


@dataclass(slots=True)
class Numbering:
    """The definitions of lists, with the order in which they were met."""

    lists: dict[str, Element] = field(default_factory=dict)
    levels: dict[str, Element] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)
    met_levels: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> "Numbering":
        """The definitions in a part, or none."""
        if root is None:
            return cls()
        return cls(
            {n.get(w("numId"), ""): n for n in root.iterfind(w("num"))},
            {a.get(w("abstractNumId"), ""): a for a in root.iterfind(w("abstractNum"))},
        )

    def told(self, identity: str, tell: Callable[[Element], str]) -> str:
        """A list, in words that are the same for the same list in another file."""
        found = self.lists.get(identity)
        if found is None:
            return "geen"
        reference = found.find(w("abstractNumId"))
        levels = "" if reference is None else reference.get(w("val"), "")
        order = self.met.setdefault(identity, len(self.met))
        shared = self.met_levels.setdefault(levels, len(self.met_levels))
        defined = self.levels.get(levels)
        parts = [] if defined is None else [tell(e) for e in defined if e.tag in _DEFINING]
        own = [tell(e) for e in found if e.tag == w("lvlOverride")]
        return f"lijst {order}/{shared}: {' '.join(parts + own)}"


_DEFINING = {w("lvl"), w("numStyleLink"), w("multiLevelType")}
