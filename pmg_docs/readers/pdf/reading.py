"""The passages of a PDF by anyone: through its tags, or out of the lines that it paints."""

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused
from pmg_docs.model.passage import FileText, Part
from pmg_docs.readers.draft import Draft, passages_of, told_once
from pmg_docs.readers.pdf.furniture import Furniture
from pmg_docs.readers.pdf.hyphens import Hyphens
from pmg_docs.readers.pdf.lines import PaintedLine, lines_of
from pmg_docs.readers.pdf.painted import Pages
from pmg_docs.readers.pdf.paragraphs import Paragraphs
from pmg_docs.readers.pdf.signs import cut_number, with_sign_apart
from pmg_docs.readers.pdf.structure import Tags
from pmg_docs.readers.refusals import too_much

_MOST_PAGES = 5000
_GOOD_TAGS = 0.6
"""How much of the text the tags must lead to at least, to be trusted with its order."""

_UNKNOWN = "\ufffd"
_PROPERTIES = {"/Title": "titel", "/Author": "auteur", "/Subject": "onderwerp"}


def passages_of_file(reader: PdfReader) -> FileText:
    """The passages of a file, with remarks on pages that cannot be read."""
    if len(reader.pages) > _MOST_PAGES:
        raise too_much("pdf-bestand")
    pages = Pages(reader, is_measured=True)
    lines = [
        list(lines_of(pages.stretches[number], number + 1, float(page.mediabox.height)))
        for number, page in enumerate(reader.pages)
    ]
    every = [line for page in lines for line in page]
    hyphens = Hyphens(line.text for line in every)
    drafts = list(_tagged(reader, pages)) or list(_untagged(every))
    for draft in drafts:
        draft.pieces = _joined(draft, hyphens)
    remarks = tuple(_remarks(reader, pages))
    passages = tuple(passages_of(drafts))
    if not any(any(map(str.isalnum, passage.text)) for passage in passages):
        raise _nothing_to_read()
    return FileText(
        "pdf", passages, properties=_properties(reader), pages=len(reader.pages), remarks=remarks
    )


def _tagged(reader: PdfReader, pages: Pages) -> Iterator[Draft]:
    """The drafts by the tags; none when they leave out too much of what is painted."""
    tags = Tags(reader, pages)
    painted = {place: sum(len(s.text) for s in stretches)
               for place, stretches in pages.marked.items()}  # fmt: skip
    unmarked = sum(len(s.text) for page in pages.stretches for s in page
                   if s.mark is None and not s.is_artifact)  # fmt: skip
    reached = sum(count for place, count in painted.items() if place in tags.read_places)
    if not reached or reached < _GOOD_TAGS * (sum(painted.values()) + unmarked):
        return
    for draft in tags.drafts:
        yield with_sign_apart(draft)
    yield from told_once(_artifacts(reader, pages))
    for note in tags.notes:
        number = next((draft.label for draft in note if draft.label), "")
        if not number and note:
            number = cut_number(note[0])
        place = f"{Part.NOTE} {number}".strip()
        for draft in note:
            draft.label, draft.place = "", place
            yield draft


def _artifacts(reader: PdfReader, pages: Pages) -> Iterator[list[Draft]]:
    """What each page repeats, as headers and footers."""
    for number, page in enumerate(reader.pages):
        height = float(page.mediabox.height)
        artifacts = (s for s in pages.stretches[number] if s.is_artifact)
        yield [
            Paragraphs([line]).draft(
                [line], Part.FOOTER if line.bottom < height / 4 else Part.HEADER
            )
            for line in lines_of(artifacts, number + 1, height)
        ]


def _untagged(lines: list[PaintedLine]) -> Iterator[Draft]:
    furniture = Furniture(lines)
    parts = [(line, furniture.part(line)) for line in lines]
    text = [line for line, part in parts if part is None]
    paragraphs = Paragraphs(text)
    notes: list[Draft] = []
    for paragraph in paragraphs.of(text):
        draft = paragraphs.draft(paragraph, Part.BODY)
        if draft.like.part is Part.NOTE:
            notes.append(draft)
        else:
            yield draft
    yield from told_once(
        [paragraphs.draft([line], part)] for line, part in parts if part is not None
    )
    yield from notes


def _joined(draft: Draft, hyphens: Hyphens) -> list[str | int]:
    """The pieces of a draft with its lines behind each other; marks of notes stay in place."""
    pieces: list[str | int] = []
    run: list[str] = []
    for piece in (*draft.pieces, -1):
        if isinstance(piece, str):
            run.append(piece)
            continue
        pieces.append(hyphens.joined("".join(run)))
        run.clear()
        if piece >= 0:
            pieces.append(piece)
    return pieces


def _remarks(reader: PdfReader, pages: Pages) -> Iterator[Diagnostic]:
    pictures, unknown = [], []
    for number, (page, stretches) in enumerate(zip(reader.pages, pages.stretches, strict=True), 1):
        text = "".join(stretch.text for stretch in stretches if not stretch.is_artifact).strip()
        if not text and _has_picture(page):
            pictures.append(number)
        elif text.count(_UNKNOWN) * 3 > len(text):
            unknown.append(number)
    if pictures:
        yield _remark("PMG516", f"{_listed(pictures)} een plaatje: daar is niets te lezen.",
                      "Laat dat deel overtypen of door tekstherkenning (ocr) gaan.")  # fmt: skip
    if unknown:
        yield _remark("PMG518", f"{_listed(unknown)} in een lettertype dat zijn letters niet "
                      "noemt: wat er staat is niet te lezen.",
                      "Vraag het document zelf, of een nieuwe pdf.")  # fmt: skip


def _remark(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, severity=Severity.WAARSCHUWING, hints=(hint,))


def _listed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Bladzijde {numbers[0]} is"
    if len(numbers) > 8:
        return f"Van de bladzijden zijn er {len(numbers)}"
    return f"Bladzijden {', '.join(map(str, numbers[:-1]))} en {numbers[-1]} zijn"


def _has_picture(page: Any) -> bool:
    objects = page.get("/Resources", {}).get("/XObject", {})
    return len(objects) > 0


def _nothing_to_read() -> Refused:
    return Refused(
        Diagnostic(
            "PMG517",
            "In deze pdf is niets te lezen: er staan alleen plaatjes in, zoals van een scanner.",
            hints=("Laat er tekstherkenning (ocr) op los, of vraag het document zelf.",),
        )
    )


def _properties(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    about: Mapping[str, Any] = reader.metadata or {}
    texts = {told: " ".join(str(about.get(name) or "").split())
             for name, told in _PROPERTIES.items()}  # fmt: skip
    return tuple((told, text) for told, text in texts.items() if text)
