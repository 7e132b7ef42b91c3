"""What the colours of a PDF mean on any screen or printer: those of sRGB (IEC 61966-2-1).

PDF/A wants that said (ISO 19005-3, 6.2.3). WeasyPrint can, but leaves the file with the profile
open at every letter.
"""

from functools import lru_cache
from importlib import resources
from typing import Any

_NAME = "sRGB2014"


def add_colours(pdf: Any) -> None:
    """Say in a file what its colours mean."""
    import pydyf

    profile = pydyf.Stream([_profile()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = pydyf.Dictionary({
        "Type": "/OutputIntent", "S": "/GTS_PDFA1", "DestOutputProfile": profile.reference,
        "OutputConditionIdentifier": pydyf.String(_NAME), "Info": pydyf.String(_NAME),
    })  # fmt: skip
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


@lru_cache(maxsize=1)
def _profile() -> bytes:
    """The profile of the International Color Consortium, which comes with WeasyPrint."""
    return (resources.files("weasyprint.pdf") / f"{_NAME}.icc").read_bytes()
