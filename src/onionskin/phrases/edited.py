"""What editors print around a paper, as one JSON object a line: the kinds of `onionskin parse` that read editions."""

from __future__ import annotations

from typing import Any

from onionskin import lexicon
from onionskin.phrases.calendars import read_calendar_head
from onionskin.phrases.excision_brackets import find_excision_brackets
from onionskin.phrases.found import Found, found_in, left_over
from onionskin.phrases.headings import Dateline, Heading, read_dateline, read_heading
from onionskin.phrases.source_notes import read_source_note

Json = dict[str, Any]
NONE_MARKED = "NONE MARKED"
"""The record's word for "No classification marking", which is a statement and no gap."""


def source_note(line: str) -> Json:
    """A source note: values as the record has them, and under `parts` each as printed with its span."""
    note = read_source_note(line)
    if note is None:
        return absent("source-note", line)
    singles = {name: [found] for name, found in note.parts.items() if found is not None}
    lists = {name: list(found) for name, found in note.lists.items()}
    out: Json = {"kind": "source-note", "text": line, "state": "found"}
    out |= {name: as_read(name, found[0]) for name, found in singles.items()}
    out |= {name: [as_read(name, each) for each in found] for name, found in lists.items()}
    return out | {"rest": note.rest, "parts": printed_parts(singles | lists), "unread": note.rest}


def calendar_head(line: str) -> Json:
    """The head of a calendar entry; `date` has the year XXXX where the calendar leaves it to its chapter."""
    head = read_calendar_head(line)
    if head is None:
        return absent("calendar-head", line)
    parts = heading_parts(head.heading) | dateline_parts(head.date)
    parts |= {"from": list(head.from_), "to": list(head.to)}
    if head.subject:
        parts["subject"] = [head.subject]
    if head.level:
        parts["classification"] = [head.level]
    if head.pages:
        parts["pages"] = [head.pages.with_value(head.pages.text)]
    if head.holding:
        named = {"repository": head.holding.repository, "collection": head.holding.collection}
        named["file_number"] = head.holding.file_number
        parts |= {name: [found] for name, found in named.items() if found}
    out = as_object("calendar-head", line, parts, many=("from", "to"))
    return out | ({"pages": head.pages.value} if head.pages else {})


def heading(line: str) -> Json:
    """A heading of an edition, with the dateline where it stands in the same line; the parties are phrases."""
    read = read_heading(line)
    if read is None:
        return absent("heading", line)
    return as_object("heading", line, heading_parts(read) | dateline_parts(read_dateline(line, read.end)))


def excision_bracket(line: str) -> Json:
    """The first bracket of the line that says that words are gone: `amount` and `unit` as it states them."""
    bracket = next(find_excision_brackets(line), None)
    if bracket is None:
        return absent("excision-bracket", line)
    found = found_in(line, bracket.span.start, bracket.span.end, None)
    out: Json = {"kind": "excision-bracket", "text": line, "state": "found", "as_printed": found.text}
    out |= {"span": [found.span.start, found.span.end], "unread": left_over(line, [found])}
    if bracket.extent is not None:
        out |= {"amount": bracket.extent.amount, "unit": bracket.extent.unit}
    return out


def heading_parts(read: Heading) -> dict[str, list[Found[str]]]:
    """What a heading says, by its name in the record."""
    named = {"entry": read.entry, "kind": read.kind, "number": read.number, "from": read.from_, "to": read.to}
    return {name: [found] for name, found in named.items() if found}


def dateline_parts(read: Dateline) -> dict[str, list[Found[str]]]:
    """Place, day in EDTF and clock time."""
    day = read.day.with_value(read.edtf) if read.day and read.edtf else None
    named = {"place": read.place if read.day else None, "date": day, "time": read.time}
    return {name: [found] for name, found in named.items() if found}


def as_object(kind: str, line: str, parts: dict[str, list[Found[str]]], many: tuple[str, ...] = ()) -> Json:
    """The frame of an object from its parts; `printed_kind` is the noun, for `kind` says which grammar read it."""
    out: Json = {"kind": kind, "text": line, "state": "found"}
    for name, found in parts.items():
        key = "printed_kind" if name == "kind" else name
        out[key] = [as_read(name, each) for each in found] if name in many else as_read(name, found[0])
    everything = [each for found in parts.values() for each in found]
    return out | {"parts": printed_parts(parts), "unread": left_over(line, everything)}


def absent(kind: str, line: str) -> Json:
    """The object for a line that is not of the kind."""
    return {"kind": kind, "text": line, "state": "absent", "unread": left_over(line, [])}


def printed_parts(parts: dict[str, list[Found[str]]]) -> list[Json]:
    """What was printed of each part and where, in the order of the line."""
    found = [(each, name) for name, all_of_it in parts.items() for each in all_of_it]
    return [
        {"part": name, "as_printed": each.text, "span": [each.span.start, each.span.end]}
        for each, name in sorted(found, key=lambda pair: pair[0].span)
    ]


def as_read(part: str, found: Found[str]) -> str:
    """The value as the record writes it: levels, captions and precedences in their normal form, hyphens typed."""
    if part == "classification":
        return level(found.value)
    if part == "precedence":
        return normal("precedences", found.value)
    if part == "captions":
        return found.value if found.value.startswith("[") else normal("captions", found.value)
    return found.value.replace("–", "-") if part == "file_number" else found.value


def level(printed: str) -> str:
    """A level in its normal form."""
    return NONE_MARKED if printed.lower().startswith("no classification") else normal("levels", printed)


def normal(words: str, printed: str) -> str:
    """The lexicon's name for what is printed, and capitals for what it does not know."""
    entry = lexicon.spellings(words).get(" ".join(printed.lower().replace("–", " ").split()))
    return entry.name if entry else printed.upper()
