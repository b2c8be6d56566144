"""A collection's threads and its register of what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.workbench.box import opened
from tests.workbench.test_linking import cited, citing

from onionskin.cli.main import tree
from onionskin.errors import NotFoundError, NotReleasedError
from onionskin.workbench import cited_by, missing, read, thread


def test_a_thread_stands_in_the_order_of_time_with_what_leads_where(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        later, earlier = (outcome.documents[0].id for outcome in read(c, [citing(tmp_path), cited(tmp_path)]))
        found = thread(c, later[:14])
        assert [row.id for row in found.papers] == [earlier, later]
        (step,) = cited_by(c, earlier)
        assert (step.record, step.other, step.relation) == (later, earlier, "cites")
        assert step in found.steps
        assert cited_by(c, later) == ()
        assert found.missing == missing(c) == ()
        with pytest.raises(NotFoundError):
            thread(c, "os-nothing")


def test_what_is_cited_and_not_held_is_told_until_it_comes(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        list(read(c, [citing(tmp_path)]))
        (wanted,) = missing(c)
        assert (wanted.number, wanted.from_, wanted.to) == ("77", "washington", "portugal")
        list(read(c, [cited(tmp_path)]))
        assert missing(c) == ()


def test_under_review_neither_is_shown(tmp_path: Path) -> None:
    with opened(tmp_path / "c", policy="review") as c:
        (outcome,) = read(c, [citing(tmp_path)])
        with pytest.raises(NotReleasedError):
            thread(c, outcome.documents[0].id)
        with pytest.raises(NotReleasedError):
            missing(c)


def test_the_command_line_says_both(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        (outcome,) = read(c, [citing(tmp_path)])
    of = ["-c", str(tmp_path / "c")]
    told = CliRunner().invoke(tree, ["missing", *of])
    assert told.stdout.split("\t")[:5] == ["by 1961-02-10", "telegram 77", "Washington", "Portugal", "cited-not-held"]
    assert '"schema": "onionskin/missing/1"' in CliRunner().invoke(tree, ["missing", "--json", *of]).stdout
    shown = CliRunner().invoke(tree, ["thread", outcome.documents[0].id, *of]).stdout
    assert shown.startswith("* 1961-02-10")
    assert "telegram 77  Washington  Portugal" in shown
    assert (
        '"schema": "onionskin/thread/1"'
        in CliRunner().invoke(tree, ["thread", outcome.documents[0].id, "--json", *of]).stdout
    )
