"""From a clause and what it does to a statement: who is to do it, to whom, on which condition, for what."""

from __future__ import annotations

import datetime as dt
from functools import cache

from onionskin import lexicon
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.clauses import Clause, Range
from onionskin.ledger.conditions import takes_up
from onionskin.ledger.lists import ITEMS, Lead
from onionskin.ledger.pledges import RETURN
from onionskin.ledger.quoting import quoted
from onionskin.ledger.scene import Told
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.voices import Voices
from onionskin.linking.relative_days import relative_days
from onionskin.phrases.word_classes import names_of
from onionskin.record.document import Document, Paragraph
from onionskin.record.span import Span
from onionskin.record.statements import Condition, Place, Statement, StatementType

ORDERS = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE})
OWNED = frozenset(
    {
        StatementType.POSITION,
        StatementType.OFFER,
        StatementType.COMMITMENT,
        StatementType.ASSESSMENT,
        StatementType.PROPOSAL,
    }
)
"""Types that say whose they are."""
TELLING = frozenset({StatementType.REPORT, StatementType.ASSESSMENT})
DAYS = names_of("months", "weekdays") | {"noon", "midnight", "tomorrow", "tonight", "today"}
TYING = (("require",), ("requires",), ("depends", "on"), ("depend", "on"), ("contingent", "on"), ("contingent", "upon"))
TIES = frozenset(words[0] for words in TYING)
UNKNOWN = 0.5
"""The confidence of a rule that has not been measured."""


