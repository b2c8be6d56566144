"""The pages of a source as boundaries see them: lines, heads, numbers, captions, what stands at the foot."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from onionskin.phrases.label_words import letters
from onionskin.phrases.labels import find_labels
from onionskin.phrases.page_marks import PageNumber, enclosure_caption, page_number
from onionskin.phrases.release_notices import says_released
from onionskin.readers.heads import Head
from onionskin.readers.page_looks import Look, is_legible, level_of, look_of
from onionskin.text.clean import Line

TOP = 12
"""Lines with ink at the head of a page among which its signs stand."""
CAPTION_LINES, FORM_LINES = 5, 20
"""Lines with ink above which a caption or a page's number stands, and a number that a form prints below its boxes."""
BOXES = 30
"""Lines with ink that the boxes of a form take up at most, where an engine set each on a line of its own."""
PAGE_OF_FORM = re.compile(r"\bpage\b|\s*[-–—]\s?\d{1,2}\s?[-–—]", re.IGNORECASE)
"""What makes a number a page's below the boxes of a form, where others stand."""
OWN_LABELS = frozenset({"to", "from", "subject", "date", "number", "action", "participants", "control", "through"})
TOKEN = re.compile(r"(?=\S*\d\S*\d\S*\d)(?=\S*[1-9])(?!(?:19|20)\d\d\b)[A-Z0-9][\w/.-]{3,24}(?<![.-])", re.IGNORECASE)
"""A number of a paper, as running heads repeat it: `TDCS-3/518,204`, `UFGA-10517`."""
THREE_FIGURES = re.compile(r"\d\S*\d\S*\d")
ITEM = re.compile(r"\s*\(?(?P<n>\d{1,2}|[Il])[.)]\s+\S")
"""A numbered paragraph; typewriters had no 1, and engines read an I or an l for it."""
NAME = re.compile(
    r"\s*[A-Z][a-z]+ (?:[A-Z]\. ){0,2}(?:Mc|Mac|O'|de |von )?[A-Z][a-z]{2,15}\s*"
    r"|\s*[A-Z]+ [A-Z]\. (?:Mc|Mac)?[A-Z]{3,15}\s*"
)
"""A name alone on its line, as under a text it signs."""
FOOT_LINES, LISTED_LINES = 12, 4
"""Lines at the foot of a page among which `Enclosure:` stands, and those of text that may stand under the word."""
IMAGE = re.compile(r"\b(?:[NH][WY]\s?\d{4,6}|Doc\s?l?I[dD]|D[bao]*oct?l?[dI]a?d?:)", re.IGNORECASE)
"""The number an archive gave the image of a page: `HW 50953 DocId:32334090 Page 3`, clear or misread."""
FAXED, FAXED_PAGE = re.compile(r"\b\d{1,2}[:.]\d\d ?[AP]\.?M\b"), re.compile(r"\W*P\W{0,2}\d")
"""`MAY 30 '95 11:45AM P. 2`: the machine that sent a page numbers what it sends, however many papers these are."""
PAGE_ALONE = re.compile(r"\W*page\W*", re.IGNORECASE)
FEW_LETTERS = 25
"""Letters under which a page without text bears nothing but marks."""


