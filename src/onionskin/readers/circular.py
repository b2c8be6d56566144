"""Circular telegrams: one text to many posts, counted in a series of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.labels import find_labels
from onionskin.phrases.own_numbers import own_numbers
from onionskin.readers.contract import ReadResult
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import lines_above_text

HEAD_LINES = 40
EVERYWHERE = re.compile(
    r"\b(?:ALL|CERTAIN)\s+(?:[A-Za-z]+\s+){0,3}?(?:DIPLOMATIC|CONSULAR|AMERICAN|LATIN)\b.{0,40}\b(?:POSTS|MISSIONS|OFFICERS|OFFICES)\b",
    re.IGNORECASE,
)
"""`ALL AMERICAN DIPLOMATIC AND CONSULAR POSTS`, `certain diplomatic missions`."""
ADDRESSED = re.compile(r"\W*(?:ACTION|TO|SENT TO|INFO)?\W*")
COLLECTIVE = re.compile(
    r"(?:TO|ACTION|SENT TO)?\W*(?:AMEMBASSIES|ALL POSTS)?\W*\bCIRCULAR\b\W*\d{0,5}\W*", re.IGNORECASE
)
"""`CIRCULAR 990`, `ACTION: CIRCULAR 1115`."""


class CircularReader:
    """Sees whether a telegram is a circular; what its form says is read as of any other."""

    name = "circular"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """The form alone."""
        head = lines_above_text(text.masked(taken), HEAD_LINES)
        said = [(line.index, reason) for line in head if (reason := _circular(line))]
        cited = {label.line for label in find_labels(head) if label.key in ("reference", "subject")} if said else set()
        reason = next((reason for index, reason in said if index not in cited), None)
        return ReadResult(form=("circular", reason)) if reason else ReadResult()


def _circular(line: Line) -> str | None:
    own = next((number for number in own_numbers(line.text) if number.circular), None)
    words = " ".join(line.text.split())
    for cell in re.split(r"\s{3,}", line.text.strip()):
        if own or COLLECTIVE.fullmatch(cell):
            return f"the number of a circular: {words!r}"
    if (m := EVERYWHERE.search(line.text)) and ADDRESSED.fullmatch(line.text[: m.start()]):
        return f"it is addressed to many posts at once: {words!r}"
    return None
