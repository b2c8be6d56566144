"""When what a reader gives is what the annotated lists say: the one normalisation of all four lists.

Fixed before there was a reader to be judged; `README.md` says the same in words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

Value = str | int | Sequence[str] | None

DASHES = re.compile("[\u2010-\u2015\u2212]")
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
ARTICLES = re.compile(r"\b(?:a|an|the)\b", re.IGNORECASE)
OFFICE = re.compile(r"\s*\((?=[^()]*[A-Z]{2}|[^()]*/)[^()a-z]*\)")
FOR_WHOM = re.compile(r"\s+for\s+.*", re.DOTALL)
TITLE_WORDS = """
    the acting deputy assistant under secretary president vice-president vice ambassador minister prime premier chairman
    general major lieutenant colonel captain admiral commander governor senator director attorney of state defense
    mr. mrs. miss dr. mr mrs dr
"""
TITLES = frozenset(TITLE_WORDS.split())
CLOCK = re.compile(
    r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?\s?m\.?|\b(\d{2}):?(\d{2})(?:Z|$)|\b(noon|midnight)\b", re.IGNORECASE
)
DATE = re.compile(r"[\dXu]{4}(?:-[\dXu]{2}(?:-[\dXu]{2})?)?")
ADDRESSED = frozenset({"sent_to", "repeated_to"})
PERSONS = frozenset({"drafted_by", "cleared_by", "approved_by"})
PARTIES = frozenset({"from", "to", "info"})


def folded(text: str) -> str:
    """Letters and digits as they sound to a reader: no case, no spaces, one dash, one quote, no outer stops."""
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text)).translate(QUOTES).casefold()
    return re.sub(r"\s+", "", plain).strip(".,;:\"'")


def clock(text: str) -> str | None:
    """Hours and minutes of the first clock time: `21:13` for `9:13 p.m.`, `2113Z` and an EDTF time."""
    if DATE.match(text) and "T" in text:
        return text.split("T", 1)[1][:5]
    found = CLOCK.search(text)
    if found is None:
        return None
    hour, minute, half, hours, minutes, word = found.groups()
    if word:
        return "12:00" if word.casefold() == "noon" else "00:00"
    if hours:
        return f"{hours}:{minutes}"
    return f"{int(hour) % 12 + 12 * (half.casefold() == 'p'):02}:{minute or '00'}"


def same_text(true: str, read: str) -> bool:
    """Alike but for case, spaces, kinds of dash and quote, and outer stops."""
    return folded(true) == folded(read)


def same_kind(true: str, read: str) -> bool:
    """Alike also but for articles and hyphens: `memorandum-of-conversation`, `Memorandum of a Conversation`."""
    true, read = (re.sub(r"[\W_]+", "", ARTICLES.sub("", re.sub(r"[-_]", " ", each))) for each in (true, read))
    return folded(true) == folded(read)


def same_person(true: str, read: str) -> bool:
    """Alike without the titles before the name and the office after it; given names and initials count."""
    bare = OFFICE.sub("", read)
    if folded(true) == folded(bare):
        return True
    words = bare.split()
    while words and words[0].casefold() in TITLES:
        words = words[1:]
        if folded(true) == folded(" ".join(words)):
            return True
    return False


def same_addressee(true: str, read: str) -> bool:
    """Alike without a leading article and without the person for whom a post gets it."""
    true, read = (re.sub(r"^the\s+", "", FOR_WHOM.sub("", each), flags=re.IGNORECASE) for each in (true, read))
    return folded(true) == folded(read)


def same_party(true: str, read: str) -> bool:
    """Alike without a leading article and without an office symbol in parentheses."""
    true, read = (re.sub(r"^the\s+", "", OFFICE.sub("", each), flags=re.IGNORECASE) for each in (true, read))
    return folded(true) == folded(read)


def same_day(true: str, read: str) -> bool:
    """The same days; a year that the head does not print may have been filled in from its chapter."""
    true_days, read_days = DATE.findall(true), DATE.findall(read)
    return len(true_days) == len(read_days) and all(
        len(a) == len(b) and all(x in (y, "X") for x, y in zip(a, b, strict=True))
        for a, b in zip(true_days, read_days, strict=True)
    )


def same_time(true: str, read: str) -> bool:
    """The same clock time, whether printed or reckoned."""
    return same_text(true, read) or (clock(true) is not None and clock(true) == clock(read))


RULES: dict[str, Callable[[str, str], bool]] = {
    "kind": same_kind,
    "classification": same_kind,
    "date": same_day,
    "time": same_time,
    "received": same_time,
    **dict.fromkeys(PERSONS, same_person),
    **dict.fromkeys(ADDRESSED, same_addressee),
    **dict.fromkeys(PARTIES, same_party),
}


def listed(value: Value) -> list[str]:
    """A field's values, one or many; an absent field has none."""
    if value is None or value == "":
        return []
    return [str(value)] if isinstance(value, str | int) else [str(each) for each in value]


def tally(field: str, true: Value, read: Value) -> tuple[int, int, int]:
    """How many values of a field were found, how many were found that are not there, and how many were missed."""
    same = RULES.get(field, same_text)
    left = listed(read)
    found = 0
    for wanted in listed(true):
        hit = next((each for each in left if same(wanted, each)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    return found, len(left), len(listed(true)) - found
