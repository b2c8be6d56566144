"""What an index promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from onionskin.record.page import PageNumber
from onionskin.record.released import Released
from onionskin.record.span import Span
from onionskin.search.query import Query

MATCH_BEGINS, MATCH_ENDS = "\x02", "\x03"
"""Stand before and after each match in a snippet; no other character of a snippet is a control character."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper that meets the query, and the place in it that shows it best.

    `span` covers the best match in the raw text of `page`; where the query names no words (`date:1962`), the
    paper's first paragraph. `place` says it for people: "page 2, paragraph 4". `date` is EDTF, empty where the
    paper has none. `heading` is what a historian calls the paper: "Telegram 1359 from the Department of State to ...";
    `has_image` says whether the words of `page` have their places on an image.
    """

    record: str
    title: str
    date: str
    kind: str
    page: PageNumber
    span: Span
    snippet: str
    place: str
    heading: str = ""
    has_image: bool = False


class Order(StrEnum):
    """How papers found follow one another. The undated come last, and equals as they were taken in."""

    BEST = "best"
    OLDEST = "oldest"
    NEWEST = "newest"
    TITLE = "title"


class Counted(NamedTuple):
    """So many of the papers found have this value: `value` as a query compares it, `label` as people write it."""

    value: str
    label: str
    papers: int


@dataclass(frozen=True, slots=True)
class Found:
    """`total` papers meet the query; `hits` are the ones asked for.

    The best are those in which the words of the query stand together, as they are spelt or, where no paper has them
    so, nearly so; then those that have them apart, and last those that have them only nearly so. `tolerant` tells the
    words that were taken for others: "kuznetsoy for Kuznetsov"; it is empty where every hit has them as they are spelt.
    `heaps` counts the values of all papers found, by the name of the field, `year` and `month`.
    """

    total: int
    hits: tuple[Hit, ...]
    tolerant: tuple[str, ...]
    heaps: Mapping[str, tuple[Counted, ...]] = field(default_factory=dict)


class SearchIndex(Protocol):
    """Papers that may be shown, by their words. Everything in it can be made again from the papers.

    Safe to share between threads; between processes, one writes and any number find. Every method may raise
    CollectionError where the index cannot be used, CollectionBusyError where another process held it too long,
    StorageError where the disk is full. A method that raises has changed nothing.
    """

    def add(self, papers: Iterable[Released]) -> None:
        """Take papers in, each in place of what was held under its id, all in one transaction."""
        ...

    def remove(self, record_ids: Iterable[str]) -> None:
        """Forget papers, all in one transaction; ids it does not hold are passed over."""
        ...

    def clear(self) -> None:
        """Forget everything."""
        ...

    def settle(self) -> None:
        """Make what was taken in by many steps as quick to search as if it were one; nothing to do is done at once."""
        ...

    def wipe(self) -> bool:
        """Leave nothing of papers that were removed or replaced on the disk; False where others read it just now, and
        it is to be done once more.
        """
        ...

    def holds(self, record_id: str) -> str | None:
        """The digest of a paper as it is held (the SHA-256 of `codec.to_line`), None where it is not."""
        ...

    def held(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every paper, in the order of ids: to compare with what it ought to hold."""
        ...

    def ids(self) -> Iterator[str]:
        """The ids of all papers, in their order."""
        ...

    def find(  # noqa: PLR0913 - what can be asked of a search
        self,
        query: Query,
        *,
        limit: int = 20,
        offset: int = 0,
        order: Order = Order.BEST,
        heaps: int = 0,
        among: Sequence[str] | None = None,
    ) -> Found:
        """Papers that meet the query, of equally good ones the oldest first.

        With `heaps`, at most so many values of each field are counted, the fullest first; of years and months all, in
        their order. With `among` those of these ids alone, in the order in which they stand among all; `tolerant` is
        of all then too.
        """
        ...

    def hits(
        self, query: Query, *, order: Order = Order.BEST, among: Sequence[str] | None = None, exact: bool = True
    ) -> Iterator[Hit]:
        """All that `find` finds, one after the other, made a few at a time; nothing is held between two lots.

        Without `exact` no words are looked for on the page: a hit has an empty `span`, and `has_image` is false.
        """
        ...

    def lacking(self, record_ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that it does not hold."""
        ...

    def all_found(self, query: Query) -> tuple[str, ...]:
        """The ids of all papers that meet the query, in their order."""
        ...

    def close(self) -> None:
        """Let go of files."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
