"""Words that no lexicon has, and the word each is probably a misreading of.

A word is weighed with what stands near it: how often each is written in the period and in the collection, and how
likely it is read so. A word that is known stays. Names are taken from the collection alone; negations, numbers and days
are proposed, and never sure enough to be applied unseen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onionskin import lexicon
from onionskin.emending.lexical import LONG, misreading, near_words
from onionskin.emending.tokens import SHORTEST, Token, broken_off, folded, known, listed, opens_sentence, proper_names
from onionskin.emending.vocabulary import OFTEN, UNEXPLAINED, Vocabulary
from onionskin.lexicon.period import frequencies
from onionskin.phrases.casing import particles
from onionskin.record.quick import quick

PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
OTHER_PREFIXES = ("ex", "de", "re", "pre", "pro", "anti", "sub", "over", "under")
COUNTS = ("one", "two", "six", "not", "nor")
CLOSE = 6.0
"""By so much a word may be behind the best and still be what stood there."""
SHORTEST_NAME = 5
WITH_FIGURE = 5
"""Letters that a word needs for each figure in it, to be a word."""
FRAGMENT, PIECE = 3, 5
"""Letters of what a blank cuts off a word, at most, where the rest is misread besides."""
FOREIGN = 0.4
"""From this share of unknown words on a paragraph is in another language, or beyond mending."""
TURN = re.compile(r"([a-z]{2,})([A-Z][a-z]*)")
"""Two words that ran together where the second has a capital: `againstIndian`."""
PAIR = -9.0
"""About the logarithm of the share of a word that stands beside another."""
RARE = -14.0
"""A word that is rarer is no half of two that ran together."""
COMMON = -10.5
"""The logarithm of the share of a word so common that a capital makes no name of it: Government, Ambassador."""
BLANK_LOST, BLANK_ADDED, CAPITAL_INSIDE = -3.5, -5.0, 4.0
MOST_MARGIN = 20.0
NAMES = 2
"""How many words back from a name its given name may stand."""
IsName = Callable[[str], bool]


def nobody(_word: str) -> bool:
    """Where no person is known."""
    return False


@quick
@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a correction, as numbers. Logarithms are natural.

    `score` is of the best word: its share of all words and how likely it is read so; `margin` by how much that is
    ahead of all others together; `damage` the share of unknown words in the paper; `often` how often the word stands
    as it is in the collection, above what misreading explains.
    """

    score: float
    margin: float
    length: int
    damage: float
    name: bool
    often: float


@quick
@dataclass(frozen=True, slots=True)
class Correction:
    """A word, what it should be, and why. `guard` says why it must not be applied unseen, None where it may."""

    token: Token
    to: str
    signs: Signs
    reasons: tuple[str, ...]
    guard: str | None = None


def corrections(
    text: str, words: Sequence[Token], vocabulary: Vocabulary, hurt: float, is_name: IsName = nobody
) -> Iterator[Correction]:
    """What the unknown words of one paragraph should be; `words` are its tokens, `hurt` is the damage of its paper.

    `is_name` says of a word in small letters whether a person bears it: in a telegram's capitals, and where a sentence
    begins, nothing else tells a name from a word.
    """
    unknown = {at for at, each in enumerate(words) if not known(each.text, vocabulary)}
    if len(unknown) > max(2, FOREIGN * len(words)):
        return
    done = -1
    mixed = bool(unknown) and sum(map(str.islower, text)) * 2 > sum(map(str.isalpha, text))
    for at in sorted(unknown):
        if words[at].start < done or broken_off(words[at], text):
            continue
        wholes = (words[at], *_with_neighbours(words, at, text, vocabulary))
        tried = [found for each in wholes if (found := _correction(each, text, vocabulary, hurt, is_name))]
        if tried and words[at].text.isupper() and (mixed or _borne(words, at, unknown, text)):
            # Shouted where the sentence is not (`Luis VIDEL`), or behind a given name, it is how somebody is called. No
            # list of words knows that; what else stands in the papers at hand may.
            tried = [found for found in tried if vocabulary.count(found.to)]
        if tried:
            best = max(tried, key=_worth)
            done = best.token.end
            if best.guard is None and " " not in best.token.text:
                why = _torn(words, at, unknown, text) or _foreign(words, at, unknown)
                best = replace(best, guard=why)
            yield best


