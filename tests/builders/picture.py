"""Small pictures."""

from io import BytesIO

from PIL import Image


def png(width: int = 40, height: int = 20, colour: str = "#275937") -> bytes:
    """A picture of one colour."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "png")
    return buffer.getvalue()
