from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import batch, telegram

from onionskin.errors import CollectionBusyError, CollectionError, StorageError
from onionskin.record.document import Document
from onionskin.review.release import release
from onionskin.search import sqlite_fts
from onionskin.search.passages import Column, Entry, entry_of
from onionskin.search.query import And, Dates, Field, FieldName, Not, Or, Phrase, Prefix, Query, Word, parse
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.search.words import words

FAR_APART = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot")
"""Words that nobody misreads for one another."""

COLUMNS = {
    FieldName.FROM: {Column.SENDER},
    FieldName.TO: {Column.RECIPIENT},
    FieldName.SUBJECT: {Column.SUBJECT},
    FieldName.PERSON: {Column.SENDER, Column.RECIPIENT, Column.PERSON},
    FieldName.NUMBER: {Column.NUMBER},
}


def meets(entry: Entry, query: Query) -> bool:  # noqa: PLR0911 - one answer for each form of query
    """What a query means, said plainly: looks through a paper word by word."""
    match query:
        case And(parts):
            return all(meets(entry, part) for part in parts)
        case Or(parts):
            return any(meets(entry, part) for part in parts)
        case Not(part):
            return not meets(entry, part)
        case Dates(first, last):
            days = entry.days
            return days is not None and (not last or days[0] <= f"{last}-99") and (not first or days[1] >= first)
        case Field(FieldName.KIND | FieldName.MARKING as name, term):
            return (name, " ".join(words(term.text))) in {(heap.name, heap.value) for heap in entry.heaps}
        case Field(name, term):
            return stands(entry, term, COLUMNS[name])
        case term:
            return stands(entry, term, set(Column))


def stands(entry: Entry, term: Word | Prefix | Phrase, columns: set[Column]) -> bool:
    run = words(term.text)
    for passage in entry.passages:
        read = words(passage.text)
        for at in range(len(read) - len(run) + 1):
            here = read[at : at + len(run)]
            same_last = here[-1].startswith(run[-1]) if isinstance(term, Prefix) else here[-1] == run[-1]
            if passage.column in columns and here[:-1] == run[:-1] and same_last:
                return True
    return False


