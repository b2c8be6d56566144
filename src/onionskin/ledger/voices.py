"""Whom a paper's pronouns mean: *we* the writer's side, *you* its reader, *he* whoever was named last."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.grammar import ARTICLES, PREPOSITIONS, is_adverb
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.phrases.heads_of_state import head_of_state, heads_a_state
from onionskin.phrases.word_classes import names_of
from onionskin.record.document import Document
from onionskin.record.named import Named, NamedKind

HOME = "United States"
"""Whose papers these are: the Department, its officers and its Presidents speak for it."""
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
ABROAD = ("Foreign Secretary", "Foreign Minister", "Minister of", "King ", "Shah ")
REACH = 7
"""So many words behind the verb may name to whom it is done: `give Soviet Ambassador Dobrynin`."""
FAR = 14
"""So many words behind the verb a `to` may stand: `convey these views officially and in writing to Diem`."""
FACING = frozenset({"say", "tell", "ask", "disclose"})
HANDING = frozenset({"give", "send", "deliver", "hand", "convey", "communicate", "transmit", "show", "pass", "present"})
MEETING = frozenset({"approach", "see", "meet", "press", "persuade", "urge", "assure", "remind", "visit"})
TOWARDS = frozenset({"to", "with", "upon"})
PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they", "latter"})
LONGEST_NAME = 5


class Voices:
    """The persons of one paper, and who was speaking and spoken to last. It goes through the text with its reader."""

    def __init__(self, document: Document) -> None:
        self.writer = _writer(document)
        self.readers = _readers(document)
        self._persons = dict(_surnames(document))
        self._parties = frozenset(self._persons) | frozenset(_parties(document))
        self._speaker = ""
        self._named = ""

    def follow(self, t: Tokens, text: str, a: Analysis) -> None:
        """Take notice of who speaks in a clause, and of whom it names."""
        said = t.low[a.first : a.end]
        for name in () if self._persons.keys().isdisjoint(said) else filter(None, map(self._persons.get, said)):
            if name not in self.readers:
                self._named = name
        if "say" in a.sorts or "think" in a.sorts:
            if a.who == "self":
                self._speaker = self.writer
            elif a.who == "other":
                self._speaker = self.subject(t, text, a)

    def subject(self, t: Tokens, text: str, a: Analysis) -> str:
        """Who the subject of a clause is, in the words of the text where it names him. A thing has whoever speaks of
        it: the one whose words are told where the clause is past or conditional, else the writer.
        """
        if a.who == "self":
            return self.writer
        if a.who == "you":
            return ", ".join(self.readers)
        start, end = a.subject
        while start < end and (t.low[start] in ARTICLES or is_adverb(t.low[start]) or t.low[start] in MARKS):
            start += 1
        words = t.low[start:end]
        if any(low in PRONOUNS for low in words[:2]):
            return self._speaker or self.writer
        head = next((i for i, low in enumerate(words) if low in PREPOSITIONS and i), len(words))
        if any(low in PARTIES or low in self._parties for low in words[max(0, head - 3) : head]):
            if words[:head] in AT_HOME:
                return HOME
            return text[t.starts[start] : t.ends[start + min(len(words), LONGEST_NAME) - 1]]
        told = a.past or a.modal in ("would", "could", "might")
        return (self._speaker if told or a.who == "none" else "") or self.writer

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
        known = any(low in PARTIES or low in self._parties for low in t.low[at:last])
        return text[t.starts[at] : t.ends[last - 1]] if known else ""

    def _names(self, t: Tokens, text: str, at: int) -> bool:
        """Whether a word may belong to a name: it has a capital, or is a word for a party."""
        return text[t.starts[at]].isupper() or (t.low[at] in PARTIES and t.low[at] != "us")


def _parties(document: Document) -> Iterator[str]:
    """Words of the places, offices and bodies that the paper names."""
    for mention in document.mentions:
        if mention.kind is not NamedKind.HAPPENING:
            yield from (word.lower() for word in mention.text.split() if word[:1].isupper())


def _writer(document: Document) -> str:
    sender = document.one("from")
    named = sender.value if sender is not None else None
    if not isinstance(named, Named):
        return HOME
    if named.kind is NamedKind.POST:
        return named.name
    if named.kind is NamedKind.PERSON:
        state = head_of_state(named, year_of(document))
        if state is not None:
            return state
        if heads_a_state(named.as_printed) and "President" not in named.as_printed:
            return named.name
        if any(each in named.as_printed for each in ABROAD):
            return named.name
    return HOME


def year_of(document: Document) -> int | None:
    """The year of a paper, None where it has none."""
    date = document.one("date")
    year = str(date.value)[:4] if date is not None and date.value else ""
    return int(year) if year.isdecimal() else None


def _readers(document: Document) -> tuple[str, ...]:
    """Whom *you* means: the attention line's persons, else the addressees."""
    named = [each.value for each in document.many("attention")] or [each.value for each in document.many("to")]
    return tuple(each.surname or each.name for each in named if isinstance(each, Named))


def _surnames(document: Document) -> Iterator[tuple[str, str]]:
    for name in ("to", "attention", "participants"):
        for reading in document.many(name):
            if isinstance(reading.value, Named) and reading.value.surname:
                yield reading.value.surname.lower(), reading.value.surname
    for mention in document.mentions:
        if mention.kind is NamedKind.PERSON and mention.text:
            surname = mention.text.split()[-1].strip(".,’'")
            yield surname.lower(), surname
