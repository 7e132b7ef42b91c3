"""The families of words by which a sentence shows what it speaks of, and how it means it.

Dutch inflects little, so a family is a pattern of the forms that occur. They hold for any dossier;
what is peculiar to one comes from the names, notes and rules of its facts (see `topic`).
"""

import re
from functools import lru_cache


class Family:
    """Words and turns of phrase, in small letters; whether one of them occurs in a text.

    Many questions about one sentence ask for the same family, so an answer is kept for a while;
    and small letters are found in a third of the time that letters of any kind take.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
        self.occurs_in = lru_cache(maxsize=256)(self._occurs_in)

    def _occurs_in(self, text: str) -> bool:
        return self._pattern.search(text.lower()) is not None

    def fullmatch(self, word: str) -> bool:
        """Whether a word is of the family."""
        return self._pattern.fullmatch(word.lower()) is not None


FAMILIES = {
    "start": Family(
        r"startt?en?|start|gestarte?|begon(?:nen)?|begint|beginnen|van start|startschot"
        r"|eerste lichting|trapten? af"
        r"|startende|aftrap|aan de slag|eerste uur|voor de uitbreiding|huidige|oorspronkelijke"
        r"|gaan? (?:\w+ ){0,6}aan de slag"
    ),
    "keuze": Family(
        r"geselecteerde?|selecteerden?|selecteert|gekozen|koos|kozen|uitgekozen|aangewezen|uitverkoren|selectie"
        r"|kiest|kiezen|wees|wezen|toegevoegd|voegde|voegden"
    ),
    "eerder": Family(
        r"eerdere?|al|reeds|bestaande|structurele?|langer meedoen|eerste groep|eerder al|vorige"
    ),
    "nieuw": Family(
        r"nieuwe?|erbij|extra|andere|bijgekomen|bijkomende?|kom(?:t|en) er|er (?:\w+ )?bij"
        r"|nog eens|toegevoegde?"
        r"|uitgebreid met|uitbreiding met|toetreders?|nieuwkomers"
    ),
    "geheel": Family(
        r"na de uitbreiding|in totaal|totaal|teller|telt|tellen|bij elkaar|alles bij elkaar"
        r"|opgeteld|tezamen|samen"
        r"|voortaan|inmiddels|groeit|groeide|van \w+ naar|naar|uitgebreid (?:naar|tot)|alle"
    ),
}
"""Word families that tell one group of the counted from another."""

EACH = Family(
    r"(?:per|elke?|iedere?|elk van de|ieder van de|aan elke|deze|die|een"
    r"|zo’n)\s+(?:\w+e\s+)?(?:gemeente|stad|plaats)"
    r"|(?:elk|ieder)(?!\s+(?:jaar|kwartaal))|per stuk|ieder voor zich|afzonderlijk|apiece|allebei"
)
ALL = Family(
    r"samen|gezamenlijke?|met elkaar|bij elkaar|in totaal|totale?|totaalbedrag|alles bij elkaar"
    r"|opgeteld|tezamen"
    r"|(?:jaar)?budget|met (?:hun|z’n) \w+|verdelen|delen in"
)
PER_YEAR = Family(
    r"(?:per|elk|ieder|een|eens per) jaar|jaarlijkse?|jaarbudget|structureel|elk van de \w+ jaar"
)
PARTS_OF_A_YEAR = {
    "maand": (12, Family(r"(?:per|elke?|iedere?) maand|maandelijkse?")),
    "kwartaal": (4, Family(r"(?:per|elk|ieder) kwartaal")),
    "halfjaar": (2, Family(r"(?:per|elk|ieder) (?:half ?jaar)|halfjaarlijkse?")),
}
"""By its name, how many of it go into a year, and how one says that something is counted by it."""
IN_ALL = Family(
    r"in totaal|totale?|totaalbedrag|bij elkaar|looptijd|over de hele|alles bij elkaar|opgeteld"
    r"|eindtotaal"
    r"|voor de hele periode|al die jaren|eenmalige?"
)
RECIPIENTS = Family(
    r"gemeenten?|gemeentelijke|deelnemers|deelnemende|steden|nieuwkomers|toetreders"
)
RECEIVE = Family(
    r"krijg(?:t|en)?|kreeg|kregen|gekregen|ontvang(?:t|en)?|ontving(?:en)?|reken(?:t|en)|gaat|gaan|ging|beschikbaar"
    r"|besteden|verdelen|verdeeld|bestemd|klaar|begroting|steekt|steken|trekt|uittrekken|uitgetrokken|levert|kost"
    r"|kosten|bijdrage|budget|geld|bedrag|subsidie|uitkering|totaal|waard|goed voor|doen mee"
    r"|deed mee|doet mee"
    r"|meedoen|deelnem\w+|neemt deel|nemen deel|delen in|steun|gesteund|steunt|ondersteun\w*"
    r"|toegekend|reserveert|is er|zijn er"
    r"|gereserveerd|investeert|investeren|stelt|stellen|uit(?:ge)?keer\w*|komt|komen"
)
WISH = Family(
    r"wil|willen|wilden?|wou|zouden?|liever|pleit(?:en|te|ten)?|bepleit(?:te)?|eist(?:e|en)?|hoopt?|hopen|wenst|wensen"
    r"|voorstel|(?:stelt|stellen|stelde) voor"
    r"(?![^.;]{0,120} (?:beschikbaar|ter beschikking))|was beter|beter geweest|vraagt om|vragen om"
    r"|vroeg(?:en)? om|dringt aan|verzoekt?"
    r"|indien|tenzij|mits|stel dat|droomt|drong aan|motie|amendement|gerekend|rekenden?"
    r"|verwachtten?|debatteer\w*|verlagen"
    r"|verhogen|gevraagd om"
    r"|hoopten?|gehoopt|gedroomd|ambitie|streven|streeft|streefden?|mikt|mikten?"
    r"|droomden?|pleidooi|voorgestelde?|petitie"
    r"|graag|mocht|mochten|nodig|aangedrongen|bij een verdubbeling|bij verdubbeling"
    r"|nooit genoeg|zou hebben|hadden gewild"
    r"|stel(?:t|de|den|len) [^,;]{0,60} voor(?=[,.;:!?]|$)"
    r"|zou|oproep|roept op|roepen op|overweegt|overwegen|denkbaar|misschien|mogelijk gemaakt"
    r"|als het aan|klopt het dat|is het waar dat"
)
CONDITION = re.compile(
    r"(?:^|[,:;‘“«\"]\s*)(?:als|wanneer|zodra|stel)\s+(?!een\s+van|eerste|gevolg|volgt)"
    r"|(?:^|[:‘“«\"]\s*)(?:geef|gun|maak|verhoog|verlaag|verdubbel|halveer|trek|reserveer|schrap)\s",
    re.IGNORECASE,
)
DENIED_BEFORE = re.compile(
    r"(?<!\w)(?:niet|geen|in plaats van|anders dan|noch|nooit)\s+"
    r"(?:(?:de|het|een|langer|meer|vanaf|tot|op|in|om|met|voor|van|die|dat|€)\s+){0,4}(?:€\s*)?$",
    re.IGNORECASE,
)
RETRACTED = re.compile(
    r"(?<!\w)(?:eerder(?:e)?|abusievelijk|per abuis|ten onrechte|onterecht|foutief"
    r"|verkeerde?lijk|onjuiste?|dacht|dachten"
    r"|beweerden?|meldden?|gemeld|fabel(?:tje)?|geruchten?|misverstand|aanvankelijk"
    r"|oorspronkelijk|in eerste instantie|klopt niet|niet waar"
    r"|vergissing|vergist|verschrijving|tikfout|rectificatie|verwar\w+)(?!\w)",
    re.IGNORECASE,
)
RETRACTED_ONLY = Family(
    r"abusievelijk|per abuis|ten onrechte|foutief|onjuiste?|dacht|dachten|geruchten?"
    r"|misverstand|aanvankelijk"
    r"|oorspronkelijk was|in eerste instantie|klopt niet|niet waar|vergissing|tikfout"
)
INTEREST = Family(
    r"belangstelling|interesse|aangemeld|meldden|aanvra\w+|gevraagd|afgewezen|wachtlijst"
    r"|buiten de boot|grepen"
    r"|vielen af|afgevallen|kandida\w+|gegadigden|hadden gehoopt|ingeschreven|vroegen|vragen"
    r"|dienden|vroeg"
)
PART = Family(
    r"onder meer|onder andere|bijvoorbeeld|waaronder|zoals|o\.a\.|onder wie|enkele|ook|met name"
    r"|vooral|naast|zo"
)
NOT = Family(
    r"niet|geen|niets|evenmin|nooit|noch|buiten|ontbreekt|ontbreken|zonder|uitgesloten|behalve"
    r"|grijp(?:t|en)|greep|grepen|misgegrepen|afgevallen|viel af|valt af|vielen af|misgelopen"
    r"|l(?:oopt|iep) [^,;]{0,60} mis|niks|visten?|vist achter"
)
