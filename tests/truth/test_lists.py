"""The annotated lists are whole, well formed and cut into halves that never move."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from bench import truth
from bench.truth import Annotation, half, of_part, subject_digest, values

HOW_MANY = {"source-notes": 300, "calendar-heads": 200, "headings": 200, "cables": 30}
DAY = r"(?:\d{4}|XXXX)-\d\d-\d\d"
LONGEST_VALUE = 250


@pytest.fixture(params=sorted(truth.LISTS))
def papers(request: pytest.FixtureRequest) -> tuple[Annotation, ...]:
    return truth.LISTS[request.param]()


@pytest.mark.parametrize("name", sorted(truth.LISTS))
def test_each_list_has_as_many_papers_as_were_to_be_annotated(name: str) -> None:
    assert len(truth.LISTS[name]()) == HOW_MANY[name]


def test_no_paper_stands_twice_in_a_list(papers: tuple[Annotation, ...]) -> None:
    assert not [paper for paper, times in Counter((each.volume, each.document) for each in papers).items() if times > 1]


def test_the_half_of_a_paper_follows_from_its_name_alone(papers: tuple[Annotation, ...]) -> None:
    assert [each.part for each in papers] == [half(each.volume, each.document) for each in papers]


def test_the_halves_never_move() -> None:
    """A change of the hash would put papers that were looked at while building into the score."""
    given = {
        "frus1955-57v17/d35": "score",
        "frus1955-57v17/d36": "build",
        "frus1961-63v10-12mSupp/d6": "build",
        "frus1969-76v12/d220": "score",
        "cables-1970s/filename_1738525412518.pdf": "build",
    }
    assert {name: half(*name.split("/")) for name in given} == given


def test_both_halves_are_large_enough_to_mean_something(papers: tuple[Annotation, ...]) -> None:
    shares = [len(of_part(papers, part)) / len(papers) for part in ("score", "build")]
    assert min(shares) > 0.4
    assert sum(shares) == 1


def test_every_volume_that_prints_texts_gives_its_share() -> None:
    for papers, least in ((truth.source_notes(), 33), (truth.headings(), 22)):
        counted = Counter(each.volume for each in papers)
        assert len(counted) == 9
        assert min(counted.values()) >= least


def test_values_are_facts_and_not_running_text(papers: tuple[Annotation, ...]) -> None:
    for paper in papers:
        for value in values(paper).values():
            for each in value if isinstance(value, tuple) else (str(value),):
                assert each == each.strip() != "", paper
                assert "\n" not in each
                assert len(each) <= LONGEST_VALUE, paper


def test_days_are_edtf() -> None:
    printed = [each.date for each in truth.calendar_heads()] + [each.date for each in truth.headings()]
    assert [day for day in printed if day and not re.fullmatch(f"{DAY}(?:/{DAY})?", day)] == []


def test_the_hour_of_a_telegram_is_a_date_time_group() -> None:
    for each in truth.cables():
        assert re.fullmatch(r"\d{6}Z [A-Z]{3} \d\d", each.hour)
        assert set(each.precedence) <= set("ZOPR")
        assert each.document_number.startswith("19" + each.hour[-2:])


def test_a_subject_with_a_private_person_is_kept_only_as_its_digest() -> None:
    for each in truth.cables():
        assert (each.subject is None) != (each.subject_sha256 is None)
        assert each.subject_sha256 is None or re.fullmatch(r"[0-9a-f]{64}", each.subject_sha256)


def test_the_digest_hears_no_difference_of_case_stops_or_lines() -> None:
    assert subject_digest("A VISIT, BY\nNO-ONE.") == subject_digest("a visit by no one")


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(TypeError, match="repositry"):
        truth.annotation(truth.SourceNote, {"volume": "v", "document": "d", "part": "score", "repositry": "R"})


def test_the_truth_shares_nothing_with_the_reader(repository: Path) -> None:
    for module in (repository / "bench" / "truth").glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            named = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [each for each in named if each.startswith("onionskin")], module
