"""The invented papers and what is asked of them: the truth of `bench transcripts`, held against itself."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from bench.rewrite.asked import AskedFile
from bench.rewrite.judge import Item
from bench.transcripts.__main__ import PAPERS, asked_of, main, sums

FILES = [*asked_of("build"), *asked_of("score")]


def folded(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def strings(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        yield from (each for value in held.values() for each in strings(value))
    elif isinstance(held, list):
        yield from (each for value in held for each in strings(value))


def printed(paper: Mapping[str, Any]) -> Iterator[str]:
    """What is asked of a paper in the words of its ink."""
    fields: Mapping[str, Any] = paper.get("fields", {})
    # The form of an information report breaks its subject over two columns.
    yield from (word for subject in strings(fields.get("subject", "")) for word in subject.split())
    for name in ("number", "salutation", "complimentary_close", "signed_by", "drafted_by", "cleared_by"):
        yield from strings(fields.get(name, ""))
    for section in ("markings", "stamps", "references"):
        yield from (str(v) for entry in paper.get(section, ()) for k, v in entry.items() if k == "text_contains")
    yield from paper.get("reading_excludes", ())


@pytest.mark.parametrize("asked", FILES, ids=lambda asked: asked.name)
def test_what_is_asked_stands_on_the_paper(asked: AskedFile) -> None:
    page = folded((PAPERS / asked.name).read_text(encoding="utf-8"))
    assert [each for paper in asked.papers for each in printed(paper) if folded(each) not in page] == []


def test_each_file_is_asked_about_once_and_each_half_has_papers_of_many_kinds() -> None:
    assert sorted(asked.name for asked in FILES) == sorted(path.name for path in PAPERS.iterdir())
    for part in ("build", "score"):
        kinds = {paper["kind"] for asked in asked_of(part) for paper in asked.papers}
        assert {"telegram", "letter", "memorandum", "memorandum-of-conversation", "despatch"} - kinds <= {"despatch"}


def test_sums_are_told_by_what_is_asked() -> None:
    items = [
        Item("a", 1, what, passed)
        for what, passed in (("to is Bonn", True), ("to is Paris", False), ("kind is letter", True))
    ]
    assert dict(sums(items)) == {"all": [2, 3], "kind": [1, 1], "to": [1, 2]}


def test_no_miss_of_the_half_that_scores_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--half", "score"]) == 0
    said = capsys.readouterr().out
    assert "score  all" in said
    assert "missing" not in said
