"""What speaks for a new paper overleaf and what against it; how much each says stands in `lexicon/turn_signs.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onionskin.lexicon import entries
from onionskin.lexicon.period import running_words
from onionskin.phrases.label_words import letters
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.page_marks import RECORD_NUMBER, heads_later_page, says_continued, says_ended, says_overleaf
from onionskin.readers.heads import Head
from onionskin.readers.leaves import NAME, TOP, Leaf
from onionskin.readers.page_looks import shared_names, unlikeness
from onionskin.readers.page_tops import (
    RUNNING_LINES,
    above_text,
    bears_title,
    day_at_head,
    is_date,
    opening_words,
    running_heads,
    titles_of,
)
from onionskin.record.fields import Kind
from onionskin.text.joining import ends_sentence

FOOT = 10
"""Lines with ink at the foot of a page among which its signs stand."""
FORM_NUMBER = re.compile(
    r"\W*L?(?:optional|standard)\s+form\s+no\b.{0,30}|\W*(?:form|DS|OF|SF)\s?[-–]?\s?\d{1,4}\w?\b.{0,20}", re.IGNORECASE
)
"""`OPTIONAL FORM NO. 10`, at the head of the first page."""
ADDRESSED = frozenset({"action", "to", "from", "number", "control"})
DRAFTER = re.compile(r"\s*(?:[A-Z][A-Z/]{1,10}[:/]\s?)?[A-Z][A-Za-z.]{1,14}[:/]\s?[a-z]{2,4}(?:\s.{0,24})?")
SMALL_WORD = re.compile(r"[a-z]+\b")
FORM_LINES = 12
"""Free lines of a page behind a form of one page, from which it is another paper, though no sentence stands there."""
SHORT_PAGE = 0.5
"""Share of a file's usual lines on a page under which a page is a short one."""
USUAL = 0.6
"""How unlike two pages are that tell neither for one paper nor for two."""
MANY = 3
"""Names, and running heads, from which more of them say no more."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a new paper or against it, by its name in the lexicon; `words` are for a person.

    `strength` is how much of the sign is there: 1, or how sure a head is.
    """

    name: str
    words: str
    strength: float = 1.0

    @property
    def weight(self) -> float:
        """In log-odds; above 0 it speaks for a new paper."""
        return weights()[self.name] * self.strength


@cache
def weights() -> Mapping[str, float]:
    """What each sign says, in log-odds."""
    return MappingProxyType({each.name: (each.number("hundredths") or 0) / 100 for each in entries("turn_signs")})


def signs_of(paper: Sequence[Leaf], leaf: Leaf, common: AbstractSet[str], depth: int) -> Iterator[Sign]:
    """`paper` are the pages of the paper so far, `leaf` the next; `common` are numbers that stand on many pages of the
    file, `depth` the lines its pages usually have.
    """
    before = paper[-1]
    yield from _of_heads(paper, leaf)
    ends = [h.end for p in paper for h in p.heads if h.end is not None]
    if ends and leaf.start <= max(ends):
        yield Sign("form-goes-on", "the form of the telegram goes on")
        return
    if ends:
        yield Sign("form-ended", "the telegram before ends as its form says")
    if before.sheet and not leaf.sheet and len(paper) == 1:
        text = leaf.body or leaf.head or (before.sheet.kind is Kind.FORM and len(leaf.free) >= FORM_LINES)
        name = "sheet-before-text" if text else "sheet-before-marks"
        yield Sign(name, "the page before is a sheet of its own")
        return
    yield from _of_numbers(paper, leaf)
    yield from _of_the_end(paper, leaf)
    yield from _of_the_text(before, leaf)
    yield from _of_the_look(paper, leaf)
    if before.divider and not leaf.caption:
        yield Sign("divider-before", "the page before is its divider")
    record = {m[0] for line in leaf.lines[:TOP] for m in RECORD_NUMBER.finditer(line.text)}
    if record and not any(number in line.text for p in paper for line in p.lines for number in record):
        words = f"the archive's number {min(record)} at its head, which is not on the pages before"
        yield Sign("record-number", words)
    shared = (leaf.tokens & frozenset().union(*(p.tokens for p in paper))) - common
    if shared and not leaf.caption:
        yield Sign("number-repeated", f"its head repeats {min(shared)!r}")
    if len(before.lines) < SHORT_PAGE * depth:
        yield Sign("short-before", "the page before is a short one")


