"""The life of a paper as a picture says what its list says, and holds no style of its own."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.inks import edtf, words

from onionskin.record.acts import Act, ActKind
from onionskin.web.ink import CONTROLS
from onionskin.web.lifeline import lifeline, stations

SVG = "{http://www.w3.org/2000/svg}"
LIFE = (
    Act(ActKind.DECLASSIFIED, "1992-04-03", ()),
    Act(ActKind.DRAFTED, "1962-11-17", ()),
    Act(ActKind.TRANSMITTED, "1962-11-17T21:43:00-05:00", ()),
    Act(ActKind.CLEARED, None, ()),
    Act(ActKind.RELEASED, "4/3/92", ()),
    Act(ActKind.RETURNED, "4/18", ()),
    Act(ActKind.REVIEWED, "4-6-88", ()),
)
PRINTED = st.sampled_from(["4/3/92", "4-6-88", "4/18", "7/12/97"])
LIVES = st.lists(
    st.builds(Act, act=st.sampled_from(list(ActKind)), date=edtf | words | PRINTED, evidence=st.just(())), max_size=9
).map(tuple)
"""What a picture is drawn of: the acts alone, dated as papers date them and as none does."""


def drawn(acts: tuple[Act, ...]) -> etree._Element:
    picture = lifeline(acts)
    assert picture is not None
    return etree.fromstring(str(picture))


def test_acts_of_one_day_share_it_and_those_whose_century_is_not_printed_stand_last() -> None:
    assert [(each.day, each.words, each.deeds, each.opening) for each in stations(LIFE)] == [
        (date(1962, 11, 17), "November 17, 1962", ("drafted", "transmitted"), False),
        (date(1992, 4, 3), "April 3, 1992", ("declassified",), True),
        (None, "“4-6-88”", ("reviewed",), True),
        (None, "“4/3/92”", ("released",), True),
        (None, "“4/18”", ("returned",), False),
    ]


def test_a_long_rest_is_broken_and_told_in_years_and_an_unknown_one_is_asked() -> None:
    rests = [each.text for each in drawn(LIFE).iter(f"{SVG}text") if each.get("class") == "rest"]
    assert rests == ["29 years", "?", "?", "?"]


def test_one_day_alone_is_no_picture() -> None:
    assert lifeline(LIFE[1:4]) is None


@given(LIVES)
@settings(max_examples=50, deadline=None)
def test_a_picture_has_a_dot_for_each_day_in_their_order_and_no_style(acts: tuple[Act, ...]) -> None:
    held = stations(acts)
    if len(held) < 2:
        assert lifeline(acts) is None
        return
    picture = drawn(acts)
    dots = [float(each.get("cx", "")) for each in picture.iter(f"{SVG}circle")]
    assert len(dots) == len(held)
    assert dots == sorted(dots)
    named = [each.text for each in picture.iter(f"{SVG}text") if each.get("class") == "when"]
    assert named == [each.words.translate(CONTROLS) for each in held]
    assert not [
        each for each in picture.iter() if "style" in each.attrib or each.tag in {f"{SVG}style", f"{SVG}script"}
    ]
