"""What many letters share in one run, read once: types, styles, looks and the register.

A mistake is not kept: whoever asks next hears it at its own place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmg_docs.kenmerk.register import Register
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.loading import load_look, load_style, load_type
from pmg_docs.specs.look import Look
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import InputFile, Workspace

LoadedStyle = tuple[Style, tuple[InputFile, ...], Mapping[str, Place]]


@dataclass(slots=True)
class Shelf:
    """The files of a workspace as they were when they were first asked for."""

    workspace: Workspace
    register: Register
    _types: dict[str, tuple[DocType, InputFile]] = field(default_factory=dict)
    _styles: dict[str, LoadedStyle] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace) -> "Shelf":
        """An empty shelf for a workspace."""
        return cls(workspace, Register(workspace))

    def doc_type(self, name: str, where: Place, *, is_given: bool) -> tuple[DocType, InputFile]:
        """A document type; see `load_type`."""
        if name not in self._types:
            self._types[name] = load_type(self.workspace, name, where, is_given=is_given)
        return self._types[name]

    def style(self, name: str, where: Place) -> LoadedStyle:
        """A style; see `load_style`."""
        if name not in self._styles:
            self._styles[name] = load_style(self.workspace, name, where)
        return self._styles[name]

    def look(self, style: Style, type_name: str) -> Look:
        """The look of a type in a style; see `load_look`."""
        key = ("/".join(style.chain), type_name)
        if key not in self._looks:
            self._looks[key] = load_look(self.workspace, style, type_name)
        return self._looks[key]
