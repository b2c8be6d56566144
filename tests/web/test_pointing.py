"""What leads from a statement to its ink is written safely, whatever the paper says."""

from __future__ import annotations

from onionskin.web.ink import Part, Piece
from onionskin.web.pointing import anchor, pieces, places
from onionskin.web.views import Grounds, Item, Place


def item(*lines: int, lit: bool = False) -> Item[str]:
    found = tuple(Place(1, line, 0, 4, "ink", "names") for line in lines)
    return Item("/mentions/0", "Rusk", Grounds(found, (), ()), lit)


def test_a_statement_is_found_on_the_page_by_its_pointer() -> None:
    assert anchor("/fields/to/0") == 'id="at-fields-to-0" data-row="/fields/to/0"'


def test_the_link_says_where_the_ink_is_and_keeps_the_view() -> None:
    told = places(item(3, lit=True), "both", "the name Rusk")
    assert 'href="?view=both&amp;light=/mentions/0#ink" data-light="/mentions/0"' in told
    assert 'data-where="page 1, line 3" aria-current="true">' in told
    assert "Light the ink of the name Rusk: </span>" in told
    assert places(item(), "both", "the name Rusk") == ""


def test_of_many_places_three_are_told_and_the_others_counted() -> None:
    told = places(item(1, 2, 3, 4, 5), "", "the name Rusk")
    assert [f"l. {line}<" in told for line in (1, 2, 3, 4)] == [True, True, True, False]
    assert told.endswith(" and 2 more</a>\n")


def test_what_a_paper_says_is_never_taken_for_a_tag() -> None:
    told = places(item(1), "", 'the name "><script>')
    cut = pieces(Part("", (Piece("<b>", ()), Piece("<i>", ("/mentions/0",)))))
    assert "<script" not in told
    assert 'what="the name &#34;&gt;' in told
    assert cut == '&lt;b&gt;<span data-ink="/mentions/0">&lt;i&gt;</span>'
