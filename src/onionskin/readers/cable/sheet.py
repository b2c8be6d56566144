"""A telegram's lines cut into its sections, and each section into heading, text and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onionskin.phrases.cable_headings import (
    NUMBERED,
    are_tags,
    begins_text,
    heading_goes_on,
    labelled,
    more_tags,
    parts_of,
    width_of,
)
from onionskin.phrases.cables import AFTER, ENDS, SENDER, NumberLine, PageHead, number_line, page_head
from onionskin.phrases.reference_lines import line_goes_on
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

HEADING_LINES = 60
"""Lines with ink among which a section's number line stands; a long distribution and a long list of addressees fit."""
FIRST_LABEL = 16
"""Lines with ink below the number line among which the first label stands: words to several posts fit."""
BETWEEN_LABELS = 8
"""Lines with ink that may stand between two labels of the heading."""
SUBJECT_LINES = 6
LOST_SUBJECT = 2
"""Lines that a subject without its label may have."""
ALL = 4
"""Lines behind a subject up to the next label or numbered paragraph that are all the subject's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled value of the heading: its key, the line it begins on, and the lines it goes on over."""

    key: str
    line: Line
    more: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `above` are the lines up to the number line, `number` that line; `entries` and `notes` stand between
    it and the text, which is `text`; `below` is what follows the end mark or is one.

    All are lines with ink, without what marks answer for; `number` is as it stands, its level included.
    """

    head: PageHead | None
    head_line: Line | None
    above: tuple[Line, ...]
    number: Line | None
    number_parts: NumberLine | None
    entries: tuple[Entry, ...]
    notes: tuple[Line, ...]
    text: tuple[Line, ...]
    below: tuple[Line, ...]


def sections_of(lines: Sequence[Line], whole: Sequence[Line]) -> list[Section]:
    """The sections of one telegram. `lines` are without the marks, `whole` the same lines with them."""
    heads = {line.index: head for line in whole if (head := page_head(line.text)) and head.page == 1}
    starts = sorted(heads) or [0]
    ends = [*starts[1:], len(whole)]
    return [
        _section(lines[start if at else 0 : end], whole, heads.get(start))
        for at, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _section(lines: Sequence[Line], whole: Sequence[Line], head: PageHead | None) -> Section:
    inked = [line for line in lines if whole[line.index].text.strip()]
    head_line = next((line for line in inked if head and page_head(whole[line.index].text) == head), None)
    begin = inked.index(head_line) + 1 if head_line else 0
    at, parts = _number(inked, whole, begin, head)
    # A mark may have claimed words of a subject (`SECRET TALKS`, `CASE NO. 5`): behind its label all of it counts.
    # `E.O. 12958, as amended` of a stamp is no label: nothing is left of its line.
    unmarked = [line for line in inked[at + 1 :] if not line.blank]
    whole_labels = [whole[line.index] if labelled(whole[line.index].text) else line for line in unmarked]
    free = [line for line in whole_labels if page_head(line.text) is None]
    turned = tuple(line for line in inked[at + 1 :] if not line.blank and page_head(line.text) is not None)
    text_end, below = _end(free)
    entries, notes, text = _heading(_parted(free[:text_end]))
    return Section(
        head=head,
        head_line=head_line,
        above=tuple(line for line in inked[begin : at + (parts is None)] if not line.blank),
        number=inked[at] if parts is not None else None,
        number_parts=parts,
        entries=tuple(entries),
        notes=tuple(notes),
        text=tuple(text),
        below=(*below, *turned),
    )


def _number(
    inked: Sequence[Line], whole: Sequence[Line], begin: int, head: PageHead | None
) -> tuple[int, NumberLine | None]:
    """Where the number line stands among the lines with ink; without one the last line of the addressees."""
    sender = next(
        (at for at in range(begin, min(len(inked), begin + HEADING_LINES)) if SENDER.match(inked[at].text)), None
    )
    for at in range(begin if sender is None else sender + 1, min(len(inked), begin + HEADING_LINES)):
        line = inked[at]
        if (held := labelled(line.text)) and held[0] in ("executive_order", "tags", "subject", "reference"):
            break
        if parts := number_line(whole[line.index].text, head):
            return at, parts
    return _last_addressee(inked, begin if sender is None else sender), None


def _last_addressee(inked: Sequence[Line], sender: int) -> int:
    """The last line of TO and INFO: the lists end at a label, a numbered paragraph or BT."""
    last = sender
    for at in range(sender, min(len(inked), sender + HEADING_LINES)):
        text = inked[at].text
        if labelled(text) or NUMBERED.match(text) or ENDS.fullmatch(text) or not text.isupper() or len(text) > 60:
            break
        last = at
    return last


def _end(lines: Sequence[Line]) -> tuple[int, list[Line]]:
    """Where the text ends, and what stands below it: the end mark and what others added."""
    end = len(lines)
    while end and (ENDS.fullmatch(lines[end - 1].text) or AFTER.fullmatch(lines[end - 1].text)):
        end -= 1
    return end, list(lines[end:])


def _heading(lines: Sequence[Line]) -> tuple[list[Entry], list[Line], list[Line]]:
    """Labelled entries, other lines among them, and the text."""
    last = _last_label(lines)
    if last is None:
        return [], [], list(lines)
    width = width_of([line.text for line in lines])
    entries: list[Entry] = []
    notes: list[Line] = []
    at = 0
    while at < len(lines):
        lost = _unlabelled_subject(lines, at, entries)
        if lost:
            entries.append(Entry("subject", lines[at], tuple(lines[at + 1 : at + lost])))
            at += lost
            continue
        if at > last:
            break
        held = labelled(lines[at].text)
        key = held[0] if held else ("tags" if _unlabelled_tags(lines, at) else None)
        if key is None:
            notes.append(lines[at])
            at += 1
            continue
        more = _more(key, lines, at, width)
        entries.append(Entry(key, lines[at], tuple(lines[at + 1 : at + 1 + more])))
        at += 1 + more
    return entries, notes, list(lines[at:])


def _parted(lines: Sequence[Line]) -> list[Line]:
    """The lines above the numbered paragraphs cut where a further label stands on them."""
    first = next((at for at, line in enumerate(lines) if NUMBERED.match(line.text)), len(lines))
    parted = [
        Line(line.index, line.page, line.n, part.shifted(line.span.start), part.of(line.text))
        for line in lines[: min(first, HEADING_LINES)]
        for part in parts_of(line.text)
    ]
    return [*parted, *lines[min(first, HEADING_LINES) :]]


def _unlabelled_subject(lines: Sequence[Line], at: int, entries: Sequence[Entry]) -> int:
    """How many lines from here on are a subject whose label was lost: they stand between the TAGS and the next label
    or the first numbered paragraph.
    """
    if not entries or entries[-1].key != "tags" or any(entry.key == "subject" for entry in entries):
        return 0
    for count, line in enumerate(lines[at : at + 1 + LOST_SUBJECT]):
        held = labelled(line.text)
        if held or NUMBERED.match(line.text):
            return 0 if held and held[0] == "subject" else count
        if begins_text(line.text):
            break
    return 0


def _unlabelled_tags(lines: Sequence[Line], at: int) -> bool:
    """TAGS whose label was lost: between the executive order and the subject."""
    above = labelled(lines[at - 1].text) if at else None
    return above is not None and above[0] == "executive_order" and are_tags(lines[at].text)


def _last_label(lines: Sequence[Line]) -> int | None:
    """The last line that a label of the heading begins; the numbered paragraphs have none."""
    last: int | None = None
    for at, line in enumerate(lines):
        if NUMBERED.match(line.text) or at - (last or 0) > (FIRST_LABEL if last is None else BETWEEN_LABELS):
            break
        if held := labelled(line.text):
            last = at if held[0] not in ("drafted", "approved", "cleared") else last
    return last


def _more(key: str, lines: Sequence[Line], at: int, width: int) -> int:
    """How many lines the value goes on over."""
    if key == "subject":
        return _more_subject(lines, at, width)
    count = 0
    for above, line in pairwise(lines[at:]):
        if labelled(line.text) or NUMBERED.match(line.text):
            break
        if key == "reference" and not line_goes_on(above.text, line.text):
            break
        open_ = above.text.rstrip().endswith((",", "(", "-")) or (key == "tags" and more_tags(line.text))
        if key != "reference" and not open_:
            break
        count += 1
    return count


def _is_text(above: str, line: str, width: int) -> bool:
    """Whether a line below a subject is none of it: it says so, or it is a sentence below a line that is not full."""
    sentence = is_prose(line) and line.rstrip().endswith(".") and not heading_goes_on(above, line, width)
    return sentence or begins_text(line)


def _more_subject(lines: Sequence[Line], at: int, width: int) -> int:
    """A subject goes on to the next label or numbered paragraph, or as long as its lines are full."""
    run = 0
    for line in lines[at + 1 : at + 2 + SUBJECT_LINES]:
        if labelled(line.text) or NUMBERED.match(line.text):
            break
        run += 1
    stop = next((n for n in range(run) if _is_text(lines[at + n].text, lines[at + 1 + n].text, width)), run)
    ended = run <= ALL and at + 1 + run < len(lines)
    if ended or (stop < run and stop <= ALL):
        return stop
    count = 0
    while count < min(stop, ALL) and heading_goes_on(lines[at + count].text, lines[at + 1 + count].text, width):
        count += 1
    return count
