"""How a text flows from page to page."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from onionskin.facsimile.ink import Block, Run, block, centred, line
from onionskin.facsimile.pages import Form, bound, set_pages
from onionskin.facsimile.surface import MARKDOWN, PLAIN

LONG = " ".join(f"word{n}" for n in range(120))
SMALL = replace(PLAIN, columns=40, depth=20)


def head_of(page: int) -> tuple[Block, ...]:
    return block(centred(Run(f"- {page} -", "furniture.page")))


FORM = Form(
    head=block(line("LETTER")),
    body=block(line(Run(LONG, "paragraph"))),
    tail=block(line(Run("RUSK", "signed_by"))),
    turn=head_of,
    catchwords=True,
)


def test_a_page_announces_the_first_word_of_the_next() -> None:
    pages = set_pages(FORM, SMALL)
    assert len(pages) > 1
    for page, following in itertools.pairwise(pages):
        (catchword,) = page.of("furniture.catchword")
        assert catchword.text == "/" + following.of("paragraph")[0].text.split()[0]
    assert not pages[-1].of("furniture.catchword")


def test_later_pages_are_numbered_and_the_tail_stands_on_the_last() -> None:
    pages = set_pages(FORM, SMALL)
    assert [page.text.split("\n")[0].strip() for page in pages] == [
        "LETTER",
        *(f"- {n} -" for n in range(2, len(pages) + 1)),
    ]
    assert [page.n for page in pages if page.of("signed_by")] == [len(pages)]


def test_a_reflowed_surface_gives_a_broken_line_as_one() -> None:
    pages = set_pages(FORM, replace(MARKDOWN, columns=40, depth=20))
    assert " ".join(page.of("paragraph")[0].text for page in pages) == LONG
    assert all("\n" not in page.of("paragraph")[0].text for page in pages)


def test_a_value_that_goes_over_the_margin_is_one_ink_with_its_break() -> None:
    (page,) = set_pages(
        Form(head=(), body=block(line("TO: ", Run("a name of forty columns and some more", "to")))), SMALL
    )
    (ink,) = page.of("to")
    assert ink.text == "a name of forty columns and some\nmore"


def test_bound_pages_keep_every_place() -> None:
    pages = set_pages(FORM, SMALL)
    whole = bound(pages)
    assert [ink.text for ink in whole.inks] == [ink.text for page in pages for ink in page.inks]
    assert all(ink.span.of(whole.text) == ink.text for ink in whole.inks)


def footed(rows: int, *later: int) -> list[list[str]]:
    """The rows of each page of one paragraph with its tail, and of stamps so many rows high, on sheets of thirty."""
    form = Form(
        head=(),
        body=block(line(" ".join(f"word{n:05d}word" for n in range(rows)))),
        tail=block(*(line(f"tail {n}") for n in range(4))),
        later=tuple(each for n, high in enumerate(later) for each in block(*[line(f"stamp {n}")] * high)),
        foot=lambda _: block(line("SECRET")),
    )
    surface = replace(PLAIN, columns=13, depth=30, footed=True)
    return [page.text.split("\n") for page in set_pages(form, surface)]


@pytest.mark.parametrize("rows", range(1, 70))
def test_on_a_footed_page_the_foot_is_last_and_neither_a_row_nor_the_tail_stands_alone(rows: int) -> None:
    pages = footed(rows)
    typed = [sum(row.startswith("word") for row in page) for page in pages]
    assert sum(typed) == rows
    # One row alone cannot be left empty: a blank row parts blocks already.
    assert all(len(page) in {29, 30} and page[-1] == "SECRET" for page in pages)
    assert min(typed) >= min(rows, 2)


def test_stamps_stand_where_there_is_room_and_move_no_tail() -> None:
    (only,) = footed(10, 8)
    assert only.count("stamp 0") == 8
    assert len(only) == 30
    closer = footed(10, 8, 6)
    assert [len(page) for page in closer] == [33]
    first, second = footed(10, 8, 12)
    assert (first.count("tail 3"), first.count("stamp 0"), second.count("stamp 1")) == (1, 8, 12)
