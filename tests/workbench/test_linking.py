"""Papers linked as they are kept, and again when what they cite comes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.workbench.box import TELEGRAM, faults, opened

from onionskin.record.codec import to_line
from onionskin.record.document import Document
from onionskin.record.references import ResolutionState
from onionskin.settings import Settings
from onionskin.store.contract import Tie
from onionskin.workbench import find, link_again, read, read_records, show
from onionskin.workbench.linking import Linking

Writes = Callable[[Path], Path]


def cited(folder: Path) -> Path:
    """Telegram 77 of 9 February 1961 to Lisbon."""
    path = folder / "cited.txt"
    path.write_text(textwrap.dedent(TELEGRAM.format(number=77)).lstrip("\n"), encoding="utf-8")
    return path


def citing(folder: Path) -> Path:
    """Telegram 81 of the next day, which cites it."""
    words = textwrap.dedent(TELEGRAM.format(number=81)).lstrip("\n")
    body, signature = words.index("You should"), words.index("RUSK")
    said = "Ambassador's report on harvest of cork was read with interest; see DEPTEL 77."
    words = f"{words[:body]}{said}\n\n{words[signature:]}"
    words = words.replace("Feb 9", "Feb 10").replace("Airlift of Foodstuffs", "Harvest")
    path = folder / "citing.txt"
    path.write_text(words, encoding="utf-8")
    return path


def reference(document: Document) -> tuple[ResolutionState, str | None]:
    (each,) = (each for each in document.references if each.number == "77")
    return each.resolved.state, each.resolved.record


@pytest.mark.parametrize("order", [(cited, citing), (citing, cited)])
def test_a_paper_is_linked_to_the_one_it_cites_whichever_comes_first(tmp_path: Path, order: tuple[Writes, ...]) -> None:
    with opened(tmp_path / "c") as c:
        ids = {}
        for write in order:
            (outcome,) = read(c, [write(tmp_path)])
            ids[write] = outcome.documents[0].id
        shown = show(c, ids[citing]).document
        assert reference(shown) == (ResolutionState.LINKED, ids[cited])
        assert reference(c.store.record(ids[citing]).document) == (ResolutionState.CITED_NOT_HELD, None)
        assert c.store.ties(ids[cited]) == (Tie(ids[citing], ids[cited], "cites"),)
        assert find(c, "number:81").total == 1
    assert faults(tmp_path / "c") == []


def test_what_is_known_already_is_given_as_it_is_linked(tmp_path: Path) -> None:
    paths = [cited(tmp_path), citing(tmp_path)]
    with opened(tmp_path / "c") as c:
        list(read(c, paths))
        first = [to_line(document) for document in c.store.records(linked=True)]
        again = list(read(c, paths))
        assert {outcome.state for outcome in again} == {"unchanged"}
        assert [to_line(document) for outcome in again for document in outcome.documents] == first


def test_a_run_that_died_before_linking_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with opened(tmp_path / "c") as c:
        with monkeypatch.context() as while_it_lasts:
            while_it_lasts.setattr(Linking, "take_in", killed)
            for path in (cited(tmp_path), citing(tmp_path)):
                with pytest.raises(KeyboardInterrupt):
                    list(read(c, [path]))
        assert len(list(c.store.waiting("any"))) == 2
        assert link_again(c, waiting_only=True) == 1
        states = [reference(d)[0] for d in c.store.records(linked=True) if d.references]
        assert states == [ResolutionState.LINKED]
    assert faults(tmp_path / "c") == []


def test_linking_over_again_changes_nothing_that_was_right(tmp_path: Path) -> None:
    with opened(tmp_path / "c") as c:
        list(read(c, [citing(tmp_path), cited(tmp_path)]))
        before = list(c.store.records(linked=True))
        told: list[int] = []
        assert link_again(c, progress=lambda progress: told.append(progress.done)) == 0
        assert told == [2]
        assert list(c.store.records(linked=True)) == before


def test_papers_that_are_kept_nowhere_are_linked_to_one_another(tmp_path: Path) -> None:
    papers = list(read_records([citing(tmp_path), cited(tmp_path)], Settings(engine="null")))
    assert reference(papers[0]) == (ResolutionState.LINKED, papers[1].id)


@pytest.mark.parametrize("order", [(cited, citing), (citing, cited)])
def test_papers_read_without_linking_are_linked_later_as_they_would_have_been(
    tmp_path: Path, order: tuple[Writes, Writes]
) -> None:
    """Whichever came first, and whoever is asked to link them."""
    paths = [write(tmp_path) for write in order]
    with opened(tmp_path / "at once") as c:
        list(read(c, paths))
        wanted = [to_line(document) for document in c.store.records(linked=True)]
    with opened(tmp_path / "later") as c:
        bare = [document for outcome in read(c, paths, link=False) for document in outcome.documents]
        assert all(each.resolved.state is not ResolutionState.LINKED for d in bare for each in d.references)
        assert find(c, "cork").total == 1
        link_again(c, waiting_only=True)
        assert [to_line(document) for document in c.store.records(linked=True)] == wanted
        assert link_again(c, waiting_only=True) == 0
