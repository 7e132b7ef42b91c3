import time

from pmg_docs.checks.drift.alignment import Alignment, align

OLD = ("De zon schijnt op het dak.", "De kat slaapt in de schuur.", "De hond blaft naar de post.")


def aligned(new: tuple[str, ...], old: tuple[str, ...] = OLD) -> Alignment:
    matches = [old.index(text) if text in old else None for text in new]
    return align(matches, len(old), dict(enumerate(old)), new)


def test_the_same_sentences_are_no_difference():
    assert aligned(OLD) == Alignment((), (), (), (), {})


def test_a_sentence_that_changed_is_paired_with_what_it_was():
    found = aligned((OLD[0], "De kat slaapt nu buiten in de schuur.", OLD[2]))

    assert (found.pairs, found.added, found.removed) == (((1, 1),), (), ())


def test_a_sentence_that_says_something_else_altogether_is_removed_and_another_added():
    found = aligned((OLD[0], "Morgen wordt er vergaderd.", "Niemand gaat mee.", OLD[2]))

    assert (found.pairs, found.added, found.removed) == ((), (1, 2), (1,))
    assert found.before == {1: 0, 2: 0}


def test_a_sentence_that_stands_elsewhere_has_moved():
    found = aligned((OLD[1], OLD[2], OLD[0]))

    assert (found.pairs, found.added, found.removed, found.moved) == ((), (), (), ((0, 2),))


def test_of_a_sentence_whose_words_nobody_knows_the_place_tells_what_it_became():
    found = align([0, None, 2], 3, {0: OLD[0], 2: OLD[2]}, [OLD[0], "Iets anders.", OLD[2]])

    assert found.pairs == ((1, 1),)


def test_a_file_of_500_pages_in_which_everything_changed_takes_seconds():
    old = tuple(f"Zin {n} gaat over onderwerp {n % 97} en zegt er iets van." for n in range(12_000))
    new = tuple(f"{text[:-1]} bovendien." for text in old)
    begin = time.process_time()

    found = align([None] * len(new), len(old), dict(enumerate(old)), new)

    assert len(found.pairs) > 11_000
    assert time.process_time() - begin < 20
