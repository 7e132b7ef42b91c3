import datetime as dt
from pathlib import Path

import pytest

from pmg_docs.model.value import Contact, Quote, TimedMoment
from tests.builders.facts import fact, refusal

AT = TimedMoment(dt.datetime(2024, 4, 4, 12, 30))  # noqa: DTZ001 - the wall clock of a letter


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("{tijdstip: 2024-04-04 12:30}", AT),
        ("{tijdstip: '2024-04-04 12:30'}", AT),
        ("{contact: {naam: A. Voorbeeld}}", Contact("A. Voorbeeld")),
        (
            "{contact: {naam: A, functie: woordvoerder, telefoon: 070 1, email: a@b.nl}}",
            Contact("A", "woordvoerder", "070 1", "a@b.nl"),
        ),
        (
            "{citaat: {tekst: 'Dit helpt, zegt zij.', spreker: minister Voorbeeld}}",
            Quote("Dit helpt, zegt zij.", "minister Voorbeeld"),
        ),
    ],
)
def test_a_moment_contact_or_quotation_is_read(tmp_path: Path, typed: str, value: object):
    assert fact(tmp_path, typed).value == value


@pytest.mark.parametrize(
    ("typed", "code", "at", "says"),
    [
        ("a: {tijdstip: 2024-04-04}", "PMG127", "2024-04-04", "12:30"),
        ("a: {tijdstip: 2024-04-04 24:00}", "PMG127", "2024-04-04", "bestaat niet"),
        ("a: {tijdstip: 2024-02-30 12:30}", "PMG125", "2024-02-30", "bestaat niet"),
        ("a: {tijdstip: 4 april 2024}", "PMG127", "4 april", "tijdstip"),
        ("a: {contact: {naam: A, email: a.b.nl}}", "PMG128", "a.b.nl", "e-mailadres"),
        ("a: {contact: {naam: A, email: a@b}}", "PMG128", "a@b", "e-mailadres"),
        ("a: {contact: {functie: x}}", "PMG112", "contact", "naam"),
        ("a: {citaat: {tekst: x}}", "PMG112", "citaat", "spreker"),
        ("a: {contact: {naam: A, tel: 070}}", "PMG111", "tel", "telefoon"),
    ],
)
def test_a_mistake_in_one_is_refused_at_its_place(
    tmp_path: Path, typed: str, code: str, at: str, says: str
):
    found, _, column, said = refusal(tmp_path, typed)

    assert (found, column) == (code, 3 + typed.index(at))
    assert says in said