def _borne(words: Sequence[Token], at: int, unknown: Container[int], text: str) -> bool:
    """Whether an unknown word is somebody's name by its place: behind a given name, or behind one with another unknown
    word between (`ALFONSO VIDEL MONTERO`).
    """
    for first in range(at - 1, max(-1, at - 1 - NAMES), -1):
        if not text[words[first].end : words[first + 1].start].isspace():
            return False
        given = folded(words[first].text) in lexicon.spellings("given_names")
        if given or first not in unknown:
            return given and frequencies().get(folded(words[first].text), RARE) < COMMON
    return False


def _torn(words: Sequence[Token], at: int, unknown: Container[int], text: str) -> str | None:
    """Why it may be a part of another, with a piece beside it that is no word either: `neyerth eless`."""
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(words) and beside in unknown and min(len(words[n].text) for n in (at, beside)) <= PIECE:
            first, second = sorted((at, beside))
            if text[words[first].end : words[second].start].isspace():
                return "the word beside it is none either"
    return None


def _foreign(words: Sequence[Token], at: int, unknown: Container[int]) -> str | None:
    """Why it may be a word of a name in Spanish: `Frente Revolucionario Democratico`, `Movimiento de Recuperacion`."""
    if not folded(words[at].text).endswith(_spanish_endings()):
        return None
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(words):
            other = folded(words[beside].text)
            if other in particles() or (beside in unknown and other.endswith(_spanish_endings())):
                return f"it may be Spanish, as {words[beside].text!r} beside it is"
    return None


@cache
def _spanish_endings() -> tuple[str, ...]:
    return tuple(entry.name for entry in lexicon.entries("spanish_endings"))


def _worth(correction: Correction) -> float:
    """Its score, made even for a word that was in two: two words beside one another are rarer than one."""
    return correction.signs.score + (0.0 if " " in correction.token.text else PAIR)


