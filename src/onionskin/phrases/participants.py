"""Who took part in a conversation, as lists of participants name them: with title, office, side and post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onionskin.phrases.columns import CELL
from onionskin.phrases.names import read_person, read_persons
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.offices import is_symbol, known_symbol, read_offices
from onionskin.record.named import Named
from onionskin.record.span import Span

SIDE = re.compile(
    r"\s*(?:For (?:the )?)?(?:U\.?S\.?(?:S\.?R\.?|A\.?)?|United States|Soviet(?: Union)?|United Kingdom|U\.?K\.?"
    r"|[A-Z]\w+)(?: side| delegation)?:\s*"
)
"""`US:`, `For the Soviet Union:` before the persons of one side."""
BESIDE_NAME = re.compile(r",|\s[-–—]{1,2}\s|\s{2,}|\s\(|;")
"""What parts a participant's name from what he is."""
PLACED = re.compile(r"(?P<office>[A-Z]{1,5}(?:/[A-Z]{1,4})*)\s*[-–—]{1,2}\s*(?=[A-Z])")
"""`NE--Stuart W. Marlow`."""


def read_participants(words: str) -> Iterator[tuple[Named, Span]]:
    """The persons of one line, in one column or two: the second begins with a person, not an office."""
    row = list(CELL.finditer(words))
    starts = [m.start() for n, m in enumerate(row) if not n or begins_person(m[0])]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        yield from ((v, s.shifted(start)) for v, s in _participant(words[start:end].rstrip()))


def begins_person(cell: str) -> bool:
    """Whether a cell begins with a side, the holder of an office, or a person by title or given name.

    `Mr. Tyler`, `W. R. Tyler, EUR` and `The Secretary` do; `European Affairs` does not.
    """
    person = read_person(cell)
    return bool(SIDE.match(cell) or read_holder(cell) or (person and (person.value.title or person.value.given)))


def _participant(words: str) -> Iterator[tuple[Named, Span]]:
    """`Livingston T. Merchant, EUR`: what follows the first comma says what he is, unless more persons with titles
    follow.
    """
    side = SIDE.match(words)
    if side:
        yield from ((v, s.shifted(side.end())) for v, s in _participant(words[side.end() :]))
        return
    if ";" in words:
        yield from _in_a_row(words)
        return
    placed = PLACED.match(words)
    if placed:
        for value, span in _participant(words[placed.end() :]):
            yield replace(value, office=value.office or placed["office"]), Span(0, span.end + placed.end())
        return
    titled = [p for p in read_persons(words) if p.value.title]
    if len(titled) > 1:
        first = read_holder(words[: titled[0].span.start].rstrip(" ,;"))
        yield from ((first.value, first.span),) if first else ()
        yield from ((p.value, p.span) for p in titled)
        return
    holder = read_holder(words)
    if holder:
        yield holder.value, holder.span
        return
    cut = BESIDE_NAME.search(words)
    name, comma, rest = (words[: cut.start()], cut[0], words[cut.end() :]) if cut else (words, "", "")
    person = read_person(name)
    if person is None or is_symbol(name.strip()):
        return
    office = next((o.value.office for o in read_offices(rest)), None) if comma and not person.value.office else None
    last = rest.rpartition(",")[2].strip(" .)")
    office = office or (known_symbol(last) if is_symbol(last) and not person.value.office else None)
    whole = words.rstrip(" .,;")
    yield replace(person.value, office=office or person.value.office), Span(person.span.start, len(whole))


def _in_a_row(words: str) -> Iterator[tuple[Named, Span]]:
    """`Mr. Holm, Minister of Finance; Mr. Tyler, EUR`: each part with a person or an office of its own."""
    at = 0
    for part in words.split(";"):
        lead = len(part) - len(part.lstrip())
        bare = part.strip()
        if begins_person(bare) or (PLACED.match(bare) and read_persons(bare)):
            yield from ((v, s.shifted(at + lead)) for v, s in _participant(bare))
        at += len(part) + 1
