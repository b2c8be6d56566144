"""Executive Orders and their sections, as stamps cite them: `E.O. 12356, SEC. 3.4(b)`, `EO 12958, as amended`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.record.span import Span

SECTION = r"\d{1,2}\s?(?:[.,-]\s?\d{1,3})?(?:\s?\(\s?[A-Za-z0-9]{1,3}\s?\))*"
ORDER = re.compile(
    rf"""
    (?<![A-Za-z]) (?: E \.? \s? [O0] \.? | Executive \s Order ) \s* (?: No\.? \s* )? (?P<number> 1[0-9]{{4}} )
    (?P<amended> ,? \s* \(? as \s+ amended \)? )?
    (?: [,.;:]? \s* \(? (?P<section> (?: Sec(?:tion|t|s)?s? [.,:]? | § ) \s* {SECTION}
        (?: \s* (?: and | or | & | , ) \s* (?: {SECTION} | \( \w \) ) )* ) \)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
ORDERS = frozenset({"10290", "10501", "10964", "11652", "12065", "12356", "12958", "13292", "13526"})


@dataclass(frozen=True, slots=True)
class CitedOrder:
    """An order on security classification. `instrument` is its normal form: "EO 12356, Sec. 3.4(b)"."""

    span: Span
    number: str
    section: str | None
    instrument: str


def find_orders(text: str) -> Iterator[CitedOrder]:
    """Every citation of one of the nine orders on classification, from 10290 (1951) to 13526 (2009)."""
    for m in ORDER.finditer(text):
        if m["number"] not in ORDERS:
            continue
        section = re.sub(r"(?i)^\W*(?:sec(?:tion|t|s)?s?[.,:]?|§)\s*", "", m["section"]) if m["section"] else None
        section = re.sub(r"(?<=[\d)])\s(?=\()|(?<=\()\s|\s(?=\))", "", " ".join(section.split())) if section else None
        instrument = f"EO {m['number']}{', as amended' if m['amended'] else ''}{f', Sec. {section}' if section else ''}"
        yield CitedOrder(Span(*m.span()), m["number"], section, instrument)
