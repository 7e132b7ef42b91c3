"""Where on a page text is painted (ISO 32000-2, 8.3 and 9.4)."""

from dataclasses import dataclass, field
from math import hypot
from typing import Any

Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 500


def times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does the first and then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


@dataclass(slots=True)
class Pen:
    """Follows the instructions that move: the page in `page`, the text in `line` and `text`."""

    page: Matrix = _IDENTITY
    line: Matrix = _IDENTITY
    text: Matrix = _IDENTITY
    size: float = 1.0
    leading: float = 0.0
    kept: list[Matrix] = field(default_factory=list)

    def follow(self, operator: str, operands: list[Any]) -> None:
        """Move as an instruction says; one that says nothing of places does nothing."""
        numbers = [number for number in operands if isinstance(number, float)]
        if operator in {"q", "Q", "cm"}:
            self._turn(operator, numbers)
            return
        match operator, numbers:
            case "BT", _:
                self.line = self.text = _IDENTITY
            case "Tm", [a, b, c, d, e, f]:
                self.line = self.text = (a, b, c, d, e, f)
            case "Td", [x, y]:
                self._next(x, y)
            case "TD", [x, y]:
                self.leading = -y
                self._next(x, y)
            case "TL", [leading]:
                self.leading = leading
            case "Tf", [*_, size]:
                self.size = size
            case (("T*" | "'" | '"'), _):
                self._next(0.0, -self.leading)

    def _turn(self, operator: str, numbers: list[float]) -> None:
        match operator, numbers:
            case "q", _ if len(self.kept) < _DEEPEST:
                self.kept.append(self.page)
            case "Q", _ if self.kept:
                self.page = self.kept.pop()
            case "cm", [a, b, c, d, e, f]:
                self.page = times((a, b, c, d, e, f), self.page)

    def _next(self, x: float, y: float) -> None:
        self.line = self.text = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def forward(self, width: float) -> None:
        """Go on behind text of a width, in thousandths of the size of the type."""
        self.text = times((1.0, 0.0, 0.0, 1.0, width * self.size / 1000, 0.0), self.text)

    def where(self) -> tuple[float, float, float]:
        """Left to right, bottom to top, and the size of the type, in units of the page."""
        a, b, _, _, e, f = times(self.text, self.page)
        return e, f, abs(self.size) * hypot(a, b)
