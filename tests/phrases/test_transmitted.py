"""Which telegram carried a paper, as source notes say."""

from __future__ import annotations

import pytest

from onionskin.phrases.transmitted import find_transmitted


@pytest.mark.parametrize(
    ("note", "number", "series", "sender", "receiver"),
    [
        (
            "Secret. Transmitted to the Embassy in Tel Aviv in Niact telegram 760, 12:33 a.m.",
            *("760", None, None, "Embassy in Tel Aviv"),
        ),
        ("Transmitted to Lawson in telegram 809, February 20, 3:53 p.m.", "809", None, None, "Lawson"),
        (
            "Transmitted to the Department of State in telegram 1054 from Tel Aviv, March 7",
            *("1054", None, "Tel Aviv", "Department of State"),
        ),
        ("Top Secret; Niact. Repeated to the Department as Secto 11.", "11", "SECTO", None, "Department"),
        ("Repeated to Rusk at Oslo as Tosec 19.", "19", "TOSEC", "Department of State", "Rusk at Oslo"),
        ("Transmitted to Paris in Priority telegram 3629, March 14", "3629", None, None, "Paris"),
    ],
)
def test_a_note_says_which_telegram_carried_the_paper(
    note: str, number: str, series: str | None, sender: str | None, receiver: str
) -> None:
    (found,) = find_transmitted(note)
    assert (found.value.number, found.value.series, found.value.from_, found.value.to) == (
        number,
        series,
        sender,
        receiver,
    )
    assert found.span.of(note) == found.text


@pytest.mark.parametrize(
    "note",
    [
        "A summary of this conversation was transmitted to Tel Aviv in telegram 778, February 11.",
        "Drafted by Kolbe; see telegram 860. Repeated to London and Paris.",
    ],
)
def test_a_summary_that_was_sent_is_another_paper(note: str) -> None:
    assert list(find_transmitted(note)) == []
