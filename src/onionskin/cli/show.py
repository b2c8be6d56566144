"""`onionskin show ID`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.apparatus import apparatus_in_words, known_to
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.wording import boundary_in_words, reading_in_words
from onionskin.record.boundaries import BoundaryState
from onionskin.record.codec import to_line
from onionskin.record.document import Document
from onionskin.record.marks import FormBox
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.stamps import Stamp
from onionskin.settings import Settings
from onionskin.workbench import open_collection, show, unread_ink


@click.command(
    epilog="""\b
Example:
  onionskin show os-njn1v
  onionskin show os-njn1v --transcription
  onionskin show os-njn1v --json""",
)
@click.argument("record_id", metavar="ID")
@click.option("--transcription", is_flag=True, help="The text as it stands on the paper, line by line.")
@json_option
@collection_option
def command(record_id: str, transcription: bool, as_json: bool, collection: Path) -> None:
    """Show one paper: its fields, marks and text.

    ID may be the beginning of one, if it is the only one that begins so.
    """
    with open_collection(Settings(collection=collection)) as opened:
        paper = show(opened, record_id).document
        known = {} if as_json else known_to(opened, paper)
    if as_json:
        output.lines([to_line(paper)])
        return
    output.line(f"{paper.id}  {paper.subkind or ''} {paper.kind}".replace("   ", "  "))
    output.definitions(fields_in_words(paper))
    output.definitions(marks_in_words(paper))
    output.definitions(apparatus_in_words(paper, known))
    output.definitions(left_in_words(paper))
    output.line()
    output.line(paper.text.transcription if transcription else paper.text.reading)


def fields_in_words(paper: Document) -> Iterator[tuple[str, str]]:
    """Where the paper stands and what its fields say; those it leaves blank are left out."""
    pages = ", ".join(map(str, paper.source.pages))
    yield "source", f"{paper.source.name}, page {pages}" if pages else "begun at the desk"
    for boundary in paper.boundaries[:1]:
        yield "boundary", boundary_in_words(boundary)
    for question in paper.boundaries[1:]:
        if question.state is BoundaryState.QUESTION:
            yield "boundary", boundary_in_words(question)
    for name, held in paper.fields.items():
        for reading in (held,) if isinstance(held, Reading) else held:
            if reading.state is not ReadingState.ABSENT:
                yield name.replace("_", " "), reading_in_words(reading)


def marks_in_words(paper: Document) -> Iterator[tuple[str, str]]:
    """What else stands on the paper."""
    for marking in paper.markings:
        page = f", page {marking.page}" if marking.page else ""
        yield "marking", f"{marking.text} ({marking.state}{page})"
    for box in paper.form_boxes:
        yield "form box", box_in_words(box)
    for office in paper.distribution:
        yield "distribution", f"{office.office} ({office.role})"
    for stamp in paper.stamps:
        yield "stamp", stamp_in_words(stamp)


def left_in_words(paper: Document) -> Iterator[tuple[str, str]]:
    """What nobody could read as anything."""
    if paper.unclaimed:
        yield "unclaimed", f"{len(paper.unclaimed)} lines"
    for patch, said in unread_ink(paper):
        if said is None:
            yield "unread ink", f"{patch.kind}, page {patch.page}, at {patch.box.left}, {patch.box.top}"


def box_in_words(box: FormBox) -> str:
    """`COLLECT: not ticked`."""
    return f"{box.label}: {'cannot be seen' if box.checked is None else 'ticked' if box.checked else 'not ticked'}"


def stamp_in_words(stamp: Stamp) -> str:
    """`review, A/CDC/MR, 1992-04-06: declassify; exemptions FOIA b(1)`; a label that is not ticked is no decision."""
    head = ", ".join(filter(None, (stamp.kind, stamp.office or stamp.form, reading_in_words(stamp.date))))
    decided = ", ".join(decision.verb for decision in stamp.decisions if decision.checked)
    exempt = ", ".join(exemption.as_printed for exemption in stamp.exemptions)
    return head + (f": {decided}" if decided else "") + (f"; exemptions {exempt}" if exempt else "")
