"""What is removed goes out of everything that shows papers, and comes back whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workbench.box import opened, typed
from tests.workbench.test_linking import cited, citing

from onionskin.cli import main
from onionskin.errors import NotFoundError, RemovedError, UsageError
from onionskin.store.contract import Removal
from onionskin.workbench import (
    Collection,
    JobState,
    Workshop,
    along_with_paper,
    along_with_source,
    bring_back,
    check,
    cited_by,
    find,
    is_much,
    listing,
    missing,
    read,
    removals,
    remove,
    show,
)
from onionskin.workbench.linking import still_to_link
from onionskin.workbench.removing import AT_ONCE


def two(c: Collection, folder: Path) -> tuple[str, str]:
    """A paper, and the one that it cites."""
    first, second = (outcome.documents[0].id for outcome in read(c, [citing(folder), cited(folder)]))
    return first, second


def test_it_is_said_first_what_goes_along(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        later, earlier = two(c, tmp_path)
        along = along_with_paper(c, earlier[:14])
        assert (along.records, along.others, along.decisions, along.left) == ((earlier,), (later,), 0, 0)
        assert [row.id for row in along.rows] == [earlier]
        sha256 = c.store.record(earlier).document.source.sha256
        of_source = along_with_source(c, sha256)
        assert (of_source.records, of_source.source) == ((earlier,), sha256)
        (name,) = (entry.names[0] for entry in c.store.sources() if entry.sha256 == sha256)
        assert along_with_source(c, name) == of_source
        assert len(list(c.store.records())) == 2


@pytest.mark.parametrize("of_source", [False, True])
def test_it_goes_out_of_list_search_and_links_and_comes_back(tmp_path: Path, of_source: bool) -> None:
    with opened(tmp_path / "c") as c:
        later, earlier = two(c, tmp_path)
        before = (listing(c).total, find(c, "telegram").total, cited_by(c, earlier), missing(c))
        sha256 = c.store.record(earlier).document.source.sha256
        done = remove(
            c, along_with_source(c, sha256) if of_source else along_with_paper(c, earlier), "ruth", "not ours"
        )
        assert [(each.entry, each.reason) for each in removals(c)] == [(done.entry, "not ours")]
        assert listing(c).total == 1
        assert earlier not in {hit.record for hit in find(c, "telegram").hits}
        assert later not in {tie.record for tie in c.store.ties(earlier)}
        (wanted,) = missing(c)
        assert wanted.number == "77"
        with pytest.raises(NotFoundError, match="holds no such paper") as told:
            show(c, earlier)
        assert "was removed" in told.value.advice
        assert list(check(c)) == []
        assert bring_back(c, done.entry, "ruth") == (earlier,)
        assert (listing(c).total, find(c, "telegram").total, cited_by(c, earlier), missing(c)) == before
        assert show(c, earlier).document.id == earlier
        assert list(check(c)) == []


def test_a_removed_file_is_not_read_in_again_and_says_how_it_comes_back(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        _, earlier = two(c, tmp_path)
        done = remove(c, along_with_source(c, c.store.record(earlier).document.source.sha256), "ruth")
        outcomes = list(read(c, [cited(tmp_path)]))
        assert [outcome.state for outcome in outcomes] == ["failed"]
        assert isinstance(outcomes[0].error, RemovedError)
        assert f"--undo {done.entry}" in str(outcomes[0].error)


def test_what_is_removed_already_cannot_be_removed(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        _, earlier = two(c, tmp_path)
        along = along_with_paper(c, earlier)
        remove(c, along, "ruth")
        with pytest.raises(NotFoundError):
            remove(c, along, "ann")
        for asked in (along_with_paper, along_with_source):
            with pytest.raises((NotFoundError, UsageError)):
                asked(c, earlier)


def test_under_review_it_is_said_without_showing_the_paper(tmp_path: Path) -> None:
    with opened(tmp_path / "c", policy="review") as c:
        (outcome,) = read(c, [cited(tmp_path)])
        along = along_with_paper(c, outcome.documents[0].id)
        assert (along.title, along.rows) == (outcome.documents[0].id, ())


def test_the_command_line_removes_lists_and_brings_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(tmp_path / "c") as c:
        _, earlier = two(c, tmp_path)
    of = ["-c", str(tmp_path / "c"), "--author", "ruth"]
    assert main.run(["remove", earlier, "--yes", "--reason", "not ours", *of]) == 0
    told = capsys.readouterr()
    assert "1 paper that lead to them" in told.err or "linked again" in told.err
    entry = told.out.split("--undo ")[1].split("`")[0]
    assert main.run(["remove", *of]) == 0
    assert "not ours" in capsys.readouterr().out
    assert main.run(["remove", "--undo", entry, *of]) == 0
    assert "1 paper brought back" in capsys.readouterr().out
    assert main.run(["remove", earlier, "--source", "x", *of]) == 2
    assert main.run(["remove", "os-nothing", "--yes", *of]) == 3


def asked_for(c: Collection, source: str, entry: int = 0) -> tuple[Workshop, int]:
    """Work that removes a source, or brings back what an entry removed."""
    workshop = Workshop(c.settings)
    job = workshop.bring_back(entry, "ruth") if entry else workshop.remove(along_with_source(c, source), "ruth", "no")
    return workshop, job.n


@pytest.mark.parametrize("left", ["index", "inventory", "links"])
def test_a_removal_that_broke_off_is_finished_and_not_begun_again(tmp_path: Path, left: str) -> None:
    """The process died between two steps, or was stopped."""
    with opened(tmp_path / "c") as c:
        later, earlier = two(c, tmp_path)
        sha256 = c.store.record(earlier).document.source.sha256
        workshop, n = asked_for(c, sha256)
        done = c.store.remove(Removal(author="ruth", source=sha256, title="letters"))
        if left != "index":
            c.index.remove(done.records)
        if left == "links":
            c.inventory.remove(done.records)
    with workshop:
        assert workshop.run_next()
        assert (workshop.job(n).state, workshop.job(n).reason) == (JobState.DONE, "no")
        assert [(file.state, file.papers) for file in workshop.files(n)] == [("removed", 1)]
    with opened(tmp_path / "c") as c:
        assert [each.entry for each in removals(c)] == [done.entry]
        assert [id_ for id_, _ in c.index.held()] == [later]
        assert [id_ for id_, _ in c.inventory.held()] == [later]
        assert not c.store.ties(later)
        assert list(check(c)) == []
        workshop, n = asked_for(c, "", done.entry)
        c.store.bring_back(done.entry, "ruth")
    with workshop:
        workshop.run_next()
        assert [(file.state, file.papers) for file in workshop.files(n)] == [("back", 1)]
    with opened(tmp_path / "c") as c:
        assert {id_ for id_, _ in c.index.held()} == {later, earlier}
        assert [tie.other for tie in c.store.ties(later)] == [earlier]
        assert list(check(c)) == []


def test_what_was_never_removed_is_told_with_the_work(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        two(c, tmp_path)
        workshop, n = asked_for(c, "", 1)
    with workshop:
        workshop.run_next()
        assert workshop.job(n).state is JobState.FAILED
        assert "no removal" in workshop.job(n).failed


def test_a_request_waits_for_its_own_papers_alone(tmp_path: Path) -> None:
    """What waits to be linked for another reason goes on waiting: a run that reads may have left thousands."""
    with opened(tmp_path / "c") as c:
        later, earlier = two(c, tmp_path)
        idle_file = tmp_path / "idle.txt"
        idle_file.write_text(typed(7), "utf-8")
        (idle,) = (each.documents[0].id for each in read(c, [idle_file]))
        c.store.let_wait([idle])
        along = along_with_paper(c, earlier)
        done = remove(c, along, "ruth")
        assert list(still_to_link(c)) == [idle]
        assert not c.store.ties(later)
        bring_back(c, done.entry, "ruth")
        assert list(still_to_link(c)) == [idle]
        assert [tie.other for tie in c.store.ties(later)] == [earlier]
        remove(c, along, "ruth", progress=lambda _: None)
        assert list(still_to_link(c)) == []


def test_it_is_much_where_more_papers_go_or_are_linked_than_somebody_waits_for() -> None:
    assert [is_much(AT_ONCE), is_much(AT_ONCE, 1), is_much(AT_ONCE + 1)] == [False, True, True]
