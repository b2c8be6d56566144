"""Rows of CSV that no spreadsheet takes for anything but words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins to reckon."""


def csv_row(cells: Iterable[str]) -> str:
    """One row with its end; a cell that would be a formula gets an apostrophe before it."""
    line = io.StringIO()
    csv.writer(line).writerow(map(_plain, cells))
    return line.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
