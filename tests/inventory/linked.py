"""Papers as linking leaves them, made by hand: who is meant, what is cited, what leads where; names are invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.papers import telegram

from onionskin.inventory.keeping import Inventory
from onionskin.inventory.parties import Entry, Who
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.references import (
    EntityCandidate,
    Mention,
    Reference,
    ReferenceKind,
    Resolution,
    ResolutionState,
)
from onionskin.record.span import Span
from onionskin.review.release import release

AUTHORITY = {
    "person:1": Entry("person", "Halloran, Miles"),
    "person:2": Entry("person", "Brandov, Igor"),
    "person:3": Entry("person", "Brandov, Pavel"),
    "post:representative-to-un": Entry("post", "Representative to the United Nations"),
}
WHO = Who(AUTHORITY.get, lambda name: None)


def ink(paper: Document, words: str) -> Ink:
    """The last place where these words stand on the first page."""
    at = paper.pages[0].text.rindex(words)
    return Ink(PageNumber(1), Span(at, at + len(words)), "typed")


def naming(paper: Document, words: str, entity: str | None = None, *maybe: tuple[str, float]) -> Document:
    """The paper with one more mention: of an entity, or of those who could be meant."""
    candidates = tuple(EntityCandidate(each, score, ()) for each, score in maybe) or None
    mention = Mention(words, NamedKind.PERSON, (ink(paper, words),), entity, candidates)
    return replace(paper, mentions=(*paper.mentions, mention))


def citing(paper: Document, number: str, record: str | None = None) -> Document:
    """The paper with a reference to a telegram to Washington: to a record that is held, or to one that is not."""
    state = ResolutionState.LINKED if record else ResolutionState.CITED_NOT_HELD
    reference = Reference(
        f"Embtel {number}",
        ReferenceKind.TELEGRAM,
        (ink(paper, "talks"),),
        Resolution(state, record),
        number=number,
        series="EMBTEL",
        from_="Embassy in Portugal",
        direction="incoming",
    )
    return replace(paper, references=(*paper.references, reference))


def chain(count: int, *, missing: Sequence[int] = ()) -> list[Document]:
    """Telegrams each of which cites the one before it; those of these places cite one that is not held."""
    papers: list[Document] = []
    for n in range(1, count + 1):
        paper = telegram(n, date=f"1961-{n % 12 + 1:02}-03")
        if papers and n not in missing:
            paper = citing(paper, str(n - 1), papers[-1].id)
        elif n in missing:
            paper = citing(paper, "77")
        papers.append(naming(paper, "HALLORAN", "person:1"))
    return papers


def opened(folder: Path, papers: Sequence[Document] = ()) -> Inventory:
    """An inventory of these papers."""
    made = Inventory(folder / "inventory.db")
    take_in(made, papers)
    return made


def take_in(inventory: Inventory, papers: Sequence[Document]) -> tuple[str, ...]:
    """Take papers in, with digests that say nothing, and tell what could not be told of them."""
    return inventory.add([(release(each, "public"), "digest") for each in papers], WHO)
