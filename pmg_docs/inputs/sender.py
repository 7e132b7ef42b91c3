"""The parts of a sender, which a fact (`afzender`) and a house style both may give."""

from pmg_docs.inputs.shape import Lines, Shape


class Sender(Shape):
    """The parts of an organisation as they are printed, each one line or more."""

    naam: Lines = ()
    ministerie: Lines = ()
    directoraat_generaal: Lines = ()
    directie: Lines = ()
    bezoekadres: Lines = ()
    postadres: Lines = ()
    website: Lines = ()
