"""References between letters: the number of another letter, out of the register."""

from collections.abc import Callable

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.variables import FactValue
from pmg_docs.kenmerk.holding import NoNumber, number_of
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.place import Origin
from pmg_docs.model.value import TextValue
from pmg_docs.workspace.folder import InputFile

NAME = "kenmerk_van"
PREFIX = "kenmerk:"
"""What stands before a letter in the front matter: `=kenmerk:groen/nota`."""
_HOW = (
    "Schrijf {{ kenmerk_van('nota') }}, of van een ander dossier: {{ kenmerk_van('groen/nota') }}."
)


def referred(
    register: Register | None, dossier: str, asked: str, files: list[InputFile]
) -> tuple[TextValue, Origin]:
    """The number of a letter, and where the register has it.

    Args:
        register: the register of the workspace, or None where there is none.
        dossier: that of the letter that refers.
        asked: the other letter: `nota` in the same dossier, or `groen/nota`.
        files: gets the file of the number.

    Raises:
        TemplateFault: PMG237, there is no such number, or it was withdrawn.
    """
    folder, _, letter = asked.strip().rpartition("/")
    if not letter or "/" in folder or register is None:
        raise TemplateFault("PMG237", f"'{asked[:60]}' is geen brief om naar te verwijzen.", _HOW)
    try:
        entry = number_of(register, folder or dossier, letter)
    except NoNumber as problem:
        raise TemplateFault("PMG237", str(problem), problem.hint, about=asked) from problem
    if entry.file is not None:
        files.append(entry.file)
    # The name of a dossier is nobody's business outside the house; that of a letter tells little.
    return TextValue(entry.kenmerk), Origin(f"{NAME}.{letter}", entry.where)


def asker(
    register: Register | None, dossier: str, files: list[InputFile]
) -> Callable[[object], FactValue]:
    """What a letter calls as `kenmerk_van('nota')`."""

    def kenmerk_van(asked: object) -> FactValue:
        if not isinstance(asked, str):
            raise TemplateFault("PMG237", "kenmerk_van wil de naam van een brief.", _HOW)
        value, origin = referred(register, dossier, asked, files)
        return FactValue(value, (origin,))

    return kenmerk_van
