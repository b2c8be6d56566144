"""All that people decided in a collection, and which of it concerns a paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from onionskin.desk.entities import names_of
from onionskin.desk.unread import stands_on
from onionskin.desk.verdicts import FOR
from onionskin.record.decisions import OF_LEDGER, OF_SOURCES
from onionskin.record.document import Document
from onionskin.record.references import SameAs, SameAsRelation
from onionskin.store.decisions import Kept
from onionskin.text.amending import own_part
from onionskin.text.quotes import Anchor, anchored

MUTUAL = frozenset({SameAsRelation.SAME_PAPER, SameAsRelation.SAME_COPY, SameAsRelation.VERSION})
"""What one record is to another, the other is to it."""
Stands = Callable[[str], bool]
"""Whether a record stands: it was found in the last reading of its source."""


class Book:
    """The standing decisions of a collection."""

    def __init__(self, decisions: Iterable[Kept]) -> None:
        self.decisions = tuple(decisions)
        """Oldest first; the reading itself obeys those of boundaries and pages."""
        self._by_record: dict[str, list[Kept]] = defaultdict(list)
        self._by_source: dict[str, list[Kept]] = defaultdict(list)
        self._mirrored: dict[str, list[Kept]] = defaultdict(list)
        copies: dict[frozenset[str], bool] = {}
        for each in self.decisions:
            if each.record is None or each.about in OF_SOURCES | OF_LEDGER:
                continue
            self._by_record[each.record].append(each)
            self._by_source[each.source or ""].append(each)
            if isinstance(each.subject, SameAs):
                if each.subject.relation is SameAsRelation.SAME_COPY:
                    copies[frozenset({each.record, each.subject.record})] = each.verb in FOR
                if each.subject.relation in MUTUAL:
                    self._mirrored[each.subject.record].append(_mirrored(each, each.record, each.subject))
        self._copies = [pair for pair, same in copies.items() if same]
        self.names = names_of(self.decisions)
        """By each merged entity the one it goes by."""

    def on(self, document: Document, stands: Stands) -> tuple[Kept, ...]:
        """What is decided of a paper, oldest first.

        With it what was decided of a record that another reading of the same file no longer finds, where the words
        stand in this paper now, what was decided of another scan of the same copy, as far as it quotes ink, and what
        was said of another paper and this one together.
        """
        own = self._by_record.get(document.id, [])
        lost = [each for each in self._strayed(document, stands) if _is_in(document, each)]
        copies = self.copies_of(document.id)
        carried = [each for other in copies for each in self._by_record.get(other, ()) if each.quote is not None]
        mirrored = self._mirrored.get(document.id, [])
        return tuple(sorted((*own, *lost, *carried, *mirrored), key=attrgetter("entry")))

    def homeless(self, of_source: Callable[[str], Iterable[Document]], stands: Stands) -> Iterator[Kept]:
        """Decisions of records that are no longer found, whose words stand in no other paper of their file."""
        for source, held in self._by_source.items():
            strayed = [each for each in held if not stands(each.record or "")]
            papers = tuple(of_source(source)) if strayed else ()
            yield from (each for each in strayed if not any(_is_in(paper, each) for paper in papers))

    def _strayed(self, document: Document, stands: Stands) -> Iterator[Kept]:
        for each in self._by_source.get(document.source.sha256, ()):
            if each.record != document.id and not stands(each.record or ""):
                yield each

    def copies_of(self, record: str) -> frozenset[str]:
        """Other scans of the same copy, as people decided."""
        return frozenset().union(*(pair - {record} for pair in self._copies if record in pair))


def _mirrored(kept: Kept, record: str, subject: SameAs) -> Kept:
    """What is said of two records, as the other one hears it."""
    return replace(kept, record=subject.record, subject=replace(subject, record=record), to=record)


def _is_in(document: Document, kept: Kept) -> bool:
    """Whether the words of a decision, or the ink without words, stand in the paper's own part of its pages."""
    if kept.patch is not None:
        return stands_on(document, kept.patch)
    if kept.quote is None:
        return False
    place = anchored(document.pages, kept.quote)
    return (
        isinstance(place, Anchor)
        and (part := own_part(document.text, document.pages).get(place.page)) is not None
        and part.covers(place.span)
    )
