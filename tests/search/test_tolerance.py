from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.search.tolerance import (
    FAR,
    MOST_SPELLINGS,
    MOST_VARIANTS,
    Variant,
    distance,
    is_misread,
    spellings,
    variants,
)

words = st.text(st.sampled_from("abcdehilmnorstuvwy0158"), min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("asked", "misread"),
    [
        ("kuznetsov", "kuznetsoy"),
        ("il", "1l"),
        ("28", "2b"),
        ("1338", "l338"),
        ("modern", "modem"),
        ("claim", "daim"),
        ("soviet", "sovict"),
        ("wharf", "vvharf"),
        ("quarantine", "quarantlne"),
        ("quarantine", "quarntine"),
        ("negotiations", "negotiation5"),
    ],
)
def test_what_a_machine_makes_of_a_word_is_near_to_it(asked: str, misread: str) -> None:
    assert [each.word for each in variants(asked, [asked, misread, "zzz"], spelt_so=True)] == [misread]


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("letter", "better"),
        ("soviet", "soviets"),
        ("cuba", "cuban"),
        ("1338", "1336"),
        ("1338", "133"),
        ("28", "23"),
        ("1962", "1963"),
        ("il", "il28"),
        ("a", "o"),
        ("u", "n"),
        ("rusk", "risk"),
        ("kennan", "kennedy"),
    ],
)
def test_another_word_of_the_papers_is_not_a_misreading(asked: str, other: str) -> None:
    assert variants(asked, [asked, other], spelt_so=True) == ()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("kusnetsov", "kuznetsov"), ("kuznetzov", "kuznetsov"), ("mikojan", "mikoyan"), ("carribean", "caribbean")],
)
def test_a_word_that_no_paper_has_may_be_misspelt_itself(asked: str, meant: str) -> None:
    assert [each.word for each in variants(asked, [meant], spelt_so=False)] == [meant]


@pytest.mark.parametrize(
    ("word", "papers", "other_papers", "misread"),
    [
        ("come", 211, 59, False),
        ("those", 288, 539, False),
        ("ball", 40, 3, True),
        ("baii", 1, 40, True),
        ("hall", 1, 1, True),
        ("kuznetsov", 30, 20, True),
    ],
)
def test_short_words_that_papers_have_as_often_are_two_words(
    word: str, papers: int, other_papers: int, misread: bool
) -> None:
    assert is_misread(word, papers, other_papers) is misread


def test_the_nearest_come_first_and_not_all() -> None:
    near = variants("inspection", ["inspections", "inspecti0n", "1nspection"], spelt_so=True)
    assert [each.word for each in near] == ["1nspection", "inspecti0n", "inspections"]
    many = [f"inspection{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert len(variants("inspection", many, spelt_so=True)) == MOST_VARIANTS


def test_a_word_of_several_parts_is_misread_in_any_of_them() -> None:
    near = {"il": (Variant("1l", 0.3),), "28": (Variant("2b", 0.3),)}
    assert spellings(("il", "28"), near) == (("il", "2b"), ("1l", "28"), ("1l", "2b"))
    assert spellings(("il", "28"), {}) == ()
    many = {word: tuple(Variant(f"{word}{n}", 0.3) for n in range(9)) for word in ("a", "b")}
    assert len(spellings(("a", "b"), many)) == MOST_SPELLINGS


@given(words, words)
def test_distance_is_the_same_both_ways_and_nothing_to_itself(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert distance(one, one) == 0
    assert (distance(one, other) == 0) == (one == other)


@given(st.text(st.sampled_from("abehilost"), max_size=6))
def test_a_digit_is_never_another(word: str) -> None:
    assert distance(f"{word}4", f"{word}7") >= FAR
