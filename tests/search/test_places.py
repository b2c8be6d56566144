from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.search.contract import MATCH_BEGINS, MATCH_ENDS
from onionskin.search.folded import Folded, folded
from onionskin.search.passages import Column, Passage, Patch
from onionskin.search.places import ALL, Wanted, best, likeliest, patch, snippet
from onionskin.search.words import words

ANYWHERE = frozenset(Column)


def wanted(*runs: str, open_end: bool = False, columns: frozenset[Column] = ANYWHERE) -> Wanted:
    return Wanted(frozenset(words(run) for run in runs), columns, open_end=open_end)


def body(text: str, ink: tuple[Patch, ...] = ()) -> Passage:
    return Passage(Column.BODY, "paragraph 1", text, ink)


def lit(text: str) -> str:
    return text.replace(MATCH_BEGINS, "[").replace(MATCH_ENDS, "]")


def shown(text: str, *asked: Wanted) -> str:
    return lit(snippet(best([body(text)], asked)))


def test_matches_are_marked() -> None:
    assert shown("See Kuznetsov's IL-28's.", wanted("kuznetsov"), wanted("IL-28")) == "See [Kuznetsov]'s [IL-28]'s."


def test_words_in_a_row_are_one_match() -> None:
    assert shown("the low-level flights, low flights", wanted("low-level flights")) == (
        "the [low-level flights], low flights"
    )


def test_a_beginning_matches_words_that_begin_so() -> None:
    assert shown("DECLASSIFIED, declassify, class", wanted("declass", open_end=True)) == (
        "[DECLASSIFIED], [declassify], class"
    )
    assert shown("US mission, US missile", wanted("us missi", open_end=True)) == "[US mission], [US missile]"


def test_matches_that_overlap_are_marked_once() -> None:
    assert shown("new york city", wanted("new york"), wanted("york city")) == "[new york] city"


def test_a_long_passage_is_cut_to_where_most_of_the_query_stands() -> None:
    filler = " ".join(f"w{n}" for n in range(100))
    text = f"quarantine {filler} quarantine and bombers {filler}"
    seen = shown(text, wanted("quarantine"), wanted("bombers"))
    assert seen.startswith("… w90 w91")
    assert "[quarantine] and [bombers]" in seen
    assert seen.endswith(" …")
    assert len(words(seen)) == ALL


def test_nothing_wanted_shows_how_it_begins() -> None:
    assert shown(" ".join(f"w{n}" for n in range(100))).startswith("w0 w1 w2")


def test_the_passage_that_has_most_of_the_query_is_shown() -> None:
    one, both = body("quarantine quarantine quarantine"), body("bombers under quarantine")
    assert best([one, both], [wanted("quarantine"), wanted("bombers")]).passage is both


def test_running_text_is_shown_before_a_field_and_a_field_before_a_stamp() -> None:
    stamp, field = Passage(Column.MARK, "stamp", "lima", ()), Passage(Column.RECIPIENT, "to", "Lima", ())
    text = body("in Lima")
    assert best([stamp, field, text], [wanted("lima")]).passage is text
    assert best([stamp, field], [wanted("lima")]).passage is field


def test_a_field_is_looked_at_only_for_what_is_asked_of_it() -> None:
    field, text = Passage(Column.RECIPIENT, "to", "Lima", ()), body("in Lima")
    assert best([text, field], [wanted("lima", columns=frozenset({Column.RECIPIENT}))]).passage is field


RAW = "Kuznetsov said that Kuz-\nnetsov saw KUZNETSOV\nat once.\n\nNot here: Kuznetsov"
INK = (Patch(3, 0, 54),)


def raw_words(text: str, asked: Wanted, ink: tuple[Patch, ...] = INK) -> str | None:
    found = patch(best([body(text, ink)], [asked]), {3: RAW})
    return None if found is None else RAW[found.start : found.end]


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("Kuznetsov said", "Kuznetsov said"),
        ("that Kuznetsov saw", "that Kuz-\nnetsov saw"),
        ("Kuznetsov saw", "Kuz-\nnetsov saw"),
        ("Kuznetsov at", "KUZNETSOV\nat"),
        ("once", "once"),
    ],
)
def test_of_a_word_that_stands_three_times_the_right_one_is_lit(asked: str, printed: str) -> None:
    """Also where the line breaks it, which the reading text has joined."""
    assert raw_words("Kuznetsov said that Kuznetsov saw Kuznetsov at once.", wanted(asked)) == printed


def test_a_word_that_stands_nowhere_on_the_page_lights_its_passage() -> None:
    assert raw_words("Kuznetsov said (emended) that", wanted("missing")) == RAW[:54]
    assert raw_words("said emended", wanted("emended"), (Patch(3, 10, 14),)) == "said"


def test_a_passage_without_ink_lights_nothing() -> None:
    assert raw_words("Kuznetsov", wanted("kuznetsov"), ()) is None


@given(st.lists(st.sampled_from(["aa", "bb", "cc", "dd"]), min_size=1, max_size=30), st.data())
def test_the_ink_of_a_match_says_the_match(read: list[str], data: st.DataObject) -> None:
    """Whatever furniture stands between the words of the paragraph on its page, and however often they are said."""
    noise = data.draw(st.lists(st.sampled_from(["", "", "", "zz "]), min_size=len(read), max_size=len(read)))
    raw = " ".join(stray + word for stray, word in zip(noise, read, strict=True))
    first = data.draw(st.integers(0, len(read) - 1))
    run = tuple(read[first : first + 3])
    found = patch(
        best([body(" ".join(read), (Patch(1, 0, len(raw)),))], [Wanted(frozenset({run}), ANYWHERE)]), {1: raw}
    )
    assert found is not None
    assert tuple(word for word in words(raw[found.start : found.end]) if word != "zz") == run


RUNS = st.lists(st.sampled_from("ab"), min_size=1, max_size=2).map(tuple)
SOUGHT = st.builds(Wanted, st.frozensets(RUNS, min_size=1, max_size=2), st.frozensets(st.sampled_from(Column)))
READ = st.lists(
    st.tuples(st.sampled_from(Column), st.lists(st.sampled_from("abc"), max_size=5)), min_size=1, max_size=4
).map(folded)


@given(READ, st.lists(SOUGHT, max_size=3))
def test_the_passage_with_most_of_what_is_sought_is_the_likeliest(read: Folded, sought: list[Wanted]) -> None:
    def rank(line: int) -> tuple[int, int, int]:
        column, words = read.columns[line], read.lines[line]
        counts = [
            sum(words.count(f" {' '.join(run)} ") for run in each.runs) for each in sought if column in each.columns
        ]
        met = [count for count in counts if count]
        told = {Column.BODY: 2, Column.MARK: 0}.get(column, 1)
        return (len(met), told, sum(met)) if met else (0, 0, 0)

    ranks = [rank(line) for line in range(len(read.columns))]
    assert likeliest(read, sought) == ranks.index(max(ranks))