some_words = st.lists(st.sampled_from(FAR_APART), min_size=1, max_size=4).map(" ".join)
papers = st.builds(
    telegram,
    st.integers(1, 3),
    to=st.sampled_from(FAR_APART),
    signer=st.sampled_from(FAR_APART),
    subject=some_words,
    date=st.sampled_from(["1961-11-03", "1962-02-01", "1962-02", "1962"]),
    level=st.sampled_from(["SECRET", "TOP SECRET"]),
    caption=st.none(),
    body=st.lists(some_words, max_size=2),
    stamp=st.none(),
)
word = st.sampled_from(FAR_APART).map(Word)
term = st.one_of(word, some_words.map(Phrase), st.sampled_from(FAR_APART).map(lambda each: Prefix(each[:2])))
day = st.sampled_from(["1961", "1961-11-03", "1962-01", "1962-02-02"])
leaf: st.SearchStrategy[Query] = st.one_of(
    term,
    term,
    st.builds(Field, st.sampled_from(sorted(COLUMNS)), term),
    st.builds(Dates, st.none(), day),
    st.builds(Dates, day, st.none()),
    day.map(lambda each: Dates(each, each)),
    st.sampled_from([parse("kind:telegram"), parse("kind:letter"), parse('marking:"TOP SECRET"'), parse("number:2")]),
)
query = st.recursive(
    leaf,
    lambda of: st.one_of(
        st.lists(of, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(of, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        of.map(Not),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def reused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteIndex]:
    with SqliteIndex(tmp_path_factory.mktemp("index") / "search.db") as index:
        yield index


@given(st.lists(papers, max_size=5, unique_by=lambda paper: paper.id), st.lists(query, min_size=1, max_size=6))
def test_a_query_finds_the_papers_that_meet_it_and_no_others(
    reused: SqliteIndex, shelf: list[Document], asked: list[Query]
) -> None:
    reused.clear()
    reused.add(release(paper, "public") for paper in shelf)
    entries = [entry_of(release(paper, "public")) for paper in shelf]
    for each in asked:
        found = reused.find(each)
        assert {hit.record for hit in found.hits} == {entry.record for entry in entries if meets(entry, each)}, each
        assert found.total == len(found.hits)
        assert found.tolerant == ()


@given(st.lists(papers, min_size=1, max_size=3, unique_by=lambda paper: paper.id), some_words)
def test_a_hit_of_a_phrase_points_at_its_words(reused: SqliteIndex, shelf: list[Document], phrase: str) -> None:
    reused.clear()
    reused.add(release(paper, "public") for paper in shelf)
    for hit in reused.find(Phrase(phrase)).hits:
        [paper] = [paper for paper in shelf if paper.id == hit.record]
        assert words(hit.span.of(paper.pages[hit.page - 1].text)) == words(phrase)
        assert words(hit.snippet.split("\x02")[1].split("\x03")[0]) == words(phrase)


def add(path: Path, *shelf: Document) -> None:
    with SqliteIndex(path) as index:
        index.add(release(paper, "public") for paper in shelf)


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    add(tmp_path / "search.db", *batch(3))
    return tmp_path / "search.db"


def test_an_index_is_found_again(path: Path) -> None:
    with SqliteIndex(path) as index:
        assert index.find(parse("subject:step")).total == 3


def test_the_columns_of_the_table_are_those_of_the_papers(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        columns = connection.execute("SELECT name FROM pragma_table_info('text')").fetchall()
    assert [name for (name,) in columns][: len(Column)] == list(Column)


def seen_and_told(path: Path) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The words with the number of papers that have them: as the full text has them, and as they were counted."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, text, row)")
        seen = connection.execute("SELECT term, doc FROM seen WHERE length(term) > 1").fetchall()
        return sorted(seen), connection.execute("SELECT word, papers FROM word ORDER BY word").fetchall()


def test_adding_and_removing_leaves_the_full_text_and_the_counts_of_words_sound(path: Path) -> None:
    with SqliteIndex(path) as index:
        index.add(release(paper, "public") for paper in batch(5))
        index.remove([batch(5)[1].id])
    change(path, "INSERT INTO text (text) VALUES ('optimize')")
    seen, told = seen_and_told(path)
    assert dict(told)["brandov"] == 4
    assert seen == told


def parts(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(DISTINCT segid) FROM text_idx").fetchone()[0])


def test_settling_joins_the_pieces_of_the_full_text_and_finds_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_fts, "PARTS", 1)
    change(path, "INSERT INTO text (text, rank) VALUES ('automerge', 0)")
    with SqliteIndex(path) as index:
        for paper in batch(12):
            index.add([release(paper, "public")])
        before = index.find(parse("subject:step"))
        assert parts(path) > 1
        index.settle()
        assert parts(path) <= 1
        assert index.find(parse("subject:step")) == before


def test_an_index_of_another_version_is_begun_anew(path: Path) -> None:
    change(path, "PRAGMA user_version = 999")
    with SqliteIndex(path) as index:
        assert list(index.ids()) == []
        index.add(release(paper, "public") for paper in batch(2))
        assert index.find(parse("subject:step")).total == 2


def test_a_damaged_index_is_begun_anew(path: Path) -> None:
    path.write_bytes(b"no database, and long enough to be looked at as one" * 50)
    with SqliteIndex(path) as index:
        assert list(index.ids()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"search\.db"):
        SqliteIndex(tmp_path / "missing" / "search.db")


def test_a_writer_waits_only_so_long_and_a_reader_not_at_all(path: Path) -> None:
    with SqliteIndex(path, patience=0.05) as index, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CollectionBusyError):
            index.remove([batch(1)[0].id])
        assert index.find(parse("subject:step")).total == 3
        other.execute("ROLLBACK")


def test_nothing_to_do_is_done_without_waiting(path: Path) -> None:
    with SqliteIndex(path, patience=0.05) as index, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        index.add([])
        index.remove([])
        other.execute("ROLLBACK")


def test_a_full_disk_leaves_the_index_as_it_was(path: Path) -> None:
    with SqliteIndex(path) as index:
        before = list(index.held())
        with index._connections.writing() as connection:
            connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(StorageError):
            index.add(release(paper, "public") for paper in batch(400))
        assert list(index.held()) == before


def test_many_may_find_while_one_adds(path: Path) -> None:
    with SqliteIndex(path) as index, ThreadPoolExecutor(4) as threads:
        finding = [threads.submit(index.find, parse("subject:step")) for _ in range(40)]
        for paper in batch(20):
            index.add([release(paper, "public")])
        totals = [each.result().total for each in finding]
    assert all(3 <= total <= 20 for total in totals)


@pytest.mark.slow
def test_a_process_killed_while_it_adds_leaves_what_was_there(path: Path) -> None:
    killed = """
import os, signal, sys
from pathlib import Path
from onionskin.review.release import release
from onionskin.search.sqlite_fts import SqliteIndex
from tests.papers import batch

def papers():
    for n, paper in enumerate(batch(200)):
        if n == 150:
            os.kill(os.getpid(), signal.SIGKILL)
        yield release(paper, "public")

SqliteIndex(Path(sys.argv[1])).add(papers())
"""
    with SqliteIndex(path) as index:
        before = list(index.held())
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", killed, str(path)], cwd=root, check=False).returncode == -9
    with SqliteIndex(path) as index:
        assert list(index.held()) == before
        assert index.find(parse("subject:step")).total == 3
