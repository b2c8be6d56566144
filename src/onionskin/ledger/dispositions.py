"""What became of proposals, as a paper tells it: `your proposed letter was well received`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onionskin.ledger.clauses import clauses_of
from onionskin.ledger.dealt_with import NAMED_BEFORE, Range, dealt_with
from onionskin.ledger.outcome_told import meant
from onionskin.ledger.outcomes import AGAIN, NAMED, PUTTING, THING, Outcome, outcomes
from onionskin.ledger.tokens import Tokens, tokens_of
from onionskin.phrases.sentences import sentences_of
from onionskin.record.document import Document, Paragraph
from onionskin.record.span import Span
from onionskin.record.statements import Disposition, Place

WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
BEHIND = 6
"""Words that a quote goes on behind the proposal and what is said of it."""
AHEAD = 12
"""Words from a proposal to the clause that tells of it, so far as both are quoted together."""
REMEMBERED = 2
"""Sentences before in which a proposal may have been named."""


@dataclass(frozen=True, slots=True)
class Disposed:
    """What became of a proposal: the words `at` that tell it, `word` that says it, and where the proposal is named,
    None where it is named nowhere near.
    """

    disposition: Disposition
    at: Place
    word: str
    of: Place | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as one string of small letters, with where each of its tokens begins in it."""

    t: Tokens
    words: str
    begins: tuple[int, ...]

    def token(self, at: int) -> int:
        """The token that stands there."""
        return max(n for n, begin in enumerate(self.begins) if begin <= at)


def dispositions_of(document: Document) -> tuple[Disposed, ...]:
    """In the order of the text; of one clause each outcome once. Nothing that may happen, is hoped or asked."""
    return tuple(each for paragraph in document.text.paragraphs for each in _of_paragraph(paragraph))


def _of_paragraph(paragraph: Paragraph) -> Iterator[Disposed]:
    text = paragraph.text
    if not NAMED.search(text.lower()):
        return
    sentences = sentences_of(text)
    for n, found in enumerate(sentences):
        words = set(WORDS.findall(text[found.start : found.end].lower()))
        if words.isdisjoint(_telling_words()) or text[: found.end].rstrip("”\"’') ").endswith("?"):
            continue
        *before, sentence = (
            _sentence(tokens_of(text, each.start, each.end)) for each in sentences[max(0, n - REMEMBERED) : n + 1]
        )
        if sentence.t.low:
            yield from _of_sentence(paragraph, sentence, before)


def _sentence(t: Tokens) -> _Sentence:
    begins, at = [], 0
    for word in t.low:
        begins.append(at)
        at += len(word) + 1
    return _Sentence(t, " ".join(t.low), tuple(begins))


def _of_sentence(paragraph: Paragraph, sentence: _Sentence, before: list[_Sentence]) -> Iterator[Disposed]:
    found = list(_found(sentence, [each.words for each in before]))
    clauses = [(each.start, each.end) for each in clauses_of(sentence.t)] if found else []
    told: dict[int, tuple[Disposition, int]] = {}
    for disposition, (start, end), thing in found:
        at = sentence.token(start)
        clause = next((n for n, (first, last) in enumerate(clauses) if first <= at < last), None)
        earlier, until = told.get(clause, (None, 0)) if clause is not None else (None, 0)
        if clause is None or earlier is disposition:
            continue
        told[clause] = disposition, end
        begins = until + 1 if until else sentence.begins[clauses[clause][0]]
        if thing != NAMED_BEFORE and not until and sentence.words.count(" ", thing[0], begins) <= AHEAD:
            begins = min(begins, thing[0])
        place = _place(paragraph, sentence, begins, max(end, thing[1] if thing[0] >= begins else 0), clauses[clause][1])
        yield Disposed(disposition, place, sentence.words[start:end], _of(paragraph, sentence, thing, start, before))


def _found(sentence: _Sentence, before: list[str]) -> Iterator[tuple[Disposition, Range, Range]]:
    """What is told, with the words that say it and those that name what it is told of."""
    for start, end, options in _outcomes_in(sentence):
        for outcome in options:
            disposition = meant(sentence.words, start, outcome)
            thing = dealt_with(sentence.words, start, end, outcome, before) if disposition is not None else None
            if disposition is not None and thing is not None:
                yield disposition, (start, end), thing
                break


def _of(paragraph: Paragraph, sentence: _Sentence, thing: Range, start: int, before: list[_Sentence]) -> Place | None:
    """Where the proposal is named: what is said of `the suggestion` leads back to where it was made."""
    own = thing != NAMED_BEFORE
    if own and not AGAIN.search(sentence.words[: thing[1]]):
        return _place(paragraph, sentence, *thing, len(sentence.t))
    earlier = _earlier(paragraph, sentence, min(thing[0], start) if own else start, before)
    return earlier or (_place(paragraph, sentence, *thing, len(sentence.t)) if own else None)


def _outcomes_in(sentence: _Sentence) -> Iterator[tuple[int, int, tuple[Outcome, ...]]]:
    """Where words say what becomes of something, the longest at each place."""
    for n, low in enumerate(sentence.t.low):
        for phrase in _by_first().get(low, ()):
            start = sentence.begins[n]
            if sentence.words.startswith(phrase, start) and sentence.words[start + len(phrase) :][:1] in ("", " "):
                yield start, start + len(phrase), outcomes()[phrase]
                break


@cache
def _telling_words() -> frozenset[str]:
    """Of the words of each outcome the longest: without one of them a sentence tells none."""
    return frozenset(max(phrase.split(), key=len) for phrase in outcomes())


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(outcomes(), key=len, reverse=True):
        first = phrase.split(" ", 1)[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def _earlier(paragraph: Paragraph, sentence: _Sentence, start: int, before: list[_Sentence]) -> Place | None:
    """Where the proposal is named last before these words, and not as `this suggestion` unless nowhere else."""
    again: Place | None = None
    for each, until in ((sentence, start), *((one, len(one.words)) for one in reversed(before))):
        named = [*THING.finditer(each.words, 0, until)] or [*PUTTING.finditer(each.words, 0, until)]
        for found in reversed(named):
            place = _place(paragraph, each, found.start(), found.end(), len(each.t))
            if not AGAIN.search(each.words[: found.end()]):
                return place
            again = again or place
    return again


def _place(paragraph: Paragraph, sentence: _Sentence, start: int, end: int, goes_on: int) -> Place:
    """The words from one place of a sentence to another; up to the token `goes_on` a few more that belong to them."""
    first, last = sentence.token(start), sentence.token(end - 1)
    last = max(last, min(goes_on - 1, last + BEHIND))
    return Place(paragraph.n, Span(sentence.t.starts[first], sentence.t.ends[last]))
