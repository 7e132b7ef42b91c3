"""Whole workspaces whose letters are awkward to set: long, hostile, of another house."""

from pathlib import Path

from pmg_docs.dutch.register import municipalities
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import dossier, write_tree

OFFICES = {
    "een": ("A.B. de Vries-van den Boogaard-Ĳsselstein", "Minister van Algemene Zaken"),
    "twee": ("C. Şahin", "Minister voor Klimaat en Groene Groei en Volkshuisvesting"),
    "drie": ("D.E.F. ’t Hooft", "Staatssecretaris van Financiën"),
    "vier": ("G. Ó Briain", "Minister van Onderwijs, Cultuur en Wetenschap"),
}

TEXTS = {
    "jinja": "{{ 7*7 }} en {% if %} en {# stil #}",
    "html": "<b>vet</b> & <script>alert(1)</script> &amp; &euro;",
    "markdown": "*x* _y_ `z` [a](b) ![c](d) # e [^1] ~~f~~ \\*",
    "strepen": "links | midden | rechts",
    "marker": "[[inhoud]]",
    "lijst": "1. geen lijst",
    "kop": "## geen kop",
    "turks": "Yeşilgöz ğ ĳ ’s-Gravenhage",
    "nfd": "Su\u0301dwest-Frysla\u0302n",
    "emoji": "klaar 😀",
    "word": "]]> <w:t>x</w:t> {{r x}} {%p if %}",
    "regel": "met\\nbackslash en C:\\pad",
}

_MINISTRY_STYLE = """\
naam: ienw
breidt_uit: rijk
afzender:
  ministerie: Ministerie van Infrastructuur en Waterstaat
  bezoekadres: [Rijnstraat 8, 2515 XP Den Haag]
  website: www.rijksoverheid.nl/ienw
kenmerk: {patroon: '(?i)ienw/bsk-20[0-9]{2}/[0-9]{4,6}', voorbeeld: IENW/BSK-2024/353709}
labels: {kenmerk: Onze referentie}
kleuren: {accent: '#275937'}
rollen: {kop_1: {grootte: 10, cursief: ja}}
"""

_MINISTRY_FACTS = """\
stijl: ienw
programma: Water & Wegen < 2050
feiten:
  afzender:
    organisatie:
      directoraat_generaal: DG Water, Bodem & Klimaat (’s-Gravenhage)
      directie: Directie R&D | Algemeen
  minister:
    persoon: {{naam: Ĳ. van ’t Hof-Şahin, ambt: Minister van Infrastructuur en Waterstaat}}
  gemeenten: {{gemeenten: [{names}]}}
  budget: {{bedrag: 12345678901}}
  per_gemeente: {{bedrag: '36098476,32'}}
  rond: {{bedrag: 1200000000}}
  nummer: {{tekst: IENW/BSK-2024/353709}}
  looptijd: {{periode: {{van: 2026-01-01, tot: 2031-01-01}}}}
  keuze:
    cw31:
      doel: Droge voeten voor {{{{ gemeenten | aantal }}}} gemeenten.
      instrumenten: Subsidie.
      gevolgen_rijk: |
        Samen {{{{ budget }}}}.

        - eerst {{{{ rond | miljard }}}}
        - dan de rest
      gevolgen_sectoren: Geen.
      doeltreffendheid: Bewezen.
      doelmatigheid: '| en * en < zijn tekst'
      evaluatie: In {{{{ looptijd.tot }}}}.
"""

_MINISTRY_NOTA = """\
---
soort: nota
aan: [=minister, Staatssecretaris]
kopie_aan: [Directeur-generaal, "Hoofd R&D <intern>"]
onderwerp: >-
  Uitvoering van het meerjarige programma Water & Wegen in alle gemeenten, met een onderwerp dat
  over verscheidene regels loopt
datum: 2024-12-31
kenmerk: =nummer
voor: ter informatie
parafen: [directeur, DG, SG]
---
## Aanleiding

Aan dit programma doen {{ gemeenten | aantal }} gemeenten mee: {{ gemeenten }}.

## Geadviseerd besluit

1. Stem in met {{ budget }}.
2. Stem in met {{ rond | miljard }}.

## Kernpunten

Per gemeente {{ per_gemeente }}.[^1]

1. Opnieuw een.
2. En nog een.

[^1]: Looptijd {{ looptijd }}.

## 4.2 Financiële overwegingen

{{ tabel(keuze) }}

## Strategie

Kort.

## 4.7 Communicatie

Kort.

## 4.8 Ontwikkelingen hiervoor

Kort.
"""

