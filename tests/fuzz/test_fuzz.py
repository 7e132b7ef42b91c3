from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import questions
from tests.fuzz.kinds import FACTS, LETTERS, SHELL, TEXT_FILE, mangled_bytes, mangled_shells

FEW = settings(
    max_examples=60, derandomize=True, database=None, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@FEW
@given(mangled_bytes(FACTS))
def test_any_yaml_is_read_or_refused(data: bytes):
    questions.yaml_is_read_or_refused(data)


@FEW
@given(mangled_bytes(FACTS[:1]))
def test_any_facts_are_read_or_refused(data: bytes):
    questions.facts_are_read_or_refused(data)


@FEW
@given(mangled_bytes(LETTERS))
def test_any_letter_is_read_or_refused(data: bytes):
    questions.a_letter_is_read_or_refused(data)


@FEW
@given(mangled_shells())
def test_any_shell_is_opened_or_refused(data: bytes):
    questions.a_shell_is_opened_or_refused(data)


@FEW
@given(st.sampled_from(["docx", "odt", "pdf", "html", "md", "txt"]), st.one_of(
    st.binary(max_size=300), mangled_shells(), mangled_shells(TEXT_FILE), mangled_bytes(LETTERS),
))  # fmt: skip
def test_any_file_is_read_back_or_refused(name: str, data: bytes):
    questions.a_file_is_read_back_or_refused(name, data)


def test_the_shell_that_is_mangled_is_sound_itself():
    questions.a_shell_is_opened_or_refused(SHELL)
