"""Ink that no word covers is asked where it lies, typed into the text where it stands, and found again by its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from onionskin.desk.choices import Asked, chosen
from onionskin.desk.decided import decided
from onionskin.desk.lines import asked_of, line_of
from onionskin.desk.question import Sort
from onionskin.desk.questions import questions
from onionskin.errors import ChangedMeanwhileError, UsageError
from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.decisions import About, Fate, Verb
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Patch, Unread, UnreadKind, Word
from onionskin.record.span import Span
from onionskin.store.decisions import Kept
from onionskin.text.placing import letter_of, offset_of, room_for

LINES = (
    "MEMORANDUM",
    "",
    "The Ambassador called on the Minister.",
    "He was told that nothing was",
    "known of the matter.",
)
HEIGHT, LETTER = 40, 10
BETWEEN = Box(100, 130, 480, 150)
"""An empty line, between the title and the text."""
BEHIND = Box(420, 210, 560, 230)
"""Behind the last word of the second line of the text."""
HAND = Box(520, 160, 640, 240)
UNREAD = (
    Unread(UnreadKind.LINE, BETWEEN),
    Unread(UnreadKind.LINE, BEHIND),
    Unread(UnreadKind.HANDWRITING, HAND),
)


def page(lines: tuple[str, ...] = LINES, unread: tuple[Unread, ...] = UNREAD) -> PageText:
    """A page of type, 10 pixels a letter and 40 a line, with the boxes of its words."""
    text = "\n".join(lines) + "\n"
    words, at = [], 0
    for n, line in enumerate(lines):
        for word in re.finditer(r"\S+", line):
            start, end = word.span()
            box = Box(100 + LETTER * start, 90 + HEIGHT * n, 100 + LETTER * end, 110 + HEIGHT * n)
            words.append(Word(Span(at + start, at + end), box))
        at += len(line) + 1
    return PageText(PageNumber(1), text, tuple(words), 800, 1000, 100, "typed", unread=unread)


def paper(read: PageText | None = None) -> Document:
    (made,) = assemble(Surrogate("a.png", "0" * 64, "image/png"), [read or page()], standard_readers())
    return made


def kept(patch: Patch, to: str | None, entry: int = 1) -> Kept:
    verb = Verb.REJECT if to is None else Verb.CORRECT
    return Kept(entry, "2026-03-01T10:00:00Z", "A. Clerk", verb, About.INK, "os-x", "0" * 64, to=to, patch=patch)


def patch(n: int) -> Patch:
    return Patch(PageNumber(1), UNREAD[n].kind, UNREAD[n].box)


def asked(document: Document) -> list[str]:
    return [each.pointer for each in questions(document) if each.sort is Sort.INK]


def test_a_line_of_type_is_worth_more_than_handwriting_of_its_width_and_the_longer_more() -> None:
    by_pointer = {each.pointer: each for each in questions(paper()) if each.sort is Sort.INK}
    long, short, hand = (by_pointer[f"/pages/0/unread/{n}"] for n in range(3))
    assert (long.places, short.places, hand.places) == (6, 2, 2)
    assert long.gain > short.gain > hand.gain > 0
    assert [(each.verb, each.to) for each in long.options] == [(Verb.REJECT, None)]
    assert (long.other, long.box, long.sheet) == (Verb.CORRECT, BETWEEN, Box(0, 0, 800, 1000))


@pytest.mark.parametrize(("n", "before"), [(0, "MEMORANDUM\n"), (1, "nothing was")])
def test_what_is_typed_stands_where_the_ink_lies(n: int, before: str) -> None:
    read = paper()
    after = decided(read, [kept(patch(n), "IN CONFIDENCE")])
    (correction,) = after.corrections
    assert (correction.from_, correction.to) == ("", "IN CONFIDENCE")
    assert after.text.corrected is not None
    assert after.text.corrected.partition("IN CONFIDENCE")[0].rstrip(" ").endswith(before)
    assert after.pages == read.pages
    assert after.text.transcription == read.text.transcription
    assert asked(after) == [each for each in asked(read) if each != f"/pages/0/unread/{n}"]


def test_a_line_within_the_running_text_goes_into_the_reading_text_and_handwriting_does_not() -> None:
    after = decided(paper(), [kept(patch(1), "as yet"), kept(patch(2), "seen, J.H.", 2)])
    assert "nothing was as yet known of the matter." in " ".join(after.text.reading.split())
    assert "seen, J.H." not in after.text.reading
    assert after.text.corrected is not None
    assert "seen, J.H.\n" in after.text.corrected


def test_the_last_word_on_a_patch_goes_and_without_it_the_question_is_back() -> None:
    read = paper()
    typed, nothing = kept(patch(0), "IN CONFIDENCE"), kept(patch(0), None, 2)
    after = decided(read, [typed, nothing])
    assert after.corrections == ()
    assert [(each.verb, each.pointer) for each in after.decisions] == [(Verb.REJECT, "/pages/0/unread/0")]
    assert asked(decided(read, [])) == asked(read)


@pytest.mark.parametrize(
    ("line", "fate"), [("IN CONFIDENCE", Fate.FULFILLED), ("0417 of 9 May", Fate.ADRIFT), ("", Fate.STANDING)]
)
def test_in_a_later_reading_it_is_done_or_adrift_or_put_in_again(line: str, fate: Fate) -> None:
    later = paper(page((LINES[0], line, *LINES[2:]), ()))
    after = decided(later, [kept(patch(0), "IN CONFIDENCE")])
    assert [each.state for each in after.decisions] == [fate]
    assert len(after.corrections) == (1 if fate is Fate.STANDING else 0)


def test_a_patch_is_meant_by_its_pointer_its_state_or_its_place() -> None:
    read = paper()
    question = next(each for each in questions(read) if each.pointer == "/pages/0/unread/1")
    wanted = Asked(Verb.CORRECT, "A. Clerk", about=question.pointer, to=" as  yet ", seen=question.seen)
    choice = chosen(read, wanted, str)
    assert (choice.about, choice.patch, choice.to) == (About.INK, patch(1), "as yet")
    told = line_of(replace(kept(patch(1), "as yet"), record=read.id))
    again = asked_of(json.dumps(told), "B. Other")
    assert (again.about, again.box, again.to) == ("ink", BEHIND, "as yet")
    assert chosen(read, again, str) == choice


def test_what_does_not_fit_is_refused_with_what_is_open() -> None:
    read = paper()
    pointer = "/pages/0/unread/1"
    seen = next(each.seen for each in questions(read) if each.pointer == pointer)
    after = decided(read, [kept(patch(1), "as yet")])
    with pytest.raises(ChangedMeanwhileError):
        chosen(after, Asked(Verb.REJECT, "A. Clerk", about=pointer, seen=seen), str)
    with pytest.raises(UsageError, match="/pages/0/unread/0"):
        chosen(read, Asked(Verb.REJECT, "A. Clerk", about="/pages/0/unread/9"), str)
    with pytest.raises(UsageError, match="what the ink says"):
        chosen(read, Asked(Verb.CORRECT, "A. Clerk", about=pointer, to="  "), str)


def test_a_place_without_words_about_it_is_the_head_of_the_page() -> None:
    bare = PageText(PageNumber(1), "", (), 800, 1000, 100, "typed")
    assert (offset_of(bare, BETWEEN), room_for(letter_of(bare), BETWEEN)) == (0, 6)
    assert offset_of(page(), Box(0, 0, 10, 10)) == 0
    assert offset_of(page(), Box(100, 900, 200, 920)) == len(page().text)
