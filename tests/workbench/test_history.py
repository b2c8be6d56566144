"""What was decided stays told, is taken back once, and outlives every reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.workbench.decisions import (
    CLERK,
    LOST,
    OTHER,
    OTHER_CLERK,
    PAPER,
    asked,
    correct,
    keep,
    read_again,
    rows,
)

from onionskin.errors import ChangedMeanwhileError, NotFoundError, UsageError
from onionskin.record.decisions import Fate, Verb
from onionskin.record.document import Document
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber, PageText
from onionskin.record.references import ResolutionState, SameAsRelation
from onionskin.store.journal import broken
from onionskin.workbench import (
    Asked,
    Collection,
    adrift,
    along_with_paper,
    bring_back,
    check,
    decide,
    history,
    link_again,
    remove,
    show,
)


def test_deciding_twice_is_deciding_once_and_undo_takes_the_last_one_back(collection: Collection) -> None:
    before = show(collection, PAPER.id).document
    yes = asked(Verb.ACCEPT, "/emendations/0")
    assert [decide(collection, yes).new, decide(collection, yes).new] == [True, False]
    assert rows(collection) == 1
    decide(collection, asked(Verb.LINK, "/references/0", OTHER.id))
    decide(collection, asked(Verb.UNDO))
    assert len(show(collection, PAPER.id).document.decisions) == 1
    decide(collection, asked(Verb.UNDO, "/emendations/0"))
    assert show(collection, PAPER.id).document == before
    with pytest.raises(UsageError, match="nobody decided"):
        decide(collection, asked(Verb.UNDO))
    entries = list(collection.store.journal())
    assert list(broken(entries, (entries[-1].seq, entries[-1].chain))) == []


def test_a_whole_linking_again_keeps_what_was_decided(collection: Collection) -> None:
    decide(collection, asked(Verb.LINK, "/references/0", OTHER.id[:8]))
    decided = show(collection, PAPER.id).document
    link_again(collection)
    again = show(collection, PAPER.id).document
    assert again == decided
    assert (again.references[0].resolved.state, again.references[0].resolved.record) == (
        ResolutionState.LINKED,
        OTHER.id,
    )


def test_a_changed_reading_keeps_a_decision_or_has_it_adrift_and_a_later_one_finds_it_again(
    collection: Collection,
) -> None:
    decide(collection, asked(Verb.LINK, "/references/0", OTHER.id))
    decide(collection, correct(LOST, "QXJ 78"))
    kept = read_again(collection, "5459", "5469")
    assert [each.state for each in kept.decisions] == [Fate.STANDING, Fate.STANDING]
    assert kept.references[0].resolved.record == OTHER.id
    assert list(adrift(collection)) == []
    lost = read_again(collection, PAPER.pages[0].text[-30:], "")
    assert [each.state for each in lost.decisions] == [Fate.STANDING, Fate.ADRIFT]
    assert [(record, each.quote.exact if each.quote else "") for record, each in adrift(collection)] == [
        (PAPER.id, LOST)
    ]
    found = read_again(collection, "", "")
    assert [each.state for each in found.decisions] == [Fate.STANDING, Fate.STANDING]


def test_decisions_of_a_paper_that_was_removed_rest_and_come_back_with_it(collection: Collection) -> None:
    decide(collection, correct("long haggle", "short haggle"))
    along = along_with_paper(collection, PAPER.id)
    assert along.decisions == 1
    done = remove(collection, along, CLERK)
    assert list(adrift(collection)) == []
    with pytest.raises(NotFoundError):
        decide(collection, correct("Talks", "Walks"))
    bring_back(collection, done.entry, CLERK)
    assert "short haggle" in show(collection, PAPER.id).document.text.reading
    assert list(check(collection)) == []


def test_decisions_of_a_paper_that_is_no_longer_found_go_to_the_one_that_has_its_words(
    collection: Collection,
) -> None:
    decide(collection, correct("Report soonest", "Reply soonest"))
    decide(collection, asked(Verb.ACCEPT, "/same_as/0"))
    moved = replace(PAPER, id=record_id(PAPER.source.sha256, PageNumber(1), 7))
    keep(collection, [moved], "a reader that begins it elsewhere")
    assert "Reply soonest" in show(collection, moved.id).document.text.reading
    assert [(record, each.about.value) for record, each in adrift(collection)] == [(PAPER.id, "same-as")]
    with pytest.raises(UsageError, match="no longer finds"):
        decide(collection, correct("Talks", "Walks"))


def test_what_was_decided_of_one_scan_of_a_copy_holds_for_another(collection: Collection) -> None:
    decide(collection, correct("Report soonest", "Reply soonest"))
    pages = tuple(PageText(page.n, "a better scan\n" + page.text.replace("haggle;", "haggle,")) for page in PAPER.pages)
    sha = source_sha256("\f".join(page.text for page in pages).encode())
    better = Document(
        id=record_id(sha, PageNumber(1), 0),
        kind=PAPER.kind,
        source=replace(PAPER.source, sha256=sha),
        copy=PAPER.copy,
        pages=pages,
        fields={},
        text=replace(PAPER.text, transcription="\f".join(page.text for page in pages)),
    )
    keep(collection, [better])
    assert show(collection, better.id).document.corrections == ()
    decide(collection, replace(asked(Verb.LINK, to=better.id), relation=SameAsRelation.SAME_COPY))
    (correction,) = show(collection, better.id).document.corrections
    assert (correction.from_, correction.to) == ("Report soonest", "Reply soonest")
    decide(collection, replace(asked(Verb.UNLINK, to=better.id), relation=SameAsRelation.SAME_COPY))
    link_again(collection)
    assert show(collection, better.id).document.corrections == ()


def test_the_history_tells_who_decided_and_who_took_back_and_nothing_is_taken_back_twice(
    collection: Collection,
) -> None:
    answer = decide(collection, asked(Verb.ACCEPT, "/emendations/0", reason="so in the index"))
    decide(collection, asked(Verb.LINK, "/references/0", OTHER.id))
    assert answer.decision is not None
    decide(collection, Asked(Verb.UNDO, OTHER_CLERK, entry=answer.decision.entry))
    told = history(collection, PAPER.id)
    assert [(each.kept.verb, each.kept.author) for each in told.past] == [
        (Verb.UNDO, OTHER_CLERK),
        (Verb.LINK, CLERK),
        (Verb.ACCEPT, CLERK),
    ]
    assert [each.undone.author if each.undone else None for each in told.past] == [None, None, OTHER_CLERK]
    assert set(told.rows) == {PAPER.id, OTHER.id}
    assert [each.kept.verb for each in history(collection, limit=1, offset=1).past] == [Verb.LINK]
    with pytest.raises(ChangedMeanwhileError, match=OTHER_CLERK):
        decide(collection, Asked(Verb.UNDO, CLERK, entry=answer.decision.entry))
    with pytest.raises(NotFoundError):
        decide(collection, Asked(Verb.UNDO, CLERK, entry=1))
