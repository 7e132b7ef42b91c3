"""The words of the command line itself, in Dutch: help, and what is wrong with what was typed."""

import difflib
import re
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from pmg_docs.model.diagnostic import Diagnostic

_WORDS = {
    "Usage:": "Gebruik:",
    "Arguments:": "Gegevens:",
    "Options:": "Opties:",
    "Commands:": "Opdrachten:",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT …",
    "[required]": "[verplicht]",
    "Show this message and exit.": "Toon deze uitleg.",
}
_TYPES = re.compile(r" <[a-z\[\]]+>(?=  )|\[(\[[A-Z]+\]…)\]\.\.\.")


class Command(TyperCommand):
    """A command whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _in_dutch(super().get_help(ctx))


class Group(TyperGroup):
    """The command `pmg` itself, whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _in_dutch(super().get_help(ctx))


def finding_of(problem: TyperException) -> Diagnostic:
    """What is wrong with a command as typed."""
    ctx: Any = getattr(problem, "ctx", None)
    asked = re.search(r"No such command '([^']*)'", problem.message)
    option = getattr(problem, "option_name", "")
    param: Any = getattr(problem, "param", None)
    if asked:
        return _unknown(asked[1], "opdracht", ctx.command.commands)
    if type(problem).__name__ == "NoSuchOption":
        known = (name for p in ctx.command.params for name in p.opts if name.startswith("--"))
        return _unknown(option, "optie", known)
    if option:
        return _wrong(f"Bij {option} hoort precies één waarde.", ctx)
    if type(problem).__name__ == "MissingParameter" and param is not None:
        return _wrong(f"Er ontbreekt een gegeven: {param.metavar or param.name}.", ctx)
    if "Missing command" in problem.message:
        return _wrong("Er ontbreekt een opdracht.", ctx)
    extra = re.search(r"extra argument\(s\) \((.*)\)", problem.message)
    if extra:
        return _wrong(f"'{extra[1]}' is hier te veel.", ctx)
    return _wrong(problem.message, ctx)


def _unknown(typed: str, word: str, known: Iterable[str]) -> Diagnostic:
    names = sorted(known)
    near = difflib.get_close_matches(typed, names, n=1)
    hint = f"Bedoelt u {near[0]}?" if near else f"Mogelijk zijn: {', '.join(names)}."
    return Diagnostic("PMG100", f"De {word} '{typed}' bestaat niet.", hints=(hint,))


def _wrong(message: str, ctx: Any) -> Diagnostic:
    path = ctx.command_path if ctx is not None else "pmg"
    return Diagnostic("PMG100", message, hints=(f"Uitleg staat in: {path} --help",))


def _in_dutch(text: str) -> str:
    for english, dutch in _WORDS.items():
        text = text.replace(english, dutch)
    return _TYPES.sub(lambda found: found[1] or "", text)
