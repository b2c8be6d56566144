"""Where papers begin on a page that was read anew, so that they keep their ids and what people settled of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onionskin.readers.assemble import Surrogate
from onionskin.record.boundaries import Settled
from onionskin.record.document import Document
from onionskin.record.ids import record_id
from onionskin.record.mending import Begun, Orders
from onionskin.record.page import PageText
from onionskin.record.span import Span
from onionskin.store.contract import SourceEntry
from onionskin.store.decisions import Kept, Moved
from onionskin.text.quotes import Lost, anchored, quoted
from onionskin.workbench.assembling import beginning, papers_of


def moved(
    entry: SourceEntry, before: PageText, pages: Sequence[PageText], papers: Sequence[Document], held: Orders
) -> Moved:
    """What becomes of the beginnings on a page; `pages` are all of the source, the page as it is read now among them,
    `papers` those that stand, `held` what people decided until now.
    """
    n = before.n
    now = pages[n - 1]
    places = tuple(
        (each.offset, at)
        for each in held.places
        if each.page == n and each.offset and (at := _line_again(before, now, each.offset)) is not None
    )
    offsets = dict(places)
    settled = tuple(
        Settled(each.page, offsets.get(each.offset, each.offset), each.begins) if each.page == n else each
        for each in held.places
    )
    others = tuple(each for each in held.begun if each.page != n)
    surrogate = Surrogate(entry.names[0], entry.sha256, entry.media_type)
    found = papers_of(surrogate, pages, Orders(settled, held.pages, others))
    starts = [at for page, at in (beginning(each, others) for each in found) if page == n]
    were = {paper.id: at for paper in papers for page, at in (beginning(paper, held.begun),) if page == n}
    return Moved(n, places, tuple(_begun(entry.sha256, before, now, were, starts)))


def moved_back(kept: Kept, was: Orders) -> Moved:
    """The same of a page that is as it was before a decision; `was` is what had been decided until then."""
    if kept.after is None:
        raise TypeError(f"entry {kept.entry} of the journal moved nothing")
    n = kept.after.page
    places = tuple((now, before) for before, now in kept.after.places)
    return Moved(n, places, tuple(each for each in was.begun if each.page == n))


def _begun(
    source: str, before: PageText, now: PageText, were: dict[str, int], starts: Sequence[int]
) -> Iterator[Begun]:
    """The papers that begin elsewhere than their ids tell: found by their first line, else by their order if as many
    are left over as beginnings.
    """
    free = list(starts)
    at: dict[str, int] = {}
    for paper, offset in were.items():
        line = 0 if offset == 0 else _line_again(before, now, offset)
        if line in free:
            at[paper] = line
            free.remove(line)
    left = [paper for paper in were if paper not in at]
    if len(left) == len(free):
        at.update(zip(left, free, strict=True))
    for paper, offset in at.items():
        if record_id(source, now.n, offset) != paper:
            yield Begun(now.n, offset, paper)


def _line_again(before: PageText, now: PageText, offset: int) -> int | None:
    """Where the line that began at an offset begins now."""
    end = before.text.find("\n", offset)
    line = before.text[offset : end if end >= 0 else len(before.text)].rstrip()
    place = anchored([now], quoted(before, Span(offset, offset + len(line)))) if line.strip() else Lost("blank")
    if isinstance(place, Lost):
        return None
    start = now.text.rfind("\n", 0, place.span.start) + 1
    return start if now.text[:start].strip() else 0
