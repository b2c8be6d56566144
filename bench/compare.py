"""When a value that was read is the value that stood on the paper: one comparison for each sort of field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

VALUED = frozenset({"found", "doubtful", "inferred", "asserted"})
"""The states of a reading that has a value."""

RECALL_ONLY = frozenset({"through", "other_numbers", "origin"})
"""Fields that are looked for where the truth has them, and never counted as too much."""


@dataclass(frozen=True, slots=True)
class Read:
    """One value as a record has it: `value` is JSON, `as_printed` the reading's own words."""

    value: object
    as_printed: str = ""

    def texts(self) -> tuple[str, ...]:
        """The forms of words it comes in: its name or text, what was printed for it, the words of the whole reading."""
        if isinstance(self.value, Mapping):
            keys = ("name", "number", "text", "as_printed")
            return (*(str(self.value[key]) for key in keys if self.value.get(key)), self.as_printed)
        return (str(self.value), self.as_printed)

    def shown(self) -> str:
        """For a person: what was read."""
        return self.texts()[0]


def folded(text: str) -> str:
    """Case and white space folded, quotes and dashes of one shape, marks at the end left off."""
    plain = text.translate(_SHAPES).casefold()
    return " ".join(plain.split()).strip(" .,;:")


_SHAPES = str.maketrans(
    {"\u2014": "-", "\u2013": "-", "\u2011": "-", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
)


def bag(text: str) -> Counter[str]:
    """The words without case and punctuation, in any order."""
    return Counter(re.findall(r"\w+", text.casefold()))


def same_words(expected: object, read: Read) -> bool:
    """The value itself, folded; or the form of words it was printed in."""
    wanted = folded(str(expected))
    return any(folded(text) == wanted for text in read.texts()[:1]) or folded(read.as_printed) == wanted


def same_person(expected: object, read: Read) -> bool:
    """Surname, and the office where the truth has one; a truth without surname is an office and compares as one."""
    if not isinstance(expected, Mapping):
        return same_office(expected, read)
    value = read.value if isinstance(read.value, Mapping) else {"name": str(read.value)}
    name = re.sub(r",? (jr|sr|ii|iii)\.?$", "", str(value.get("name") or ""), flags=re.IGNORECASE)
    surname = str(value.get("surname") or (name.split() or [""])[-1])
    if folded(surname) != folded(str(expected["surname"])):
        return False
    return "office" not in expected or folded(str(value.get("office") or "")) == folded(str(expected["office"]))


def same_office(expected: object, read: Read) -> bool:
    """The same words in any order: "USUN, New York" is "USUN New York"."""
    wanted = bag(str(expected))
    return any(bag(text) == wanted for text in read.texts() if text)


def same_date(expected: object, read: Read) -> bool:
    """EDTF to the precision of the truth; the zone only where the truth has one."""
    wanted, got = _moment(str(expected)), _moment(str(read.value))
    return all(each == other for each, other in zip(wanted, got, strict=True) if each)


def _moment(edtf: str) -> tuple[str, str, str]:
    """Day, minute and zone of an EDTF string; seconds are not told by clocks of the time."""
    match = re.match(r"(?P<day>[^T]*)(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?", edtf)
    return (match["day"], match["clock"] or "", match["zone"] or "") if match else ("", "", "")


Comparison = Callable[[object, Read], bool]

_WORDS = (
    *("direction", "number", "series", "other_numbers", "precedence", "classification", "captions", "subject", "title"),
    *("salutation", "complimentary_close", "inside_address", "place", "enclosures", "file_number", "case_number"),
    *(
        "typed_by",
        "document_number",
        "executive_order",
        "tags",
        "page_count",
        "repository",
        "items",
        "country",
        "country",
    ),
)
_PERSONS = (
    *("from", "to", "attention", "drafted_by", "classified_by", "approved_by", "signed_by", "cleared_by", "through"),
    *("circulated_to", "copies_to", "participants"),
)

COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        **dict.fromkeys(_WORDS, same_words),
        **dict.fromkeys(_PERSONS, same_person),
        **dict.fromkeys(("info", "pass_to", "origin"), same_office),
        **dict.fromkeys(("date", "received", "drafted_on", "information_date"), same_date),
    }
)
"""The judged fields; a record's other fields are left out of the count."""


def same_subset(expected: Mapping[str, object], entry: Mapping[str, object]) -> bool:
    """An entry of a section (a reference, an act) that has all the keys asked for; `X_contains` looks inside X."""
    return all(_same_key(key, wanted, entry) for key, wanted in expected.items() if key != "damaged")


def _same_key(key: str, wanted: object, entry: Mapping[str, object]) -> bool:
    if key.endswith("_contains"):
        return folded(str(wanted)) in folded(str(entry.get(key.removesuffix("_contains")) or ""))
    got = entry.get(key)
    if isinstance(wanted, Mapping):
        return got is not None and same_person(wanted, Read(got))
    if key == "date":
        return got is not None and same_date(wanted, Read(got))
    return got is not None and same_alternative(wanted, got)


def same_alternative(wanted: object, got: object) -> bool:
    """Words alike, or like one of the truth's alternatives: `review|declassification`."""
    return folded(str(got)) in [folded(each) for each in str(wanted).split("|")]
