"""All that a bundle carries: the files of its letters, its manifest and its table of contents."""

import json
from collections.abc import Mapping

from pmg_docs.model.bundled import MANIFEST, PAGE, TEXT, Bundled, to_data
from pmg_docs.writers.bundle.bag import bag
from pmg_docs.writers.bundle.contents import contents_page, contents_text


def bag_of(bundled: Bundled, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The members of the bag of a bundle.

    Args:
        bundled: what it holds.
        files: the bytes of each of its files, by name.
    """
    told = json.dumps(to_data(bundled), ensure_ascii=False, indent=2) + "\n"
    payload = {
        **files,
        MANIFEST: told.encode(),
        PAGE: contents_page(bundled),
        TEXT: contents_text(bundled),
    }
    info = (
        *(("Source-Organization", sender) for sender in bundled.senders),
        *(("External-Identifier", one.kenmerk) for one in bundled.letters if one.kenmerk),
        ("External-Description", f"Vastgestelde stukken, voor: {bundled.audience.value}"),
        ("Bag-Software-Agent", "pmg_docs"),
    )
    return bag(payload, info)
