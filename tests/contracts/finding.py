"""An index asked, and what its hits point at."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.record.document import Document
from onionskin.record.released import Released
from onionskin.review.release import release
from onionskin.search.contract import Found, Hit, SearchIndex
from onionskin.search.query import parse


def released(*papers: Document) -> Iterator[Released]:
    return (release(paper, "public") for paper in papers)


def find(index: SearchIndex, query: str, limit: int = 20, offset: int = 0) -> Found:
    return index.find(parse(query), limit=limit, offset=offset)


def records(index: SearchIndex, query: str) -> list[str]:
    return [hit.record for hit in find(index, query).hits]


def raw(hit: Hit, paper: Document) -> str:
    """What is printed where the hit points to."""
    [page] = [page for page in paper.pages if page.n == hit.page]
    return hit.span.of(page.text)
