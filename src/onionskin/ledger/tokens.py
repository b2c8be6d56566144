"""A sentence as the grammar sees it: its words in small letters, where each stands, and which can be verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from onionskin.ledger.misread import REMEMBERED, grammar_words, halves, is_broken, mended
from onionskin.ledger.vocabulary import Verb, verbs, word_class
from onionskin.record.quick import quick

TOKEN = re.compile(r"[^\W_]+(?:['’.\-/&][^\W_]+)*|[,;:()“”\"…—–\[\]]|--")
MARKS = frozenset(',;:()“”"…—–[]') | {"--"}
SENTENCES = 2_048
"""Sentences remembered: those of a paper are asked for its statements, then for what became of its proposals."""
Word = tuple[str, int, int]
"""A word in small letters, and where it begins and ends."""


@quick
@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of one sentence; `starts` and `ends` are offsets into the text of its paragraph."""

    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    verbs: tuple[Verb | None, ...]

    def __len__(self) -> int:
        """How many words and marks."""
        return len(self.low)


@lru_cache(maxsize=SENTENCES)
def tokens_of(text: str, start: int, end: int) -> Tokens:
    """The words and marks that stand at start to end of a paragraph, a letter misread taken for what it was."""
    words = _mended(text, start, end)
    if ")" in text[start:end] or (words and LABEL.fullmatch(words[0][0])):
        words = list(_unlabelled(text, words))
    low: tuple[str, ...] = tuple(map(WORD, words))
    if "may" in low:
        words = list(_days_told(text, words))
        low = tuple(map(WORD, words))
    if _has_phrase(low):
        words = list(_joined(words))
        low = tuple(map(WORD, words))
    return Tokens(low, tuple(map(BEGIN, words)), tuple(map(END, words)), tuple(map(verbs().get, low)))


WORD, BEGIN, END = itemgetter(0), itemgetter(1), itemgetter(2)


def _has_phrase(low: tuple[str, ...]) -> bool:
    """Whether an adverb of more than one word may stand there: most sentences have none."""
    of_two, longer = _beginnings()
    return not (of_two.isdisjoint(pairwise(low)) and longer.isdisjoint(zip(low, low[1:], low[2:], strict=False)))


def _mended(text: str, start: int, end: int) -> list[Word]:
    """The words, with those that were broken in two or run together put right."""
    shouted, whole = text[start:end].isupper(), grammar_words()
    words: list[Word] = []
    held: Word | None = None
    for match in TOKEN.finditer(text, start, end):
        low, readable, doubtful = _seen(match[0], shouted)
        if held is not None:
            if readable and held[0] + low in whole and is_broken(held[0], low):
                words.append((held[0] + low, held[1], match.end()))
                held = None
                continue
            words += (held,) if held[0] in whole else _alone(held, shouted)
            held = None
        begin, stop = match.span()
        if doubtful:
            held = (low, begin, stop)
        else:
            words.append((low, begin, stop))
    return [*words, *_alone(held, shouted)] if held is not None else words


SHORT = 3
"""Letters under which a word may be the first piece of a broken one, though it is one itself: `be lieve`."""


@lru_cache(maxsize=REMEMBERED)
def _seen(word: str, shouted: bool) -> tuple[str, bool, bool]:
    """A word in small letters, whether its letters can be told again, and whether it may be hurt or a piece."""
    low = word.lower().replace("’", "'")
    readable = word[0].isalnum() and (word.islower() or shouted)
    return low, readable, readable and (low not in grammar_words() or len(low) < SHORT)


def _alone(word: Word, shouted: bool) -> tuple[Word, ...]:
    """A word that is no piece of another: as it was before it was hurt, or the two that ran together."""
    low, start, end = word
    again, cut = _told_again(low, shouted)
    if not cut:
        return ((again, start, end),)
    return (low[:cut], start, start + cut), (low[cut:], start + cut, end)


@lru_cache(maxsize=REMEMBERED)
def _told_again(low: str, shouted: bool) -> tuple[str, int]:
    """The word for which one stands, and where it is two, after which letter."""
    again = mended(low, capitals=shouted)
    return again, len(halves(low)[0]) if again == low else 0


LABEL = re.compile(r"[a-z]|\d{1,2}|[ivx]{1,4}")


def _unlabelled(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """The words without what counts them: `A. Tell him`, `you should (a) see him, (b) ask him`, `1) inform`."""
    at, n = 0, len(words)
    while at < n:
        opened = words[at][0] == "("
        label = at + 1 if opened else at
        counts = label + 1 < n and LABEL.fullmatch(words[label][0]) is not None
        if counts and words[label + 1][0] == ")" and (opened or at == 0 or words[at - 1][0] in BEFORE_LABEL):
            at = label + 2
            continue
        stopped = counts and at == 0 and text[words[0][2] : words[1][1]].startswith(". ")
        if not stopped:
            yield words[at]
        at += 1


BEFORE_LABEL = MARKS | {"and", "or"}
MONTH = "may-month"
"""`May 8`, which is no auxiliary."""


def _days_told(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """The words, with the month told from `may`: a number stands beside it, or it has a capital within its sentence."""
    for at, (low, start, end) in enumerate(words):
        if low == "may":
            beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
            counted = any(other[:1].isdigit() for other, _, _ in beside)
            titled = at > 0 and text[start:end].istitle() and words[at - 1][0] not in MARKS
            if counted or (titled and not text[start + 1 :].startswith("AY")):
                yield MONTH, start, end
                continue
        yield low, start, end


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    """The words, with adverbs of more than one taken for one: `of course`, `at same time`; not `as well as`."""
    at, n = 0, len(words)
    while at < n:
        low, start, end = words[at]
        for phrase in _phrases().get(low, ()):
            last = at + len(phrase) - 1
            going_on = last + 1 < n and words[last + 1][0] in GOING_ON
            if last < n and not going_on and tuple(word for word, _, _ in words[at : last + 1]) == phrase:
                low, end, at = " ".join(phrase), words[last][2], last
                break
        yield low, start, end
        at += 1


GOING_ON = frozenset({"as", "to", "of"})


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The adverbs of more than one word by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(each.split()) for each in word_class("phrases")), key=lambda each: (-len(each), each)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def _beginnings() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Those of two words, and the first three words of those that have more."""
    known = [phrase for phrases in _phrases().values() for phrase in phrases]
    of_two, longer = ([each for each in known if (len(each) == 2) is short] for short in (True, False))
    return frozenset(of_two), frozenset(each[:3] for each in longer)
