"""What a type puts around the text of a letter: salutation, greeting, signatures, asides.

Who signs decides whether a letter says *ik* or *wij*, so those words are facts of the signing.
"""

from collections.abc import Callable, Iterator

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.frame import Frame
from pmg_docs.compose.notation import show
from pmg_docs.compose.variables import FactValue
from pmg_docs.dutch.lists import write_list
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Aside,
    Block,
    FactText,
    Heading,
    Paragraph,
    Signature,
    Signatures,
    Text,
)
from pmg_docs.model.place import Origin
from pmg_docs.model.value import Gap, Person, TextValue

MOST_SIGNATORIES = 4
_FORMS = {
    "ik": ("ik", "wij"),
    "mij": ("mij", "ons"),
    "mijn": ("mijn", "onze"),
    "mijn_het": ("mijn", "ons"),
}
"""What one signatory writes, and what more of them write; `mijn_het` stands before a het-woord."""

Voice = FactValue | Callable[[str, str], FactValue]


class Ending:
    """The parts around the text of one document; findings gather in those of its frame."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._signatories = tuple(self._read_signatories()) if frame.doc_type.is_signed else ()

    def around(self, body: tuple[Block, ...]) -> tuple[Block, ...]:
        """The body with what its type puts before and after it."""
        doc_type = self._frame.doc_type
        if doc_type.has_lead:
            body = tuple(_with_lead(body))
        before = (Paragraph((Text(doc_type.salutation),), role="aanhef"),)
        after = (Paragraph((Text(doc_type.greeting),), role="groet"),)
        signed = (Signatures(self._signatories),) if self._signatories else ()
        return (
            *(before if doc_type.salutation else ()),
            *body,
            *(after if doc_type.greeting else ()),
            *signed,
            *self._asides(),
        )

    def voice(self) -> dict[str, Voice]:
        """The words that depend on how many sign: `ik`, `mij`, `mijn`, and `ik_of_wij(…)`."""
        if not self._frame.doc_type.is_signed:
            return {}
        is_one = len(self._signatories) <= 1
        origins = (Origin("brief.ondertekenaars", self._frame.letter.place_of("ondertekenaars")),)

        def words(text: str) -> FactValue:
            return FactValue(TextValue(text), origins)

        def ik_of_wij(one: str, more: str) -> FactValue:
            if not (isinstance(one, str) and isinstance(more, str)):
                raise TemplateFault(
                    "PMG318", "ik_of_wij wil twee stukjes tekst.",
                    "Schrijf: {{ ik_of_wij('stuur ik', 'sturen wij') }}",
                )  # fmt: skip
            return words(one if is_one else more)

        chosen = {name: one if is_one else more for name, (one, more) in _FORMS.items()}
        forms = {name: words(text) for name, text in chosen.items()}
        capitals = {name.capitalize(): words(text.capitalize()) for name, text in chosen.items()}
        return {**forms, **capitals, "ik_of_wij": ik_of_wij}

    def _read_signatories(self) -> Iterator[Signature]:
        frame = self._frame
        lines = frame.letter.head.get("ondertekenaars", ())
        if not 1 <= len(lines) <= MOST_SIGNATORIES:
            frame.findings.append(
                Diagnostic(
                    "PMG233", "Deze brief heeft een tot vier ondertekenaars nodig.",
                    frame.letter.place_of("ondertekenaars"),
                    hints=("Schrijf bovenaan: ondertekenaars: [=minister].",),
                )
            )  # fmt: skip
        behind = {line.text for line in frame.letter.head.get("mede_namens", ())}
        for line in lines:
            head = frame.head_value("ondertekenaars", line)
            if head is None:
                continue
            if line.text in behind:
                frame.findings.append(
                    Diagnostic("PMG234", "Wie mede namens wordt genoemd, tekent niet zelf.",
                               line.where, hints=("Haal een van beide weg.",))
                )  # fmt: skip
            if isinstance(head.value, Person):
                yield _signature(head.value, head.origins)
            elif isinstance(head.value, Gap):
                yield Signature((show(head.value, head.origins, frame.doc_type.notation),), ())
            else:
                frame.findings.append(
                    Diagnostic("PMG233", "Een ondertekenaar is een feit met persoon.", line.where,
                               hints=("Schrijf bijvoorbeeld =minister_jenv.",))
                )  # fmt: skip

    def _asides(self) -> Iterator[Aside]:
        frame = self._frame
        for spec in frame.doc_type.asides:
            lines = [
                (show(head.value, head.origins, frame.doc_type.notation),)
                for key in spec.fields
                for typed in frame.letter.head.get(key, ())
                if (head := frame.head_value(key, typed)) is not None
            ]
            if not lines:
                continue
            heading = (Heading(1, (Text(spec.heading),)),) if spec.heading else ()
            yield Aside(spec.name, (*heading, *(Paragraph(line) for line in lines)))


def on_behalf_of(frame: Frame) -> FactText | None:
    """The offices in whose name the letter is sent as well, as a list."""
    lines = frame.letter.head.get("mede_namens", ())
    heads = [head for line in lines if (head := frame.head_value("mede_namens", line)) is not None]
    if not heads:
        return None
    named = [
        f"de {head.value.office}"
        if isinstance(head.value, Person)
        else show(head.value, head.origins, frame.doc_type.notation).text
        for head in heads
    ]
    return FactText(write_list(named), tuple(origin for head in heads for origin in head.origins))


def _signature(person: Person, origins: tuple[Origin, ...]) -> Signature:
    office = (Text("De "), FactText(person.office, origins, "persoon"), Text(","))
    return Signature(office, (FactText(person.name, origins, "persoon"),))


def _with_lead(body: tuple[Block, ...]) -> Iterator[Block]:
    is_open = True
    for block in body:
        if is_open and isinstance(block, Paragraph):
            yield Paragraph(block.children, block.where, "lead")
            is_open = False
        else:
            yield block
