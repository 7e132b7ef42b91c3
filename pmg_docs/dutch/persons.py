"""Names of people in office, as letters and press texts have them.

A letter names the office, with a capital (Aanwijzing 93 voor de regelgeving, 2017). A press text
names title, surname and policy area, the title in small letters and without initials: `minister
Yeşilgöz-Zegerius van Justitie en Veiligheid` (news item of 4 April 2024 on rijksoverheid.nl).
"""

import re

_OFFICE = re.compile(r"(?P<title>[^\W\d_][\w-]*)(?P<area> (?:van|voor) .+)?")
_PRIME_MINISTER = re.compile(r"minister-president\b.*", re.IGNORECASE)


def write_in_press(name: str, office: str) -> str:
    """Write a person as a press text does.

    `Minister voor Rechtsbescherming` and `F.M. Weerwind` give `minister Weerwind voor
    Rechtsbescherming`. The Prime Minister goes without a ministry: `minister-president Rutte`.

    Raises:
        ValueError: the office is not one word with `van …` or `voor …` after it, or the name
            does not show where the surname begins.
    """
    if _PRIME_MINISTER.fullmatch(office):
        return f"minister-president {write_surname(name)}"
    found = _OFFICE.fullmatch(office)
    if found is None:
        raise ValueError(f"‘{office}’ is geen ambt van de vorm ‘Minister van …’")
    return f"{found['title'].lower()} {write_surname(name)}{found['area'] or ''}"


def write_surname(name: str) -> str:
    """Write a surname without initials: `D.M. van Weel` gives `Van Weel`.

    A prefix that stands first takes a capital (Taaladvies.net: `mevrouw Van den Berg`); a word
    that begins with an apostrophe keeps its small letter (`’t Hart`).

    Raises:
        ValueError: the name has no initials and may begin with a first name.
    """
    words = name.split()
    rest = [*words]
    while len(rest) > 1 and rest[0].endswith("."):
        rest.pop(0)
    begins_with_first_name = len(rest) == len(words) > 1 and rest[0][:1].isupper()
    if not rest or rest[-1].endswith(".") or begins_with_first_name:
        raise ValueError(f"in ‘{name}’ is niet te zien waar de achternaam begint")
    surname = " ".join(rest)
    return surname[0].upper() + surname[1:]
