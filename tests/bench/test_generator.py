"""The generated papers: the same for everybody, and their truth is what they print."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.case import Case
from bench.compare import COMPARISONS
from bench.reading.files import generate
from bench.reading.frus import NoTextsError
from tests.shared_data import DATA, needs

needs_texts = needs("frus")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return list(generate(DATA, 7, 120))


@needs_texts
def test_the_same_seed_gives_the_same_papers(cases: list[Case]) -> None:
    again = list(generate(DATA, 7, 120))
    assert again == cases
    assert [case.text for case in generate(DATA, 8, 5)] != [case.text for case in cases[:5]]


@needs_texts
def test_there_are_enough_of_every_kind_and_files_of_several_papers(cases: list[Case]) -> None:
    kinds = [paper.kind for case in cases for paper in case.papers if not paper.optional]
    assert len(kinds) >= 120
    assert all(kinds.count(kind) >= 8 for kind in ("telegram", "letter", "memorandum", "memorandum-of-conversation"))
    assert sum(len(case.papers) > 1 for case in cases) >= 10
    assert len({case.name for case in cases}) == len(cases)


@needs_texts
def test_undamaged_truth_stands_on_the_page(cases: list[Case]) -> None:
    for case in cases:
        assert isinstance(case.text, str)
        running = " ".join(case.text.split())
        joined = " ".join(case.text.replace("-\n", "").split())
        for paper in case.papers:
            for field in ("number", "subject", "salutation", "file_number", "place"):
                if field in paper.fields and field not in paper.damaged:
                    assert str(paper.fields[field]) in running, (case.name, field)
            for stamp in paper.stamps:
                if "date" in stamp and not stamp.get("damaged"):
                    assert str(stamp["date"]) in running, case.name
            if "page turns" not in case.traits and "damage 0.0%" in case.traits and not paper.excisions:
                assert any(sentence in joined or sentence in running for sentence in paper.reading_contains), case.name


@needs_texts
def test_only_judged_fields_have_truth(cases: list[Case]) -> None:
    named = {name for case in cases for paper in case.papers for name in (*paper.fields, *paper.damaged)}
    assert named <= set(COMPARISONS)


def test_without_the_texts_the_message_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NoTextsError, match="--data"):
        next(generate(tmp_path, 1, 1))