_REPORT_TYPE = """\
naam: jaarverslag
omschrijving: Jaarverslag aan de Kamer
documentwoord: jaarverslag
velden:
  onderwerp: {plaats: titel, verplicht: ja}
  datum: {plaats: kenmerken, label: Datum, verplicht: ja, vervolg: ja}
  kenmerk: {plaats: kenmerken, label: Onze referentie, verplicht: ja, vervolg: ja}
secties:
  - {nummer: '1', titel: Wie, verplicht: ja}
  - {nummer: '2', titel: Waarvan, verplicht: ja}
notatie: {bedrag: euro}
"""

_REPORT_FACTS = """\
stijl: rijk
feiten:
  uitgaven: {reeks: {2023: 1250000000, 2024: -50000000, 2025: 7}}
  groepen:
    gemeenten:
      groepen: {eerste: ["’s-Hertogenbosch", Ede], later: {aantal: 4}}
"""

_REPORT = """\
---
soort: jaarverslag
onderwerp: Verslag
datum: 2026-01-15
kenmerk: X-1
---
## Wie

{{ tabel(groepen) }}

## Waarvan

{{ tabel(uitgaven) }}

Samen {{ uitgaven.totaal }}, in het laatste jaar {{ uitgaven.laatste }}.
"""


def second_ministry(root: Path) -> Workspace:
    """A nota `wegen/nota` of a ministry of its own, with all 342 municipalities."""
    names = ", ".join(f'"{m.name}"' for m in reversed(municipalities()))
    write_tree(root, {"styles/ienw/stijl.yaml": _MINISTRY_STYLE,
                      "letters/wegen/feiten.yaml": _MINISTRY_FACTS.format(names=names),
                      "letters/wegen/nota.md": _MINISTRY_NOTA})  # fmt: skip
    return Workspace.at(root)


def long_letter(root: Path) -> Workspace:
    """A Kamerbrief `proef/kamerbrief` to both Chambers: ten pages, four who sign, twelve notes."""
    people = "\n".join(f"  {n}: {{persoon: {{naam: {name}, ambt: '{office}'}}}}"
                       for n, (name, office) in OFFICES.items())  # fmt: skip
    chapters = "\n\n".join(
        f"## {n}. Hoofdstuk\n\n" + f"{{{{ Mijn }}}} plan kost {{{{ bedrag }}}}[^{n}] en gaat "
        "over veel dat hier wordt uitgelegd. " * 60 + f"\n\n[^{n}]: Noot bij {{{{ bedrag }}}}."
        for n in range(1, 13)
    )
    write_tree(root, {
        "letters/proef/feiten.yaml":
            f"stijl: rijk\nfeiten:\n  bedrag: {{bedrag: 9876543210}}\n{people}\n",
        "letters/proef/kamerbrief.md":
            "---\nsoort: kamerbrief\naan: [Tweede Kamer, Eerste Kamer]\ndatum: 2026-02-03\n"
            "onderwerp: Een lange brief\nkenmerk: 2026-0000000001\n"
            f"ondertekenaars: [{', '.join('=' + n for n in OFFICES)}]\n---\n\n{chapters}\n",
    })  # fmt: skip
    return Workspace.at(root)


def hostile_facts(root: Path) -> Workspace:
    """A nota `proef/nota` whose facts look like everything that a writer could trip over."""
    facts = "\n".join(f"{name}: {{tekst: '{text}'}}" for name, text in TEXTS.items())
    lines = "\n".join(f"Begin {{{{ {name} }}}} einde.\n" for name in TEXTS)
    cells = "\n".join(f"| cel | {{{{ {name} }}}} |" for name in TEXTS)
    workspace = dossier(root, facts, f"{lines}\n\n| a | b |\n|---|---|\n{cells}\n")
    letter = root / "letters/proef/nota.md"
    letter.write_text(letter.read_text().replace("Een proef", "=html").replace(
        "aan: Minister van Proeven", "aan: [=jinja, =marker, =word]"))  # fmt: skip
    return workspace


def new_type(root: Path) -> Workspace:
    """A report `proef/verslag` of a type that is a folder of the workspace."""
    write_tree(root, {"templates/jaarverslag/soort.yaml": _REPORT_TYPE,
                      "letters/proef/feiten.yaml": _REPORT_FACTS,
                      "letters/proef/verslag.md": _REPORT})  # fmt: skip
    return Workspace.at(root)
