"""What stands around the text of several forms: drafting, clearances, enclosures, copies, notices."""

from __future__ import annotations

from onionskin.facsimile.ink import Block, Line, Run, block, line, listed
from onionskin.facsimile.sheets import Drafting, Officer

REPRODUCTION = ("REPRODUCTION FROM THIS", "COPY IS PROHIBITED", 'UNLESS "UNCLASSIFIED".')
"""The notice at the foot."""


def drafting_runs(drafting: Drafting) -> tuple[str | Run, ...]:
    """`IO:HCleveland:tl 11/17/62 Ext. 4321`; office and name are one ink, as a reader must take them apart together."""
    sign = ":" if drafting.colons else "/"
    by = f"{drafting.office}:{drafting.by}" if drafting.office and drafting.colons else drafting.by
    typist = (sign, Run(drafting.typist, "typed_by")) if drafting.typist else ()
    date = (" ", Run(drafting.date, "drafted_on")) if drafting.date else ()
    extension = (" Ext. ", Run(drafting.extension, "extension")) if drafting.extension else ()
    return (Run(by, "drafted_by"), *typist, *date, *extension)


def notice_block() -> tuple[Block, ...]:
    """The notice against copying, in the three lines of the form."""
    return block(*(line(Run(words, "furniture.notice")) for words in REPRODUCTION))


def cleared_lines(officers: tuple[Officer, ...]) -> tuple[Line, ...]:
    """One officer a line: `G - Mr. Johnson`."""
    return tuple(line(Run(each.typed(), "cleared_by", item)) for item, each in enumerate(officers))


def attention_runs(names: tuple[str, ...]) -> tuple[Run, ...]:
    """`STEVENSON AND McCLOY`, each name an ink of its own."""
    return listed(names, "attention", " AND ")


def enclosure_blocks(label: str, enclosures: tuple[str, ...]) -> tuple[Block, ...]:
    """`Enclosure:` and what it is below, each on its line; the label alone (`Attachments.`) when it is all there is."""
    if not enclosures:
        return ()
    if enclosures == (label,):
        return block(line(Run(label, "enclosures", 0)))
    return block(line(label), *(line(Run(each, "enclosures", item), indent=5) for item, each in enumerate(enclosures)))


def copies_block(label: str, copies: tuple[str, ...]) -> tuple[Block, ...]:
    """`cc:` and the first name on one line, the others under it."""
    first = (line(f"{label} ", Run(each, "copies_to", 0)) for each in copies[:1])
    rest = (line(Run(each, "copies_to", item), indent=len(label) + 1) for item, each in enumerate(copies[1:], start=1))
    return block(*first, *rest)
