"""Documents built by hand, without letters or facts."""

from pmg_docs.model.document import (
    Area,
    Aside,
    Block,
    Cell,
    Document,
    Emphasis,
    FactText,
    Field,
    Heading,
    Inline,
    Line,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Signature,
    Signatures,
    Strong,
    Table,
    Text,
)
from pmg_docs.model.place import Origin, Place


def line(*parts: Inline | str) -> Line:
    """A line of inlines; a bare string is literal text."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: Inline | str) -> Paragraph:
    return Paragraph(line(*parts))


def cell(*texts: Inline | str) -> Cell:
    """A cell of one paragraph per text."""
    return Cell(tuple(paragraph(text) for text in texts))


def fact(text: str, path: str = "feit", kind: str = "tekst", machine: str = "") -> FactText:
    return FactText(text, (Origin(path, Place("feiten.yaml", 3, 3)),), kind, machine)


def gap(text: str, path: str = "gat") -> FactText:
    return FactText(text, (Origin(path, Place("feiten.yaml", 9, 3)),), "open", is_open=True)


def field(
    name: str, area: Area, *lines: Inline | str, label: str = "", strong: bool = False
) -> Field:
    """A frame field of one line per argument."""
    return Field(name, area, tuple(line(part) for part in lines), label, strong)


def nota(*body: Block, notes: tuple[Note, ...] = (), kenmerk: str = "5300203") -> Document:
    """A nota with a full frame around the given body."""
    status = field("status", Area.STATUS, "CONCEPT")
    dg = field(
        "directoraat_generaal",
        Area.COLOFON,
        fact("Directoraat-Generaal Rechtspleging en Rechtshandhaving", "afzender.dg"),
        strong=True,
    )
    directie = field("directie", Area.COLOFON, fact("Directie Veiligheid en Bestuur"))
    datum = field(
        "datum", Area.REFERENCE, fact("4 april 2024", "brief.datum", "datum", "2024-04-04"),
        label="Datum",
    )  # fmt: skip
    ons_kenmerk = field(
        "kenmerk", Area.REFERENCE, fact(kenmerk, "brief.kenmerk"), label="Ons kenmerk"
    )
    return Document(
        type="nota",
        style="rijk",
        word="nota",
        title="Incidentele ondersteuning lokale preventieve aanpak",
        first_page=(
            status,
            field("aan", Area.ADDRESS, "Minister van Justitie en Veiligheid",
                  "Minister voor Rechtsbescherming"),
            dg,
            directie,
            field("bezoekadres", Area.COLOFON, "Turfmarkt 147", "2511 DP Den Haag"),
            field("website", Area.COLOFON, "www.rijksoverheid.nl/jenv"),
            field("documentwoord", Area.TITLE, "nota"),
            field("onderwerp", Area.TITLE, "Incidentele ondersteuning lokale preventieve aanpak"),
            datum,
            field("projectnaam", Area.REFERENCE, fact("Preventie met Gezag"), label="Projectnaam"),
            ons_kenmerk,
            field("dossiernummer", Area.REFERENCE, gap("[nog open: het dossiernummer]"),
                  label="Dossiernummer"),
            field("parafen", Area.INITIALS, "directeur", "directeur-generaal", label="Parafen"),
        ),
        follow_on=(status, dg, directie, datum, ons_kenmerk),
        body=body or rich_body(),
        notes=notes or (() if body else rich_notes()),
    )  # fmt: skip


def rich_body() -> tuple[Block, ...]:
    """One of everything that a letter can hold, with text that breaks naive writers."""
    return (
        Heading(1, line("Aanleiding"), label="1."),
        paragraph("Recht & <b>Veiligheid</b> kost ", fact("€ 500.000,-", "bedrag", "bedrag",
                  "500000"), " per jaar", NoteRef(1), ". {{ 7*7 }} {% if %} | * [[inhoud]] `x`"),
        paragraph("Met ", Strong(line("nadruk ", Emphasis(line("en schuin")))), " en ",
                  Link("https://www.rijksoverheid.nl/jenv", line("een koppeling")), "."),
        ListBlock((
            (paragraph("eerste punt"), ListBlock(((paragraph("binnen een"),),
                                                  (paragraph("binnen twee"),)), is_ordered=True)),
            (paragraph("tweede punt"), paragraph("met een alinea erbij")),
        )),
        Heading(2, line("Financiële overwegingen"), label="4.2"),
        ListBlock(((paragraph("een"),), (paragraph("twee"),)), is_ordered=True),
        paragraph("Opnieuw tellen", NoteRef(2), ":"),
        ListBlock(((paragraph("weer een ş ğ ĳ שלום 😀"),),), is_ordered=True),
        Table(
            title=(line("Beleidskeuze uitgelegd"), line("Onderbouwing (CW 3.1)")),
            rows=(
                (cell("1. Doel"), cell("Eerste alinea.", "Tweede alinea | met streep.")),
                (cell("3A. Financiële gevolgen"), Cell((
                    paragraph(fact("€ 10 miljoen", "budget", "bedrag", "10000000"), " per jaar:"),
                    ListBlock(((paragraph("jaar een"),), (paragraph("jaar twee"),))),
                ))),
            ),
            has_row_heads=True,
            widths=(28, 72),
        ),
        Table(header=(cell("Jaar"), cell("Bedrag")), rows=((cell("2025"), cell("€ 143")),)),
        Quotation((paragraph("Wij staan naast de jongeren van ’s-Hertogenbosch."),)),
        Heading(1, line("Informatie die niet openbaar gemaakt kan worden"), label="5."),
        paragraph(gap("[nog open: wie dit beoordeelt]")),
    )  # fmt: skip


def rich_notes() -> tuple[Note, ...]:
    return (
        Note(1, (paragraph("Stcrt. 2024, 12052."),)),
        Note(2, (paragraph("Kamerstukken II 2022/23, 28741, nr. 106."),)),
    )


FOUR_WHO_SIGN = (
    ("De Minister van Justitie en Veiligheid,", "D. Yeşilgöz-Zegerius"),
    ("De Minister voor Rechtsbescherming,", "F.M. Weerwind"),
    ("De Minister voor Klimaat en Groene Groei en Volkshuisvesting en Ruimtelijke Ordening,",
     "M.J.W.A. van der Woude-van Heeckeren tot Walien"),
    ("De Staatssecretaris van Justitie en Veiligheid,", "T.H.D. Struycken"),
)  # fmt: skip

_CHAMBERS: tuple[Inline | str, ...] = (
    "Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018",
    "2500 EA  DEN HAAG", "", "Aan de Voorzitter van de Eerste Kamer", "der Staten-Generaal",
    "Postbus 20017", "2500 EA  DEN HAAG",
)  # fmt: skip

TEXT = (
    "Met deze brief informeren wij uw Kamer over de gemeenten die steun krijgen bij de lokale "
    "preventieve aanpak van georganiseerde en ondermijnende jeugdcriminaliteit. "
)


def signatures(*signed: tuple[str, str]) -> Signatures:
    """Signatures of offices and names."""
    return Signatures(
        tuple(Signature(line(office), line(fact(name, "persoon"))) for office, name in signed)
    )


def kamerbrief(signed: tuple[tuple[str, str], ...] = FOUR_WHO_SIGN, length: int = 1) -> Document:
    """A Kamerbrief to both Chambers with a full frame; a longer one fills more pages."""
    status = field("status", Area.STATUS, "CONCEPT")
    dg = field(
        "directoraat_generaal",
        Area.COLOFON,
        "Directoraat-Generaal",
        "Rechtspleging en",
        "Rechtshandhaving",
        strong=True,
    )
    directie = field("directie", Area.COLOFON, "Directie Veiligheid en Bestuur")
    day = fact("7 juli 2023", "brief.datum", "datum", "2023-07-07")
    kenmerk = field(
        "kenmerk", Area.REFERENCE, fact("4760711", "brief.kenmerk"), label="Ons kenmerk"
    )
    return Document(
        type="kamerbrief",
        style="rijk",
        title="Brede preventieaanpak jeugdcriminaliteit",
        first_page=(
            status,
            field("retouradres", Area.RETURN, "Postbus 20301", "2500 EH Den Haag",
                  label="> Retouradres"),
            field("aan", Area.ADDRESS, *_CHAMBERS),
            dg,
            directie,
            field("bezoekadres", Area.COLOFON, "Turfmarkt 147", "2511 DP Den Haag"),
            field("postadres", Area.COLOFON, "Postbus 20301", "2500 EH Den Haag"),
            field("website", Area.COLOFON, "www.rijksoverheid.nl/jenv"),
            kenmerk,
            field("bijlagen", Area.REFERENCE, "2", label="Bijlagen"),
            field("datum", Area.SUBJECT, day, label="Datum"),
            field("onderwerp", Area.SUBJECT, fact(
                "Brede preventieaanpak van georganiseerde en ondermijnende jeugdcriminaliteit en "
                "de gemeenten die daarbij steun krijgen", "brief.onderwerp"), label="Betreft"),
        ),
        follow_on=(status, dg, directie, field("datum", Area.REFERENCE, day, label="Datum"),
                   kenmerk),
        body=(
            Paragraph(line("Geachte voorzitter,"), role="aanhef"),
            paragraph(TEXT, "De regeling staat in de Staatscourant", NoteRef(1), "."),
            *(paragraph(TEXT * 4) for _ in range(length)),
            Heading(1, line("Gemeenten")),
            paragraph("Zie ook de eerdere brief", NoteRef(2), ". ", TEXT),
            ListBlock(((paragraph("vroeg signaleren;"),), (paragraph("begrenzen."),))),
            Paragraph(line("Hoogachtend,"), role="groet"),
            signatures(*signed),
        ),
        notes=rich_notes(),
    )  # fmt: skip


def persbericht(*omitted_in: str) -> Document:
    """A press release under embargo; its note to editors is left out of some formats."""
    status = field("status", Area.STATUS, "CONCEPT")
    embargo = field(
        "embargo",
        Area.STATUS,
        fact("4 april 2024, 12.00 uur", "brief.embargo"),
        label="EMBARGO tot",
    )
    ministry = field(
        "ministerie", Area.COLOFON, "Ministerie van Justitie en Veiligheid", strong=True
    )
    datum = field(
        "datum",
        Area.REFERENCE,
        fact("4 april 2024", "brief.datum", "datum", "2024-04-04"),
        label="Datum",
    )
    headline = "20 gemeenten extra gesteund in aanpak van jeugdcriminaliteit"
    return Document(
        type="persbericht",
        style="rijk",
        word="persbericht",
        title=headline,
        first_page=(status, embargo, ministry, field("documentwoord", Area.TITLE, "persbericht"),
                    field("kop", Area.TITLE, fact(headline, "brief.kop")), datum),
        follow_on=(status, embargo, ministry, datum),
        body=(
            Paragraph(line(fact("20 gemeenten", "aantal"), " krijgen steun bij de aanpak van "
                           "jeugdcriminaliteit. Zij ontvangen elk € 500.000 per jaar."),
                      role="lead"),
            paragraph("Het gaat om: Almelo, Bergen op Zoom en Zwolle. ", TEXT),
            Heading(1, line("Preventie met gezag")),
            Quotation((paragraph("“Wij staan naast de jongeren van deze wijken.”"),)),
            paragraph("Dat schrijft minister Weerwind aan de Tweede Kamer."),
            Aside("noot_redactie", (
                Heading(1, line("Noot voor de redactie (niet voor publicatie)")),
                paragraph("Voor vragen: woordvoerder P. Jansen, 070 123 45 67."),
            )),
        ),
        omissions={name: frozenset({"noot_redactie"}) for name in omitted_in},
    )  # fmt: skip
