"""Comments in the margin: the words that each is about, and how an officer would find it."""

from dataclasses import dataclass, field

_LONGEST = 60


@dataclass(slots=True)
class Heard:
    """Listens to a text while it is read, for the comments that are open."""

    words: dict[str, list[str]] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)

    def begin(self, identity: str) -> None:
        """The words that a comment is about begin."""
        self.words.setdefault(identity, [])
        self.opened[identity] = 0

    def end(self, identity: str) -> None:
        """The words that a comment is about end."""
        self.opened.pop(identity, None)

    def hear(self, text: str) -> None:
        """Words that every open comment is about; of a long stretch the beginning will do."""
        for identity, length in list(self.opened.items()):
            if length <= _LONGEST:
                self.words[identity].append(text[: 2 * _LONGEST])
                self.opened[identity] += len(text)
            else:
                del self.opened[identity]

    def place(self, identity: str, author: str) -> str:
        """Where a comment stands, in Dutch."""
        about = " ".join("".join(self.words.get(identity, ())).split())
        cut = f"{about[:_LONGEST].rstrip()}…" if len(about) > _LONGEST else about
        by = f" van {author}" if author else ""
        return f"opmerking{by} bij ‘{cut}’" if cut else f"opmerking{by}"
