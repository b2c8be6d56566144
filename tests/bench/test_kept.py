"""Papers kept with their truth are the same cases when they are taken from the folder again."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.case import Case, PaperTruth
from bench.reading.kept import TRUTH, NoTruthError, keep, kept

PAPER = PaperTruth(
    kind="letter",
    fields={"date": "1962-11-17", "copies_to": [{"surname": "Ball", "office": "U"}]},
    markings=({"level": "SECRET", "page": 1},),
    reading_contains=("I enclose what was said.",),
    damaged={"date": "Novemher 17"},
    unjudged=frozenset({"other_numbers"}),
)
CASE = Case(name="a.txt", text=b"Dear Mr. Able:\n", papers=(PAPER,), traits=frozenset({"plain"}))


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep([CASE], tmp_path / "box")
    assert list(kept([tmp_path / "box"])) == [CASE]


def test_papers_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    keep([CASE], tmp_path)
    keep([Case(name="b.txt", text=b"x", papers=())], tmp_path)
    assert [case.name for case in kept([tmp_path])] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("truth", [None, "no json", "[]", '{"a.txt": {}}', '{"a.txt": {"papers": [{"sort": "x"}]}}'])
def test_a_folder_without_a_truth_is_named(tmp_path: Path, truth: str | None) -> None:
    if truth is not None:
        (tmp_path / TRUTH).write_text(truth, encoding="utf-8")
    with pytest.raises(NoTruthError, match=TRUTH):
        list(kept([tmp_path]))
