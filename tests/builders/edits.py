"""What people change in letters, by a name: the letter and the edits of its files."""

from collections.abc import Callable
from pathlib import Path

from pmg_docs.dutch.register import municipalities
from pmg_docs.workspace.folder import Workspace
from tests.builders.letters import hostile_facts, new_type, second_ministry
from tests.builders.redlines import Edit

FACTS, NOTA, BRIEF = "feiten.yaml", "nota.md", "kamerbrief.md"
_WEGEN, _WEGEN_FACTS = "letters/wegen/nota.md", "letters/wegen/feiten.yaml"
_PROEF = "letters/proef/feiten.yaml"
_TABLE = "| Gemeente | Bedrag |\n|---|---|\n" + "".join(
    f"| {m.name} | € {n} |\n" for n, m in enumerate(municipalities())
)
_AT_START = "## Aanleiding\n\n"
_OTHERS = (
    "De {{ aantal_eerdere_gemeenten }} gemeenten die al meedoen, houden hun structurele bijdrage."
)
_NEW = "Een **heel** nieuwe *zin*.\n\n| a | b |\n|---|---|\n| x | y |\n\n"

OF_OUR_OWN: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "een feit": (
        "nota",
        (
            (FACTS, "bedrag: 500000", "bedrag: 550000"),
            (FACTS, "bedrag: 10000000", "bedrag: 11000000"),
            (FACTS, "bedrag: 30000000", "bedrag: 33000000"),
        ),
    ),
    "een zin": ("nota", ((NOTA, "de aanpak zelf uit.", "de aanpak uit, met steun & raad."),)),
    "kenmerk en datum": (
        "nota",
        (
            (FACTS, "tekst: '5300203'", "tekst: '5300999'"),
            (FACTS, "datum: 2024-04-04\n    bron: n", "datum: 2024-04-11\n    bron: n"),
        ),
    ),
    "een gemeente erbij": (
        "kamerbrief",
        (
            (FACTS, "      - Zwolle", "      - Zwijndrecht\n      - Zwolle"),
            (FACTS, "getal: 20", "getal: 21"),
            (FACTS, "bedrag: 10000000", "bedrag: 10500000"),
            (FACTS, "bedrag: 30000000", "bedrag: 31500000"),
        ),
    ),
    "een cel met een lijst": (
        "nota",
        (
            (
                FACTS,
                "aan gemeenten voor hun eigen preventieve aanpak.",
                "aan gemeenten.\n\n        - voor hun aanpak\n        - en hun monitor",
            ),
        ),
    ),
    "een voetnoot": (
        "nota",
        ((NOTA, "[^regeling]: {{ regeling.vindplaats }}.",
          "[^regeling]: Zie {{ regeling.vindplaats }}, met toelichting."),),
    ),
    "een voetnoot erbij": (
        "nota",
        (
            (NOTA, "extra geld krijgen", "extra geld krijgen[^n]"),
            (NOTA, "## 2. Geadviseerd", "[^n]: Zie de regeling.\n\n## 2. Geadviseerd"),
        ),
    ),
    "een voetnoot weg": (
        "nota",
        (
            (NOTA, "[^brief] bevat", " bevat"),
            (NOTA, "[^brief]: {{ brief_preventie.kamerstuk }}.", ""),
        ),
    ),
    "een ondertekenaar weg": (
        "kamerbrief",
        ((BRIEF, "[=minister_jenv, =minister_rb]", "[=minister_jenv]"),),
    ),
    "twee Kamers": (
        "kamerbrief",
        ((BRIEF, "aan: Tweede Kamer", "aan: [Tweede Kamer, Eerste Kamer]"),),
    ),
    "een lijst": (
        "nota",
        ((NOTA, "Wij adviseren u de brief aan de Tweede Kamer te sturen.",
          "1. Stuur de brief.\n2. Teken de nota.\n3. Informeer de gemeenten."),),
    ),
    "een onderwerp van drie regels": (
        "nota",
        ((FACTS, "tekst: Incidentele", "tekst: " + "Ondersteuning van de zeer lokale " * 8),),
    ),
    "een sectie weg, een tabel erbij": (
        "nota",
        (
            (NOTA, "## 4.6 Uitvoering\n\nNa toekenning voeren de gemeenten de aanpak zelf uit.\n",
             ""),
            (NOTA, "## 4.4 Krachtenveld\n", f"## 4.4 Krachtenveld\n\n{_NEW}"),
        ),
    ),
    "vet": ("nota", ((NOTA, "de aanpak zelf uit", "de aanpak **zelf** uit"),)),
    "vet naast een cel met een lijst": (
        "nota",
        (
            (NOTA, "de aanpak zelf uit", "de aanpak **zelf** uit"),
            (FACTS, "eigen preventieve aanpak.", "eigen aanpak:\n\n        - een\n        - twee"),
        ),
    ),
    "een alinea elders": (
        "nota",
        (
            (NOTA, _OTHERS, ""),
            (NOTA, "De brief legt", f"{_OTHERS}\n\nDe brief legt"),
        ),
    ),
    "definitief": (
        "kamerbrief",
        (
            (FACTS, "open: het kenmerk van de Kamerbrief", "tekst: '5312345'"),
            (BRIEF, "soort: kamerbrief", "soort: kamerbrief\nstatus: definitief"),
        ),
    ),
}  # fmt: skip

