"""The slip that lies over the papers of a file."""

from __future__ import annotations

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, long
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.marks import mark_by_lot
from bench.unfamiliar.sheet import Paper

__all__ = ["slip"]


def slip(paper: Paper, draw: Draw, edition: Edition) -> None:
    """To whom a file goes and what he is to do; a stamp of a later review may stand on it."""
    sender, *readers = draw.people(3)
    paper.row(draw.of("ROUTING SLIP", "Department of State - Reference Slip", "TRANSMITTAL SLIP"))
    paper.row(long(edition.day), indent=40)
    paper.gap()
    for person in readers:
        paper.row(f"To: {draw.of(*stock.BUREAUS)} - {person.title} {person.surname}")
    paper.gap()
    for words in draw.some(
        ("For your information", "Please return", "For signature", "Per conversation", "Note and file"), 1, 3
    ):
        paper.row(paper.style.box[draw.chance(0.4)], f" {words}")
    paper.gap()
    paper.row(f"From: {sender.title} {sender.surname}")
    mark_by_lot(paper, draw, edition.day, 0.6)
