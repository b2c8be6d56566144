"""The seed's plan gives the seeds, every other plan other papers, and every list holds of its text."""

import datetime as dt
import re
from pathlib import Path

import pytest
from bench.rewrite.asked import load
from bench.rewrite.rewrite import Rewriting, rewritings
from bench.rewrite.score import EXAMPLES, LIST

MADE = list(rewritings())
ids = [r.asked.name for r in MADE]


def folded(text: str) -> str:
    return " ".join(text.split())


def test_the_seeds_plan_gives_both_files_byte_for_byte_and_their_list() -> None:
    for rewriting, asked in zip(rewritings(seed=True), load(LIST), strict=True):
        assert rewriting.text.encode() == (EXAMPLES / asked.name).read_bytes()
        assert rewriting.asked.papers == asked.papers
        assert rewriting.asked.anywhere == asked.anywhere


def test_the_seeds_are_those_that_were_given(repository: Path) -> None:
    given = repository.parent / "shared" / "seeds"
    if not given.is_dir():
        pytest.skip("the seed papers as they were given stand beside the repository of the project alone")
    assert {p.read_bytes() for p in given.iterdir()} == {(EXAMPLES / asked.name).read_bytes() for asked in load(LIST)}


def test_there_are_at_least_twelve_rewritings_of_each_paper_and_no_two_alike() -> None:
    assert sum(r.asked.name.startswith("telegram") for r in MADE) >= 12
    assert sum(r.asked.name.startswith("letters") for r in MADE) >= 12
    assert len({r.text for r in MADE}) == len(MADE)
    assert [r.text for r in rewritings()] == [r.text for r in MADE]


@pytest.mark.parametrize("made", MADE, ids=ids)
def test_no_name_of_the_seeds_is_left(made: Rewriting) -> None:
    left = {
        "Kuznetsov",
        "Khrushchev",
        "Mikoyan",
        "Stevenson",
        "McCloy",
        "Rusk",
        "Breisky",
        "Moskowitz",
        "Hanning",
        "1359",
    }
    assert not {name for name in left if re.search(rf"\b{name}\b", made.text)}
    assert "{" not in made.text


@pytest.mark.parametrize("made", MADE, ids=ids)
def test_what_the_list_asks_stands_on_the_page(made: Rewriting) -> None:
    """The words of every value asked are in the text, the case aside: no plan asks for what it does not print."""
    page = folded(made.text).casefold()
    for paper in made.asked.papers:
        fields = paper["fields"]
        printed = [
            fields.get("number"),
            fields.get("subject"),
            fields.get("classification"),
        ]
        printed += [fields.get("salutation"), fields.get("complimentary_close"), *fields.get("captions", ())]
        people = [
            *fields.get("attention", ()),
            *fields.get("cleared_by|circulated_to", ()),
            *fields.get("copies_to", ()),
        ]
        people += [fields[k] for k in ("drafted_by", "approved_by", "signed_by") if k in fields]
        printed += [person["surname"] for person in people]
        printed += [
            word
            for post in (*fields.get("to", ()), *fields.get("info", ()))
            if isinstance(post, str)
            for word in post.split()
        ]
        printed += [r["text_contains"] for r in paper["references"] if "text_contains" in r]
        printed += [r["number"] for r in paper["references"] if "number" in r]
        printed += [s["date_as_printed"] for s in paper.get("stamps", ())]
        assert [p for p in printed if p and folded(p).casefold() not in page] == []


@pytest.mark.parametrize("made", MADE, ids=ids)
def test_dates_and_weekdays_agree(made: Rewriting) -> None:
    """A day named by its weekday is the day the list gives."""
    for paper in made.asked.papers:
        for reference in paper["references"]:
            named = re.search(r"on (\w+day)$", reference.get("text_contains", ""))
            if named and "date" in reference:
                assert f"{dt.date.fromisoformat(reference['date']):%A}" == named[1]


@pytest.mark.parametrize("made", MADE, ids=ids)
def test_the_reading_text_asked_for_is_not_simply_what_is_printed(made: Rewriting) -> None:
    """Insertions and page turns cut the words asked for, so that they must be put together."""
    if made.asked.name.startswith("telegram"):
        probes = made.asked.papers[0]["reading_contains"][:2]
        assert [p for p in probes if folded(p) in folded(made.text)] == []
