"""Every spelling of the Image API 3.0 asks for the pixels that the standard says, and faults are told as faults."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.errors import UnsupportedError, UsageError
from onionskin.record.geometry import Box
from onionskin.web.iiif.asking import asked
from onionskin.workbench import PieceForm, Tone

PAGE = (600, 800)
WHOLE = Box(0, 0, *PAGE)


@pytest.mark.parametrize(
    ("region", "box"),
    [
        ("full", WHOLE),
        ("square", Box(0, 100, 600, 700)),
        ("125,15,120,140", Box(125, 15, 245, 155)),
        ("590,790,100,100", Box(590, 790, 600, 800)),
        ("pct:41.6,7.5,40,70", Box(250, 60, 490, 620)),
        ("pct:0,0,100,100", WHOLE),
        ("pct:50,50,200,.5", Box(300, 400, 600, 404)),
    ],
)
def test_regions(region: str, box: Box) -> None:
    assert asked(region, "max", "0", "default.jpg", PAGE).piece.region == box


@pytest.mark.parametrize(
    ("region", "size", "pixels"),
    [
        ("full", "max", (600, 800)),
        ("full", "150,", (150, 200)),
        ("full", ",200", (150, 200)),
        ("full", "pct:50", (300, 400)),
        ("full", "225,100", (225, 100)),
        ("full", "!225,100", (75, 100)),
        ("full", "!9999,400", (300, 400)),
        ("full", "1,", (1, 1)),
        ("0,0,100,100", "max", (100, 100)),
        ("0,0,100,100", "!500,500", (100, 100)),
        ("0,0,100,100", "^max", (600, 600)),
        ("0,0,100,100", "^200,", (200, 200)),
        ("0,0,100,100", "^,300", (300, 300)),
        ("0,0,100,100", "^pct:200", (200, 200)),
        ("0,0,100,100", "^300,200", (300, 200)),
        ("0,0,100,50", "^!400,400", (400, 200)),
        ("0,0,100,100", "^50,", (50, 50)),
    ],
)
def test_sizes(region: str, size: str, pixels: tuple[int, int]) -> None:
    assert asked(region, size, "0", "default.jpg", PAGE).piece.size == pixels


@pytest.mark.parametrize(
    ("told", "mirrored", "turned"), [("0", False, 0), ("90.0", False, 90), ("!180", True, 180), ("360", False, 0)]
)
def test_rotations(told: str, mirrored: bool, turned: int) -> None:
    piece = asked("full", "max", told, "default.jpg", PAGE).piece
    assert (piece.mirrored, piece.turned) == (mirrored, turned)


def test_qualities_and_formats() -> None:
    for tone in Tone:
        for form in PieceForm:
            piece = asked("full", "max", "0", f"{tone}.{form}", PAGE).piece
            assert (piece.tone, piece.form) == (tone, form)


@pytest.mark.parametrize(
    ("region", "size", "rotation", "last"),
    [
        ("0,0,0,10", "max", "0", "default.jpg"),
        ("600,0,10,10", "max", "0", "default.jpg"),
        ("0,0,10", "max", "0", "default.jpg"),
        ("-1,0,10,10", "max", "0", "default.jpg"),
        ("0,0,1.5,10", "max", "0", "default.jpg"),
        ("pct:0,0,0,10", "max", "0", "default.jpg"),
        ("pct:a,0,10,10", "max", "0", "default.jpg"),
        ("whole", "max", "0", "default.jpg"),
        ("full", "full", "0", "default.jpg"),
        ("full", "601,", "0", "default.jpg"),
        ("full", ",801", "0", "default.jpg"),
        ("full", "601,10", "0", "default.jpg"),
        ("full", "pct:101", "0", "default.jpg"),
        ("full", "pct:0.01", "0", "default.jpg"),
        ("full", "^601,", "0", "default.jpg"),
        ("full", "0,", "0", "default.jpg"),
        ("full", "!0,10", "0", "default.jpg"),
        ("full", "!10", "0", "default.jpg"),
        ("full", ",", "0", "default.jpg"),
        ("full", "10", "0", "default.jpg"),
        ("full", "max", "-90", "default.jpg"),
        ("full", "max", "361", "default.jpg"),
        ("full", "max", "north", "default.jpg"),
        ("full", "max", "0", "native.jpg"),
        ("full", "max", "0", "default.bmp"),
        ("full", "max", "0", "default"),
    ],
)
def test_what_cannot_be_cut_is_refused_with_advice(region: str, size: str, rotation: str, last: str) -> None:
    with pytest.raises(UsageError, match="Ask for") as told:
        asked(region, size, rotation, last, PAGE)
    assert told.value.http_status == 400


@pytest.mark.parametrize(("rotation", "last"), [("22.5", "default.jpg"), ("0", "default.webp"), ("0", "gray.tif")])
def test_what_the_standard_knows_and_we_do_not_do_is_said_so(rotation: str, last: str) -> None:
    with pytest.raises(UnsupportedError) as told:
        asked("full", "max", rotation, last, PAGE)
    assert told.value.http_status == 501


@pytest.mark.parametrize(
    ("spelled", "canonical"),
    [
        ("full/max/0/default.jpg", "full/max/0/default.jpg"),
        ("0,0,600,800/600,/360/default.png", "full/max/0/default.png"),
        ("pct:0,0,50,50/150,/!90.0/gray.jpg", "0,0,300,400/150,200/!90/gray.jpg"),
        ("0,0,100,100/^max/0/default.jpg", "0,0,100,100/^max/0/default.jpg"),
        ("0,0,100,100/^200,/0/default.jpg", "0,0,100,100/^200,200/0/default.jpg"),
        ("0,0,100,100/^100,/0/default.jpg", "0,0,100,100/max/0/default.jpg"),
    ],
)
def test_one_piece_has_one_canonical_address(spelled: str, canonical: str) -> None:
    region, size, rotation, last = spelled.split("/")
    assert asked(region, size, rotation, last, PAGE).canonical == canonical


@given(
    page=st.tuples(st.integers(1, 5000), st.integers(1, 5000)),
    scale=st.sampled_from([1, 2, 4, 8, 16, 32]),
    data=st.data(),
)
def test_every_tile_that_is_offered_can_be_cut_and_its_canonical_address_is_the_same_piece(
    page: tuple[int, int], scale: int, data: st.DataObject
) -> None:
    width, height = page
    step = 512 * scale
    left = step * data.draw(st.integers(0, (width - 1) // step))
    top = step * data.draw(st.integers(0, (height - 1) // step))
    wide, high = min(step, width - left), min(step, height - top)
    # As OpenSeadragon and the standard's own algorithm ask: rounded up.
    size = f"{-(-wide // scale)},{-(-high // scale)}"
    first = asked(f"{left},{top},{wide},{high}", size, "0", "default.jpg", page)
    assert first.piece.region == Box(left, top, left + wide, top + high)
    region, scaled, rotation, last = first.canonical.split("/")
    assert asked(region, scaled, rotation, last, page) == first
