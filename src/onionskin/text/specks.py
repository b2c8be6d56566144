"""Specks and single letters of a damaged line set right, each in its own place: no character comes or goes.

`TO:  FE = Hr, 'Merchant` is read as `TO:  FE - Mr.  Merchant`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onionskin.lexicon import entries
from onionskin.text.form_words import REMEMBERED, apart

ALONE = re.compile(r"(?<!\S)[.'`^,](?!\S)")
"""A speck that stands by itself. Several on a line are leaders."""
BEFORE_A_WORD = re.compile(r"(?<!\S)['`^.,](?=[A-Za-z]{2})")
STROKE = re.compile(r"(?<= )=(?= )")
"""A dash that was read double."""
MISTER = re.compile(r"(?<![A-Za-z0-9])(?P<letter>[A-Z]r|Mr)(?P<stop>[.,;:]) {0,2}(?=[A-Z][a-z])")
SHORT_LABEL = re.compile(r"(?P<before>\s*(?:[A-Z]{1,5}\s{3,})?)(?P<label>[A-Z0-9]{2})(?=[:;]\s)")
CLOSE = 0.5


@lru_cache(maxsize=REMEMBERED)
def swept(line: str) -> str:
    """The line, as long as it is, without what dirt put there."""
    if len(ALONE.findall(line)) == 1:
        line = ALONE.sub(" ", line)
    if line.count("'") < 2:
        line = BEFORE_A_WORD.sub(" ", line)
    line = STROKE.sub("-", line)
    line = MISTER.sub(_mister, line)
    return SHORT_LABEL.sub(_label, line, count=1) if SHORT_LABEL.match(line) else line


def _mister(m: re.Match[str]) -> str:
    alike = apart(m["letter"], "mr") <= CLOSE
    return "Mr." + m[0][len("Mr.") :] if alike else m[0]


def _label(m: re.Match[str]) -> str:
    """TO and NO, with one letter for another of its shape: `IO:`, `HO:`."""
    small = m["label"].lower()
    near = [] if small in _short_labels() else [each for each in _short_labels() if apart(m["label"], each) <= CLOSE]
    return m["before"] + (near[0].upper() if len(near) == 1 else m["label"])


@cache
def _short_labels() -> frozenset[str]:
    return frozenset(
        form.lower() for e in entries("labels") for form in e.spellings if len(form) == 2 and form.isalpha()
    )
