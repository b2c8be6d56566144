"""The engines that are measured: Onionskin's index, SQLite's own full-text search and tantivy, each as it comes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from onionskin.record.document import Copy, Document, Paragraph, Source, Texts
from onionskin.record.evidence import Ink
from onionskin.record.fields import Kind
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.review.release import release
from onionskin.search.query import parse
from onionskin.search.sqlite_fts import SqliteIndex

BATCH = 200

Papers = Mapping[str, str]
"""The damaged text of each paper, paragraphs parted by an empty line."""
Find = Callable[[str], Sequence[str]]
"""From a query as it is typed to the names of at most ten papers, best first."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to search, and what it is called in the report."""

    name: str
    find: Find


def engines(papers: Papers, folder: Path) -> Iterator[Engine]:
    """All of them upon the same papers."""
    yield Engine("onionskin", _onionskin(papers, folder))
    connection = _fts5(papers)
    yield Engine("fts5, all words", lambda query: _asked(connection, " ".join(_quoted(query))))
    yield Engine("fts5, any word", lambda query: _asked(connection, " OR ".join(_quoted(query))))
    index = _tantivy(papers)
    yield Engine("tantivy, any word", lambda query: _searched(index, query, fuzzy=False))
    yield Engine("tantivy, fuzzy", lambda query: _searched(index, query, fuzzy=True))


def document(name: str, text: str) -> Document:
    """A paper that has nothing but its text."""
    sha = hashlib.sha256(name.encode()).hexdigest()
    paragraphs, at = [], 0
    for n, part in enumerate(text.split("\n\n"), 1):
        ink = Ink(PageNumber(1), Span(at, at + len(part)), "damaged")
        paragraphs.append(Paragraph(n, None, " ".join(part.split()), (ink,)))
        at += len(part) + 2
    return Document(
        id=f"os-{sha[:20]}",
        kind=Kind.OTHER,
        source=Source(name, sha, "text/plain", (PageNumber(1),)),
        copy=Copy(),
        pages=(PageText(PageNumber(1), text),),
        fields={},
        text=Texts(text, "\n\n".join(each.text for each in paragraphs), tuple(paragraphs)),
    )


def _onionskin(papers: Papers, folder: Path) -> Find:
    index = SqliteIndex(folder / "search.db")
    names = list(papers)
    called = {document(name, "").id: name for name in names}
    for at in range(0, len(names), BATCH):
        index.add(release(document(name, papers[name]), "public") for name in names[at : at + BATCH])
    index.settle()
    return lambda query: [called[hit.record] for hit in index.find(parse(query), limit=10).hits]


def _fts5(papers: Papers) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE paper USING fts5(name UNINDEXED, text)")
    connection.executemany("INSERT INTO paper VALUES (?, ?)", papers.items())
    return connection


def _asked(connection: sqlite3.Connection, match: str) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM paper(?) ORDER BY rank LIMIT 10", (match,))]


def _quoted(query: str) -> list[str]:
    return [f'"{word}"' for word in query.split()]


def _tantivy(papers: Papers) -> tantivy.Index:
    schema = tantivy.SchemaBuilder().add_text_field("name", stored=True, tokenizer_name="raw").add_text_field("text")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for name, text in papers.items():
        writer.add_document(tantivy.Document(name=name, text=text))
    writer.commit()
    index.reload()
    return index


def _searched(index: tantivy.Index, query: str, *, fuzzy: bool) -> list[str]:
    searcher = index.searcher()
    how = {"text": (False, 1, True)} if fuzzy else {}
    parsed, _ = index.parse_query_lenient(query, ["text"], fuzzy_fields=how)
    return [str(searcher.doc(place)["name"][0]) for _, place in searcher.search(parsed, 10).hits]
