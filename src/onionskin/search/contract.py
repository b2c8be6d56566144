"""What an index promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

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
    paper has none.
    """

    record: str
    title: str
    date: str
    kind: str
    page: PageNumber
    span: Span
    snippet: str
    place: str


@dataclass(frozen=True, slots=True)
class Found:
    """`total` papers meet the query; `hits` are the ones asked for, best first.

    Papers that have the words as they are spelt come before all that have them only nearly so. `tolerant` tells
    the latter's words: "kuznetsoy for Kuznetsov"; it is empty where every hit has the words as they are spelt.
    """

    total: int
    hits: tuple[Hit, ...]
    tolerant: tuple[str, ...]


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

    def holds(self, record_id: str) -> str | None:
        """The digest of a paper as it is held (the SHA-256 of `codec.to_line`), None where it is not."""
        ...

    def held(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every paper, in the order of ids: to compare with what it ought to hold."""
        ...

    def ids(self) -> Iterator[str]:
        """The ids of all papers, in their order."""
        ...

    def find(self, query: Query, *, limit: int = 20, offset: int = 0) -> Found:
        """Papers that meet the query: the best first, of equals the oldest."""
        ...

    def close(self) -> None:
        """Let go of files."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
