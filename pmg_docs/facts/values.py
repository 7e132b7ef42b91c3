"""From the shape of a fact to its value."""

from pmg_docs.facts import document_shapes, figure_shapes, person_shapes, shapes
from pmg_docs.facts.amounts import check_euros
from pmg_docs.facts.distributions import read_distribution
from pmg_docs.facts.documents import read_paper, read_reference
from pmg_docs.facts.fact_shape import FactShape, Order
from pmg_docs.facts.municipalities import read_municipalities
from pmg_docs.facts.series import read_series
from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Contact,
    Gap,
    GazetteNotice,
    Month,
    Number,
    Organisation,
    Percentage,
    Period,
    Person,
    PolicyChoice,
    Quote,
    TextValue,
    Value,
)


def to_value(shape: FactShape, located: Located, path: KeyPath) -> Value:
    """The value of a fact.

    Args:
        shape: the fact as read.
        located: the file that it was read from, for the places of its parts.
        path: where the fact stands in that file.

    Raises:
        Refused: the parts of the value contradict each other.
    """
    match shape:
        case figure_shapes.AmountShape():
            return _amount(shape, located, path)
        case figure_shapes.NumberShape():
            return Number(shape.getal)
        case figure_shapes.PercentageShape():
            return Percentage(shape.percentage, shape.van)
        case figure_shapes.AgeShape():
            return _ages(shape.leeftijd, located, (*path, "leeftijd"))
        case figure_shapes.SeriesShape():
            return read_series(shape, located, path)
        case figure_shapes.DistributionShape():
            return read_distribution(shape, located, path)
        case shapes.MunicipalitiesShape():
            in_order = shape.volgorde is Order.ZOALS_GEGEVEN
            return read_municipalities(
                located, (*path, "gemeenten"), in_order=in_order, labels=shape.labels
            )
    return _moment(shape, located, path)


def _moment(shape: FactShape, located: Located, path: KeyPath) -> Value:
    match shape:
        case shapes.DateShape():
            return shape.datum
        case shapes.MonthShape():
            return shape.maand
        case shapes.TimedShape():
            return shape.tijdstip
        case shapes.PeriodShape():
            return _period(shape.periode, located, (*path, "periode"))
    return _document(shape, located, path)


def _document(shape: FactShape, located: Located, path: KeyPath) -> Value:
    match shape:
        case document_shapes.ReferenceShape():
            return read_reference(shape.verwijzing, located, (*path, "verwijzing"))
        case document_shapes.PaperShape():
            return read_paper(shape.kamerstuk, located, (*path, "kamerstuk"))
        case document_shapes.GazetteShape(staatscourant=notice):
            return GazetteNotice(notice.jaar, notice.nummer)
        case document_shapes.LawGazetteShape(staatsblad=notice):
            return GazetteNotice(notice.jaar, notice.nummer, is_law=True)
    return _words(shape)


def _words(shape: FactShape) -> Value:
    match shape:
        case shapes.TextShape():
            return TextValue(shape.tekst)
        case person_shapes.PersonShape(persoon=person):
            return Person(person.naam, person.ambt)
        case person_shapes.OrganisationShape(organisatie=organisation):
            return Organisation({name: lines for name, lines in organisation if lines})
        case person_shapes.ContactShape(contact=to):
            return Contact(to.naam, to.functie, to.telefoon, to.email)
        case person_shapes.QuoteShape(citaat=said):
            return Quote(said.tekst, said.spreker)
        case shapes.PolicyShape(cw31=policy):
            return PolicyChoice(dict(policy))
        case shapes.GapShape():
            return Gap(shape.open)
    raise AssertionError(shape)


def _amount(shape: figure_shapes.AmountShape, located: Located, path: KeyPath) -> Amount:
    check_euros(shape.bedrag, located.place((*path, "bedrag")))
    return Amount(shape.bedrag, shape.per)


def _period(part: shapes.PeriodPart, located: Located, path: KeyPath) -> Period:
    if type(part.van) is not type(part.tot):
        raise Refused(
            Diagnostic("PMG202", "Van 'van' en 'tot' is er één een dag en één een maand.",
                       located.place(path), hints=("Typ twee dagen, of twee maanden.",))
        )  # fmt: skip
    begin, end = (m if isinstance(m, Month) else m.day for m in (part.van, part.tot))
    if not begin < end:  # type: ignore[operator]
        raise Refused(
            Diagnostic("PMG202", "De periode eindigt niet later dan zij begint.",
                       located.place((*path, "tot")),
                       hints=("Verbeter 'van' of 'tot'; misschien staan ze verwisseld.",))
        )  # fmt: skip
    return Period(part.van, part.tot)


def _ages(part: figure_shapes.AgePart, located: Located, path: KeyPath) -> AgeRange:
    last = part.tot_en_met if part.tot_en_met is not None else part.tot
    if last is None or not 0 <= part.van < last <= 130:
        raise Refused(
            Diagnostic(
                "PMG203",
                "Deze leeftijden kunnen niet samen.",
                located.place(path),
                hints=("Typ eerst de laagste leeftijd; geen is hoger dan 130.",),
            )
        )
    return AgeRange(part.van, part.tot_en_met, part.tot)
