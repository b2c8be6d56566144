"""Whom a paper's pronouns mean: *we* the writer's side, *you* its reader, *he* whoever was named last."""

from __future__ import annotations

import re

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.correspondents import (
    HOME,
    parties_named,
    readers_of,
    self_of,
    surnames_of,
    titled_in,
    writer_of,
)
from onionskin.ledger.grammar import ARTICLES, PREPOSITIONS, is_adverb
from onionskin.ledger.scene import Told
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.phrases.word_classes import names_of
from onionskin.record.document import Document
from onionskin.record.fields import Kind
from onionskin.record.statements import StatementType

PARTIES = word_class("parties") | names_of("demonyms", "places", "countries")
AT_HOME = (
    ("us",),
    ("usg",),
    ("u.s",),
    ("us", "government"),
    ("united", "states"),
    ("united", "states", "government"),
    ("u.s", "government"),
)
REACH = 7
"""So many words behind the verb may name to whom it is done: `give Soviet Ambassador Dobrynin`."""
FAR = 14
"""So many words behind the verb a `to` may stand: `convey these views officially and in writing to Diem`."""
FACING = frozenset({"say", "tell", "ask", "disclose"})
HANDING, MEETING = word_class("handing"), word_class("meeting")
TOWARDS = frozenset({"to", "with", "upon"})
ORDERS = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE})
TOLD_HOME = word_class("told-home")
"""What is ordered to be said the other side is to hear, unless it is for those who order it: `report soonest`."""
WITH = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE, StatementType.REPORT})
PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they", "latter"})
SINGLE = PRONOUNS - {"them", "they"}
LONGEST_NAME = 5
MY_OWN = re.compile(r"\b(?:I(?!\.)|my|My)\b")
OUR_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
IN_TURNS = frozenset({Kind.MEMORANDUM_OF_CONVERSATION, Kind.MINUTES})
TURN = re.compile(r"(?P<name>(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*)\s?(?P<mark>—|--|:\s)")
"""Who has the word in a conversation that gives its words: `General Williams—I will discuss this`, `K: No.`."""
PEOPLE = word_class("party-heads")
OFFICES = word_class("offices-of-one")
"""Titles that one person bears at a time: who is named by one alone may be *he*."""
PARTIES_AND_OFFICES, HEADS_OF_PARTIES = PARTIES | OFFICES, PARTIES | PEOPLE
ADDRESSING = frozenset({"tell", "ask"})
TO_OR_ON = frozenset({"to", "with", "on", "upon", "from", "for"})
MINDED = frozenset({"say", "think", "ask", "agree", "propose", "offer", "commit", "refuse", "feel", "know"})
"""What a party does of its own mind, so that whoever reports it of another does not take it for his own."""
OF_MIND = word_class("of-mind") | word_class("ready")
OF_ANOTHER = frozenset({"said-position", "said-could-not", "said-would", "said-to-propose"})
"""Rules of what is told to be another's stand: `Fawzi said Egypt could not accept` is Egypt's."""


