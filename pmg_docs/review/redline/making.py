"""From two versions to one Word file with tracked changes, or the reason why there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused
from pmg_docs.review.redline.engines import ENGINES, Absent, Engine, Unable
from pmg_docs.review.redline.finishing import count_marks, finish, has_framed_marks
from pmg_docs.review.redline.lists import label_lists
from pmg_docs.review.redline.package import Package, read_package, write_package
from pmg_docs.review.redline.preparing import Pair, has_comments, prepare
from pmg_docs.review.redline.proving import resolved, shortcomings
from pmg_docs.review.redline.resolving import Side, is_tracked
from pmg_docs.review.redline.word import Unreadable

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_INSTALL = 'Installeer wat een redline maakt: pip install "pmg-docs[redline]"'
_TEXT_DIFF = "Het verschil in tekst klopt wel: laat --format docx weg."


class Tracked(StrEnum):
    """What to take of a version that has tracked changes in it already."""

    ACCEPTED = "aanvaard"
    REJECTED = "verworpen"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one engine: the reasons why its redline is not handed over, or none."""

    engine: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redline:
    """A proven redline.

    `changes` is how many marks a reader meets; 0 when the two versions say the same. `attempts`
    are the engines that were tried, the one that made it last. `remarks` are what an officer must
    know of it.
    """

    data: bytes
    changes: int
    attempts: tuple[Attempt, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no redline, for an officer and, in `attempts`, for who looks after pmg."""

    findings: tuple[Diagnostic, ...]
    attempts: tuple[Attempt, ...] = ()


def redline(
    old: bytes, new: bytes, author: str, moment: str,
    tracked: Tracked = Tracked.ACCEPTED, engines: Mapping[str, Engine] = ENGINES,
) -> Redline | Refusal:  # fmt: skip
    """Write the changes between two Word files as tracked changes in one, and prove it.

    Args:
        old: the version that was seen.
        new: the version that replaces it.
        author: who made the changes, as Word shows it.
        moment: when, in UTC: `2026-01-15T00:00:00Z`.
        tracked: what to take of a version that has tracked changes itself.
        engines: the engines to try, by name, in order.

    Returns:
        The redline, or findings: PMG486 nothing installed that can make one; PMG487 none of the
        engines made one that is right; PMG489 a version that is no Word file or that holds marks
        which are not known here; PMG492 no name or no moment.
    """
    if not author.strip() or not author.isprintable() or not _MOMENT.fullmatch(moment):
        return Refusal((_unsigned(author, moment),))
    remarks: list[Diagnostic] = []
    versions: list[Package] = []
    for data, name in ((old, "oude"), (new, "nieuwe")):
        try:
            package = read_package(data)
            remarks += _remarks_on(package, name, tracked)
            versions.append(_settled(package, tracked))
        except Unreadable as problem:
            return Refusal((_no_word_file(name, problem),))
    pair = prepare(*versions)
    wanted = _Wanted(write_package(versions[0]), write_package(versions[1]), author, moment)
    if pair.looks_differ:
        remarks.append(_other_look())
    return _tried(pair, wanted, engines, remarks)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a redline must be: these two versions, signed like this."""

    old: bytes
    new: bytes
    author: str
    moment: str


def _tried(
    pair: Pair, wanted: _Wanted, engines: Mapping[str, Engine], remarks: list[Diagnostic]
) -> Redline | Refusal:
    same = write_package(pair.new)
    if not shortcomings(same, wanted.old, wanted.new):
        return Redline(same, 0, remarks=(*remarks, _no_difference()))
    old, new = (write_package(label_lists(version)) for version in (pair.old, pair.new))
    attempts: list[Attempt] = []
    absent = 0
    for name, engine in engines.items():
        try:
            made = read_package(engine(old, new, wanted.author, wanted.moment))
            done, reasons = _proven(made, pair, wanted)
        except Absent:
            absent += 1
            continue
        except (Unable, Unreadable) as problem:
            attempts.append(Attempt(name, (str(problem),)))
            continue
        attempts.append(Attempt(name, reasons))
        if not reasons:
            remarks += [_beside_the_text()] if has_framed_marks(done) else []
            data = write_package(done)
            return Redline(data, count_marks(done), tuple(attempts), tuple(remarks))
    finding = _nothing_installed() if absent == len(engines) else _none_right()
    return Refusal((finding,), tuple(attempts))


def _proven(made: Package, pair: Pair, wanted: _Wanted) -> tuple[Package, tuple[str, ...]]:
    """The redline and its shortcomings; mended only when it has any, for that takes time."""
    done = finish(made, pair, wanted.author, wanted.moment, mend=False)
    reasons = shortcomings(write_package(done), wanted.old, wanted.new)
    if reasons:
        done = finish(made, pair, wanted.author, wanted.moment, mend=True)
        reasons = shortcomings(write_package(done), wanted.old, wanted.new)
    return done, reasons


def settled(data: bytes, tracked: Tracked) -> bytes:
    """A Word file with its tracked changes accepted or rejected, and no longer tracked.

    Raises:
        Refused: PMG489, it is no Word file, or it holds marks that are not known here.
    """
    try:
        return write_package(_settled(read_package(data), tracked))
    except Unreadable as problem:
        raise Refused(_no_word_file("gegeven", problem)) from problem


def _settled(package: Package, tracked: Tracked) -> Package:
    return resolved(package, Side.NEW if tracked is Tracked.ACCEPTED else Side.OLD)


def _remarks_on(package: Package, name: str, tracked: Tracked) -> list[Diagnostic]:
    found = []
    if any(is_tracked(package.root(part)) for part in package.stories):
        found.append(
            Diagnostic(
                "PMG488",
                f"In de {name} versie stonden al bijgehouden wijzigingen. Ze tellen hier als "
                f"{tracked}.",
                severity=Severity.WAARSCHUWING,
                hints=("Anders: zet --tracked accept of --tracked reject erbij.",),
            )
        )
    if has_comments(package):
        found.append(
            Diagnostic(
                "PMG491",
                f"De opmerkingen in de {name} versie staan niet in de redline.",
                severity=Severity.WAARSCHUWING,
                hints=("Lees ze in die versie zelf.",),
            )
        )
    return found


def _no_word_file(name: str, problem: Unreadable) -> Diagnostic:
    return Diagnostic(
        "PMG489",
        f"Van de {name} versie kan geen redline worden gemaakt: {problem}.",
        hints=("Open het in Word en sla het opnieuw op als Word-document (.docx).",),
    )


def _unsigned(author: str, moment: str) -> Diagnostic:
    what = f"'{moment}' is geen moment" if author.strip() else "er is geen naam"
    return Diagnostic(
        "PMG492",
        f"Een redline zegt wie wat wanneer veranderde, en {what}.",
        hints=("Geef een naam op één regel.",),
    )


def _nothing_installed() -> Diagnostic:
    return Diagnostic(
        "PMG486", "Er is niets geïnstalleerd dat een redline kan maken.", hints=(_INSTALL,)
    )


def _none_right() -> Diagnostic:
    return Diagnostic(
        "PMG487",
        "Er is geen redline gemaakt: van deze twee versies kwam geen Word-bestand dat precies "
        "klopt.",
        hints=(_TEXT_DIFF,),
    )


def _no_difference() -> Diagnostic:
    return Diagnostic(
        "PMG490",
        "De twee versies zeggen hetzelfde; er is niets bij te houden.",
        severity=Severity.WAARSCHUWING,
        hints=("Kijk of dit de versies zijn die u bedoelt.",),
    )


def _beside_the_text() -> Diagnostic:
    return Diagnostic(
        "PMG494",
        "Wat in een kader naast of boven de brief staat, zoals datum en kenmerk, is ook veranderd.",
        severity=Severity.WAARSCHUWING,
        hints=("Bekijk dat in Word: LibreOffice toont daar oud en nieuw aan elkaar, ongemerkt.",),
    )


def _other_look() -> Diagnostic:
    return Diagnostic(
        "PMG493",
        "Ook de opmaak verschilt. Word kan dat niet bijhouden: de redline heeft de opmaak van de "
        "nieuwe versie.",
        severity=Severity.WAARSCHUWING,
        hints=("Wat de oude opmaak was, ziet u in de oude versie.",),
    )
