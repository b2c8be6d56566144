"""Commitments: how they are to be verified, and whether later papers say that they were kept or broken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from onionskin import lexicon
from onionskin.ledger.heard_of import Answer, Listening, Sides, heard_of
from onionskin.ledger.likeness import Rarity
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import Match, Relation
from onionskin.phrases.sentences import sentences_of
from onionskin.record.document import Document
from onionskin.record.statements import Polarity, Statement, StatementType

PLEDGES = frozenset({StatementType.COMMITMENT, StatementType.OFFER, StatementType.PROPOSAL})
TELLING = frozenset({StatementType.REPORT, StatementType.ASSESSMENT, StatementType.POSITION})
LEAD = r"\b(?:under|subject to|through|by|with|to|for)\s+(?:[\w.'’-]+\s+){0,5}?"
RETURN = re.compile(r"\bin (?:return|exchange) for (?!which\b)([^.;]+?)(?=[,.;]|$)", re.IGNORECASE)
MARKS = " ,;."
LEAST = 0.2
"""Likeness from which on a later statement may be about a commitment."""
LIKE, SAME_SIDE, OTHER_SIDE = 0.6, 0.1, 0.15
"""What it adds to a score to speak of the same, to be told by who is bound, and by those to whom he is bound."""


def with_terms(statements: Sequence[Statement], document: Document) -> tuple[Statement, ...]:
    """The statements of a paper, commitments, offers and proposals with the words of their sentence that say how it is
    verified (`under appropriate United Nations observation and supervision`), and against what it is given.
    """
    texts = {each.n: each.text for each in document.text.paragraphs}
    return tuple(_with_terms(each, texts[each.at.paragraph]) if each.type in PLEDGES else each for each in statements)


def _with_terms(statement: Statement, text: str) -> Statement:
    at = statement.at.span
    low = text.lower()
    if not any(word in low for word in ("return", "exchange", *_words("verified"))):
        return statement
    sentence = next((s for s in sentences_of(text) if s.start <= at.start < s.end), at)
    end = max(sentence.end, at.end)
    verified = _verifying().search(text, at.start, end)
    against = RETURN.search(text, at.start, end)
    return replace(
        statement,
        verified=verified[0].strip(MARKS) if verified else None,
        get=statement.get or (against[1].strip(MARKS) if against else None),
    )


@cache
def _verifying() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _words("verified")))
    more = r"(?:\s+(?:and|or|by|of|in)\s+[\w.'’ -]+?(?=[,;.:)]|$|\s(?:and|which|that|to)\s))?"
    return re.compile(rf"{LEAD}(?:{words})\b{more}", re.IGNORECASE)


def kept_or_broken(
    pledge: Line, paper: Paper, candidates: Sequence[Paper], papers: Mapping[str, int], total: int
) -> tuple[Match, ...]:
    """The likeliest words of later papers that a commitment of `paper` was kept, or was not; three at most.

    `papers` says in how many of `total` papers each phrase stands. None is asserted: whether it was kept is a judgement
    of who says so. What may be, is asked or is promised once more is left out.
    """
    return heard_of(pledge, paper, candidates, Rarity(papers, total), LISTENING)


def told_of(said: Statement) -> Answer | None:
    """Whether it says that something was done, or that it was not, and with which word."""
    if said.type not in TELLING or saying("open").search(said.quote):
        return None
    broken = saying("broken").search(said.quote) or _unkept().search(said.quote)
    kept = saying("kept").search(said.quote)
    if broken or (kept and said.polarity is Polarity.DO_NOT):
        return Relation.BROKEN, broken[0] if broken else "not"
    return (Relation.KEPT, kept[0]) if kept else None


def _worth(sides: Sides, pledge: Line, later: Line) -> float:
    del pledge, later
    return SAME_SIDE * sides[0] + OTHER_SIDE * sides[1]


LISTENING = Listening(told_of, _worth, LEAST, LIKE)


@cache
def _unkept() -> re.Pattern[str]:
    """`Has not been withdrawn`, `failed to live up`: a word for keeping that is denied."""
    denying, keeping = ("|".join(map(re.escape, _words(name))) for name in ("denying", "keeping"))
    return re.compile(rf"\b(?:{denying})\b(?:\W+\w+){{0,3}}?\W+(?:{keeping})\b", re.IGNORECASE)


@cache
def saying(name: str) -> re.Pattern[str]:
    """Any word of one entry of the list: `kept`, `broken`, `accepting`, `refusing`."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _words(name)))})\b", re.IGNORECASE)


def _words(name: str) -> tuple[str, ...]:
    return lexicon.spellings("commitments")[name].list("words")