@dataclass(frozen=True)
class Leaf:
    """One page with ink: its lines, those that no mark answers for (`free`), the running text, the heads.

    `running` is what has the shape of running text, and `is_close` says whether a line stands under the last words of
    a paper: the pages of a file that has but one are asked for neither.
    """

    lines: tuple[Line, ...]
    free: tuple[Line, ...]
    running: tuple[Line, ...]
    heads: tuple[Head, ...]
    is_close: Callable[[Line], bool]
    blank_before: bool = False

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """Of the running text what is legible: where it begins and ends, a stamp read as words says nothing."""
        return tuple(line for line in self.running if is_legible(line.text))

    @cached_property
    def closes(self) -> frozenset[int]:
        """The indexes of its lines that stand under the last words of a paper."""
        return frozenset(line.index for line in self.lines if self.is_close(line))

    @cached_property
    def start(self) -> int:
        """The index of its first line with ink."""
        return self.lines[0].index

    @cached_property
    def bare(self) -> bool:
        """Nothing but marks and numbers: the back of a page."""
        return not self.body and not self.heads and self.caption is None and self._letters < FEW_LETTERS

    @cached_property
    def divider(self) -> bool:
        """Nothing but the caption of what lies behind it: TAB A."""
        return self.caption is not None and not self.body and not self.heads and self._letters < 2 * FEW_LETTERS

    @cached_property
    def _letters(self) -> int:
        return sum(c.isalpha() for x in self.free for c in x.text)

    @cached_property
    def sheet(self) -> Head | None:
        """The title of a sheet that is one page: an identification form, a slip."""
        return next((h for h in self.heads if h.page), None)

    @cached_property
    def numbers(self) -> tuple[PageNumber, ...]:
        """The numbers it may bear, the surest first, at its head and foot; those of the archive's image apart."""
        foot = [x for x in self.lines[-4:] if not IMAGE.search(x.text)]
        image = len(foot) < min(4, len(self.lines))
        high = [x for x in self.lines[:CAPTION_LINES] if not IMAGE.search(x.text)]
        faxed = any(FAXED.search(x.text) for x in high)
        top = [n for x in high if (n := page_number(x.text)) and not (faxed and FAXED_PAGE.match(x.text))]
        # An engine sets PAGE and its number on two lines.
        top += [
            n
            for x, below in pairwise(high)
            if PAGE_ALONE.fullmatch(x.text) and (n := page_number(f"page {below.text.strip()}"))
        ]
        # Forms have PAGE TWO or -2- below their boxes.
        form = [n for x in self.lines[CAPTION_LINES:FORM_LINES] if _of_form(x.text) and (n := page_number(x.text))]
        low = [n for x in foot if (n := page_number(x.text)) and not (image and n.bare is False and "-" not in x.text)]
        bare = [n for n in top if n.bare]
        # Several bare numbers at the head of a page are what a worn form has left of its boxes.
        top = [n for n in top if not n.bare or len(bare) == 1]
        return tuple(sorted([*top, *form, *low], key=lambda n: n.bare))

    @cached_property
    def number(self) -> PageNumber | None:
        """The surest number it bears."""
        return next(iter(self.numbers), None)

    @cached_property
    def caption(self) -> str | None:
        """The caption of an enclosure at its head."""
        return next((c for line in self.lines[:CAPTION_LINES] if (c := enclosure_caption(line.text))), None)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels at its head."""
        first = self.body[0].index if self.body else self.lines[-1].index + 1
        return frozenset(x.key for x in find_labels([y for y in self.free[:TOP] if y.index <= first + 1])) & OWN_LABELS

    @cached_property
    def head(self) -> Head | None:
        """The surest head at its top, with no running text above it."""
        near = {line.index for line in self.free[: TOP + 4]}
        first = self.body[0].index if self.body else self.lines[-1].index + 1
        held = [h for h in self.heads if h.line in near and h.line <= first]
        return max(held, key=lambda h: h.confidence, default=None)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Numbers that stand at its head, or in the boxes of a form above its text."""
        first = self.body[0].index if self.body else -1
        high = (x.text for at, x in enumerate(self.lines[:BOXES]) if at < TOP or x.index < first)
        numbered = (text for text in high if THREE_FIGURES.search(text))
        return frozenset(m[0].upper() for text in numbered for m in TOKEN.finditer(text))

    @cached_property
    def released(self) -> bool:
        """Whether an archive's notice of release stands at its head."""
        return any(says_released(line.text) for line in self.lines[:TOP])

    @cached_property
    def top(self) -> tuple[str, ...]:
        """The letters alone of each line at its head."""
        return tuple(letters(line.text) for line in self.lines[:TOP])

    @cached_property
    def free_top(self) -> tuple[str, ...]:
        """The same of the lines that no mark answers for: a stamp of release may stand over a running head."""
        return tuple(letters(line.text) for line in self.free[:TOP])

    @cached_property
    def look(self) -> Look:
        """What it looks like beside others."""
        return look_of(self.lines, self.body)

    @cached_property
    def level(self) -> str | None:
        """The level stamped on it."""
        return level_of(self.lines)

    @cached_property
    def end(self) -> Sequence[Line]:
        """The lines below its running text, and the last of that."""
        listed = self._listed
        text = [line.index for line in self.body if listed is None or line.index < listed]
        last = max(text, default=-1)
        return [line for line in self.lines if line.index >= last]

    @property
    def _listed(self) -> int | None:
        """The line of `Enclosure:` under a name: what it stands over is no running text.

        The Bureau's letters have it at the foot of their first page, with no name above it, and go on overleaf.
        """
        foot = self.lines[-FOOT_LINES:]
        over = next((x.line for x in find_labels(foot) if x.key == "enclosures"), None)
        if over is None or sum(line.index > over for line in self.body) > LISTED_LINES:
            return None
        above = next((line for line in reversed(self.lines) if line.index < over), None)
        return over if above is not None and NAME.fullmatch(above.text) else None

    @cached_property
    def items(self) -> list[int]:
        """The numbers of its paragraphs."""
        told = (m["n"] for line in self.running if (m := ITEM.match(line.text)))
        return [int(n) if n.isdigit() else 1 for n in told]


def _of_form(text: str) -> bool:
    """Whether a number stands as a page's does below the boxes of a form. Few lines have the word, or a dash."""
    may_be = "-" in text or "–" in text or "—" in text or "page" in text.lower()
    return may_be and PAGE_OF_FORM.search(text) is not None


def leaves_of(
    lines: Sequence[Line],
    barred: AbstractSet[int],
    body: AbstractSet[int],
    heads: Sequence[Head],
    is_close: Callable[[Line], bool],
) -> list[Leaf]:
    """The pages with ink, in order; lines are named by their indexes."""
    out: list[Leaf] = []
    for page, group in groupby((line for line in lines if not line.blank), key=lambda line: line.page):
        held = tuple(group)
        here = frozenset(line.index for line in held)
        out.append(
            Leaf(
                held,
                tuple(line for line in held if line.index not in barred),
                tuple(line for line in held if line.index in body),
                tuple(head for head in heads if head.line in here),
                is_close,
                bool(out) and page - out[-1].lines[0].page > 1,
            )
        )
    return out