def _with_neighbours(words: Sequence[Token], at: int, text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    """The unknown word together with the one before or behind it, where a blank may have cut one word in two."""
    for left, right in ((at - 1, at), (at, at + 1)):
        if left < 0 or right >= len(words) or not text[words[left].end : words[right].start].isspace():
            continue
        other = words[left if right == at else right].text
        whole = words[left].text + words[right].text
        torn = len(other) <= FRAGMENT and not known(other, vocabulary)
        if whole[1:].islower() and len(whole) >= SHORTEST_NAME and (torn or listed(folded(whole), vocabulary)):
            start, end = words[left].start, words[right].end
            yield Token(text[start:end], start, end)


def _correction(token: Token, text: str, vocabulary: Vocabulary, hurt: float, is_name: IsName) -> Correction | None:
    blanks = sum(map(str.isspace, token.text))
    printed = "".join(token.text.split())
    shouted = printed.isupper()
    small = folded(printed)
    in_sentence = not shouted and not opens_sentence(token, text)
    name = printed[0].isupper() and (in_sentence or is_name(small))
    least = SHORTEST_NAME if name or shouted else SHORTEST
    if len(printed) < least or not printed.isascii() or _figures(printed):
        return None
    weighed = sorted(_weighed(printed, small, vocabulary, cut=bool(blanks)), reverse=True)
    if not weighed:
        return None
    first, best = weighed[0]
    score = first + blanks * BLANK_ADDED
    rest = math.log(sum(math.exp(other) for other, _ in weighed[1:]) + 1e-15)
    expected = UNEXPLAINED * math.exp(score) * vocabulary.total
    often = math.log1p(max(0.0, vocabulary.count(small) - 1 - expected))
    signs = Signs(score, min(first - rest, MOST_MARGIN), len(small), math.log(hurt), name, often)
    to = best if " " in best else _in_the_case_of(printed, best, vocabulary)
    close = [word for weight, word in weighed if weight > first - CLOSE]
    guard = _guard(best, small, close, vocabulary, name=name)
    return Correction(token, to, signs, _reasons(token.text, to, small, vocabulary), guard)


def _figures(printed: str) -> bool:
    """Whether it may be a number: `hagg1e` is a word with one figure in it, `7th`, `7to` and `B47s` are no words."""
    figures = sum(map(str.isdigit, printed))
    return figures > 0 and (figures * WITH_FIGURE > len(printed) or len(printed) < WITH_FIGURE)


def _weighed(printed: str, small: str, vocabulary: Vocabulary, *, cut: bool) -> Iterator[tuple[float, str]]:
    """Every word it may be, with the logarithm of its weight. `cut`: a blank was taken out of it."""
    if cut and listed(small, vocabulary):
        yield _share(small, vocabulary), small
    for word in {*near_words(small), *vocabulary.near(small)}:
        if (hurts := misreading(word, small)) > -math.inf:
            yield _share(word, vocabulary) + hurts, word
    if not cut:
        yield from _run_together(printed, small, vocabulary)


def _share(word: str, vocabulary: Vocabulary) -> float:
    return max(frequencies().get(word, -MOST_MARGIN), vocabulary.share(word))


def _run_together(printed: str, small: str, vocabulary: Vocabulary) -> Iterator[tuple[float, str]]:
    """The two words it may be."""
    turn = TURN.fullmatch(printed)
    for at in [turn.start(2)] if turn else range(1, len(small)):
        left, right = frequencies().get(small[:at]), frequencies().get(small[at:])
        if turn and right is None:
            right = max(RARE, _share(small[at:], vocabulary))
        if left is not None and right is not None and min(left, right) >= RARE:
            yield left + right + BLANK_LOST + (CAPITAL_INSIDE if turn else 0.0), f"{printed[:at]} {printed[at:]}"


def _in_the_case_of(printed: str, word: str, vocabulary: Vocabulary) -> str:
    """In capitals where the word is, with one where it has one or the collection always gives it one."""
    if printed.isupper():
        return word.upper()
    capital = word[:1].upper() + word[1:]
    named = vocabulary.printed(capital) >= OFTEN and vocabulary.printed(word) * 10 < vocabulary.printed(capital)
    return capital if printed[0].isupper() or named or word in proper_names() else word


def _reasons(read: str, to: str, small: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if " " in read:
        told = f"a blank has cut {to!r} in two"
    elif " " in to:
        told = f"{to!r} have run together"
    else:
        pairs = misreading(to.lower(), small)
        told = f"{to!r} is {'one character' if pairs > -7.0 else 'two characters'} away"
    count = vocabulary.count(to)
    stands = (f"{to!r} stands {count} time{'s' * (count > 1)} in the papers at hand",) if count else ()
    return (f"{read!r} is no word of the period", told, *stands)


def _guard(best: str, small: str, close: Sequence[str], vocabulary: Vocabulary, *, name: bool) -> str | None:
    """Why a correction must not be applied unseen; None where it may. `close` are the words that are not much less
    likely, the best among them.
    """
    for word in (part for each in close for part in each.lower().split()):
        if word in guarded():
            return f"{word!r} is a {guarded()[word]}"
    prefixed = (other for other in (*close, small) if other.startswith(PREFIXES))
    if any(not best.startswith(other[:2]) for other in prefixed) or _turned(best, small):
        return "a prefix would turn its meaning round"
    if small.endswith(COUNTS) and small not in close:
        return "a number or a negation may have run into it"
    if name and vocabulary.count(small) > 2:
        return f"it stands {vocabulary.count(small)} times in the papers at hand as it is"
    common = len(best) >= LONG and frequencies().get(best, RARE) > COMMON
    if name and not common and vocabulary.printed(best[:1].upper() + best[1:]) < OFTEN:
        return "it may be a name that stands nowhere else"
    return None


def _turned(best: str, small: str) -> bool:
    """Whether the two are one stem with two prefixes: `exfiltrate` may be a word that no list has."""
    stems = {small[len(each) :] for each in (*PREFIXES, *OTHER_PREFIXES) if small.startswith(each)}
    return any(best.startswith(each) and best[len(each) :] in stems for each in (*PREFIXES, *OTHER_PREFIXES))


@cache
def guarded() -> dict[str, str]:
    """Negations, numbers and days, to what they are."""
    return {form: entry.text("sort") or "" for entry in lexicon.entries("guarded_words") for form in entry.spellings}
