"""Names printed in capitals, written naturally: RUSK, McCLOY, O'DONNELL, DE GAULLE."""

from __future__ import annotations

import re
from functools import cache

from onionskin import lexicon

LARGE_AFTER = re.compile(r"^(Mc|Mac|O['’]|D['’]|Fitz|De|Le|La|Van|Von)([A-Z]{2,})$")
LETTERS = re.compile(r"[A-Za-z]+")
ROMAN = frozenset({"II", "III", "IV"})


@cache
def particles() -> frozenset[str]:
    """Small words inside surnames: de, von, van der."""
    return frozenset(w for e in lexicon.entries("particles") for w in e.name.split())


def natural(name: str) -> str:
    """The name as written outside a telegram: `McCLOY` gives McCloy, `DE GAULLE` de Gaulle; mixed case stays as it is.

    `MACARTHUR` gives Macarthur, since capitals do not say; `MacARTHUR` does.
    """
    return " ".join(_word(word, last=i == name.count(" ")) for i, word in enumerate(name.split(" ")))


def natural_office(words: str) -> str:
    """The same of an office or a body: `DIRECTOR, FBI` as Director, FBI; a body's short name stays large."""
    return LETTERS.sub(lambda m: m[0].upper() if m[0].lower() in _short_for_bodies() else m[0], natural(words))


@cache
def _short_for_bodies() -> frozenset[str]:
    forms = (form for entry in lexicon.entries("organizations") for form in entry.spellings)
    return frozenset(form.lower() for form in forms if form.isupper())


def _word(word: str, *, last: bool) -> str:
    mixed = LARGE_AFTER.match(word)
    if mixed and not word.isupper():
        return mixed[1] + mixed[2].capitalize()
    if not word.isupper() or len(word.strip(".")) < 2 or word in ROMAN or re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    if word.lower() in particles() and not last:
        return word.lower()
    return "-".join(_capitals(part) for part in word.split("-"))


def _capitals(part: str) -> str:
    if part.startswith("MC") and len(part) > 3:
        return "Mc" + part[2:].capitalize()
    if re.match(r"[OD]['’].", part):
        return part[:2] + part[2:].capitalize()
    return part.capitalize()
