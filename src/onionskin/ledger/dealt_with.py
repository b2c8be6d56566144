"""Which proposal is dealt with where words say what became of one: `concur with your plan`, `that idea was dropped`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.ledger.outcomes import DEFINITE, NAMES, PUTTING, THING, WORD, Outcome, Way
from onionskin.ledger.vocabulary import verbs, word_class

LEAVING = r"that|to|by|in|all|any|every|other|no|which|who|if|but|because|whether|and|or|not|for|so|as|when|be"
OBJECT = re.compile(
    r" (?:in (?:principle|general|part) )?"
    rf"(?:(?:that|these) (?=(?:{WORD} )?(?:{NAMES})\b))?(?:(?!(?:{LEAVING}) ){WORD} ){{0,6}}?(?={THING.pattern})"
)
PRONOUN = re.compile(
    rf" (?:{DEFINITE}|it|this|that|them|these|so|do so|doing so)(?= [,;.)]| and\b| but\b| in\b| on\b| with\b|$)"
)
TAKEN_FOR = re.compile(
    r"\b(?:it|this|they|these|that(?= (?:is|was|has|had|would)\b))"
    r"(?: (?:is|was|are|were|has|had|have|been|be|being|would|not|\w+ly|an?|very|already|now|in|general|the)){0,5} $"
)
BE = re.compile(
    r"\b(?:is|are|was|were|been|be|being|isn't|wasn't|weren't)(?: (?:not|repeat|\w+ly|never|also|generally|now)){0,3} $"
)
JOINED = re.compile(r"\b(?:but|and|then|later|eventually|subsequently|finally)(?: (?:was|were|not|\w+ly)){0,2} $")
SHORTENED = re.compile(r"^(?: \S+){0,5} (?:(?:not|repeat|now|yet|fully|already) )*$")
SHORT_END = re.compile(r" (?:by|in|at|on|to|for|with|and|but|as|subject|,|\)|here|there|\w+ly)(?: |$)|$")
"""What follows a participle before which `was` is left out: not its object (`our approach changed his mind`)."""
ADJECTIVES = word_class("of-proposals")
JUDGED = re.compile(
    r"\b(?:is|are|was|were|be|been|found|finds?|deemed|considered?|judged|proved|seem\w*|as|not)(?: \S+){0,3} $"
)
"""Before an adjective that judges; `a formula acceptable to both` is looked for."""
ANY = re.compile(r" (?:proposals|suggestions|recommendations|initiatives|plans)\b")
"""None in particular: `agreed to examine proposals`."""
BEFORE_NAMES = (" of", " with", " to", " by")
DOING = re.compile(
    r"\b(?:am|is|are|was|were|been|be|now|pursuing|keep|kept|'re)(?: \w+ly| still| also| already| now| not){0,2} $"
)
ANSWERING = re.compile(
    r"(?: readily| at once)?(?= [,;.]|$| on grounds?| on the grounds?| and| but| because| that this| this)"
)
ANSWERS = word_class("bare-answers")
NOT_OF_IT = (" that ", " to ")
"""What follows `it was agreed` where that says something else: `it was agreed that he would come`."""
BEFORE, LONGEST = 25, 250
"""Words, and characters, between a proposal and what is said of it."""
Range = tuple[int, int]
NAMED_BEFORE: Range = (-1, -1)
"""What is dealt with was named before this sentence."""


def dealt_with(words: str, start: int, end: int, outcome: Outcome, before: Sequence[str]) -> Range | None:
    """Where a sentence names the proposal that the outcome at `start` to `end` is about; None where there is none.

    `before` are the sentences before it, in small letters as it is, the last one last.
    """
    known = any(THING.search(each) or PUTTING.search(each) for each in (*before, words[:start]))
    if outcome.way is Way.SO:
        return NAMED_BEFORE if known else None
    found = _object(words, start, end) if outcome.way is Way.DOES else _subject(words, start, end, outcome)
    if found is None and known and _is_pronoun(words, start, end, outcome):
        return NAMED_BEFORE
    return NAMED_BEFORE if found is None and _answers(words, start, end, before[-1:]) else found


def _object(words: str, start: int, end: int) -> Range | None:
    if _only_doing(words, start, end) or ANY.match(words, end):
        return None
    behind = OBJECT.match(words, end)
    m = THING.search(words, behind.end()) if behind else None
    return (m.start(), m.end()) if m else None


def _only_doing(words: str, start: int, end: int) -> bool:
    """Whether nobody does it yet: `without accepting`, `agreed to examine proposals`."""
    going_on = words[start:end].split(" ", 1)[0].endswith("ing") and not DOING.search(words[:start])
    verb = verbs().get(words[end:].strip().split(" ", 1)[0]) if words[start:end].endswith(" to") else None
    return going_on or (verb is not None and "b" in verb.forms)


def _subject(words: str, start: int, end: int, outcome: Outcome) -> Range | None:
    """The last proposal before what is said of one, or behind it: `not acceptable is your plan`."""
    low = max(0, start - LONGEST)
    last = next((m for m in reversed(list(THING.finditer(words, low, start))) if _near(words, m.end(), start)), None)
    if outcome.way is Way.DONE:
        ahead = words[:start]
        shortened = last and (JOINED.search(ahead) or SHORTENED.search(words[last.end() : start]))
        if not (BE.search(ahead) or shortened):
            return None
        if not BE.search(ahead) and not SHORT_END.match(words, end):
            return None
    if outcome.way is Way.IS and words[start:end] in ADJECTIVES and not JUDGED.search(words[:start]):
        return None
    if last is None and outcome.way is Way.IS and words[:end].endswith(BEFORE_NAMES):
        return _object(words, start, end)
    return (last.start(), last.end()) if last else None


def _near(words: str, start: int, end: int) -> bool:
    return words.count(" ", start, end) <= BEFORE


def _is_pronoun(words: str, start: int, end: int, outcome: Outcome) -> bool:
    """Whether a pronoun stands for it: `they accepted this`, `it was agreed`, but not `it was agreed that`."""
    if outcome.way is Way.DOES:
        return PRONOUN.match(words, end) is not None and not _only_doing(words, start, end)
    if words[:end].endswith(BEFORE_NAMES) and PRONOUN.match(words, end):
        return True
    said_of_it = outcome.way is Way.IS or (BE.search(words[:start]) and not words.startswith(NOT_OF_IT, end))
    return bool(said_of_it and TAKEN_FOR.search(words[:start]))


def _answers(words: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether somebody answers with a bare verb to what was put forward just before: `Rifai refused on grounds`."""
    bare = words[start:end] in ANSWERS and ANSWERING.match(words, end)
    return bool(bare) and any(PUTTING.search(each) for each in (*before, words[:start]))
