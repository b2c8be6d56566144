"""Two engines' readings of one page made one: which word is taken, and where they differ on a number, both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from onionskin.lexicon import entries
from onionskin.lexicon.period import running_words
from onionskin.record.geometry import Box
from onionskin.scans.seen import SeenLine, SeenWord

_SAME_PLACE = 0.6
"""Share of the narrower one's width, and of the lower one's height, from which two words stand in one place."""
_UNSURE = 0.9
"""Confidence below which the first engine's own number is doubtful."""
_GUESSED = 0.6
"""Confidence of a single sign below which the number that it stands in is doubtful, however sure the others are."""
_CERTAIN = 0.99
"""Confidence from which another engine's reading of a number raises no doubt: it is then the other that has misread."""
_ALONE = 0.97
"""The same where the other engine, which looked, has nothing in that place."""
_MIXED = re.compile(r"[A-Za-z]?[a-z\d]*\d[a-z\d]*")
_FEWEST_LETTERS = 2
_NUMBER = re.compile(r"\d")
_HALF_NUMBER = re.compile(r"\d[lIoO](?![a-z])|(?<![A-Za-z])[lIoO]\d")
"""A letter that looks like a digit, beside one: `196l`."""
_OUTER = re.compile(r"^[^\w]+|[^\w]+$")
_STOPS = re.compile(r"[\W_]*$")


def vote(lines: Sequence[SeenLine], others: Sequence[SeenLine]) -> list[SeenLine]:
    """The lines with words taken from the others where those are better, and with `variants` where numbers differ.

    What is no word of the papers' English gives way to one that is and stands in its place; two words take the
    place of one that ran them together (`itis`, beside `it is`). A number stands as it was read first: which engine is
    right nobody can say from the numbers. One that the other did not see is doubtful unless the first was sure.
    """
    heap = [word for line in others for word in line.words]
    return [replace(line, words=tuple(_voted(line.words, _beside(line, heap), alone=not heap))) for line in lines]


def lettered(lines: Sequence[SeenLine]) -> list[SeenLine]:
    """The lines with digits among small letters read as the letters that they look like, where those make one word of
    the papers' English: `als0` is "also", `rep1y` "reply"; `B1A5`, `19sh` and `3rd` stay.
    """
    return [replace(line, words=tuple(map(_lettered, line.words))) for line in lines]


def _lettered(word: SeenWord) -> SeenWord:
    bare = _OUTER.sub("", word.text)
    if not _MIXED.fullmatch(bare) or sum(map(str.isalpha, bare)) < _FEWEST_LETTERS:
        return word
    could = ("".join(each) for each in product(*(_letters_like().get(sign, sign) for sign in bare)))
    words = [each for each in could if each.lower() in running_words()]
    return replace(word, text=_dressed(word.text, words[0])) if len(words) == 1 else word


def with_doubts(lines: Sequence[SeenLine]) -> list[SeenLine]:
    """The lines with numbers marked of which the engine itself is not sure, in the whole or in one sign, and with those
    half of letters; `variants` is empty: nothing else was read there. How many wrong numbers that finds, and how many
    right ones it doubts: `bench ocr`.
    """

    def doubted(word: SeenWord) -> SeenWord:
        guessed = word.weakest is not None and word.weakest < _GUESSED
        unsure = guessed or word.confidence < _UNSURE or _HALF_NUMBER.search(word.text)
        marked = word.variants is None and unsure and _NUMBER.search(word.text)
        return replace(word, variants=()) if marked else word

    return [replace(line, words=tuple(map(doubted, line.words))) for line in lines]


def same_place(one: Box, other: Box) -> bool:
    """Whether two boxes lie on one another, as those of one word read twice do."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across >= _SAME_PLACE * min(one.width, other.width) and down >= _SAME_PLACE * min(one.height, other.height)


def _beside(line: SeenLine, heap: Iterable[SeenWord]) -> list[SeenWord]:
    """Those of the words that lie at the height of a line; most of a page's do not."""
    return [word for word in heap if word.box.bottom > line.box.top and word.box.top < line.box.bottom]


def _voted(words: Sequence[SeenWord], near: Sequence[SeenWord], *, alone: bool) -> Iterator[SeenWord]:
    for word in words:
        beside = sorted((each for each in near if same_place(word.box, each.box)), key=lambda each: each.box.left)
        if not beside and not alone and word.confidence < _ALONE and _NUMBER.search(word.text):
            yield replace(word, variants=())
        elif len(beside) == 1 and not _reaches_beyond(beside[0], word):
            yield _chosen(word, beside[0])
        elif len(beside) > 1 and _bare(word.text) == _bare("".join(each.text for each in beside)):
            yield from _parted(word, beside)
        else:
            yield word


def _reaches_beyond(other: SeenWord, word: SeenWord) -> bool:
    """Whether the other engine ran the word together with its neighbour."""
    return other.box.width > 1.4 * word.box.width


def _chosen(word: SeenWord, other: SeenWord) -> SeenWord:
    mine, theirs = _bare(word.text), _bare(other.text)
    if not theirs or mine == theirs:
        return word
    if _NUMBER.search(mine) or _NUMBER.search(theirs):
        if word.confidence >= _CERTAIN:
            return word
        return replace(word, variants=(_OUTER.sub("", other.text),))
    if _known(theirs) and not _known(mine):
        return replace(word, text=_dressed(word.text, _OUTER.sub("", other.text)), confidence=other.confidence)
    return word


def _parted(word: SeenWord, beside: Sequence[SeenWord]) -> Iterator[SeenWord]:
    """One word as the several that the other engine saw, if each of them is one."""
    if not all(_NUMBER.search(each.text) or _known(_bare(each.text)) for each in beside):
        yield word
        return
    # By letters, for the stops and quotes may have been read differently.
    letters = [i for i, sign in enumerate(word.text) for _ in _bare(sign)]
    start = have = 0
    for each in beside[:-1]:
        have += len(_bare(each.text))
        stops = _STOPS.search(each.text)
        end = min(letters[have], letters[have - 1] + 1 + (len(stops[0]) if stops else 0))
        yield SeenWord(word.text[start:end], each.box, word.confidence)
        start = end
    yield SeenWord(word.text[start:], beside[-1].box, word.confidence)


def _known(bare: str) -> bool:
    return bare in running_words() or bare in {"a", "i"}


@cache
def _letters_like() -> dict[str, str]:
    """For each digit the small letters that it is mistaken for."""
    looks: dict[str, str] = {}
    for entry in entries("confusions"):
        if len(entry.name) == 1 and entry.name.islower():
            for form in filter(str.isdigit, entry.forms):
                looks[form] = looks.get(form, "") + entry.name
    return looks


def _bare(text: str) -> str:
    """The letters and digits alone, small."""
    return re.sub(r"[\W_]+", "", text).lower()


def _dressed(old: str, new: str) -> str:
    """The new word in the stops and quotes of the old one."""
    inside = _OUTER.sub("", old)
    start = old.find(inside) if inside else 0
    return old[:start] + new + old[start + len(inside) :]
