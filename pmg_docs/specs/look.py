"""All that a writer needs to give a document its look, read and ready."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmg_docs.specs.style import Style


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of a type or style: its name for messages and manifest, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Look:
    """A style with the files that go with it for one type.

    `shell` is the Word shell, `page` the Jinja page for HTML and PDF, `css` the style sheet and
    `fonts` the files to embed by variant (`normaal`, `vet`, `cursief`, `vet_cursief`); `logo` is
    the picture of the ministry's mark, where the style has one.
    """

    style: Style
    shell: Asset
    page: Asset
    css: Asset
    fonts: Mapping[str, Asset] = field(default_factory=dict, hash=False)
    logo: Asset | None = None
