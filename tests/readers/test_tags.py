"""Which tags of a page are refused, before a parser is asked to take them."""

import pytest

from pmg_docs.readers.html.tags import MOST_ATTRIBUTES, has_monstrous_tag

MANY = MOST_ATTRIBUTES + 1


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{number}" for number in range(MANY)),
        "/".join(f"a{number}" for number in range(MANY)),
        "".join(f'a{number}="x"' for number in range(MANY)),
        "".join(f"a{number}='>'" for number in range(MANY)),
        " ".join(f"a{number}<" for number in range(MANY)),
    ],
    ids=["bare", "slashes", "glued", "quoted", "angles"],
)
def test_a_tag_with_too_many_attributes_is_seen_however_they_are_written(attributes: str):
    assert has_monstrous_tag(f"<p>Eerst</p><div {attributes}>Tekst</div>")


@pytest.mark.parametrize(
    "page",
    [
        f"<img src='data:image/png;base64,{'A' * 5 * MANY}'>",
        f'<p style="{"color: red; " * MANY}">',
        f"<p>{'woord ' * MANY}</p>",
        f"<!-- <b {'woord ' * MANY} --><p>x</p>",
        f"<script>if (a<b) c = [{MANY * '{x: y},'}]</script>",
        f"<STYLE>a<b {'woord ' * MANY}</style>",
        "<p a='x'>" * MANY,
    ],
    ids=["picture", "style", "words", "comment", "script", "sheet", "tags"],
)
def test_other_long_things_in_a_page_are_no_such_tag(page: str):
    assert not has_monstrous_tag(page)
