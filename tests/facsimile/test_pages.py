"""How a text flows from page to page."""

from __future__ import annotations

import itertools
from dataclasses import replace

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
