"""Where papers lie: the sources that were read, in their folders, and the archives and files that papers name."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection

from onionskin.inventory.facts import UNDATED, Sheet


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of sources; its name is empty where their names have none."""

    folder: str
    sources: int
    papers: int
    doubtful: int
    questions: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One source: its papers, those with open doubts, and boundaries that are a question."""

    sha256: str
    name: str
    media_type: str
    papers: int
    doubtful: int
    questions: int


@dataclass(frozen=True, slots=True)
class ShelfPaper:
    """A paper in its source: the pages it stands on, its open doubts, boundaries in question, lines nobody claimed."""

    record: str
    page: int
    last_page: int
    doubtful: int
    questions: int
    unclaimed: int


@dataclass(frozen=True, slots=True)
class Holding:
    """Papers of one archive, or of one file in it, with the days of the earliest and the latest dated one."""

    archive: str
    file: str
    papers: int
    first: str
    last: str


_FOLDERS = """
SELECT folder, count(*), sum(papers), sum(doubtful), sum(questions) FROM source GROUP BY folder
ORDER BY folder LIMIT ? OFFSET ?
"""
_SOURCE = "SELECT sha256, name, media_type, papers, doubtful, questions FROM source"
_PAPERS = """
SELECT record, page, last_page, paper.doubtful, paper.questions, unclaimed
FROM paper JOIN source ON source.n = paper.source WHERE sha256 = ? ORDER BY page, last_page, paper.n LIMIT ? OFFSET ?
"""
_SHEETS = """
SELECT sheet.page, max(words), max(confidence), min(sheet.doubtful), min(unread), max(reader)
FROM source JOIN paper ON paper.source = source.n JOIN sheet ON sheet.paper = paper.n
WHERE sha256 = ? GROUP BY sheet.page ORDER BY sheet.page
"""
_DATES = f"coalesce(min(nullif(day, '{UNDATED}')), ''), coalesce(max(nullif(day, '{UNDATED}')), '')"


def folders(connection: Connection, limit: int, offset: int) -> tuple[int, tuple[Folder, ...]]:
    """How many folders there are, and those asked for, by name."""
    (total,) = connection.execute("SELECT count(DISTINCT folder) FROM source").fetchone()
    return total, tuple(Folder(*row) for row in connection.execute(_FOLDERS, (limit, offset)))


def shelves(connection: Connection, folder: str, limit: int, offset: int) -> tuple[int, tuple[Shelf, ...]]:
    """How many sources a folder has, and those asked for, by name."""
    (total,) = connection.execute("SELECT count(*) FROM source WHERE folder = ?", (folder,)).fetchone()
    query = f"{_SOURCE} WHERE folder = ? ORDER BY name, n LIMIT ? OFFSET ?"
    return total, tuple(Shelf(*row) for row in connection.execute(query, (folder, limit, offset)))


def shelf(connection: Connection, sha256: str) -> Shelf | None:
    """One source by its hash, None where no paper was found in it."""
    row = connection.execute(f"{_SOURCE} WHERE sha256 = ?", (sha256,)).fetchone()
    return Shelf(*row) if row is not None else None


def papers_on(connection: Connection, sha256: str, limit: int, offset: int) -> tuple[ShelfPaper, ...]:
    """The papers of a source as they stand in it."""
    return tuple(ShelfPaper(*row) for row in connection.execute(_PAPERS, (sha256, limit, offset)))


def sheets_of(connection: Connection, sha256: str) -> tuple[Sheet, ...]:
    """How well the pages of a source were read that were images; two papers may share one."""
    return tuple(Sheet(*row) for row in connection.execute(_SHEETS, (sha256,)))


def archives(connection: Connection) -> tuple[Holding, ...]:
    """The archives that papers name, those with most papers first; an empty name is of papers that name none."""
    query = f"SELECT archive, '', count(*), {_DATES} FROM paper GROUP BY archive ORDER BY count(*) DESC, archive"  # noqa: S608
    return tuple(Holding(*row) for row in connection.execute(query))


def files_of(connection: Connection, archive: str, limit: int, offset: int) -> tuple[int, tuple[Holding, ...]]:
    """How many files of an archive papers name, and those asked for, by their names."""
    (total,) = connection.execute("SELECT count(DISTINCT file) FROM paper WHERE archive = ?", (archive,)).fetchone()
    query = f"""
    SELECT archive, file, count(*), {_DATES} FROM paper WHERE archive = ? GROUP BY file
    ORDER BY file = '', file LIMIT ? OFFSET ?
    """  # noqa: S608 - our own words
    return total, tuple(Holding(*row) for row in connection.execute(query, (archive, limit, offset)))


def records_in(connection: Connection, archive: str, file: str, limit: int, offset: int) -> tuple[int, tuple[str, ...]]:
    """How many papers lie in a file of an archive, and those asked for, by date."""
    (total,) = connection.execute(
        "SELECT count(*) FROM paper WHERE archive = ? AND file = ?", (archive, file)
    ).fetchone()
    query = "SELECT record FROM paper WHERE archive = ? AND file = ? ORDER BY day, n LIMIT ? OFFSET ?"
    return total, tuple(record for (record,) in connection.execute(query, (archive, file, limit, offset)))
