"""Brackets where words were taken out: `[2-1/2 lines of source text not declassified]`, `[REDACTED]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.phrases.damage import DASH
from onionskin.phrases.exemptions import find_exemptions
from onionskin.record.marks import Exemption, Extent
from onionskin.record.span import Span

UNIT = r"(?P<unit>lines?|words?|paragraphs?|pages?|names?|sentences?|characters?)"
COUNT = r"one-half|an?|one|two|three|four|five|six|seven|eight|nine|ten"
AMOUNT = rf"(?P<less>less\s+than\s+)?(?P<amount>\d+(?:\s?[{DASH}]?\s?\d/\d)?|[lI](?=\s)|\d/\d|[½¼¾]|\d+[½¼¾]|{COUNT})"
MEASURED = re.compile(
    rf"""\[ \s* {AMOUNT} \s+ (?:{UNIT}|(?P<noun>[a-z]+(?:\s[a-z]+)?)) (?:\s+of\s+(?:source\s+)?text)?
         (?:\s+in\s+\d+\s+lines?)?
         (?:\s*\((?P<inner>[^)\]]*)\))?
         \s+ (?:not\s+dec[l1I]assified|deleted|excised|withheld|sanitized|redacted|denied|omitted|censored
                |(?P<out>(?:black|white)(?:e?d)?[ -]?out)) [^\]]{{0,40}} \]""",
    re.VERBOSE | re.IGNORECASE,
)
VERB = (
    r"redacted|black(?:ed)?[ -]?out|excised|deleted|deletion|sanitized|censored|withheld"
    r"|not\s+dec[l1I]assified|white(?:d)?[ -]?out"
)
BARE = re.compile(
    rf"""\[ \s* (?:[A-Za-z]+\s+){{0,3}} (?P<word>{VERB}) (?P<rest>[^\]\n]{{0,40}}) \]
      | [(<] \s* (?P<round>{VERB}) \s* [)>]""",
    re.VERBOSE | re.IGNORECASE,
)
AMOUNT_BEHIND = re.compile(rf"\W*(?:(?:about|approximately|ca?\.)\s+)?{AMOUNT}\s+{UNIT}\b", re.IGNORECASE)
"""`[REDACTED - 2 lines]`."""
OPENING = re.compile(r"[\[(<]")
WORDS = {
    "one-half": 0.5,
    "l": 1,
    "i": 1,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class ExcisionBracket:
    """A bracket. `extent` is what it says of the amount.

    `word` is its verb where that comes first or says how the words were covered ("redacted", "blacked out").
    """

    span: Span
    extent: Extent | None
    word: str | None
    exemptions: tuple[Exemption, ...] = ()


def find_excision_brackets(text: str) -> Iterator[ExcisionBracket]:
    """Every bracket that says that words are gone, in order."""
    measured_to = bare_to = 0
    for at in (opening.start() for opening in OPENING.finditer(text)):
        measured = MEASURED.match(text, at) if at >= measured_to else None
        bare = BARE.match(text, at) if at >= bare_to else None
        measured_to = measured.end() if measured else measured_to
        bare_to = bare.end() if bare else bare_to
        m = measured or bare
        if m is None:
            continue
        if m.re is MEASURED:
            unit = (m["unit"] or m["noun"] or "").lower().rstrip("s")
            most = " at most" if m["less"] else ""
            extent = Extent(_amount(m["amount"]), f"{unit}s{most}")
            yield ExcisionBracket(Span(*m.span()), extent, " ".join(m["out"].lower().split()) if m["out"] else None)
        else:
            codes = tuple(e for code in find_exemptions(m["rest"] or "") for e in code.exemptions)
            word = m["word"] or m["round"]
            behind = AMOUNT_BEHIND.match(m["rest"] or "")
            lost = Extent(_amount(behind["amount"]), f"{behind['unit'].lower().rstrip('s')}s") if behind else None
            yield ExcisionBracket(Span(*m.span()), lost, " ".join(word.lower().split()), codes)


def _amount(printed: str) -> float:
    words = printed.lower().strip()
    if words in WORDS:
        return WORDS[words]
    total = 0.0
    # `21/2` is two and a half, its blank lost: print has no fraction of two figures above the stroke.
    for part in re.findall(r"\d/\d|\d+(?=\d/\d)|\d+|[½¼¾]", words):
        if "/" in part:
            top, bottom = part.split("/")
            total += int(top) / int(bottom) if int(bottom) else 0.0
        else:
            total += FRACTIONS.get(part) or int(part)
    return total
