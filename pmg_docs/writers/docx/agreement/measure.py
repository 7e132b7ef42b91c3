"""One measure, as a shell has it and as `stijl.yaml` has it."""

from dataclasses import dataclass
from decimal import Decimal

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

Value = Decimal | bool | str

POINT = Decimal("0.06")
"""Points; who counts in hundredths of a millimetre comes back a twentieth of a point off."""

MILLIMETRE = Decimal("0.05")
"""The same for a measure in millimetres."""

_LABELS = {
    "word": "lettertype", "accent": "kleur",
    "grootte": "lettergrootte", "regel": "regelafstand", "kleur": "kleur",
    "voor": "wit ervoor", "na": "wit erna", "inspringen": "inspringing", "breedte": "breedte",
    "hoogte": "hoogte", "links": "linkermarge", "rechts": "rechtermarge", "boven": "bovenmarge",
    "boven_eerste": "hoogte tot de tekst", "onder": "ondermarge", "kop": "afstand tot de koptekst",
    "voet": "afstand tot de voettekst", "kolom_links": "linkerrand", "kolom_breedte": "breedte",
    "kolom_boven": "bovenrand",
}  # fmt: skip
_SIDES_OF_MARK = {"links": "linkerrand", "boven": "bovenrand"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a shell beside that of the style.

    `path` is its place in `stijl.yaml`, `where` what has it in Word. `found` and `wanted` are in
    the unit of `stijl.yaml`, with a colour as `#154273`; `found` is None when Word has something
    there that `stijl.yaml` has no word for, and `told` is then what that is. What only follows
    another measure, such as the footer below the column, is no `is_source` to take over. `style`
    is the name of the style.
    """

    path: tuple[str, ...]
    where: str
    found: Value | None
    wanted: Value | None
    unit: str = ""
    told: str = ""
    slack: Decimal = Decimal(0)
    is_source: bool = True
    style: str = ""

    @property
    def agrees(self) -> bool:
        """Whether Word has what the style says, but for what rounding takes away."""
        if isinstance(self.found, Decimal) and isinstance(self.wanted, Decimal):
            return abs(self.found - self.wanted) <= self.slack
        return self.found == self.wanted

    @property
    def name(self) -> str:
        """Its place in `stijl.yaml`, as a person writes it."""
        return ".".join(self.path)

    def finding(self, shell: str) -> Diagnostic:
        """What to say about a measure that differs."""
        wanted = f"{shown(self.wanted)} {self.unit}".strip()
        cure = f"Zet het in Word op {wanted}"
        if self.is_source and self.found is not None:
            cure += f", of neem de maat van Word over: pmg style sync {self.style}"
        return Diagnostic(
            "PMG461",
            f"{self.where} {self._verb()}; in stijl.yaml is dat {wanted} ({self.name}).",
            Place(shell, 0),
            hints=(f"{cure}.",),
        )

    def _verb(self) -> str:
        key = self.path[-1]
        if isinstance(self.found, bool):
            return f"is {'' if self.found else 'niet '}{key}"
        found = self.told if self.found is None else f"{shown(self.found)} {self.unit}".strip()
        label = _SIDES_OF_MARK.get(key) if self.path[0] == "beeldmerk" else None
        return f"heeft als {label or _LABELS.get(key, key)} {found or 'niets'}"


def shown(value: Value | None) -> str:
    """A value as `stijl.yaml` writes it, without quotes."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return value or ""
