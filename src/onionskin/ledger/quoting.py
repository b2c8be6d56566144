"""How much of a clause is quoted: its subject, its verb and what it is about, without a long tail."""

from __future__ import annotations

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.grammar import verb_from
from onionskin.ledger.tokens import MARKS, Tokens

LONG, LONGEST = 17, 22
"""Up to so many words a clause is quoted whole; after so many it ends even where only a preposition stands."""
BEHIND_VERB = 9
"""So many words behind the verb stay in any case: what it is about."""
BREAKS = frozenset(
    {
        ",",
        "(",
        "—",
        "–",
        "--",
        ":",
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "because",
        "although",
        "though",
        "while",
        "including",
        "whereby",
        "as",
        "when",
        "since",
        "than",
    }
)
PREPOSITIONS = frozenset(
    {
        "in",
        "on",
        "for",
        "with",
        "from",
        "at",
        "by",
        "to",
        "during",
        "under",
        "between",
        "after",
        "before",
        "through",
        "without",
        "against",
        "of",
        "or",
        "that",
        "if",
    }
)


def quoted(t: Tokens, start: int, end: int, a: Analysis) -> tuple[int, int]:
    """From where to where a clause is quoted."""
    if end - start <= LONG or words(t, start, end) <= LONG:
        return start, end
    verb = a.main
    if a.content is not None:
        inner = verb_from(t, a.content, end, 40)
        verb = inner if inner is not None else a.content
    least = min(end, max(verb + BEHIND_VERB, start + 10))
    for at in range(least, end):
        if t.low[at] in BREAKS or (at >= start + LONGEST and t.low[at] in PREPOSITIONS):
            return start, _trimmed(t, start, at)
    return start, end


def words(t: Tokens, start: int, end: int) -> int:
    """How many words stand there, marks not counted."""
    return sum(low not in MARKS for low in t.low[start:end])


def _trimmed(t: Tokens, start: int, end: int) -> int:
    while end > start + 1 and t.low[end - 1] in MARKS:
        end -= 1
    return end
