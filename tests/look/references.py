"""The pictures that pages are held against, and which page each shows."""

from pathlib import Path

TOLERANCE = 0.1
"""The part of the ink that may stand elsewhere: another build of a library, never a moved line."""

_FOLDER = Path(__file__).parent / "bladen"
_SHOWN = {
    "nota-1": ("waterkant/nota", 0),
    "nota-2": ("waterkant/nota", 1),
    "kamerbrief-1": ("waterkant/kamerbrief", 0),
    "kamerbrief-slot": ("waterkant/kamerbrief", -1),
    "persbericht-1": ("waterkant/persbericht", 0),
}

REFERENCES = {
    _FOLDER / f"{name}-{face}.png": (letter, face, number)
    for name, (letter, number) in _SHOWN.items()
    for face in ("pdf", "word")
}
"""Each picture with the letter, the face and the page that it shows."""
