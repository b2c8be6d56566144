"""Who signed a telegram: a surname alone on the line under the text, or behind its last full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz, process

from onionskin.phrases.casing import particles
from onionskin.phrases.found import Found
from onionskin.phrases.name_words import given_names
from onionskin.phrases.names import read_person
from onionskin.phrases.word_classes import names_of
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

ACTING = r"(?:\s*[,.]?\s*\(?(?:Acting|ACTING|Actg)\.?\)?)?"
SIGNATURE = re.compile(
    r"(?:\s*[.,'`:;~^-]\s{3,})?\s*(?:/[Ss]/\s*|[Ss]igned:?\s+)?"
    r"(?P<name>(?:[A-Z][a-z]+ )?(?:[A-Z]\.? ?){0,2}(?:Mc|Mac|O'|De |Von )?"
    rf"[A-Z][A-Za-z'’\-]{{2,18}}){ACTING}[.#]?\s*"
)
SIGNED_FOR = re.compile(
    r"\s*(?:\[(?:[Ss]ignature|[Ss]igned):?\s*|/[Ss]/\s*|\(?[Ss]igned\)?:?\s+)(?P<name>[A-Z][^\[\]\n]{2,40}?),?\s+for\]?\s*"
)
"""`[Signature: A. B. Marlow for]`, over the typed name of whoever should have signed."""
CAPITALS = re.compile(r"(?:\s*[.,'`:;~^-]\s{3,})?\s*(?P<name>[A-Z]{3,12}(?: [A-Z]\.)? [A-Z]{3,18})\.?\s*")
MISREAD = re.compile(r"\s*[A-Z](?=[A-Z0158]*[0158])(?:[A-Z0158](?![0158]{2})){3,14}\.?\s*")
"""A surname in capitals with a figure of a letter's shape in it: `N0LTING`, `GAL8RAITH`."""
CAPITALS_FOR_FIGURES = str.maketrans("0158", "OISB")
LAST_WORD = re.compile(rf"[.?!]\"?\s+(?P<name>(?:Mc|Mac|O'|MC)?[A-Z][A-Z'’]{{2,18}}){ACTING}[.#]?\s*$")
"""`... BEFORE THE END OF THE MONTH. VANCE`, as teletypes run it on."""
NO_SIGNATURE = frozenset(
    """end stop secret confidential unclassified restricted telegram action info priority routine sensitive copy eyes
    only limdis exdis nodis attachment declassified rush niact flash emergency corrected page note none nnnn verbatim
    text unquote quote comment summary distribution section part top immediate message over pass enclosure
    typist department state outgoing incoming begin urgent noforn gds xgds classification""".split()  # noqa: SIM905
)
INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")
LONG = 8
LIKE = 82
"""Letters from which, and likeness (0 to 100) by which, a word is one of these misread: CLABBIFICATION."""
SIGNS = 3
"""Words a signature has at the most."""


def signature_on(line: str) -> Found[Named] | None:
    """The person a whole line names: `RUSK`, `Ball, Acting`, `W. W. ROSTOW`."""
    if MISREAD.fullmatch(line) and (meant := signature_on(line.translate(CAPITALS_FOR_FIGURES))):
        printed = meant.span.of(line)
        value = replace(meant.value, as_printed=printed)
        return Found(meant.span, value, printed, 0.7, ReadingState.DOUBTFUL, f"{printed!r} read as {meant.text}")
    m = SIGNATURE.fullmatch(line) or CAPITALS.fullmatch(line)
    person = _person(m) if m and len(line.split()) <= SIGNS + 1 else None
    # Two words are a name where the first is one or an initial stands between: GREEN LIST is none.
    words = person.text.split() if person else []
    known = len(words) < 2 or words[0].lower() in given_names() or any(len(w.strip(".")) == 1 for w in words[:-1])
    known = known or words[0].lower() in particles() or words[0] in ("Mc", "Mac")
    return person if known else None


def signed_for(line: str) -> Found[Named] | None:
    """Who signed in the place of another, whose name is typed below."""
    m = SIGNED_FOR.fullmatch(line)
    person = read_person(m["name"]) if m else None
    whole = m is not None and person is not None and len(person.text) == len(m["name"].strip())
    return person.shifted(m.start("name")) if m and person and whole else None


def signature_among(lines: Sequence[str]) -> tuple[int, Found[Named]] | None:
    """Which line under a text is the signature, and whose: the first, but initials alone (`RTM`, in pencil) only where
    no name follows.
    """
    signed = [(at, found) for at, line in enumerate(lines) if (found := signature_on(line)) is not None]
    named = [each for each in signed if not INITIALS.fullmatch(each[1].text)]
    return next(iter(named or signed), None)


def signature_behind(line: str) -> Found[Named] | None:
    """The surname that a last line of text in capitals ends with."""
    m = LAST_WORD.search(line) if line.isupper() else None
    return _person(m) if m else None


def _person(m: re.Match[str]) -> Found[Named] | None:
    words = {w.strip(".").lower() for w in m["name"].split()}
    if not words.isdisjoint(NO_SIGNATURE) or words & names_of("precedences", "levels", "captions", "months"):
        return None
    long = [word for word in words if len(word) >= LONG]
    if any(process.extractOne(word, _long_words(), scorer=fuzz.ratio, score_cutoff=LIKE) for word in long):
        return None
    person = read_person(m["name"])
    return None if person is None else Found(Span(*m.span("name")), person.value, m["name"], 0.9)


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in NO_SIGNATURE if len(word) >= LONG))
