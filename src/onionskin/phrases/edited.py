"""What editors print around a paper, as one JSON object a line: the kinds of `onionskin parse` that read editions."""

from __future__ import annotations

from typing import Any

from onionskin import lexicon
from onionskin.phrases.found import Found, left_over
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