class Maker:
    """Makes the statements of one paper; goes through it sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.tokens = Tokens((), (), (), ())
        self._document = document
        self._voices = Voices(document)
        self._references = tuple(dict.fromkeys(each.text for each in document.references if each.text))
        self._paragraph = Paragraph(0, None, "", ())
        self._before: tuple[Condition, ...] = ()
        self._last: Range | None = None
        self.lead: Lead | None = None
        """What leads to the list of orders that is being read, if any."""

    def begin(self, paragraph: Paragraph, t: Tokens, before: tuple[Condition, ...]) -> None:
        """The next sentence; `before` are the conditions of the last one."""
        if paragraph is not self._paragraph:
            self._voices.begin(paragraph.text)
        self._paragraph, self.tokens, self._before, self._last = paragraph, t, before, None

    def follow(self, a: Analysis) -> None:
        """Take notice of who speaks in a clause."""
        self._voices.follow(self.tokens, self._paragraph.text, a)

    def conditions(self, clause: Clause, a: Analysis, told: Told) -> tuple[Condition, ...]:
        """What a clause hangs on, the nearest first; `in that case` hangs on what the sentence before hung on."""
        found = []
        for start, end in clause.conditions:
            if end <= start:
                continue
            if told.type not in ORDERS and self.tokens.low[start] == "until" and _names_a_day(self.tokens, start, end):
                continue
            if told.type in ORDERS and "say" in a.sorts and self._is_said(start, a):
                continue
            within = self._before[0] if self._before and takes_up(self.tokens, start) else None
            at = self._place(start, end)
            found.append(Condition(at.span.of(self._paragraph.text), at, within))
        if self.lead is not None and told.rule in ITEMS:
            return (*found, *self.lead.conditions)
        if not found and a.modal in ("would", "should", "will", "may") and "also" in self.tokens.low[a.first : a.end]:
            return self._before
        return tuple(found)

    def _is_said(self, start: int, a: Analysis) -> bool:
        """Whether a condition stands in the words that are to be said: these hang on it, and not that they are said."""
        return a.content is not None and (start > a.content or "that" in self.tokens.low[start - 2 : start])

    def statement(self, clause: Clause, a: Analysis, told: Told, conditions: tuple[Condition, ...]) -> Statement:
        """The statement of a clause."""
        t, text = self.tokens, self._paragraph.text
        start, end = quoted(t, clause.start, clause.end, a)
        at = self._place(start, end)
        quote = at.span.of(text)
        give, get = self._exchange(clause, a) if told.type is StatementType.OFFER else (None, None)
        self._last = (start, end)
        return Statement(
            record=self._document.id,
            type=told.type,
            quote=quote,
            at=at,
            rule=told.rule,
            confidence=told.likely if told.likely is not None else confidences().get(told.rule, UNKNOWN),
            polarity=told.polarity,
            strength=told.strength,
            when=conditions[0].words if conditions else None,
            conditions=conditions,
            actor=self._actor(a) if told.type in ORDERS else (),
            counterpart=self._voices.counterpart(t, text, a) or self._voices.dealt_with(t, text, a, told),
            party=self._voices.party(t, text, a, told)
            if told.type in OWNED or told.type is StatementType.REPORT
            else None,
            give=give,
            get=get or (conditions[0].words if give and conditions else None),
            tied_to=self._tied(a),
            date=self._day(start, end) if told.type is StatementType.DEADLINE else None,
            takes_back=self._taken_back(quote) if told.type is StatementType.RESCISSION else None,
            refers_to=tuple(each for each in self._references if each in quote),
        )

    def _place(self, start: int, end: int) -> Place:
        return Place(self._paragraph.n, Span(self.tokens.starts[start], self.tokens.ends[end - 1]))

    def _words(self, start: int, end: int) -> str | None:
        return self._place(start, end).span.of(self._paragraph.text) if end > start else None

    def _actor(self, a: Analysis) -> tuple[str, ...]:
        if a.who == "self":
            return (self._voices.writer,)
        if a.who == "other":
            return (self._voices.subject(self.tokens, self._paragraph.text, a),)
        return self._voices.readers

    def _exchange(self, clause: Clause, a: Analysis) -> tuple[str | None, str | None]:
        """The two sides of an offer: what follows `prepared to`, and what it is in return for."""
        low = self.tokens.low
        get, give_from = None, a.main + 1
        for at in range(clause.start, clause.end - 3):
            if low[at : at + 3] in RETURN:
                taken = low[at + 3] == "which"
                get = self._content_before() if taken else self._words(at + 3, clause.end)
                break
        if low[a.main : a.main + 1] and a.predicate:
            give_from = low.index(a.predicate, a.main) + 1
        if low[give_from : give_from + 1] == ("to",):
            give_from += 1
        return self._words(give_from, clause.end), get

    def _content_before(self) -> str | None:
        """What the clause before says is to happen: `assurances that the bombers will be withdrawn`."""
        if self._last is None:
            return None
        start, end = self._last
        at = next((i + 1 for i in range(end - 1, start, -1) if self.tokens.low[i] == "that"), start)
        return self._words(at, end)

    def _tied(self, a: Analysis) -> str | None:
        low = self.tokens.low
        if TIES.isdisjoint(low[a.at : a.end]):
            return None
        for at in range(a.at, a.end - 1):
            for words in TYING if low[at] in TIES else ():
                if low[at : at + len(words)] == words:
                    return self._words(at + len(words), a.end)
        return None

    def _day(self, start: int, end: int) -> str | None:
        """The day that a deadline names, seen from the paper's own, in EDTF."""
        own = _own_day(self._document)
        text = self._paragraph.text
        first, last = self.tokens.starts[start], self.tokens.ends[end - 1]
        for said in relative_days(text[:last]) if own is not None else ():
            if said.span.start >= first and own is not None:
                return said.seen_from(own, text[: said.span.start]).edtf
        return None

    def _taken_back(self, quote: str) -> str:
        return next((each for each in self._references if each in quote), quote)


def _names_a_day(t: Tokens, start: int, end: int) -> bool:
    """Whether an `until` waits for a day, a month or an hour, and for nothing that may or may not come about."""
    words = t.low[start:end]
    return bool(DAYS & frozenset(words)) or any(low[:1].isdigit() for low in words)


def _own_day(document: Document) -> dt.date | None:
    date = document.one("date")
    try:
        return dt.date.fromisoformat(str(date.value)[:10]) if date is not None and date.value else None
    except ValueError:
        return None


@cache
def confidences() -> dict[str, float]:
    """How often each rule was right on the papers for building, drawn towards the middle where it was seldom used."""
    return {
        entry.name: round(((entry.number("right") or 0) + 2) / ((entry.number("found") or 0) + 3), 2)
        for entry in lexicon.entries("ledger_rules")
    }
