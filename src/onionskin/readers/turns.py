"""Page turns: what speaks for a new paper overleaf and what against it, and how much."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from onionskin.phrases.dates import find_dates
from onionskin.phrases.label_words import letters
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.page_marks import RECORD_NUMBER, page_number, says_continued, says_ended, says_overleaf
from onionskin.phrases.release_notices import says_released
from onionskin.readers.heads import Head
from onionskin.readers.leaves import TOP, Leaf
from onionskin.record.dates import PartialDate
from onionskin.record.fields import Kind
from onionskin.text.clean import Line
from onionskin.text.joining import ends_sentence

FOOT = 10
"""Lines with ink at the foot of a page among which its signs stand."""
FORM_NUMBER = re.compile(
    r"\W*L?(?:optional|standard)\s+form\s+no\b.{0,30}|\W*(?:form|DS|OF|SF)\s?[-–]?\s?\d{1,4}\w?\b.{0,20}", re.IGNORECASE
)
"""`OPTIONAL FORM NO. 10`, at the head of the first page."""
ADDRESSED = frozenset({"action", "to", "from", "number", "control"})
COMMON = 0.34
"""Share of a file's pages from which a number is the archive's and not a paper's."""
MOST = 0.7
"""Share of a file's pages up to which a notice of release stands over the first pages of papers."""
DRAFTER = re.compile(r"\s*(?:[A-Z][A-Z/]{1,10}[:/]\s?)?[A-Z][A-Za-z.]{1,14}[:/]\s?[a-z]{2,4}(?:\s.{0,24})?")
NAME = re.compile(
    r"\s*[A-Z][a-z]+ (?:[A-Z]\. ){0,2}(?:Mc|Mac|O'|de |von )?[A-Z][a-z]{2,15}\s*"
    r"|\s*[A-Z]+ [A-Z]\. (?:Mc|Mac)?[A-Z]{3,15}\s*"
)
PARAGRAPH = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{2,5})[.)]\s")
"""What begins the heading of a paragraph, not of a paper: `2. Bracero Program`."""
SHORT_PAGE = 0.5
"""Share of a file's usual lines on a page under which a page is a short one."""
RUNNING_LINES, RUNNING_LETTERS, RUNNING_LIKE = 6, 8, 88
"""Lines at the head of pages among which a running head stands, its letters, and the likeness (0 to 100) of two."""
ALIKE = 80
"""Likeness (0 to 100) from which a line is the running head of the pages before."""
IN_THE_MIDDLE = 16
"""Columns before a line from which it stands in the middle of the page: DRAFT."""
PRIOR = -0.4
"""Log-odds of a new paper where nothing speaks for or against one: most pages go on."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a new paper (`weight` above 0, in log-odds) or against it; `words` are for a person."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn to the page that begins at line `line` (an index): how likely a paper begins there, and what says so."""

    line: int
    odds: float
    signs: tuple[Sign, ...]

    @property
    def likely(self) -> float:
        """0 to 1 that a paper begins here."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.odds))))

    @property
    def begins(self) -> bool:
        """Whether one does, as far as the signs say."""
        return self.odds > 0


BLANK = Sign(1.5, "a blank page or the back of one lies before it")
RELEASED = Sign(3.5, "an archive's notice of release at its head, which is not on every page")


def find_turns(leaves: Sequence[Leaf], decided: Mapping[int, bool]) -> list[Turn]:
    """Every turn between two pages with ink, backs of pages apart, each judged in the light of the paper it would end.

    `decided` says by the index of a page's first line with ink what a person decided: that it begins a paper, or not.
    """
    common = _common(leaves)
    told = _notice_tells(leaves)
    depth = sorted(len(leaf.lines) for leaf in leaves)[len(leaves) // 2]
    out: list[Turn] = []
    paper: list[Leaf] = []
    gap = False
    for leaf in leaves:
        if paper and leaf.bare and not decided.get(leaf.start, False):
            gap = True
            continue
        if not paper:
            paper = [leaf]
            continue
        signs = (*_signs(paper, leaf, common, depth), *([BLANK] if gap or leaf.blank_before else []))
        if leaf.released and (told or not paper[-1].released):
            signs += (RELEASED,)
        turn = Turn(leaf.start, PRIOR + sum(s.weight for s in signs), signs)
        out.append(turn)
        paper = [leaf] if decided.get(leaf.start, turn.begins) else [*paper, leaf]
        gap = False
    return out


def _notice_tells(leaves: Sequence[Leaf]) -> bool:
    """Whether the notice of release stands over first pages: where every page has it, it tells of none."""
    return any(leaf.released for leaf in leaves) and sum(leaf.released for leaf in leaves) < MOST * len(leaves)


def _common(leaves: Sequence[Leaf]) -> frozenset[str]:
    counts = Counter(token for leaf in leaves for token in leaf.tokens)
    return frozenset(token for token, n in counts.items() if n > 3 and n > COMMON * len(leaves))


def _signs(paper: Sequence[Leaf], leaf: Leaf, common: AbstractSet[str], depth: int) -> Iterator[Sign]:
    """`paper` are the pages of the paper so far, `leaf` the next one."""
    before = paper[-1]
    yield from _of_heads(paper, leaf)
    ends = [h.end for p in paper for h in p.heads if h.end is not None]
    if ends and leaf.start <= max(ends):
        yield Sign(-8.0, "the form of the telegram goes on")
        return
    if ends:
        yield Sign(3.0, "the telegram before ends as its form says")
    if before.sheet and not leaf.sheet:
        yield Sign(4.0 if leaf.body or leaf.head else 1.0, "the page before is a sheet of its own")
        return
    yield from _of_numbers(paper, leaf)
    yield from _of_the_end(paper, leaf)
    yield from _of_the_text(before, leaf)
    if before.divider and not leaf.caption:
        yield Sign(-8.0, "the page before is its divider")
    record = {m[0] for line in leaf.lines[:TOP] for m in RECORD_NUMBER.finditer(line.text)}
    if record and not any(number in line.text for p in paper for line in p.lines for number in record):
        yield Sign(4.5, f"the archive's number {min(record)} at its head, which is not on the pages before")
    shared = (leaf.tokens & frozenset().union(*(p.tokens for p in paper))) - common
    if shared and not leaf.caption:
        yield Sign(-2.0, f"its head repeats {min(shared)!r}")
    if len(before.lines) < SHORT_PAGE * depth:
        yield Sign(0.6, "the page before is a short one")


def _of_heads(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    head = leaf.head
    running = head is not None and _running(head, paper) and not leaf.labels & ADDRESSED
    if leaf.sheet:
        yield Sign(4.0, leaf.sheet.reason)
    elif head and running:
        yield Sign(-0.5, f"the title of the pages before again, {head.reason}")
    elif head and _same_form(head, paper) and not leaf.labels & ADDRESSED:
        yield Sign(1.2, f"the form of the pages before again, {head.reason}")
    elif head:
        yield Sign(3.5 * head.confidence, head.reason)
    elif len(leaf.labels) >= 2:
        yield Sign(1.8 if len(leaf.labels) == 2 else 2.8, f"the labels {', '.join(sorted(leaf.labels)).upper()}")
    if leaf.caption:
        yield Sign(3.0, f"the caption {leaf.caption!r}")
    if says := next((x.text.strip() for x in leaf.lines[:TOP] if says_continued(x.text)), None):
        yield Sign(-4.0, f"it says {says!r}")
    if head is None or running:
        yield from _of_the_top(paper, leaf)


def _running(head: Head, paper: Sequence[Leaf]) -> bool:
    """Whether the paper had this title before."""
    return head.titled and any(h.titled and h.kind is head.kind for p in paper for h in p.heads)


def _same_form(head: Head, paper: Sequence[Leaf]) -> bool:
    """Whether the paper is on the form already: the Agency's cables have it on every page."""
    return head.form is not None and any(h.form == head.form for p in paper for h in p.heads)


