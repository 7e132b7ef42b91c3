"""A letter that says nothing, with every field of its type filled: to see what prints it."""

from collections.abc import Iterator

from pmg_docs.compose.composing import omissions_of
from pmg_docs.compose.frame import CONCEPT, MARK, on_follow_on
from pmg_docs.model.document import Area, Document, Field, Paragraph, Text
from pmg_docs.specs.doc_type import DocType, FieldSpec
from pmg_docs.specs.style import Style


def specimen(doc_type: DocType, style: Style) -> Document:
    """A document with all that a letter of a type can have around its text.

    No two fields hold the same words, and each has two lines where its type allows that.
    """
    first = tuple(_fields(doc_type, style))
    returning = (f for f in first if f.name == "status" or _returns(doc_type, f.name))
    return Document(
        type=doc_type.name,
        style=style.name,
        title=doc_type.name,
        word=doc_type.word,
        first_page=first,
        follow_on=tuple(on_follow_on(field) for field in returning),
        body=(Paragraph((Text("brieftekst"),)),),
        page_number=style.page_number,
        omissions=omissions_of(doc_type),
        known_fields=tuple(doc_type.fields),
    )


def _fields(doc_type: DocType, style: Style) -> Iterator[Field]:
    yield Field("status", Area.STATUS, ((Text(CONCEPT),),))
    if not style.mark.file:
        yield Field(MARK, Area.MARK, ((Text("beeldmerk_1"),), (Text("beeldmerk_2"),)))
    if doc_type.word:
        yield Field("documentwoord", Area.TITLE, ((Text(doc_type.word),),))
    for name, spec in doc_type.fields.items():
        label = style.labels.get(name, spec.label)
        yield Field(name, spec.area, tuple(_lines(name, spec)), label, spec.is_strong)


def _lines(name: str, spec: FieldSpec) -> Iterator[tuple[Text]]:
    words = [f"{name}_1", f"{name}_2"]
    if spec.on_one_line:
        words = [" ".join(words)]
    yield from ((Text(word),) for word in words)


def _returns(doc_type: DocType, name: str) -> bool:
    return name in doc_type.fields and doc_type.fields[name].on_follow_on
