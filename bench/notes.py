"""`bench notes`: every part of the source notes against 300 annotated by hand, F1 by part."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from lxml import etree

from bench.edited import options, report, shown, words
from bench.truth import of_part, source_notes
from bench.truth.agree import Value
from bench.truth.choose import source_note
from onionskin.phrases.source_notes import read_source_note

SINGLES = ("repository", "collection", "file_number", "classification", "received")
LISTS = ("precedence", "captions", "drafted_by", "cleared_by", "approved_by", "sent_to", "repeated_to")


def read(document: etree._Element) -> Mapping[str, Value]:
    """The note of a document in its parts, as printed."""
    note = source_note(document)
    parts = read_source_note(words(note)) if note is not None else None
    if parts is None:
        return {}
    singles = {name: found.value for name, found in parts.parts.items() if found is not None}
    return {**singles, **{name: [each.value for each in found] for name, found in parts.lists.items()}}


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the scores; 1 when a part is under the floor."""
    asked = options(__doc__ or "", argv)
    papers = of_part(source_notes(), asked.part)
    return shown(asked, [report("source notes", asked.data, papers, (*SINGLES, *LISTS), read)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
