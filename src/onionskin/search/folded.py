"""The words of a paper as they are compared, passage by passage, kept so that no search has to fold them again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onionskin.search.passages import Column

TABLE = "CREATE TABLE folded (paper INTEGER PRIMARY KEY, columns TEXT NOT NULL, lines BLOB NOT NULL)"

_COLUMNS = tuple(Column)
_SIGNS = {column: str(n) for n, column in enumerate(Column)}
_QUICK = 1
"""Of zlib: as small as text gets in the time that there is."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A line for each passage, in their order: its words parted by single blanks, and a blank at either end.

    `whole` are all lines in one; a run of words with a blank at either end is found in it only within a passage.
    """

    columns: tuple[Column, ...]
    whole: str

    @property
    def lines(self) -> tuple[str, ...]:
        """One by one."""
        return tuple(self.whole.split("\n")) if self.columns else ()

    def of_column(self) -> dict[Column, list[str]]:
        """The lines of each column; those without have none."""
        held: dict[Column, list[str]] = {column: [] for column in Column}
        for column, line in zip(self.columns, self.lines, strict=True):
            held[column].append(line.strip())
        return held


def folded(read: Iterable[tuple[Column, Sequence[str]]]) -> Folded:
    """Of the words of each passage."""
    told = [(column, f" {' '.join(run)} ") for column, run in read]
    return Folded(tuple(column for column, _ in told), "\n".join(line for _, line in told))


def keep(connection: sqlite3.Connection, paper: int, of: Folded) -> None:
    """As a row of the table."""
    signs = "".join(_SIGNS[column] for column in of.columns)
    connection.execute("INSERT INTO folded VALUES (?, ?, ?)", (paper, signs, zlib.compress(of.whole.encode(), _QUICK)))


def whole(connection: sqlite3.Connection, paper: int) -> str:
    """All lines that were kept of a paper, in one."""
    (lines,) = connection.execute("SELECT lines FROM folded WHERE paper = ?", (paper,)).fetchone() or (None,)
    return zlib.decompress(lines).decode() if lines else ""


def kept(connection: sqlite3.Connection, paper: int) -> Folded:
    """What was kept of a paper."""
    query = "SELECT columns, lines FROM folded WHERE paper = ?"
    signs, lines = connection.execute(query, (paper,)).fetchone() or ("", b"")
    columns = tuple([_COLUMNS[int(sign)] for sign in signs])
    return Folded(columns, zlib.decompress(lines).decode() if signs else "")
