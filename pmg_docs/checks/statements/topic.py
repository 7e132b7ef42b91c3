"""What a dossier is about, in words: by these a sentence is known to speak of it."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from pmg_docs.dutch.places import fold_name
from pmg_docs.model.fact import FactSet
from pmg_docs.model.value import (
    Gap,
    Municipalities,
    Organisation,
    ParliamentaryPaper,
    Person,
    Reference,
    TextValue,
)

_HOUSE_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    gemeente gemeenten stad steden programma regeling uitvraag bijdrage bijdragen uitkering
    budget geld bedrag bedragen rijk kabinet minister ministers ministerie begroting totaal
    looptijd aanpak doelgroep nota brief kamerbrief deelnemer deelnemers euro jaar jaren maand
    maanden miljoen miljard mln ton kamer keer eind begin site beslissing uitbreiding jongere
    jongeren kinderen kind jongvolwassenen criminaliteit jeugdcriminaliteit wijk
    wijken steun ondersteuning subsidie periode uitvoering start startschot aantal groep groepen
    ronde teller toezegging lijst helft deel derde kwart verwachting wethouder wethouders
    burgemeester burgemeesters pad rest slag partners toekomst elkaar mis zo zo’n n drieën
    tweeën vieren allen beiden liefst mooi mooie stond andere anderen ruim iedereen pas dag
    dagen week weken rekenen grootte iemand hoort maken maakt krant bericht persbericht
    nieuwsbericht artikel kop woordvoerder tijd moment stap verschil som optelsom cijfer cijfers
    inzet plan plannen maatregel maatregelen overheid duur eerst laatst kleinere grotere
    middelgrote impuls zaak feit voorbeeld collega hulp beurt aftrap kamerleden tweede eerste
    kwartaal voorjaar najaar zomer winter lente herfst teken kant hand vraag antwoord manier
    geval reden gevolg basis verdeling verdeelsleutel deelname noord-holland zuid-holland noord
    zuid holland zeeland limburg brabant utrecht gelderland overijssel friesland groningen
    drenthe flevoland randstad regeringspartijen raad collegeakkoord ambtenaren ministerraad
    staat schatkist portemonnee pot potje financiering investering extra opschaling ondergrens
    bovengrens leeftijdsgrens minimumleeftijd maximumleeftijd leeftijd jong oud hele uur
    totaalbedrag jaarbudget kosten uitgaven datum kenmerk nummer rij hoofdstad
    provinciehoofdstad plafond maximum minimum omvang hoogte meedoen meedoet deelnemen
    opzichte vergelijking vergeleken jaarbedrag kleine belastingbetaler besteding alles
    halfjaarbrief voortgangsbrief beslisnota rapportage voortgangsrapportage stuk
    """,
    )
)
_GENERIC_NAMES = frozenset(
    re.findall(r"\S+", "pmg letters feiten yaml gedeeld nieuw nieuwe aanvraag")
)


@dataclass(frozen=True)
class Topic:
    """The names of a dossier's subject (folded), and the words that belong to its house."""

    programme: tuple[str, ...]
    subject: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    words: frozenset[str]


def topic_of(facts: FactSet) -> Topic:
    """Derive the topic of a dossier from its programme, folder name, titles and fact names."""
    folder = PurePosixPath(facts.files[0]).parent.name if facts.files else ""
    subject_words = [
        w for w in fold_name(folder).split() if w not in _GENERIC_NAMES and not w.isdigit()
    ]
    words = set(_HOUSE_WORDS) | set(subject_words)
    titles = []
    for fact in facts:
        if isinstance(fact.value, Reference | ParliamentaryPaper) and fact.value.title:
            titles.append((fact.path, fold_name(fact.value.title)))
        if isinstance(fact.value, TextValue | Reference):
            text = fact.value.text if isinstance(fact.value, TextValue) else fact.value.title
            words |= set(fold_name(text).split())
        if isinstance(fact.value, Person):
            words |= set(fold_name(f"{fact.value.office} {fact.value.name}").split())
        if isinstance(fact.value, Organisation):
            lines = (line for part in fact.value.parts.values() for line in part)
            words |= {word for line in lines for word in fold_name(line).split()}
        if isinstance(fact.value, Municipalities):
            words |= {word for name in fact.value.names for word in fold_name(name).split()}
        if not isinstance(fact.value, Gap):
            words |= set(fact.path.split("_"))
    programme = fold_name(facts.programme)
    words |= set(programme.split())
    return Topic(
        programme=(programme,) if programme else (),
        subject=(" ".join(subject_words),) if subject_words else (),
        titles=tuple(titles),
        words=frozenset(words),
    )
