"""Two files of any kind that can be read, or one file and what it was at a revision."""

from collections.abc import Iterator
from pathlib import Path

from pmg_docs.app.diff.members import changed_members
from pmg_docs.app.diff.sides import Letter, Outcome, Pair
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.dutch.lists import write_list
from pmg_docs.model.changes import Comparison, Differences, InputChanges, LookChange
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused, Unreachable
from pmg_docs.readers import read_text
from pmg_docs.review import compare
from pmg_docs.review.likeness import Profile, likeness, together
from pmg_docs.review.resolving import authors, rejected
from pmg_docs.review.telling import Compared, tell
from pmg_docs.review.unlike import compare_unlike
from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.git import LAST_COMMIT, Repository

_NO_STRUCTURE = frozenset({"pdf", "txt"})
_HARDLY = 0.3


def diff_files(old: Path, new: Path, tracked: Tracked = Tracked.ACCEPT) -> Outcome:
    """Compare two files.

    Args:
        old: the old file.
        new: the new one; it may be of another kind.
        tracked: whether changes that were tracked in them count as made.

    Raises:
        Unreachable: a file cannot be opened, or is no document that can be read.
    """
    before = letter_of(bytes_of(old), str(old), tracked)
    after = letter_of(bytes_of(new), str(new), tracked)
    return _outcome(Pair(new.name, before, after), (str(old), str(new)), tracked)


def diff_file(file: Path, since: str, until: str, tracked: Tracked = Tracked.ACCEPT) -> Outcome:
    """Compare a file with what it was.

    Args:
        file: the file, in a git repository.
        since: the revision to compare with; empty is the last commit.
        until: the revision to compare, or empty for the file as it is.
        tracked: whether changes that were tracked in it count as made.

    Raises:
        NotFound: a revision does not exist.
        Unreachable: git cannot give the file, or it is no document that can be read.
    """
    place = file.absolute()
    repository = Repository.around(place.parent)
    first, last = since or LAST_COMMIT, until
    old = _at(repository, first, place.name)
    new = _at(repository, last, place.name) if last else bytes_of(place)
    before, after = letter_of(old, file.name, tracked), letter_of(new, file.name, tracked)
    called = f"{file.name} in {first}", f"{file.name} in {last}" if last else file.name
    return _outcome(Pair(file.name, before, after), called, tracked)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        Unreachable: it cannot be opened.
    """
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Unreachable(
            Diagnostic("PMG194", f"{path.name} is niet te openen ({cause(problem)}).",
                       hints=("Kijk of het bestand er staat en of u het mag lezen.",))
        ) from problem  # fmt: skip


def letter_of(data: bytes, name: str, tracked: Tracked) -> Letter:
    """A file as one side of a comparison.

    Raises:
        Unreachable: it is no document that can be read.
    """
    try:
        read = read_text(data, name)
    except Refused as refused:
        raise Unreachable(refused.findings) from refused
    passages = read.passages if tracked is Tracked.ACCEPT else rejected(read.passages)
    return Letter(name, tuple(p for p in passages if p.text), data=data, read=read)


def compare_letters(old: Letter, new: Letter) -> Comparison:
    """Compare two files, by what their kinds have in common."""
    kinds = {letter.read.format for letter in (old, new) if letter.read}
    is_alike = len(kinds) == 1 and not kinds & _NO_STRUCTURE
    return (compare if is_alike else compare_unlike)(old.passages, new.passages)


def look_changes_of(pair: Pair, comparison: Comparison) -> Iterator[str]:
    """What is different in two files beside their words."""
    old, new = pair.old, pair.new
    if old.read is None or new.read is None or old.data == new.data:
        return
    if old.read.format != new.read.format:
        return
    before, after = dict(old.read.properties), dict(new.read.properties)
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key, "leeg"), after.get(key, "leeg")
        if one != other:
            yield f"eigenschap {key}: {one} → {other}"
    members = tuple(changed_members(old.data, new.data, new.read.format))
    yield from members
    if comparison.is_same and not members and before == after:
        yield "opmaak: de bestanden zijn niet gelijk, de woorden wel"


def remarks_of(pair: Pair, tracked: Tracked) -> Iterator[Diagnostic]:
    """What must be told of two files to judge their comparison."""
    for letter in (pair.old, pair.new):
        yield from letter.read.remarks if letter.read else ()
        yield from _tracked(letter, tracked)
    profiles = [together([Profile.of(p) for p in one.passages]) for one in (pair.old, pair.new)]
    if all(one.size for one in profiles) and likeness(*profiles) < _HARDLY:
        yield Diagnostic(
            "PMG482",
            f"{pair.old.name} en {pair.new.name} hebben nauwelijks woorden gemeen.",
            severity=Severity.WAARSCHUWING,
            hints=("Kijk of dit de twee goede bestanden zijn.",),
        )


def _outcome(pair: Pair, called: tuple[str, str], tracked: Tracked) -> Outcome:
    comparison = compare_letters(pair.old, pair.new)
    looks = look_changes_of(pair, comparison)
    told = Differences(
        *called,
        chapters=tell([Compared(pair.name, comparison, InputChanges(""))]),
        looks=tuple(LookChange(what, (pair.name,)) for what in looks),
        findings=tuple(remarks_of(pair, tracked)),
        compared=1,
    )
    return Outcome(told, (pair,))


def _tracked(letter: Letter, tracked: Tracked) -> Iterator[Diagnostic]:
    passages = letter.read.passages if letter.read else ()
    count = sum(len(passage.revisions) for passage in passages)
    if not count:
        return
    names = authors(passages)
    by = f" van {write_list(names)}" if names else ""
    what = "bijgehouden wijziging" if count == 1 else "bijgehouden wijzigingen"
    is_accepted = tracked is Tracked.ACCEPT
    yield Diagnostic(
        "PMG481",
        f"{letter.name} bevat {count} {what}{by}; gelezen alsof "
        f"{'die is' if count == 1 else 'zij zijn'} {'aanvaard' if is_accepted else 'geweigerd'}.",
        severity=Severity.WAARSCHUWING,
        hints=(f"Andersom kan met: --tracked {'reject' if is_accepted else 'accept'}",),
    )


def _at(repository: Repository, revision: str, name: str) -> bytes:
    commit = repository.commit_of(revision)
    blobs = [blob for blob in repository.files(commit, [name]) if blob.path == name]
    if not blobs:
        raise Unreachable(
            Diagnostic("PMG195", f"{name} staat niet in de versie {revision}.",
                       hints=(f"Kijk in welke versies het staat met: git log -- {name}",))
        )  # fmt: skip
    return repository.contents(blobs)[name]
