"""The way back from clean to raw characters."""

from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.span import Span
from onionskin.text.offsets import OffsetMap, Piece, Tailor

RAW = st.text(alphabet="ab \n-/", min_size=1, max_size=40)


@st.composite
def tailored(draw: st.DrawFn, raw: str) -> tuple[str, OffsetMap]:
    """A text cut from `raw` by random steps: kept stretches, replacements, and stretches out of order."""
    tailor = Tailor(raw)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw) - 1))
        end = draw(st.integers(start + 1, len(raw)))
        if draw(st.booleans()):
            tailor.keep(start, end)
        else:
            tailor.put(draw(st.sampled_from([" ", "xy", "longer words"])), start, end)
    return tailor.cut()


@given(st.data(), RAW)
def test_every_clean_character_leads_to_raw_characters(data: st.DataObject, raw: str) -> None:
    """Kept characters lead to themselves, put ones to the stretch they stand for."""
    text, back = data.draw(tailored(raw))
    assert len(back) == len(text)
    for at in range(len(text)):
        (place,) = back.places(Span(at, at + 1))
        assert 0 <= place.start < place.end <= len(raw)
    for piece in back.pieces:
        if piece.exact and text[piece.clean : piece.clean_end] == raw[piece.raw : piece.raw_end]:
            assert back.hull(Span(piece.clean, piece.clean_end)) == Span(piece.raw, piece.raw_end)


@given(st.data(), RAW)
def test_two_steps_compose(data: st.DataObject, raw: str) -> None:
    """The composed map leads where the two maps lead one after the other."""
    middle, inner = data.draw(tailored(raw))
    text, outer = data.draw(tailored(middle))
    both = outer.after(inner)
    assert len(both) == len(text)
    for at in range(len(text)):
        via = [p for step in outer.places(Span(at, at + 1)) for p in inner.places(step)]
        want = Span(min(p.start for p in via), max(p.end for p in via))
        assert both.hull(Span(at, at + 1)) == want


@given(st.data(), RAW)
def test_a_slice_leads_where_the_whole_leads(data: st.DataObject, raw: str) -> None:
    """Cutting a stretch out of a clean text keeps each character's way back."""
    text, back = data.draw(tailored(raw))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = back.slice(Span(start, end))
    assert len(part) == end - start
    for at in range(end - start):
        assert part.places(Span(at, at + 1)) == back.places(Span(start + at, start + at + 1))


def test_neighbours_are_joined_and_moved_words_stay_apart() -> None:
    """An insertion leads to the line above, the words around it to their own line."""
    back = OffsetMap((Piece(0, 4, 10, 14), Piece(4, 8, 0, 4), Piece(8, 12, 14, 18)))
    assert back.places(Span(2, 10)) == (Span(12, 14), Span(0, 4), Span(14, 16))
    assert back.hull(Span(2, 10)) == Span(0, 16)


def test_taking_back_drops_one_character() -> None:
    """The hyphen that only the line end called for leaves no character and no piece behind."""
    tailor = Tailor("nego-\ntiation")
    tailor.keep(0, 5)
    tailor.take_back()
    tailor.keep(6, 13)
    text, back = tailor.cut()
    assert text == "negotiation"
    assert back.places(Span(0, 11)) == (Span(0, 4), Span(6, 13))
