"""The words that say what became of a proposal, and those that name one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onionskin import lexicon
from onionskin.ledger.vocabulary import verbs, word_class
from onionskin.record.statements import Disposition

NOUNS = word_class("nouns")
"""Verbs whose plain form and whose form in -s are as often nouns: `changes`, `in favor of`."""
WORD = r"[^\s,;:()“”\"—]+"
_REFERRED = rf"(?:your|our|my|his|her|their|its|this|that|these|those|such|{WORD}'s|{WORD}s')"
_PUT = r"propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|put(?:s|ting)? forward"
_PLAIN = (
    "proposals?|counter-?proposals?|suggestions?|recommendations?|formulas?|formulae|drafts?|initiatives?|"
    "amendments?|counterdrafts?|proposition"
)
_OTHER = "plans?|ideas?|approach(?:es)?|requests?|concepts?|resolutions?|schemes?|scenarios?|texts?|lines? of action"
THING = re.compile(
    rf"\b(?:(?:proposed|suggested|recommended|contemplated|draft) (?!that\b|to\b|by\b|in\b|for\b){WORD}(?: {WORD})?"
    rf"|(?:{_PLAIN})\b|{_REFERRED} (?:(?!is |are |was |were |has |had ){WORD} ){{0,3}}?(?:{_OTHER})\b"
    rf"|the (?:{WORD} ){{1,4}}?(?:plan|idea|scheme)\b"
    rf"|(?:plan|idea|scheme|concept|approach) (?=(?:of|that|which|to|for)\b)"
    rf"|(?:proposed|suggested|recommended|put forward)(?= (?:by|at|in|on|earlier)\b| {_REFERRED}))"
)
"""Something proposed, in a sentence of small letters with one blank between its words: a noun that is one whoever uses
it (suggestion), one that is by the words beside it (your plan), or what stands before `suggested by`."""
NAMED = re.compile(rf"\b(?:propos|suggest|recommend|contemplated|draft|put|{_PLAIN}|{_OTHER})")
"""What stands in every paragraph that names a proposal, in small letters: twice as fast as in letters of any size."""
AGAIN = re.compile(rf"(?:this|that|these|those|the|such) (?:{_PLAIN}|{_OTHER})$")
"""Something that was named before: `the suggestion`."""
DEFINITE = rf"the (?:{_OTHER})"
NAMES = rf"{_PLAIN}|{_OTHER}"
PUTTING = re.compile(rf"\b(?:{_PUT}|put up|raised|submitted|put to|requested)\b")
"""The proposing, to which the next sentence may answer without a word for it: `Rifai refused`."""


class Way(StrEnum):
    """How an outcome stands to what is proposed: before it, behind it as a participle, said of it, or by itself."""

    DOES = "does"
    DONE = "done"
    IS = "is"
    SO = "so"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What words say; `denied` is what they say with a *not*, None where that says nothing. `base` is whether a verb
    stands in its plain form, as after an auxiliary.
    """

    disposition: Disposition
    denied: Disposition | None
    way: Way
    base: bool = False


@cache
def outcomes() -> dict[str, tuple[Outcome, ...]]:
    """By words in small letters what they can say."""
    found: dict[str, tuple[Outcome, ...]] = {}
    for entry in lexicon.entries("dispositions"):
        label = Disposition(entry.name)
        denied = Disposition(told) if (told := entry.text("denied")) else None
        for way in Way:
            for phrase in entry.list(way.value):
                for words, base in _forms(phrase) if way is Way.DOES else [(phrase, False)]:
                    outcome = Outcome(label, denied, way, base)
                    found[words] = (*found.get(words, ()), outcome)
    return found


@cache
def outcome_words() -> re.Pattern[str]:
    """Finds the words of any outcome, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(outcomes(), key=len, reverse=True)))})\b")


@cache
def _inflected() -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for form, verb in verbs().items():
        if verb.name in NOUNS and verb.forms == "s":
            continue
        told[verb.name] = (*told.get(verb.name, ()), form)
    return told


def _forms(phrase: str) -> list[tuple[str, bool]]:
    """All forms of a verb with the words that go with it: `turned down`."""
    name, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    return [(f"{form}{tail}", form == name) for form in _inflected().get(name, (name,))]
