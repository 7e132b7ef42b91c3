"""Hold the headings of a letter against the fixed sections of its type."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Block, Heading, Text, plain_text
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType, SectionSpec

_LABEL = re.compile(r"([0-9]+(?:\.[0-9]+)*\.?)\s+(.*)", re.DOTALL)
_SECTION_LEVEL = 2
"""A section of a letter is a heading with `##`; a heading with `###` stands inside one."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A section as the letter has it."""

    spec: SectionSpec
    blocks: tuple[Block, ...]
    where: Place | None


def arrange(
    blocks: tuple[Block, ...],
    doc_type: DocType,
    start: Place,
    standard: Callable[[str], tuple[Block, ...]],
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The body of a document, with the fixed labels of its type and what the letter leaves out.

    Args:
        blocks: the letter's own blocks.
        doc_type: the type, with its sections in order; without sections the letter is free.
        start: where the letter begins, for what is missing.
        standard: makes the standard part that fills a section, by its file name.
    """
    findings = [_too_high(b) for b in blocks if isinstance(b, Heading) and b.level == 1]
    findings.extend(_skipped(blocks))
    if not doc_type.sections:
        return tuple(_freed(block) for block in blocks), tuple(findings)
    written: dict[str, _Written] = {}
    mistyped: set[str] = set()
    for heading, inner in _parts(blocks):
        if heading is None:
            findings.extend(_before_first(inner))
            continue
        spec, problem = _match(heading, doc_type.sections)
        if problem is not None:
            findings.append(problem)
            mistyped.update(_meant(problem, doc_type.sections))
        elif spec is not None and _key(spec) in written:
            findings.append(_double(spec, heading, written[_key(spec)]))
        elif spec is not None:
            findings.extend(_out_of_order(spec, heading, written, doc_type.sections))
            written[_key(spec)] = _Written(spec, inner, heading.where)
    _fill(written, doc_type, standard)
    wanted = [s for s in doc_type.sections if _key(s) not in mistyped]
    findings.extend(_missing(written, wanted, start))
    present = [s for s in doc_type.sections if _key(s) in written]
    body = [b for s in present for b in _printed(s, written[_key(s)], present)]
    return tuple(body), tuple(findings)


def _freed(block: Block) -> Block:
    """A block of a type without fixed sections: a heading keeps the number that is typed."""
    if not isinstance(block, Heading):
        return block
    first = block.children[0] if block.children else None
    found = _LABEL.fullmatch(first.text) if isinstance(first, Text) else None
    if found is None or not isinstance(first, Text):
        return replace(block, level=block.level - 1)
    rest = (Text(found[2], first.where), *block.children[1:])
    return replace(block, level=block.level - 1, label=found[1], children=rest)


def _key(spec: SectionSpec) -> str:
    return f"{spec.label} {spec.title}"


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[Heading | None, tuple[Block, ...]]]:
    heading: Heading | None = None
    inner: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == _SECTION_LEVEL:
            if heading is not None or inner:
                yield heading, tuple(inner)
            heading, inner = block, []
        else:
            inner.append(block)
    if heading is not None or inner:
        yield heading, tuple(inner)


def _match(
    heading: Heading, sections: Sequence[SectionSpec]
) -> tuple[SectionSpec | None, Diagnostic | None]:
    typed = " ".join(plain_text(heading.children).split())
    found = _LABEL.fullmatch(typed)
    label, title = (found[1].rstrip("."), found[2]) if found else ("", typed)
    fits = [s for s in sections if s.title.casefold() == title.casefold()]
    if label:
        fits = [s for s in fits if s.label.rstrip(".") == label]
    if len(fits) == 1:
        return fits[0], None
    if fits:
        labels = " of ".join(f"'## {s.label} {s.title}'" for s in fits)
        return None, Diagnostic(
            "PMG262", f"Er zijn twee onderdelen '{title}'.", heading.where,
            hints=(f"Zet het nummer erbij: {labels}.",),
        )  # fmt: skip
    names = {s.title.casefold(): f"{s.label} {s.title}".strip() for s in sections}
    hints = nearest(title, names)
    if hints and hints[0].startswith("Bedoelt u "):
        close = hints[0].removeprefix("Bedoelt u ").rstrip("?").split(" of ")
        hints = (f"Bedoelt u {' of '.join(names.get(c, c) for c in close)}?",)
    return None, Diagnostic(
        "PMG261", f"Deze soort heeft geen onderdeel '{typed[:60]}'.", heading.where, hints=hints
    )


def _fill(
    written: dict[str, _Written],
    doc_type: DocType,
    standard: Callable[[str], tuple[Block, ...]],
) -> None:
    for spec in doc_type.sections:
        given = written.get(_key(spec))
        is_empty = given is None or not given.blocks
        if spec.standard and is_empty and not _has_inner(spec, written, doc_type.sections):
            where = given.where if given else None
            written[_key(spec)] = _Written(spec, standard(spec.standard), where)


def _missing(
    written: dict[str, _Written], sections: Sequence[SectionSpec], start: Place
) -> Iterator[Diagnostic]:
    for spec in sections:
        name = f"{spec.label} {spec.title}".strip()
        given = written.get(_key(spec))
        is_settled = bool(given.blocks) if given else not spec.is_required
        if is_settled:
            continue
        has_inner = _has_inner(spec, written, sections)
        if given is None and has_inner:
            written[_key(spec)] = _Written(spec, (), None)
        elif given is None:
            yield Diagnostic(
                "PMG263", f"Het verplichte onderdeel '{name}' ontbreekt.", start,
                hints=(f"Voeg een regel '## {name}' toe met de tekst eronder.",),
            )  # fmt: skip
        elif not has_inner:
            yield Diagnostic(
                "PMG264", f"Onder '{name}' staat geen tekst.", given.where or start,
                hints=("Vul het onderdeel, of haal de kop weg als het niet verplicht is.",),
            )  # fmt: skip


def _has_inner(
    spec: SectionSpec, written: Mapping[str, _Written], sections: Sequence[SectionSpec]
) -> bool:
    """Whether the letter has a section that stands inside this one."""
    return any(_key(s) in written and _is_under(s, spec) for s in sections)


def _printed(spec: SectionSpec, given: _Written, present: Sequence[SectionSpec]) -> Iterator[Block]:
    # An outline may not skip a level: without 4, 4.1 stands as high as 3.
    has_parent = any(_is_under(spec, other) for other in present)
    level = spec.depth if has_parent else 1
    yield Heading(level, (Text(spec.title),), spec.label, given.where)
    for block in given.blocks:
        if isinstance(block, Heading):
            yield replace(block, level=level + block.level - _SECTION_LEVEL)
        else:
            yield block


def _is_under(inner: SectionSpec, outer: SectionSpec) -> bool:
    prefix = outer.label.rstrip(".") + "."
    return bool(outer.label) and inner is not outer and inner.label.startswith(prefix)


def _out_of_order(
    spec: SectionSpec,
    heading: Heading,
    written: dict[str, _Written],
    sections: Sequence[SectionSpec],
) -> Iterator[Diagnostic]:
    order = {_key(s): n for n, s in enumerate(sections)}
    later = [w.spec for w in written.values() if order[_key(w.spec)] > order[_key(spec)]]
    if later:
        yield Diagnostic(
            "PMG265",
            f"'{spec.label} {spec.title}' hoort vóór '{later[0].label} {later[0].title}'.",
            heading.where, hints=("De volgorde ligt vast; verplaats dit onderdeel.",),
        )  # fmt: skip


def _double(spec: SectionSpec, heading: Heading, first: _Written) -> Diagnostic:
    line = first.where.line if first.where else "?"
    return Diagnostic(
        "PMG266", f"'{spec.title}' staat er twee keer; de eerste keer op regel {line}.",
        heading.where, hints=("Voeg beide samen.",),
    )  # fmt: skip


def _meant(problem: Diagnostic, sections: Sequence[SectionSpec]) -> Iterator[str]:
    """The sections that a mistyped heading may stand for, and that are therefore not missing."""
    for spec in sections:
        if any(f"{spec.label} {spec.title}".strip() in hint for hint in problem.hints):
            yield _key(spec)


def _skipped(blocks: tuple[Block, ...]) -> Iterator[Diagnostic]:
    """A finding for each heading that stands two levels below the one before it."""
    above = _SECTION_LEVEL
    for heading in (block for block in blocks if isinstance(block, Heading)):
        if heading.level > above + 1:
            yield Diagnostic(
                "PMG270", "Deze kop slaat een niveau over.", heading.where,
                hints=(f"Begin de regel met {'#' * (above + 1)}.",),
            )  # fmt: skip
        above = max(heading.level, _SECTION_LEVEL)


def _too_high(heading: Heading) -> Diagnostic:
    return Diagnostic(
        "PMG267", "Een kop in een brief begint met ## (twee hekjes).", heading.where,
        hints=("De titel komt uit 'onderwerp' bovenaan de brief.",),
    )  # fmt: skip


def _before_first(inner: tuple[Block, ...]) -> Iterator[Diagnostic]:
    first = inner[0]
    yield Diagnostic(
        "PMG268", "Deze tekst staat boven het eerste onderdeel.",
        getattr(first, "where", None),
        hints=("Zet er een kop boven, zoals ## Aanleiding.",),
    )  # fmt: skip
