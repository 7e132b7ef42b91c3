"""Words from anywhere, made safe to print: they may hold what moves a cursor or hides a name."""


def printable(text: str, instead: str = "\ufffd") -> str:
    """A text with another sign for each character that nobody can see."""
    return "".join(sign if sign.isprintable() else instead for sign in text)
