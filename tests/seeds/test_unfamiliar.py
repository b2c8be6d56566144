"""The unfamiliar papers: their truth holds of their text, and their wear does what it says."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from bench.case import Case
from bench.reading.frus import NoTextsError
from bench.unfamiliar import generate
from bench.unfamiliar.sheet import Ink, Paper, Style
from bench.unfamiliar.truth import Place, paper_truth
from bench.unfamiliar.wear import worn_page
from rapidfuzz.distance import Levenshtein
from tests.shared_data import DATA, needs

FILES = 120
needs_texts = needs("frus")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return list(generate(DATA, 3, FILES))


def folded(text: str) -> str:
    return " ".join(text.split())


@needs_texts
def test_the_same_arguments_give_the_same_files(cases: list[Case]) -> None:
    assert list(generate(DATA, 3, 9)) == cases[:9]
    assert list(generate(DATA, 4, 9)) != cases[:9]


def test_without_the_volumes_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NoTextsError, match="frus"):
        next(generate(tmp_path, 1, 1))


@needs_texts
def test_there_are_enough_papers_of_every_kind(cases: list[Case]) -> None:
    kinds = Counter(paper.kind for case in cases for paper in case.papers)
    assert sum(kinds.values()) >= FILES
    assert all(kinds[kind] >= 10 for kind in ("telegram", "letter", "memorandum", "memorandum-of-conversation"))
    assert sum(len(case.papers) > 1 for case in cases) >= 10
    assert len({case.name for case in cases}) == FILES


@needs_texts
def test_what_must_be_read_stands_in_the_file(cases: list[Case]) -> None:
    """Sentences, undamaged numbers and names, and the marks: no truth without ink."""
    for case in cases:
        text = folded(str(case.text)).casefold()
        for paper in case.papers:
            # Between the words of a sentence that goes over a page's end stand the foot and the head of the pages.
            wanted = [word for sentence in paper.reading_contains for word in sentence.split()]
            wanted += [str(v) for n, v in paper.fields.items() if n in ("number", "subject") and n not in paper.damaged]
            for name in ("signed_by", "drafted_by"):
                value = paper.fields.get(name)
                if isinstance(value, dict) and name not in paper.damaged:
                    wanted.append(value["surname"])
            wanted += [str(s["date"]) for s in paper.stamps if "date" in s and "damaged" not in s]
            wanted += [str(m["caption"]) for m in paper.markings if "caption" in m and "damaged" not in m]
            assert [w for w in wanted if folded(w).casefold() not in text] == [], case.name


@needs_texts
def test_most_papers_have_sentences_that_tell_them_apart(cases: list[Case]) -> None:
    for case in cases:
        told = [sentence for paper in case.papers for sentence in paper.reading_contains]
        assert len(told) == len(set(told))
    bare = [c.name for c in cases for p in c.papers if not p.optional and not p.reading_contains]
    assert len(bare) < FILES / 12


@needs_texts
def test_marks_stand_on_pages_that_the_file_has(cases: list[Case]) -> None:
    for case in cases:
        pages = str(case.text).count("\f") + 1
        found = [m["page"] for paper in case.papers for m in paper.markings]
        assert all(isinstance(page, int) and 1 <= page <= pages for page in found)


@needs_texts
def test_papers_without_damage_say_nothing_of_damage(cases: list[Case]) -> None:
    clean = [case for case in cases if "damage 0.0%" in case.traits]
    assert clean
    for case in clean:
        assert all(not paper.damaged for paper in case.papers)
        assert all("damaged" not in entry for paper in case.papers for entry in (*paper.markings, *paper.stamps))


def test_wear_hurts_about_as_many_characters_as_asked() -> None:
    rows = [(Ink("The Department concurs in the course of action proposed by the Embassy.", "body"),)] * 300
    letters = sum(len(ink.text) for row in rows for ink in row)
    for rate in (0.01, 0.05):
        _, worn = worn_page(rows, rate, Random(5))
        hurt = [Levenshtein.distance(w.ink.text, w.text) for w in worn]
        assert [each > 0 for each in hurt] == [bool(w.hit) for w in worn]
        assert 0.5 * rate <= sum(hurt) / letters <= 1.3 * rate
    assert worn_page(rows, 0.0, Random(5))[0] == "\n".join(row[0].text for row in rows)


def test_a_field_that_damage_touched_is_marked_with_what_stands_there_now() -> None:
    paper = Paper("telegram", Style())
    paper.row("No. ", paper.say("number", "1234567890" * 6), "   ", paper.level("SECRET"))
    page, worn = worn_page(paper.pages[0], 0.3, Random(1))
    truth = paper_truth(paper, [Place(1, each) for each in worn], once=frozenset())
    assert truth.fields["number"] == "1234567890" * 6
    assert truth.damaged["number"] in page
    assert truth.damaged["number"] != truth.fields["number"]


def test_a_struck_level_is_struck_only_where_the_transcript_shows_it() -> None:
    shown = Paper("letter", Style(struck=("~~", "~~")), crossed_out=True)
    unseen = Paper("letter", Style(), crossed_out=True)
    assert shown.level("SECRET") == Ink("~~SECRET~~", "marking", {"level": "SECRET", "state": "struck"})
    assert unseen.level("SECRET") == Ink("SECRET", "marking", {"level": "SECRET"})


def test_running_text_goes_over_the_page_and_its_sentences_are_kept() -> None:
    paper = Paper("letter", Style(measure=40, depth=6))
    paper.foot, paper.head = lambda: paper.row("foot"), lambda n: paper.row(f"head {n}")
    paper.text(["The first sentence is short. " + "The second one goes on and on " * 30 + "to its end."])
    assert len(paper.pages) > 2
    assert paper.pages[0][-1] == (Ink("foot"),)
    assert paper.pages[1][0] == (Ink("head 2"),)
    typed = [ink.text for page in paper.pages for row in page for ink in row if ink.of == "body"]
    assert folded(" ".join(typed)) == folded(" ".join(paper.sentences))
    assert len(paper.sentences) == 2