class Voices:
    """The persons of one paper, and who was speaking and spoken to last. It goes through the text with its reader."""

    def __init__(self, document: Document) -> None:
        self.writer = writer_of(document)
        self._self = self_of(document) or self.writer
        said = document.text.reading
        self._teller = self.writer
        if self._self != self.writer and len(MY_OWN.findall(said)) > len(OUR_OWN.findall(said)):
            self._teller = self._self
        self._titled = titled_in(said) if self.writer != HOME or document.kind is not Kind.TELEGRAM else {}
        self._in_turns = document.kind in IN_TURNS
        self._turn = ""
        self.readers = readers_of(document)
        self._persons = dict(surnames_of(document))
        self._parties = frozenset(self._persons) | frozenset(parties_named(document))
        self._speaker = ""
        self._named = ""
        self._he = ""

    def begin(self, text: str) -> None:
        """The next paragraph; in a conversation given word for word, who has the word in it."""
        turn = TURN.match(text) if self._in_turns else None
        *_, last = turn["name"].lower().split() if turn else ("",)
        known = last in OFFICES or last in self._persons or len(last) == 1
        self._turn = turn["name"] if turn and (known or not turn["mark"].startswith(":")) else ""

    def follow(self, t: Tokens, text: str, a: Analysis) -> None:
        """Take notice of who speaks in a clause, and of whom it names."""
        said = t.low[a.first : a.end]
        names = () if self._persons.keys().isdisjoint(said) else tuple(filter(None, map(self._persons.get, said)))
        for name in names:
            if name not in self.readers:
                self._named = name
        if a.sorts & {"say", "think"} and a.who in ("self", "other"):
            self._speaker = self.subject(t, text, a)
        if names or a.who == "other":
            self._he = self._one_of(t, text, a) or self._he

    def _one_of(self, t: Tokens, text: str, a: Analysis) -> str:
        """The one person of whom a clause is, so that *he* is he in the next: its subject, or whom the writer met."""
        words = t.low[a.subject[0] : a.subject[1]]
        if a.who == "other" and not PRONOUNS.isdisjoint(words):
            return ""
        if a.who == "other" and self._is_one(words):
            return self.subject(t, text, a)
        if a.who in ("self", "none") and a.verb is not None:
            return next((self._persons[low] for low in t.low[a.main : a.end] if low in self._persons), "")
        return ""

    def _is_one(self, words: tuple[str, ...]) -> bool:
        """Whether a subject is one person: `Vice President Tho`, and not `Tho and Mau` or `the Soviets`."""
        head = next((i for i, low in enumerate(words) if low in PREPOSITIONS and i), len(words))
        last = words[head - 1 : head]
        return bool(last) and "and" not in words and (last[0] in self._persons or last[0] in OFFICES)

    def subject(self, t: Tokens, text: str, a: Analysis) -> str:
        """Who the subject of a clause is, in the words of the text where it names him. A thing has whoever speaks of
        it: the one whose words are told where the clause is past or conditional, else the writer.
        """
        if a.who == "self":
            own = self._self if "i" in t.low[a.subject[0] : a.subject[1]] else self.writer
            return self._turn or own
        if a.who == "you":
            return ", ".join(self.readers)
        start, end = a.subject
        while start < end and (t.low[start] in ARTICLES or is_adverb(t.low[start]) or t.low[start] in MARKS):
            start += 1
        words = t.low[start:end]
        if any(low in PRONOUNS for low in words[:2]):
            one = not SINGLE.isdisjoint(words[:2])
            return (self._he if one else "") or self._speaker or self.writer
        head = next((i for i, low in enumerate(words) if low in PREPOSITIONS and i), len(words))
        named = any(low in PARTIES or low in self._parties for low in words[max(0, head - 3) : head])
        if named and self._is_party(t, text, start + head - 1):
            if known := HOME if words[:head] in AT_HOME else self._titled.get(" ".join(words[:head])):
                return known
            return text[t.starts[start] : t.ends[start + min(len(words), LONGEST_NAME) - 1]]
        return self.teller(a)

    def party(self, t: Tokens, text: str, a: Analysis, told: Told) -> str:
        """Whose a statement is: of what is so or will be his who says it, of what is reported of a party its own; else
        the subject's.
        """
        if told.type is StatementType.ASSESSMENT and a.who in ("other", "thing", "there") and not a.sorts & MINDED:
            return self.teller(a)
        inner = a.inner if told.rule in OF_ANOTHER or told.type is StatementType.REPORT else None
        if (
            inner is not None
            and inner.who == "other"
            and (inner.sorts & MINDED or inner.modal or inner.predicate in OF_MIND)
        ):
            party = self._party_of(t, text, inner)
            if party:
                return party
        return self.subject(t, text, a)

    def teller(self, a: Analysis) -> str:
        """Who says what nobody is said to say: the last speaker of what is past or conditional, else the writer."""
        told = a.past or a.modal in ("would", "could", "might") or (a.who == "none" and not _shortened(a))
        return self._turn or (self._speaker if told else "") or self._teller

    def _is_party(self, t: Tokens, text: str, at: int) -> bool:
        """Whether the last word of a name is one of a party: `Soviet leaders`, and not `US draft`."""
        low = t.low[at]
        return low in HEADS_OF_PARTIES or low in self._parties or (text[t.starts[at]].isupper() and low not in MARKS)

    def dealt_with(self, t: Tokens, text: str, a: Analysis, told: Told) -> tuple[str, ...]:
        """With whom a clause is to be done, or was: behind any verb of speaking in it (`to use your discretion to tell
        Egypt`), and of an order or a report behind `with`.
        """
        if a.inner is not None and a.inner.sorts & FACING and (found := self.counterpart(t, text, a.inner)):
            return found
        for at in range(a.first, a.end - 1):
            verb = t.verbs[at]
            speaks = verb is not None and (not verb.sorts.isdisjoint(ADDRESSING) or verb.name in MEETING)
            low = t.low[at]
            behind_with = (low == "with" and told.type in WITH) or (low == "only" and t.low[at - 1] == "eyes")
            if speaks or behind_with:
                near = at + 2 if t.low[at + 1] in TO_OR_ON else at + 1
                if name := self._party_at(t, text, near, a.end):
                    return (name,)
        says = told.type in ORDERS and "say" in a.sorts and a.verb is not None and a.verb.name not in TOLD_HOME
        return (self._named,) if says and self._named and "you" in (a.who, "you" if a.bare else "") else ()

    def _party_of(self, t: Tokens, text: str, a: Analysis) -> str:
        """The party that is the subject of a clause, empty where none is named."""
        start, end = a.subject
        words = t.low[start:end]
        if any(low in PRONOUNS for low in words[:2]) or not any(
            low in PARTIES or low in self._parties for low in words
        ):
            return ""
        return self.subject(t, text, a)

    def counterpart(self, t: Tokens, text: str, a: Analysis) -> tuple[str, ...]:
        """To whom a clause has something done or said: named behind its verb, or the one a pronoun there means; whom
        the writer spoke to last where he only says that he spoke.
        """
        for at in range(a.main + 1, min(a.main + REACH, a.end)):
            low = t.low[at]
            if low in self._persons:
                return (self._persons[low],)
            if low in PRONOUNS:
                return (self._named,) if self._named else ()
            if low == "that" or low in MARKS:
                break
        if a.sorts.isdisjoint(FACING) and (a.verb is None or a.verb.name not in HANDING | MEETING):
            return ()
        faced = self._faced(t, text, a)
        if faced:
            return (faced,)
        spoke = a.who == "self" and a.past and "say" in a.sorts
        return (self._named,) if spoke and self._named else ()

    def _faced(self, t: Tokens, text: str, a: Analysis) -> str:
        """The party that is spoken to or dealt with: `told the President`, `convey these views to King`."""
        direct = not a.sorts.isdisjoint({"tell", "ask"}) or (a.verb is not None and a.verb.name in MEETING)
        for at in range(a.main, min(a.main + FAR, a.end - 1)):
            if t.low[at] in TOWARDS or (direct and at == a.main):
                name = self._party_at(t, text, at + 1, a.end)
                if name:
                    return name
            if at > a.main and (t.low[at] == "that" or t.low[at] in MARKS):
                break
        return ""

    def _party_at(self, t: Tokens, text: str, at: int, end: int) -> str:
        """The name that begins at a word, empty where none does: `the British`, `Foreign Office`."""
        while at < end and t.low[at] in ARTICLES:
            at += 1
        last = at
        while last < min(end, at + LONGEST_NAME) and self._names(t, text, last):
            last += 1
        known = any(low in PARTIES_AND_OFFICES or low in self._parties for low in t.low[at:last])
        return text[t.starts[at] : t.ends[last - 1]] if known else ""

    def _names(self, t: Tokens, text: str, at: int) -> bool:
        """Whether a word may belong to a name: it has a capital, or is a word for a party."""
        return text[t.starts[at]].isupper() or (t.low[at] in PARTIES and t.low[at] != "us")


def _shortened(a: Analysis) -> bool:
    """Whether a telegram leaves out *we* before a verb: `believe strong medicine needed`; `hopes` is another's."""
    return a.verb is not None and "b" in a.verb.forms and not a.past and not a.passive
