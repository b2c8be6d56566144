"""The words by which the grammar of statements works: classes of words, and verbs in all their forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon

VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb: which verb, of what sorts, and what the form can be: `b`ase, `s` (he says), past (`d`),
    participle (`n`), `g` (saying).
    """

    name: str
    sorts: frozenset[str]
    forms: str


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class, in small letters: `word_class("modals")`."""
    return frozenset(lexicon.spellings("ledger_words")[name].list("words"))


@cache
def verbs() -> Mapping[str, Verb]:
    """Every form of every verb that the grammar knows, in small letters."""
    found: dict[str, Verb] = {}
    for entry in lexicon.entries("ledger_verbs"):
        sorts = frozenset(entry.list("sorts"))
        past = entry.text("past") or regular_past(entry.name)
        forms: dict[str, str] = {}
        for form, of in (
            (entry.name, "b"),
            (_with_s(entry.name), "s"),
            (past, "d"),
            (entry.text("participle") or past, "n"),
            (_with_ing(entry.name, past), "g"),
        ):
            forms[form] = forms.get(form, "") + of
        for form, of in forms.items():
            found.setdefault(form, Verb(entry.name, sorts, of))
    return found


def regular_past(name: str) -> str:
    """`agree` agreed, `deny` denied, `stop` stopped is not regular here: doubling is stated in the lexicon."""
    if name.endswith("e"):
        return f"{name}d"
    if name.endswith("y") and name[-2] not in VOWELS:
        return f"{name[:-1]}ied"
    return f"{name}ed"


def _with_s(name: str) -> str:
    if name.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{name}es"
    if name.endswith("y") and name[-2] not in VOWELS:
        return f"{name[:-1]}ies"
    return f"{name}s"


def _with_ing(name: str, past: str) -> str:
    if name.endswith("ie"):
        return f"{name[:-2]}ying"
    if name.endswith("e") and not name.endswith(("ee", "oe")):
        return f"{name[:-1]}ing"
    doubled = past == f"{name}{name[-1]}ed" or name in DOUBLING
    return f"{name}{name[-1]}ing" if doubled else f"{name}ing"


DOUBLING = frozenset({"get", "put", "let", "run", "set", "begin", "forbid", "win"})
"""Irregular verbs whose last letter doubles before -ing."""
