"""Lists of addressees under a label, one to a line, in a column of their own where two lists stand side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.addressees import SHOWN_TO, read_addressees
from onionskin.phrases.columns import bounds_of, under
from onionskin.phrases.labels import Labelled
from onionskin.phrases.titles import title_on
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

LONGEST = 40
"""Lines of posts under one label at the most: a circular goes to dozens."""


def address_spans(lines: Sequence[Line], labels: Sequence[Labelled], label: Labelled) -> list[Span]:
    """The words after the label, then what goes on with posts below it, in its column, to the next label or prose."""
    spans = [label.value] if len(label.value) else []
    labelled = {other.line for other in labels}
    bounds = bounds_of(label, lines[label.line], labels)
    blanks = 0
    for line in lines[label.line + 1 :][:LONGEST]:
        if line.blank:
            blanks += 1
            if blanks > 1:
                break
            continue
        if line.index in labelled or (is_prose(line.text) and bounds == (0, None)) or title_on(line.text):
            break
        inside = line.ink if bounds == (0, None) else under(line, bounds)
        if inside is None:
            continue
        if not _is_address(inside.shifted(-line.span.start).of(line.text)):
            break
        spans.append(inside)
        blanks = 0
    return spans


def _is_address(words: str) -> bool:
    """Whether the words are posts, precedence and numbers for the most part."""
    got = read_addressees(words, labelled=True)
    rest = words = SHOWN_TO.sub("", words)
    for hit in (*got.posts, *got.precedence, *((got.number,) if got.number else ())):
        rest = rest.replace(hit.text, " ", 1)
    return got.anything and len(re.sub(r"\W", "", rest)) <= len(re.sub(r"\W", "", words)) // 2


def below(lines: Sequence[Line], labels: Sequence[Labelled], label: Labelled) -> Span:
    """What stands in a label's column on the next line with ink; empty where nothing does."""
    bounds = bounds_of(label, lines[label.line], labels)
    after = next((line for line in lines[label.line + 1 :] if not line.blank), None)
    return (under(after, bounds) if after else None) or Span(label.value.end, label.value.end)
