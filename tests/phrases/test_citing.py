"""The heading of a cable, its group and the stamps beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.cable_stamps import find_stamps
from onionskin.phrases.citing import find_citing, find_group, find_row, read_places


@pytest.mark.parametrize(
    ("line", "to", "info", "sender", "number"),
    [
        ("PRIORITY DIR CITE WAVE 8201", ["Director"], [], "WAVE", "8201"),
        ("DIR LISB INFO WAVE MILA (POUCH) CITE ROME 930I", ["Director", "LISB"], ["WAVE", "MILA"], "Rome", "9301"),
        ("D1R C1TE WAVE 82O1", ["Director"], [], "WAVE", "8201"),
        ("DIRCITE QUIT 4410", ["Director"], [], "QUIT", "4410"),
        ("DIR CITEQUIT 4410", ["Director"], [], "QUIT", "4410"),
        ("PRITY OIR INFO PRITY LIMA CTTE QUIT, 4410", ["Director"], ["Lima"], "QUIT", "4410"),
        ("TO QUIT INFO C ITE DEX BELL 0917", ["QUIT"], [], "BELL", "0917"),
        ("DIP CITE WAVE 8317", ["Director"], [], "WAVE", "8317"),
        ("IORIT DIR INFO MEXI CITE WAVE 8201", ["Director"], ["MEXI"], "WAVE", "8201"),
        ("ROUTINF LIMA CITE DIR 62932", ["Lima"], [], "Director", "62932"),
        ("MEXICO CITY INFO DIR CITE SAN SALVADOR 6796", ["Mexico City"], ["Director"], "San Salvador", "6796"),
    ],
)
def test_a_heading_names_addressees_sender_and_number(
    line: str, to: list[str], info: list[str], sender: str, number: str
) -> None:
    citing = find_citing(line)
    assert citing is not None
    assert citing.number is not None
    assert (citing.sender.value.name, citing.number.value) == (sender, number)
    action, others = read_places(line[: citing.span.start])
    assert ([x.value.name for x in action], [x.value.name for x in others]) == (to, info)
    assert all(x.span.of(line) == x.text for x in (*action, *others))


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("S E C R E T 270258Z", (27, 2, 58)),
        ("SECRET1117552   11 MAR 66", (11, 17, 55)),
        ("IS E CRE I 261218Z MAY 69", (26, 12, 18)),
        ("S E C R E T O80O45Z", (8, 0, 45)),
        ("SECRET l8 0045Z", (18, 0, 45)),
        ("S E C R E T 1800457", (18, 0, 45)),
        ("OUR 1117552 PESOS", None),
        ("SECRET 342223Z", None),
    ],
)
def test_a_group_is_day_and_clock(line: str, group: tuple[int, int, int] | None) -> None:
    got = find_group(line)
    assert (got and (got.day, got.hour, got.minute)) == group


def test_the_row_of_the_seventies_has_group_sender_and_number() -> None:
    row = find_row("STAFF   161827Z   DIRECTOR   125981")
    assert row is not None
    assert row[2] is not None
    assert (row[0].day, row[1].value.name, row[2].value) == (16, "Director", "125981")


def test_the_row_may_lack_its_number_but_then_its_sender_is_known() -> None:
    row = find_row("STAFF   0509152   DIRECTOR")
    assert row is not None
    assert (row[0].day, row[1].value.name, row[2]) == (5, "Director", None)
    assert find_row("ABOUT 050915Z NOTHING ELSE") is None


@pytest.mark.parametrize(
    ("line", "day", "number", "incoming"),
    [
        ("27Nov63IN68499", "1963-11-27", "68499", True),
        ("12 DEC 63 IN 79555", "1963-12-12", "79555", True),
        ("MAY 18 2048Z 61", "1961-05-18", None, False),
        ("DATE: 03 OCT 62", "1962-10-03", None, False),
        ("18 MAY 2048Z 61", "1961-05-18", None, False),
        ("1 8 JUL 67 IN 12345", "1967-07-18", "12345", True),
        ("30 N0V 63 lN69720", "1963-11-30", "69720", True),
        ("O5 SEP 63 N31122", "1963-09-05", "31122", True),
        ("SIG CEN   21Auc63   4", "1963-08-21", None, False),
        ("5FEB 65 13 19Z", "1965-02-05", None, False),
    ],
)
def test_a_stamped_day(line: str, day: str, number: str | None, incoming: bool) -> None:
    (stamp,) = find_stamps(line)
    assert (stamp.day.edtf, stamp.number and stamp.number.value, stamp.incoming) == (day, number, incoming)


@pytest.mark.parametrize("line", ["THE 12 MEN 60 MILES OFF", "PAID 10 CAR 55 IN ALL", "19 JNN 65", "32 OCT 63"])
def test_other_words_between_figures_are_no_stamp(line: str) -> None:
    assert list(find_stamps(line)) == []


ANY = st.text(alphabet="CITE DRINFO0123456789ZSECRTWAV()\n", max_size=20)


@given(st.tuples(ANY, st.sampled_from(["", "DIR CITE WAVE 8201", "D1R C1TE WAVE 82O1"]), ANY).map("".join))
def test_any_line_is_read_without_harm(line: str) -> None:
    citing = find_citing(line)
    assert citing is None or line[citing.span.start :].startswith("C")
    assert all(stamp.span.of(line) for stamp in find_stamps(line))
