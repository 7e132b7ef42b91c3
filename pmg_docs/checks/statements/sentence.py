"""A sentence, its clauses, and how surely each of them speaks of the dossier."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.topic import Topic
from pmg_docs.dutch.figures import Figure, find_figures
from pmg_docs.dutch.named_places import PlaceList, find_place_lists
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.surroundings import FUNCTION_WORDS, approximation_before

_CLAUSE_END = re.compile(r"[;:]\s|,\s(?:maar\s)?|\s(?:maar|terwijl|waarvan)\s|\s[–—]\s|\s\(")
_HALF_END = re.compile(
    r"(?:;\s|,\s(?:en|(?P<but>maar)|want|terwijl|al)\s)(?!dat\s|om\s|als\s)", re.IGNORECASE
)
_IS_SO = re.compile(
    r"\b(?:is|zijn|krijg\w*|kreeg|kregen|ontvang\w*|wordt|werd|werden|kwam|komt|komen|trekt|geeft)\b"
)
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*")
_DETERMINERS = frozenset(
    re.findall(r"\S+", "de het een deze die dit onze zijn haar hun uw dat elke iedere geen")
)
_TOWARDS = frozenset({"voor", "aan", "naar", "tegen", "tot"})
_SOURCES = frozenset({"volgens", "aldus"})
_PREPOSITIONS = _TOWARDS | frozenset(
    re.findall(r"\S+", "bij in van uit op door over met naast volgens aldus namens")
)

_THE_PROGRAMME = re.compile(r"\b[Hh]et\s+(?:hele\s+|gehele\s+|totale\s+)?programma\b(?!\s+[A-Z])")
_A_PROGRAMME = re.compile(
    r"\b(?:[Nn]ationaal\s+)?[Pp]rogramma\s+(?P<name>[A-Z][\w-]+(?:\s+(?:(?:en|van|voor|de|het|in|met)\s+)?[A-Z][\w-]+)*)"
)
_NAMED = re.compile(
    r"\b(?:(?P<into>uit|binnen|via)|aan|voor|van|in|met|bij|naar|op|[A-Z]?[a-z]{2,15})\s+(?P<name>[A-Z][\w-]+"
    r"(?:\s+(?:(?:met|in|voor|op|van|de|het)\s+){0,2}[A-Z][\w-]+){1,4})"
)
_NAMED_FIRST = re.compile(
    r"(?P<name>(?!Minister|Staatssecretaris|Wethouder|Burgemeester)[A-Z][a-z-]+(?:\s+[A-Z][\w-]+)?"
    r"\s(?:met|in|voor|op)\s(?:(?:de|het)\s)?[A-Z][\w-]+)\s(?:gaat|groeit|krijgt|loopt|start|begint|is|wordt"
    r"|kost|telt|duurt|richt|helpt|stopt|eindigt|breidt|komt|begon|startte)\b"
)
"""What begins a sentence and does something: `Preventie met Gezag gaat van 15 naar 27`."""
_LIKE_A_NAME = re.compile(r"[A-Z][a-z]+e\s[A-Z][a-z]{3,}(?:en|s)")
"""An adjective and a plural with capitals, as programmes are named: `Gezonde Kantines`."""
_WITHIN_NAME = re.compile(r"\s(?:met|in|voor|op)\s")
_TAKES_PART_IN = re.compile(
    r"\b(?:mee|deel|meedoen|deelnemen|gemeenten|deelnemers|doelgroep|budget|geld|bijdrage|looptijd)\s$"
)
_RECEIVES_AFTER = re.compile(
    r"[^.;:]{0,40}?\s(?:krijg(?:t|en)|ontvang(?:t|en)|kreeg|kregen|kan|kunnen|mag|heeft|hebben|begin\w*|start\w*|begon\w*|doen|doet"
    r"|komen|komt)\b"
)
_OUR_ADJECTIVES = frozenset(
    {"flexibele", "hele", "mooie", "andere", "brede", "nieuwe", "specifieke"}
)
_LATER = re.compile(r"\bhad(?:den)?\b.*\b(?:moeten|kunnen|willen|mogen)\b", re.IGNORECASE)
_OTHER_MONEY = re.compile(
    r"\b(?:ander|andere|eigen)\s+(?:potjes?|pot|regeling(?:en)?|budget|programma|fonds|bron|geld|middelen)\b"
)
_OUR_MONEY = re.compile(
    r"\b[Dd]e\s+(?:tijdelijke\s+|extra\s+|financiële\s+|specifieke\s+)?(?:bijdrage|looptijd|uitvraag)\b"
)
_PAYS = re.compile(
    r"\b(?:[Gg]emeente|[Pp]rovincie|[Ss]tad|[Rr]egio|[Ww]aterschap)\s+(?:[A-Z][\w-]+\s+)?(?:zelf\s+)?(?:steekt|investeert"
    r"|betaalt|trekt|koopt|bouwt|reserveert|besteedt|legt|geeft|verkoopt|opent|heft)\b"
    r"|\b[Gg]emeenten\s+(?:zelf\s+)?(?:leggen|betalen|investeren|steken|dragen|geven|heffen)\b"
    r"|\b(?:leggen|betalen|investeren|steken|dragen|geven)\s+(?:de\s+)?gemeenten\b"
    r"|^(?!Jaarlijks|Structureel|Daarvoor|Hiervoor|Daarom|Eenmalig|Samen|Ook|Nu|Zo|Dit|Dat|Rijk|Hij|Zij|Ze)"
    r"[A-Z][\w-]+\s+(?:steekt|investeert|betaalt|koopt|bouwt|reserveert|legt|geeft|verkoopt|opent)\b"
)
_TO_BEFORE = re.compile(
    r"\b(?:naar|aan|voor|krijgt|krijgen|ontvangt|ontvangen|kreeg)\s+(?:\w+\s+)?$", re.IGNORECASE
)

_REACH = 160
LINKED = 2.0
"""How strong a link must be before a statement is held against the facts."""


@dataclass(frozen=True)
class Sentence:
    """A sentence in its surroundings.

    `surroundings` is how much the rest of the text speaks for the dossier, 0 when that is unknown.
    """

    text: str
    before: str
    topic: Topic
    known_places: frozenset[str] = frozenset()
    surroundings: float = 0.0
    _foreign: dict[tuple[int, int], float] = field(default_factory=dict)
    _links: dict[tuple[int, int], float] = field(default_factory=dict)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the sentence."""
        return find_figures(self.text)

    @cached_property
    def place_lists(self) -> tuple[PlaceList, ...]:
        """The municipalities of the sentence, by list."""
        return find_place_lists(self.text)

    @cached_property
    def folded(self) -> str:
        """The sentence as `fold_name` leaves it."""
        return fold_name(self.text)

    def clause(self, start: int) -> tuple[int, int]:
        """Where the clause that holds a place begins and ends."""
        begin, end = 0, len(self.text)
        for match in self._boundaries:
            if match.end() <= start:
                begin = match.end()
            elif match.start() >= start:
                end = match.start()
                break
        return begin, end

    @cached_property
    def _boundaries(self) -> tuple[re.Match[str], ...]:
        lists = [(p.start, p.end) for p in self.place_lists]
        return tuple(
            match
            for match in _CLAUSE_END.finditer(self.text)
            if not any(start < match.start() < end for start, end in lists)
        )

    def lead(self, start: int) -> str:
        """The words that lead up to a place, as many as can bear on it."""
        return self.text[max(0, start - _REACH) : start]

    def around(self, start: int) -> str:
        """The words of the clause that holds a place."""
        begin, end = self.clause(start)
        return self.text[begin:end]

    def has(self, family: w.Family, start: int | None = None) -> bool:
        """Whether a family of words occurs, in the clause of a place or anywhere."""
        return family.occurs_in(self.text if start is None else self.around(start))

    @cached_property
    def names_programme(self) -> bool:
        """Whether the sentence names the programme."""
        return any(name in self.folded for name in self.topic.programme)

    @cached_property
    def names_the_programme(self) -> bool:
        """Whether the sentence speaks of `het programma`, without a name of its own."""
        return _THE_PROGRAMME.search(self.text) is not None

    @cached_property
    def names_another_programme(self) -> bool:
        """Whether the sentence names a programme of which the facts know nothing, and not ours."""
        if self.names_programme or self.names_subject:
            return False
        names = [fold_name(found["name"]) for found in _A_PROGRAMME.finditer(self.text)]
        names += [fold_name(found["name"]) for found in self._named_without_article()]
        if first := _NAMED_FIRST.match(self.text):
            names.append(fold_name(first["name"]))
        known = self.topic.words | FUNCTION_WORDS
        return any(not set(name.split()) <= known for name in names)

    def _named_without_article(self) -> Iterator[re.Match[str]]:
        """`Uit Lezen in de Wijk`: capitals after a preposition that are no person and no place."""
        for found in _NAMED.finditer(self.text):
            start, end = found.span("name")
            if any(p.start < end and start < p.end for one in self.place_lists for p in one.places):
                continue
            is_no_person = found["into"] or _WITHIN_NAME.search(found["name"])
            is_no_person = is_no_person or self._is_like_a_name(found)
            if is_no_person or _TAKES_PART_IN.search(self.text, 0, found.start()):
                yield found

    def _is_like_a_name(self, found: re.Match[str]) -> bool:
        lead = self.text[found.start() : found.start("name")].lower()
        is_source = any(lead.startswith(word) for word in _SOURCES)
        return not is_source and _LIKE_A_NAME.fullmatch(found["name"]) is not None

    @cached_property
    def names_subject(self) -> bool:
        """Whether the sentence names the subject of this dossier."""
        if any(subject in self.folded for subject in self.topic.subject):
            return True
        return any(len(title) > 12 and title in self.folded for _, title in self.topic.titles)

    def is_supposed(self, start: int) -> bool:
        """Whether the sentence wishes, proposes or supposes what stands at a place.

        What is said first stands when only a later half of the sentence wishes something: `elke
        gemeente krijgt een half miljoen, maar de wethouder wil meer`.
        """
        if not self._is_hypothetical:
            return False
        half = next((m.start() for m in self._halves if m.start() > start), len(self.text))
        said = self.text[:half]
        before = [m for m in self._halves if m.start() <= start]
        if before and before[-1]["but"] and _IS_SO.search(self.text, before[-1].end(), half):
            # `Er was negen miljoen nodig, maar er is zeven miljoen.`
            said = self.text[before[-1].end() : half]
        return bool(w.WISH.occurs_in(said) or w.CONDITION.search(self.text))

    @cached_property
    def _is_hypothetical(self) -> bool:
        return bool(w.WISH.occurs_in(self.text) or w.CONDITION.search(self.text))

    @cached_property
    def _halves(self) -> tuple[re.Match[str], ...]:
        return tuple(_HALF_END.finditer(self.text))

    def is_denied(self, start: int) -> bool:
        """Whether the words before a place say that what stands there is not so."""
        is_bound = approximation_before(self.text, start) is not None
        if not is_bound and w.DENIED_BEFORE.search(self.text[max(0, start - 40) : start]):
            return True
        begin, _ = self.clause(start)
        if _LATER.search(self.around(start)):
            return True
        return bool(re.match(r"\s*niet\s", self.text[begin:start], re.IGNORECASE)) and bool(
            re.search(r"(?<!\w)maar(?!\w)", self.text[start:])
        )

    def link(self, start: int) -> float:
        """How surely what stands at a place is said of the dossier's subject: 2 is sure enough."""
        span = self.clause(start)
        if span not in self._links:
            self._links[span] = self._link(*span)
        return self._links[span]

    def _link(self, begin: int, end: int) -> float:
        clause = self.text[begin:end]
        folded = fold_name(clause)
        strength = 0.0
        if any(name in folded for name in (*self.topic.subject, *self.topic.programme)):
            strength += 3
        elif self.names_subject or self.names_programme:
            strength += 2
        elif self.names_shortly or self.names_the_programme:
            strength += 1.5
        foreign = self.foreign(begin, end)
        if w.RECIPIENTS.occurs_in(clause):
            strength += 2
        elif w.RECIPIENTS.occurs_in(self.text):
            strength += 1 if foreign else 2
        if self.before and not foreign:
            strength += self._strength_before()
        if not foreign:
            strength += self.surroundings
        strength += self._place_strength()
        strength += _strength_of_money(clause)
        strength -= 3 if self.names_another_programme else 0
        if w.RECEIVE.occurs_in(self.text):
            strength += 0.5
        is_named = strength >= 3 and any(
            name in folded for name in (*self.topic.subject, *self.topic.programme)
        )
        return strength - (min(foreign, 1.0) if is_named else foreign)

    @cached_property
    def names_shortly(self) -> bool:
        """Whether the sentence has the last word of the subject: `de uitvraag`."""
        said = set(self.folded.split())
        return bool({subject.split()[-1] for subject in self.topic.subject} & said)

    def _strength_before(self) -> float:
        """What the sentence before adds, when this one speaks of nothing else."""
        before = fold_name(self.before)
        if any(name in before for name in (*self.topic.subject, *self.topic.programme)):
            return 2.0
        return 1.5 if w.RECIPIENTS.occurs_in(self.before) else 0.0

    def _place_strength(self) -> float:
        """What it says that municipalities of the dossier are named: more when they receive."""
        ours = [
            p for one in self.place_lists for p in one.places if set(p.names) & self.known_places
        ]
        if not ours:
            return 0.0
        receives = any(
            _RECEIVES_AFTER.match(self.text, p.end) or _TO_BEFORE.search(self.lead(p.start))
            for p in ours
        )
        return 2.0 if receives else 1.0

    def is_in_title(self, figure: Figure) -> bool:
        """Whether a year belongs to the title of a document that the facts know."""
        before = fold_name(self.text[max(0, figure.start - 40) : figure.end])
        tail = " ".join(before.split()[-2:])
        return any(tail in title for _, title in self.topic.titles)

    def foreign_subject(self, start: int) -> bool:
        """Whether the clause of a place has a subject or purpose that is not of this dossier."""
        begin, end = self.clause(start)
        # Who complains, says or thinks `dat …` is not what is told.
        told = self.text.rfind(" dat ", begin, start)
        return self.foreign(max(begin, told), end) >= 2

    def foreign(self, begin: int, end: int) -> float:
        """How much a stretch speaks of other things: its subject and purpose weigh most."""
        key = (begin, end)
        if key not in self._foreign:
            self._foreign[key] = sum(weight for _, weight in self.foreign_words(begin, end))
        return self._foreign[key]

    def foreign_words(self, begin: int, end: int) -> list[tuple[str, float]]:
        """The nouns of a stretch that are not of this dossier, with their weights."""
        tokens = list(_TOKEN.finditer(self.text, begin, end))
        places = [(p.start, p.end) for one in self.place_lists for p in one.places]
        places += [(f.start, f.end) for f in self.figures]
        found = []
        for index, token in enumerate(tokens):
            word = token[0].lower()
            if not self._is_noun(tokens, index) or self._is_of_house(word):
                continue
            if any(s <= token.start() < e for s, e in places):
                continue
            role = self._role(tokens, index)
            if role != "source":
                found.append((word, 2.5 if role in ("subject", "purpose") else 0.5))
        return found

    def _is_of_house(self, word: str) -> bool:
        folded = fold_name(word)
        return all(part in self.topic.words or part in FUNCTION_WORDS for part in folded.split())

    def _is_noun(self, tokens: list[re.Match[str]], index: int) -> bool:
        """Whether a word heads a group: after a determiner or preposition, adjectives passed."""
        word = tokens[index][0].lower()
        if word in FUNCTION_WORDS or word in _PREPOSITIONS or word in _DETERMINERS:
            return False
        if index == 0 and tokens[index].start() == 0:
            return word.endswith(("en", "s")) and not w.RECEIVE.fullmatch(word)
        place = index - 1
        while place >= 0 and self._is_adjective(tokens[place][0].lower()):
            place -= 1
        if place < 0:
            return False
        lead = tokens[place][0].lower()
        if lead not in _DETERMINERS and lead not in _PREPOSITIONS:
            return False
        follows = tokens[index + 1][0].lower() if index + 1 < len(tokens) else ""
        is_adjective = self._is_adjective(word) and follows and follows not in FUNCTION_WORDS
        return not (
            is_adjective and self.text[tokens[index].end() : tokens[index + 1].start()] == " "
        )

    def _is_adjective(self, word: str) -> bool:
        is_ours = word in self.topic.words and word not in _OUR_ADJECTIVES
        return word.endswith("e") and word not in _DETERMINERS and len(word) > 3 and not is_ours

    def _role(self, tokens: list[re.Match[str]], index: int) -> str:
        place = index - 1
        while place >= 0 and (
            self._is_adjective(tokens[place][0].lower()) or tokens[place][0].lower() in _DETERMINERS
        ):
            place -= 1
        if place < 0:
            return "subject"
        lead = tokens[place][0].lower()
        if lead in _SOURCES:
            return "source"
        return "purpose" if lead in _TOWARDS else "other" if lead in _PREPOSITIONS else "subject"


def _strength_of_money(clause: str) -> float:
    """What it says that a clause names our money, that of others, or others who pay."""
    ours = 2.0 if _OUR_MONEY.search(clause) else 0.0
    return ours - (3 if _PAYS.search(clause) else 0) - (3 if _OTHER_MONEY.search(clause) else 0)