def _of_the_top(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    """What stands at the top of a page that has no head, or the one of the pages before."""
    first = leaf.body[0].index if leaf.body else leaf.lines[-1].index + 1
    above = [line for line in leaf.free[:TOP] if line.index < first and page_number(line.text) is None]
    forms = [line.text.strip() for line in leaf.lines[:3] if FORM_NUMBER.fullmatch(line.text)]
    if forms and not any(FORM_NUMBER.fullmatch(line.text) for line in paper[-1].lines[:3]):
        yield Sign(1.5, f"the number of a form at its head, {forms[0]!r}")
    if any(is_letterhead(line.text) for line in above):
        yield Sign(1.2, "an office's printed head")
    known = {each for p in paper for each in p.top}
    if any(_is_date(line.text) and letters(line.text) not in known for line in above):
        yield Sign(1.8, "a date on a line of its own at its head")
    labelled = {label.line for label in find_labels(above)}
    running = {head.line for head in leaf.heads}
    before = [each for p in paper[-2:] for each in p.top[:RUNNING_LINES] if len(each) >= RUNNING_LETTERS]
    own = [line for line in above[:RUNNING_LINES] if line.index not in running]
    again = next((line.text.strip() for line in own if _again(line, before)), None)
    if again and not forms:
        yield Sign(-2.0, f"its head repeats {again!r}")
    titles = [
        line.text.strip()
        for at, line in enumerate(above)
        if line.index not in running | labelled
        and (_is_heading(line.text) or (not at and _is_title(line, leaf)))
        and all(ratio(letters(line.text), each) < ALIKE for each in known)
    ]
    if not titles and _is_headline(leaf):
        titles = [leaf.body[0].text.strip()]
    if titles:
        yield Sign(0.9 if leaf.body else 0.3, f"a heading, {titles[0]!r}")
    elif leaf.body and not above:
        yield Sign(-1.0, "it begins with running text")


def _again(line: Line, before: Sequence[str]) -> bool:
    """Whether the head of a page before had the line."""
    own = letters(line.text)
    may_be = len(own) >= RUNNING_LETTERS and not is_letterhead(line.text) and not says_released(line.text)
    return may_be and any(ratio(own, each) >= RUNNING_LIKE for each in before)


def _is_date(text: str) -> bool:
    words = text.strip()
    days = (d for d in find_dates(words) if isinstance(d.value, PartialDate) and d.value.day)
    return len(words) < 40 and any(len(d.text) * 10 >= len(words) * 6 for d in days)


def _is_heading(text: str) -> bool:
    """A title typed in the middle of its line, in capitals or with capitals; no mark, no number."""
    words = text.strip()
    indent = len(text) - len(text.lstrip())
    letters = [c for c in words if c.isalpha()]
    if (
        not (5 if indent >= IN_THE_MIDDLE else 8) <= len(words) <= 70
        or len(letters) < 0.7 * len(words)
        or words.endswith((",", ";"))
        or PARAGRAPH.match(words)
    ):
        return False
    large = [w for w in words.split() if w[0].isupper()]
    return words.isupper() or (indent >= 6 and len(large) * 2 >= len(words.split()))


def _is_headline(leaf: Leaf) -> bool:
    """Whether the text begins with a line in capitals, as long as a sentence's, and goes on in small letters."""
    first = leaf.body[0] if leaf.body else None
    if first is None or not first.text.isupper() or not _is_heading(first.text):
        return False
    return not next((x.text.isupper() for x in leaf.free if x.index > first.index), True)


def _is_title(line: Line, leaf: Leaf) -> bool:
    """The first line of a page, a few words with capitals and no stop, over a text that begins with one."""
    words = line.text.strip()
    large = [w for w in words.split() if w[0].isupper()]
    below = next((x.text.strip() for x in leaf.free if x.index > line.index), "")
    return (
        15 <= len(words) <= 70
        and len(large) >= 0.6 * len(words.split())
        and words[-1].isalnum()
        and not PARAGRAPH.match(words)
        and below[:1].isupper()
        and sum(c.isalpha() or c == " " for c in words) > 0.8 * len(words)
    )


def _of_numbers(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    number, before = leaf.number, paper[-1].number
    before_at = {n.n for n in paper[-1].numbers}
    if number is None:
        if before and before.n >= 2 and not before.bare and len(paper) > 1:
            yield Sign(0.35, "it bears no number, and the page before does")
        if before and before.of == before.n:
            yield Sign(2.5, f"the page before is the last of {before.of}")
        return
    next_one = next((n for n in leaf.numbers if n.n > 1 and (n.n == len(paper) + 1 or n.n - 1 in before_at)), None)
    if next_one:
        counted = next_one.bare and next_one.n - 1 not in before_at
        lone = next_one.bare and leaf.head is not None and not _same_form(leaf.head, paper)
        yield Sign(-0.7 if lone else -2.0 if counted else -4.0, f"it bears the number {next_one.n}, the next one")
    elif before is not None and not before.bare and not number.bare and 1 < number.n <= before.n:
        yield Sign(1.5, f"it bears the number {number.n}, and the page before {before.n}")
    elif number.n == 1:
        yield Sign(0.3 if number.bare else 1.5, "it bears the number 1")
    elif number.running:
        yield Sign(-1.5, f"it bears the number {number.n}")
    elif not number.bare:
        yield Sign(0.3, f"it bears the number {number.n}, which is not the next")


def _of_the_end(paper: Sequence[Leaf], leaf: Leaf) -> Iterator[Sign]:
    """What stands at the foot of the page before."""
    before = paper[-1]
    foot = before.lines[-FOOT:]
    if over := next((x.text.strip() for x in foot if says_overleaf(x.text)), None):
        # On the Agency's dispatches the word is printed on every page, beside a box.
        printed = any(h.kind is Kind.DESPATCH and h.subkind == "agency" for p in paper for h in p.heads)
        yield Sign(-0.5 if printed else -3.0, f"the page before says {over!r}")
    if any(says_ended(x.text) for x in foot):
        yield Sign(3.0, "the page before says that it ends")
    elif any(x.index in before.closes for x in before.end):
        outgoing = any(h.direction == "outgoing" for h in before.heads)
        # The form of outgoing telegrams has the drafter at the foot of its first page, however long it is.
        yield Sign(0.5 if outgoing else 1.8, "the page before has what stands under a paper's last words")
    elif any(DRAFTER.fullmatch(x.text) for x in before.end):
        yield Sign(1.0, "a drafter's mark stands at the foot of the page before")
    elif any(NAME.fullmatch(x.text) for x in before.end[1:]):
        yield Sign(0.7, "a name stands alone under the text of the page before")
    rest = [x for x in leaf.lines if x.index in leaf.closes]
    if rest and not leaf.body and not leaf.head:
        yield Sign(-2.5, "it has only what stands under a paper's last words")


def _of_the_text(before: Leaf, leaf: Leaf) -> Iterator[Sign]:
    """Whether the sentence, or the count of paragraphs, goes on."""
    if before.items and leaf.items and leaf.items[0] == max(before.items) + 1 and leaf.items[0] > 1:
        yield Sign(-2.3, f"its first paragraph is number {leaf.items[0]}, the next one")
    elif before.items and leaf.items and leaf.items[0] == 1 and max(before.items) > 1:
        yield Sign(1.4, "its paragraphs are counted from 1 again")
    if not before.body and not leaf.body and not leaf.head:
        yield Sign(-0.8, "neither it nor the page before has running text")
    if not before.body or not leaf.body:
        return
    last, first = before.body[-1].text.strip(), leaf.body[0].text.strip()
    lower = first[:1].islower()
    cut = not ends_sentence(last)
    if cut and lower:
        yield Sign(-3.0, "the sentence goes on over the turn")
    elif lower:
        yield Sign(-1.5, "it begins in the middle of a sentence")
    elif cut:
        yield Sign(-0.8, "the page before ends in the middle of a sentence")


def role_words(signs: Sequence[Sign], *, begins: bool) -> tuple[str, ...]:
    """The signs in words, those that tell for the answer first."""
    ordered = sorted(signs, key=lambda s: -s.weight if begins else s.weight)
    for_it = [s.words for s in ordered if (s.weight > 0) is begins]
    against = [f"but {s.words}" for s in ordered if (s.weight > 0) is not begins]
    return (*for_it, *against)
