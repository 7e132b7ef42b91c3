import pytest

from pmg_docs.inputs.located import parse
from pmg_docs.inputs.shape import Plain
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place


def refused(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(Refused) as caught:
        parse("f.yaml", text)
    return [
        (f.code, f.where.line, f.where.column) for f in caught.value.findings if f.where is not None
    ]


def test_every_value_and_key_has_its_place():
    located = parse("f.yaml", "a: 1\nb:\n  - x\n  - {c: y}\n")

    assert located.place(("b", 1, "c")) == Place("f.yaml", 4, 9)
    assert located.key_place(("b", 1, "c")) == Place("f.yaml", 4, 6)


@pytest.mark.parametrize("typed", ["0530023", "no", "12:30", "2024-13-01", "1e6", "1_000", "0x1F"])
def test_an_unquoted_scalar_stays_text_as_typed(typed: str):
    data = parse("f.yaml", f"a: {typed}\n").data

    assert isinstance(data, dict)
    assert data["a"] == Plain(typed)
    assert isinstance(data["a"], Plain)


def test_a_quoted_scalar_is_known_to_be_quoted():
    data = parse("f.yaml", "a: '12'\n").data

    assert isinstance(data, dict)
    assert not isinstance(data["a"], Plain)


def test_a_duplicate_key_names_the_line_of_the_first():
    with pytest.raises(Refused) as caught:
        parse("f.yaml", "a: 1\nb: 2\na: 3\n")

    [finding] = caught.value.findings
    assert finding.where == Place("f.yaml", 3, 1)
    assert "regel 1" in finding.message


def test_all_duplicate_keys_are_named_at_once():
    assert refused("a: 1\na: 2\nb: 1\nb: 2\n") == [("PMG110", 2, 1), ("PMG110", 4, 1)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: 's-Hertogenbosch\nb: 1\n", ("PMG107", 1, 4)),
        ("a: 1\n\tb: 2\n", ("PMG107", 2, 1)),
        ("a:\tb\n\tc: 1", ("PMG107", 2, 1)),
        ("a: *x\n", ("PMG107", 1, 4)),
        ("a: &x 1\nb: *x\n", ("PMG108", 2, 4)),
        ("a: !!python/object/apply:os.system [ls]\n", ("PMG108", 1, 4)),
        ("a: [1, 2\nb: 3\n", ("PMG107", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("PMG107", 2, 1)),
        ('a: "\\u0007"\n', ("PMG106", 1, 4)),
        ('a: "\\uE000"\n', ("PMG106", 1, 4)),
    ],
)
def test_what_yaml_may_do_and_we_may_not_is_refused_at_its_place(
    text: str, where: tuple[str, int, int]
):
    assert refused(text) == [where]


def test_a_billion_laughs_stay_unexpanded():
    layers = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))

    assert {code for code, _, _ in refused(f"a0: &a0 [x]\n{layers}\n")} == {"PMG108"}


def test_deep_nesting_is_refused():
    assert refused("a: " + "[" * 40 + "]" * 40)[0][0] == "PMG109"


def test_a_mistake_at_the_very_end_of_a_text_has_a_place():
    assert refused("a: b\nlosse woorden") != []


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000])
def test_nesting_without_end_is_refused_before_it_overflows(text: str):
    assert [code for code, _, _ in refused(text)] == ["PMG109"]
