"""Any two trees: what is told of them is all that is different, and nothing else."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from pmg_docs.model.changes import ChangeKind, Comparison
from pmg_docs.model.passage import Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.review import compare
from pmg_docs.review.unlike import compare_unlike
from pmg_docs.review.words import applied, edits_between
from tests.builders.tree import nota
from tests.properties.test_trees import blocks, documents, texts


def rebuilt(comparison: Comparison) -> list[str]:
    """The new texts, made of the old ones and the changes alone."""
    olds = dict(enumerate(comparison.old))
    partner = {j: i for i, j in comparison.pairs}
    edits = {id(change.new): change.edits for change in comparison.changes if change.new}
    added = {id(c.new) for c in comparison.changes if c.kind is ChangeKind.ADDED}
    made = []
    for place, new in enumerate(comparison.new):
        if place in partner:
            made.append(applied(olds[partner[place]].text, edits.get(id(new), ()), new.text))
        else:
            assert id(new) in added
            made.append(new.text)
    return made


def gone(comparison: Comparison) -> list[int]:
    """The places of the old passages that are told to be gone."""
    ids = [id(c.old) for c in comparison.changes if c.kind is ChangeKind.REMOVED]
    return [place for place, old in enumerate(comparison.old) if id(old) in ids]


def assert_whole(old: Sequence[Passage], new: Sequence[Passage]) -> None:
    comparison = compare(old, new)
    paired = [i for i, _ in comparison.pairs]

    assert rebuilt(comparison) == [passage.text for passage in new]
    assert sorted([*paired, *gone(comparison)]) == list(range(len(old)))


@settings(max_examples=60)
@given(documents())
def test_a_tree_is_the_same_as_itself(document):
    passages = passages_of(document)

    assert compare(passages, passages).is_same
    assert compare_unlike(passages, passages).is_same


@settings(max_examples=60)
@given(documents(), documents())
def test_the_changes_made_to_the_old_tree_give_the_new_one(old, new):
    assert_whole(passages_of(old), passages_of(new))


@settings(max_examples=60)
@given(st.lists(blocks, min_size=1, max_size=5), st.data())
def test_blocks_in_another_order_are_told_whole(body, data):
    shuffled = data.draw(st.permutations(body))

    assert_whole(passages_of(nota(*body)), passages_of(nota(*shuffled)))


@settings(max_examples=200)
@given(texts, texts, texts)
def test_the_edits_of_a_text_give_the_other(one: str, other: str, third: str):
    old, new = (" ".join(f"{a} {b}".split()) for a, b in ((one, other), (other, third)))
    edits = edits_between(Passage(old), Passage(new))

    assert applied(old, edits, new) == new
    assert bool(edits) == (old != new)