Make = Callable[[Path], Workspace]

AWKWARD: dict[str, tuple[Make, str, str, tuple[Edit, ...], tuple[Edit, ...]]] = {
    "342 rijen": (
        second_ministry, "wegen", "nota",
        ((_WEGEN, _AT_START, f"{_AT_START}{_TABLE}\n"),),
        (
            (_WEGEN, "| Ede |", "| Ede & omstreken |"),
            (_WEGEN, "| Zwolle |", "| Zwalle | € x |\n| Zwolle |"),
        ),
    ),
    "een kolom erbij": (
        second_ministry, "wegen", "nota",
        ((_WEGEN, "Kort.", "| a | b |\n|---|---|\n| 1 | 2 |\n"),),
        ((_WEGEN, "| a | b |\n|---|---|\n| 1 | 2 |",
          "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"),),
    ),
    "Hebreeuws en een emoji": (
        second_ministry, "wegen", "nota", (),
        ((_WEGEN, "Kort.", "שלום *עולם* in ’s-Gravenhage & < 😀."),),
    ),
    "een koppeling": (
        second_ministry, "wegen", "nota",
        ((_WEGEN, "Kort.", "Zie [hier](https://www.example.org/a)."),),
        ((_WEGEN, "[hier](https://www.example.org/a)",
          "[daar](https://www.example.org/b) en verder"),),
    ),
    "342 namen, een erbij": (
        second_ministry, "wegen", "nota",
        ((_WEGEN_FACTS, '"Amsterdam", ', ""),),
        ((_WEGEN_FACTS, '"Almere", ', '"Almere", "Amsterdam", '),),
    ),
    "een item erbij in een cel": (
        second_ministry, "wegen", "nota", (),
        (
            (_WEGEN_FACTS, "- dan de rest", "- dan de rest\n        - en meer & meer"),
            (_WEGEN, "1. Stem in met {{ budget }}.", "1. Eerst.\n2. Stem in met {{ budget }}."),
            (_WEGEN, "2. Stem in met {{ rond", "3. Stem in met {{ rond"),
        ),
    ),
    "feiten vol tekens": (
        hostile_facts, "proef", "nota", (),
        (
            (_PROEF, "<w:t>x</w:t>", "<w:t>y</w:t>"),
            (_PROEF, "geen lijst", "toch geen lijst"),
        ),
    ),
    "een rij met cijfers minder": (
        new_type, "proef", "verslag", (), ((_PROEF, "2023: 1250000000, ", ""),),
    ),
}  # fmt: skip
