"""What a person decides is done at once, in every store, outlives every reading, and is never dropped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.web.specimens import letter, raw, telegram
from tests.workbench.box import typed

from onionskin.errors import ChangedMeanwhileError, NotFoundError, OnionskinError, UsageError
from onionskin.inventory.keeping import Inventory
from onionskin.record.boundaries import Place
from onionskin.record.decisions import Fate, Quote, Verb
from onionskin.record.document import Document
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber, PageText
from onionskin.record.references import JudgementState, ResolutionState, SameAsRelation
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.settings import Settings
from onionskin.store.contract import KeptSource, Store
from onionskin.store.journal import broken
from onionskin.store.memory import MemoryStore
from onionskin.store.opening import open_store
from onionskin.workbench import (
    Asked,
    Collection,
    Sort,
    adrift,
    along_with_paper,
    bring_back,
    check,
    decide,
    decide_alike,
    decide_lines,
    decision_lines,
    find,
    history,
    link_again,
    open_collection,
    open_questions,
    questions_of,
    queue,
    read,
    remove,
    show,
)
from onionskin.workbench.authorities import FILE
from onionskin.workbench.linking import Linking

CLERK, OTHER_CLERK = "A. Clerk", "B. Other"
PAPER, OTHER = telegram(), letter()
LOST = "QXJ 77"


@pytest.fixture(params=["sqlite", "memory"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Collection]:
    """A collection that holds a telegram with something of everything, and a letter."""
    folder = tmp_path / "collection"
    folder.mkdir()
    made: dict[str, Callable[[], Store]] = {
        "sqlite": lambda: open_store(folder, create=True),
        "memory": MemoryStore,
    }
    index, inventory = SqliteIndex(folder / "search.db"), Inventory(folder / "inventory.db")
    with Collection(Settings(collection=folder), made[request.param](), index, inventory) as opened:
        keep(opened, [PAPER])
        keep(opened, [OTHER])
        yield opened


def known(folder: Path, *entities: str) -> None:
    """Let a collection's own authority have these."""
    lines = (json.dumps({"id": each, "kind": "person", "name": "Brandov, Ivan"}) for each in entities)
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def keep(collection: Collection, papers: Sequence[Document], reader: str = "typed for a test") -> None:
    """Keep the papers of one file and link them, as reading does."""
    first = papers[0]
    source = KeptSource(first.source.name, first.source.sha256, first.source.media_type, raw(PAPER), 2)
    if first.source.sha256 != PAPER.source.sha256:
        source = replace(source, content="\f".join(page.text for page in first.pages).encode())
    collection.store.keep(source, papers, reader)
    linking = Linking(collection)
    linking.take_in(papers)
    linking.go_on()
    collection.finish_indexing()


def asked(verb: Verb, about: str = "", to: str | None = None, **more: object) -> Asked:
    made = Asked(verb, CLERK, record=PAPER.id, about=about, to=to)
    return replace(made, **more)  # type: ignore[arg-type]


def correct(words: str, to: str, place: Place | None = None) -> Asked:
    return asked(Verb.CORRECT, to=to, words=words, place=place)


def read_again(collection: Collection, was: str, now: str) -> Document:
    """Another reading of the same file has other words there, and the rest of the record as it was."""
    pages = tuple(replace(page, text=page.text.replace(was, now)) for page in PAPER.pages)
    bare = replace(PAPER, pages=pages, fields={}, stamps=(), references=(), mentions=(), emendations=(), unclaimed=())
    whole = "\f".join(page.text for page in pages)
    read = replace(bare, doubts=(), text=replace(PAPER.text, transcription=whole))
    keep(collection, [read], f"another reader: {was} is {now}")
    return show(collection, PAPER.id).document


def rows(collection: Collection) -> int:
    return sum(1 for entry in collection.store.journal() if entry.kind == "decision")


def test_a_decision_is_in_the_journal_the_record_and_the_search_at_once(collection: Collection) -> None:
    answer = decide(collection, replace(correct("long haggle", "short haggle"), reason="the carbon is faint"))
    assert answer.new
    assert answer.decision is not None
    assert (answer.decision.author, answer.decision.state) == (CLERK, Fate.STANDING)
    entry = [entry for entry in collection.store.journal() if entry.kind == "decision"][-1]
    assert (entry.author, entry.record, entry.told["reason"]) == (CLERK, PAPER.id, "the carbon is faint")
    assert "short haggle" in show(collection, PAPER.id).document.text.reading
    assert [hit.record for hit in find(collection, '"short haggle"').hits] == [PAPER.id]
    assert list(check(collection)) == []


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


def test_what_is_decided_is_no_longer_asked(collection: Collection) -> None:
    waiting = {part.pointer for part in open_questions(collection, PAPER.id)}
    assert {"/references/0", "/same_as/0", "/emendations/0", "/doubts/0"} <= waiting
    decide(collection, asked(Verb.REJECT, "/references/0"))
    decide(collection, asked(Verb.ACCEPT, "/doubts/0", "1977-07-12"))
    left = {part.pointer for part in open_questions(collection, PAPER.id)}
    assert waiting - left == {"/references/0", "/doubts/0"}


