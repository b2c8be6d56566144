"""`onionskin boundary ID VERB [PLACE]`."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.wording import boundary_in_words
from onionskin.record.codec import to_line
from onionskin.settings import Settings
from onionskin.workbench import decide_boundary, open_collection, place_of


@click.command(
    epilog="""\b
Example:
  onionskin boundary os-njn1v accept            this paper does begin where the record says
  onionskin boundary os-njn1v refuse            it is no paper of its own: it goes with the one before
  onionskin boundary os-njn1v begin 7           another paper begins on page 7 of the file
  onionskin boundary os-njn1v move 4:12         it begins on page 4, line 12, and not where it does now
  onionskin boundary os-njn1v undo              take back the last decision about this file""",
)
@click.argument("record_id", metavar="ID")
@click.argument("verb", type=click.Choice(("accept", "refuse", "begin", "move", "undo")))
@click.argument("place", required=False, metavar="[PAGE[:LINE]]")
@click.option("--by", "author", metavar="NAME", help="Who decides; by default the name you are logged in by.")
@click.option("--reason", default="", metavar="WORDS", help="Why, for the journal.")
@json_option
@collection_option
def command(  # noqa: PLR0913 - an argument for each option
    *, record_id: str, verb: str, place: str | None, author: str | None, reason: str, as_json: bool, collection: Path
) -> None:
    """Decide where a paper begins.

    Without a PLACE, accept and refuse are about the paper's own beginning, with one about that page turn: accept
    settles what the record says of it, refuse the opposite. The decision is kept in the journal, the papers of the
    file are told apart by it at once, and by every later reading.
    """
    with open_collection(Settings(collection=collection)) as opened:
        papers = decide_boundary(
            opened,
            record_id,
            verb,
            place_of(place) if place else None,
            author=author or getpass.getuser(),
            reason=reason,
        )
    if as_json:
        output.lines(to_line(paper) for paper in papers)
        return
    for paper in papers:
        pages = ", ".join(map(str, paper.source.pages))
        output.line(f"{paper.id}  {paper.kind}, page {pages}: {boundary_in_words(paper.boundaries[0])}")