def _of_heads(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    head = leaf.head
    running = head is not None and _running(head, leaf, paper) and not leaf.labels & ADDRESSED
    if leaf.sheet:
        yield Sign("sheet", leaf.sheet.reason)
    elif head and running:
        yield Sign("title-again", f"the title of the pages before again, {head.reason}")
    elif head and _same_form(leaf, paper) and not leaf.labels & ADDRESSED:
        yield Sign("form-again", f"the form of the pages before again, {head.reason}")
    elif head:
        yield Sign("head", head.reason, head.confidence)
    elif len(leaf.labels) >= 2:
        name = "two-labels" if len(leaf.labels) == 2 else "labels"
        yield Sign(name, f"the labels {', '.join(sorted(leaf.labels)).upper()}")
    if leaf.caption:
        yield Sign("caption", f"the caption {leaf.caption!r}")
    tops = zip(leaf.lines[:TOP], (*leaf.lines[1 : TOP + 1], leaf.lines[-1]), strict=False)
    if says := next(
        (x.text.strip() for x, y in tops if says_continued(x.text) or heads_later_page(x.text, y.text)), None
    ):
        yield Sign("says-continued", f"it says {says!r}")
    if head is None or running:
        yield from _of_the_top(paper, leaf)


def _running(head: Head, leaf: Leaf, paper: Sequence[Leaf]) -> bool:
    """Whether the paper had this title before, clear or misread."""
    if not head.titled:
        return False
    if any(h.titled and h.kind is head.kind for p in paper for h in p.heads):
        return True
    title = next((line.text for line in leaf.lines if line.index == head.line), "")
    return any(bears_title(page, title) for page in paper)


def _same_form(leaf: Leaf, paper: Sequence[Leaf]) -> bool:
    """Whether the paper is on the form already: the Agency's cables have it on every page."""
    forms = {h.form for h in leaf.heads if h.form is not None}
    return any(h.form in forms for p in paper for h in p.heads)


def _of_the_top(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    """What stands at the top of a page that has no head, or the one of the pages before."""
    above = above_text(leaf, TOP)
    forms = [line.text.strip() for line in leaf.lines[:3] if FORM_NUMBER.fullmatch(line.text)]
    if forms and not any(FORM_NUMBER.fullmatch(line.text) for line in paper[-1].lines[:3]):
        yield Sign("form-number", f"the number of a form at its head, {forms[0]!r}")
    # A line of marks that an engine ran together may look like running text over it.
    if any(is_letterhead(line.text) for line in leaf.free[:RUNNING_LINES]):
        yield Sign("letterhead", "an office's printed head")
    known = {each for p in paper for each in p.top}
    dated = any(is_date(line.text) and letters(line.text) not in known for line in above)
    if dated:
        yield Sign("date", "a date on a line of its own at its head")
    taken = {label.line for label in find_labels(above)} | {head.line for head in leaf.heads}
    heads = {head.line for head in leaf.heads}
    again = running_heads([line for line in above[:RUNNING_LINES] if line.index not in heads], paper[-2:])
    if again and not forms:
        yield Sign("running-head", f"its head repeats {again[0]!r}")
    if len(again) > 1 and not forms:
        yield Sign("running-heads", f"its head repeats {again[1]!r} too", min(MANY, len(again)) - 1.0)
    yield from _of_a_worn_head(paper, leaf, dated=dated)
    titles = titles_of(leaf, above, taken, known)
    if titles:
        yield Sign("heading-over-text" if leaf.body else "heading", f"a heading, {titles[0]!r}")
    elif leaf.body and not above:
        yield Sign("begins-with-text", "it begins with running text")


def _of_a_worn_head(paper: Sequence[Leaf], leaf: Leaf, *, dated: bool) -> Iterator[Sign]:
    """What is left of a head where none was known as one: a word of it, one label, a day among other words."""
    known = {word for page in paper[-2:] for word in opening_words(page)}
    words = [word for word in opening_words(leaf) if word not in known]
    if words:
        shown = ", ".join(map(repr, words[:MANY]))
        yield Sign("opening-words", f"words that papers begin with, {shown}", min(MANY, len(words)) / MANY)
    if not leaf.body:
        return
    if len(leaf.labels) == 1 and leaf.head is None:
        yield Sign("one-label", f"the label {min(leaf.labels).upper()} over its text")
    day = None if dated else day_at_head(leaf)
    if day is not None and all(day_at_head(page) != day for page in paper[-2:]):
        yield Sign("day-at-head", f"a day over its text, {day!r}")


def _of_numbers(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    number, before = leaf.number, paper[-1].number
    before_at = {n.n for n in paper[-1].numbers}
    if number is None:
        if before and before.n >= 2 and not before.bare and len(paper) > 1:
            yield Sign("number-missing", "it bears no number, and the page before does")
        if before and before.of == before.n:
            yield Sign("last-number-before", f"the page before is the last of {before.of}")
        return
    next_one = next((n for n in leaf.numbers if n.n > 1 and (n.n == len(paper) + 1 or n.n - 1 in before_at)), None)
    if next_one:
        counted = next_one.bare and next_one.n - 1 not in before_at
        lone = next_one.bare and leaf.head is not None and not _same_form(leaf, paper)
        name = "next-number-under-head" if lone else "next-number-counted" if counted else "next-number"
        yield Sign(name, f"it bears the number {next_one.n}, the next one")
    elif before is not None and not before.bare and not number.bare and 1 < number.n <= before.n:
        yield Sign("number-falls-back", f"it bears the number {number.n}, and the page before {before.n}")
    elif number.n == 1:
        yield Sign("bare-one" if number.bare else "number-one", "it bears the number 1")
    elif number.running:
        yield Sign("running-number", f"it bears the number {number.n}")
    elif not number.bare:
        yield Sign("another-number", f"it bears the number {number.n}, which is not the next")


def _of_the_end(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    """What stands at the foot of the page before."""
    before = paper[-1]
    foot = before.lines[-FOOT:]
    if over := next((x.text.strip() for x in foot if says_overleaf(x.text)), None):
        # On the Agency's dispatches the word is printed on every page, beside a box.
        printed = any(h.kind is Kind.DESPATCH and h.subkind == "agency" for p in paper for h in p.heads)
        yield Sign("overleaf-printed" if printed else "overleaf", f"the page before says {over!r}")
    if any(says_ended(x.text) for x in foot):
        yield Sign("says-ended", "the page before says that it ends")
    elif any(x.index in before.closes for x in before.end):
        outgoing = any(h.direction == "outgoing" for h in before.heads)
        # The form of outgoing telegrams has the drafter at the foot of its first page, however long it is.
        yield Sign(
            "close-of-form" if outgoing else "close", "the page before has what stands under a paper's last words"
        )
    elif any(DRAFTER.fullmatch(x.text) for x in before.end):
        yield Sign("drafter", "a drafter's mark stands at the foot of the page before")
    elif before.body and any(NAME.fullmatch(x.text) for x in before.end[1:]):
        yield Sign("name", "a name stands alone under the text of the page before")
    rest = [x for x in leaf.lines if x.index in leaf.closes]
    if rest and not leaf.body and not leaf.head:
        yield Sign("only-close", "it has only what stands under a paper's last words")


def _of_the_text(before: Leaf, leaf: Leaf) -> Iterator[Sign]:
    """Whether the sentence, or the count of paragraphs, goes on."""
    if before.items and leaf.items and leaf.items[0] == max(before.items) + 1 and leaf.items[0] > 1:
        yield Sign("next-paragraph", f"its first paragraph is number {leaf.items[0]}, the next one")
    elif before.items and leaf.items and leaf.items[0] == 1 and max(before.items) > 1:
        yield Sign("first-paragraph", "its paragraphs are counted from 1 again")
    if not before.body and not leaf.body and not leaf.head:
        yield Sign("no-text", "neither it nor the page before has running text")
    if not before.body or not leaf.body:
        return
    last, first = before.body[-1].text.strip(), leaf.body[0].text.strip()
    # A misread word may begin with a small letter; one that is none of the ordinary ones tells of no sentence.
    begun = SMALL_WORD.match(first)
    lower = begun is not None and (begun[0] in running_words() or last.endswith("-"))
    cut = not ends_sentence(last)
    if cut and lower:
        yield Sign("sentence-goes-on", "the sentence goes on over the turn")
    elif lower:
        yield Sign("begins-in-sentence", "it begins in the middle of a sentence")
    elif cut:
        yield Sign("ends-in-sentence", "the page before ends in the middle of a sentence")


def _of_the_look(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    """Whether the page looks as the one before, bears its level, speaks of the same."""
    before = paper[-1]
    if before.level and leaf.level and before.level != leaf.level:
        yield Sign("another-level", f"it is {leaf.level}, and the page before {before.level}")
    elif before.level and leaf.level:
        yield Sign("same-level", f"it is {leaf.level} as the page before is")
    elif before.level or leaf.level:
        yield Sign("level-on-one", f"of it and the page before only one is {before.level or leaf.level}")
    if not (before.look.tells and leaf.look.tells):
        return
    apart = unlikeness(before.look, leaf.look) - USUAL
    words = "it looks otherwise than the page before" if apart > 0 else "it looks as the page before does"
    yield Sign("look", f"{words} (width of lines, capitals, share of prose)", min(1.0, apart))
    names = shared_names([each.look for each in paper], leaf.look)
    if names:
        shown = ", ".join(repr(name) for name in names[:MANY])
        yield Sign("shared-names", f"it has {shown} in common with the pages before", min(MANY, len(names)) / MANY)
    elif before.look.names and leaf.look.names:
        # Of a page that is hardly legible the words are nobody's names.
        legible = min(before.look.known, leaf.look.known)
        yield Sign("no-shared-name", "it has no name in common with the pages before", legible)