def test_a_number_that_is_put_right_leads_to_the_paper_it_means(collection: Collection, tmp_path: Path) -> None:
    citing = typed(90).replace("You should", "Reference DEPTEL 38. You should")
    for name, text in (("cited.txt", typed(88)), ("citing.txt", citing)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    cited, paper = (
        outcome.documents[0] for outcome in read(collection, [tmp_path / "cited.txt", tmp_path / "citing.txt"])
    )
    at = next(n for n, each in enumerate(paper.references) if each.number == "38")
    assert paper.references[at].resolved.record is None
    decide(collection, Asked(Verb.CORRECT, CLERK, record=paper.id, words="DEPTEL 38", to="DEPTEL 88"))
    resolved = show(collection, paper.id).document.references[at].resolved
    assert (resolved.state, resolved.record) == (ResolutionState.LINKED, cited.id)


def test_what_is_said_of_two_papers_is_heard_by_both(collection: Collection) -> None:
    decide(collection, asked(Verb.REJECT, "/same_as/0"))
    assert show(collection, OTHER.id).document.same_as == ()
    decide(collection, replace(asked(Verb.LINK, to=OTHER.id), relation=SameAsRelation.SAME_PAPER))
    (same,) = show(collection, OTHER.id).document.same_as
    assert (same.record, same.state) == (PAPER.id, JudgementState.ACCEPTED)
    decide(collection, replace(asked(Verb.UNDO), record=OTHER.id))
    assert show(collection, OTHER.id).document.same_as == ()
    assert len(show(collection, PAPER.id).document.same_as) == 1


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


def test_entities_that_are_merged_go_by_the_first_name_and_split_by_their_own(collection: Collection) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    decide(collection, asked(Verb.LINK, "/mentions/0", "brandov-i"))
    merge = Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i"))
    assert [decide(collection, merge).new, decide(collection, merge).new] == [True, False]
    link_again(collection, waiting_only=True)
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov"
    decide(collection, replace(merge, verb=Verb.SPLIT))
    link_again(collection, waiting_only=True)
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov-i"


def test_a_file_of_decisions_is_taken_line_by_line_and_a_second_time_changes_nothing(collection: Collection) -> None:
    lines = [
        json.dumps({"verb": "accept", "record": PAPER.id, "about": "/emendations/0", "by": "B. Other"}),
        "",
        "{not json",
        json.dumps({"verb": "correct", "record": PAPER.id, "words": LOST, "to": "QXJ 78", "colour": "red"}),
        json.dumps({"verb": "correct", "record": PAPER.id, "words": "EYES ONLY", "to": "EYES"}),
        json.dumps({"verb": "correct", "record": PAPER.id, "words": "EYES ONLY", "to": "EYES", "at": "1:22"}),
        json.dumps(
            {"verb": "reject", "record": PAPER.id[:9], "about": "reference", "quote": {"exact": "DEPTTEL 1338"}}
        ),
        json.dumps({"verb": "link", "record": PAPER.id, "to": "os-nowhere", "relation": "same-paper"}),
        json.dumps({"verb": "begin", "record": PAPER.id, "about": "boundary"}),
    ]
    answers = dict(decide_lines(collection, lines, CLERK))
    assert {number for number, each in answers.items() if isinstance(each, OnionskinError)} == {3, 4, 5, 8, 9}
    assert isinstance(answers[8], NotFoundError)
    assert "3 places: 1:16, 1:22, 1:" in str(answers[5])
    paper = show(collection, PAPER.id).document
    assert [each.author for each in paper.decisions] == ["B. Other", CLERK, CLERK]
    before = rows(collection)
    again = dict(decide_lines(collection, lines, CLERK))
    assert [each.new for each in again.values() if not isinstance(each, OnionskinError)] == [False, False, False]
    assert rows(collection) == before


def test_the_decisions_of_a_collection_can_be_given_to_another(collection: Collection, tmp_path: Path) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    for each in (
        asked(Verb.ACCEPT, "/emendations/0"),
        asked(Verb.LINK, "/references/0", OTHER.id),
        asked(Verb.REJECT, "/mentions/0"),
        asked(Verb.REJECT, "/same_as/0"),
        replace(asked(Verb.LINK, to=OTHER.id), relation=SameAsRelation.SAME_PAPER),
        correct(LOST, "QXJ 78"),
        asked(Verb.EMEND, to="promptly,", words="promptly."),
        Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i")),
    ):
        decide(collection, each)
    lines = [json.dumps(line) for line in decision_lines(collection)]
    with open_collection(Settings(collection=tmp_path / "other"), create=True) as other:
        known(tmp_path / "other", "brandov", "brandov-i")
        keep(other, [PAPER])
        keep(other, [OTHER])
        assert [
            answer for _, answer in decide_lines(other, lines, "nobody") if isinstance(answer, OnionskinError)
        ] == []
        one, two = (show(each, PAPER.id).document for each in (collection, other))
        assert (one.references[0].resolved, one.text) == (two.references[0].resolved, two.text)
        assert [each.state for each in two.same_as][-1] is JudgementState.ACCEPTED
        assert list(decision_lines(other)) == list(decision_lines(collection))


@pytest.mark.parametrize(
    "wrong",
    [
        asked(Verb.ACCEPT, "/emendations/9"),
        asked(Verb.ACCEPT, "/references/0"),
        asked(Verb.UNLINK, "/references/0"),
        asked(Verb.LINK, "/emendations/0", "x"),
        asked(Verb.REFUSE, "/emendations/0"),
        correct("these words stand nowhere", "x"),
        correct(LOST, LOST),
        correct("EYES ONLY", "EYES", Place(2)),
        replace(asked(Verb.LINK, to=PAPER.id), relation=SameAsRelation.SAME_COPY),
        asked(Verb.REJECT, "reference", quote=Quote(PageNumber(1), "no such words", "", "")),
        Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov")),
        Asked(Verb.MERGE, CLERK, entities=("brandov", "a slip of the pen")),
        Asked(Verb.SPLIT, CLERK, entities=("brandov", "a-slip")),
        asked(Verb.LINK, "/mentions/0", "brandov-j"),
    ],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(collection: Collection, wrong: Asked) -> None:
    before = show(collection, PAPER.id).document
    with pytest.raises(UsageError):
        decide(collection, wrong)
    assert rows(collection) == 0
    assert show(collection, PAPER.id).document == before


def test_a_merge_is_done_at_once_and_so_is_taking_it_back(collection: Collection) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    decide(collection, asked(Verb.LINK, "/mentions/0", "brandov-i"))
    decide(collection, Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i")))
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov"
    assert history(collection).past[0].kept.verb is Verb.MERGE
    decide(collection, Asked(Verb.UNDO, OTHER_CLERK, entry=history(collection).past[0].kept.entry))
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov-i"


def test_what_was_seen_and_has_changed_is_refused_and_what_only_moved_is_found(collection: Collection) -> None:
    (question,) = (each for each in questions_of(collection, PAPER.id) if each.sort is Sort.EMENDATION)
    yes = asked(Verb.ACCEPT, question.pointer, seen=question.seen)
    assert decide(collection, replace(yes, about="/emendations/7")).new
    with pytest.raises(ChangedMeanwhileError) as refused:
        decide(collection, replace(yes, verb=Verb.REJECT))
    assert refused.value.http_status == 409
    assert show(collection, PAPER.id).document.emendations[0].state == "accepted"


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


def test_the_queue_holds_what_is_open_until_it_is_decided(collection: Collection) -> None:
    waits = queue(collection)
    assert {each.question.sort for each in waits.waits} == {each.sort for each in questions_of(collection, PAPER.id)}
    assert [each.gain for each in waits.waits] == sorted((each.gain for each in waits.waits), reverse=True)
    assert OTHER.id in waits.named
    (emendation,) = queue(collection, sort="emendation").waits
    decide(collection, asked(Verb.REJECT, emendation.question.pointer, seen=emendation.question.seen))
    assert queue(collection, sort="emendation").total == 0
    assert queue(collection).total == waits.total - 1
    decide(collection, asked(Verb.UNDO))
    assert queue(collection).total == waits.total
    with pytest.raises(UsageError, match="no sort"):
        queue(collection, sort="weather")


def test_another_correction_by_hand_refuses_the_one_that_was_proposed(collection: Collection) -> None:
    decide(collection, asked(Verb.EMEND, to="DEPCIRTEL", words="DEPTTEL"))
    proposed, made = show(collection, PAPER.id).document.emendations
    assert (proposed.state, made.state) == ("rejected", "accepted")
    assert queue(collection, sort="emendation").total == 0


def test_a_name_is_decided_alike_in_every_paper_that_asks_the_same(collection: Collection) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    pages = tuple(replace(page, text=page.text + "\nSecond copy\n") for page in PAPER.pages)
    sha256 = source_sha256("\f".join(page.text for page in pages).encode())
    twin = replace(
        PAPER, id=record_id(sha256, PageNumber(1), 0), source=replace(PAPER.source, sha256=sha256), pages=pages
    )
    keep(collection, [twin])
    link_again(collection)
    both = (PAPER.id, twin.id)
    (waits,) = queue(collection, sort="name").waits
    assert waits.papers == 2
    asking = asked(Verb.LINK, waits.question.pointer, "brandov", seen=waits.question.seen)
    answers = decide_alike(collection, replace(asking, record=waits.question.record))
    assert {each.record for each in answers} == set(both)
    assert [show(collection, each).document.mentions[0].entity for each in both] == ["brandov"] * 2
    assert queue(collection, sort="name").total == 0
    with pytest.raises(ChangedMeanwhileError):
        decide_alike(collection, asking)
