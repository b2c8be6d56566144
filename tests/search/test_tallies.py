"""Heaps are counted the same whether SQLite counts or we do, and nothing outlives a change of the index."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.papers import telegram

from onionskin.review.release import release
from onionskin.search import tallies
from onionskin.search.contract import Counted
from onionskin.search.query import parse
from onionskin.search.sqlite_fts import SqliteIndex


def held(path: Path) -> SqliteIndex:
    index = SqliteIndex(path / "search.db")
    index.add(
        release(telegram(n, to=f"POST {n % 7}", signer=f"S{n % 60}", date=f"196{n % 3}-0{n % 9 + 1}-11"), "public")
        for n in range(150)
    )
    return index


@pytest.mark.parametrize("query", ["talks", "to:3 OR to:5", "date:1961"])
def test_many_papers_are_counted_as_few_are(query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held(tmp_path) as index:
        by_sqlite = index.find(parse(query), heaps=5).heaps
    monkeypatch.setattr(tallies, "FEW", 0)
    monkeypatch.setattr(tallies, "SMALL", 4)
    with SqliteIndex(tmp_path / "search.db") as index:
        assert index.find(parse(query), heaps=5).heaps == by_sqlite
    assert len(by_sqlite["from"]) == 5


def test_the_fullest_heaps_come_first_and_years_in_their_order(tmp_path: Path) -> None:
    with held(tmp_path) as index:
        heaps = index.find(parse("talks"), heaps=3).heaps
    posts = Counter(f"post {n % 7}" for n in range(150))
    assert [each.papers for each in heaps["to"]] == [size for _, size in posts.most_common(3)]
    assert heaps["year"] == tuple(Counted(str(year), str(year), 50) for year in (1960, 1961, 1962))


def test_a_paper_that_is_added_is_counted_at_once(tmp_path: Path) -> None:
    with held(tmp_path) as index:
        before = index.find(parse("talks"), heaps=3)
        index.add([release(telegram(500, level="UNCLASSIFIED"), "public")])
        after = index.find(parse("talks"), heaps=3)
    assert (before.total, after.total) == (150, 151)
    assert Counted("unclassified", "UNCLASSIFIED", 1) in after.heaps["marking"]
