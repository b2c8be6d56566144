"""Lists of participants over several lines, and in columns side by side."""

from __future__ import annotations

import textwrap

import pytest

from onionskin.phrases.participant_lists import Row, in_a_list, read_list

COLUMNS = """
    UNITED STATES                              ICELAND

    Mr. Roger T. Hartwell,                     Ambassador Otto Holm
      Acting Assistant Secretary, EUR          Mr. Karl Berg, Financial Counselor
    Mr. Philip Rowan, E/OFD                    Mr. Fritz Strand, Second Secretary
    Mrs. Joan Marlow, EUR/WE
"""
TITLES_BELOW = """
    AMERICANS                          ICELANDERS

    The Secretary                      Foreign Minister Holm
    Under Secretary Ball               Dr. Emil Berg
    Mr. William R. Penrose                Director, Ministry of
       Assistant Secretary for              Foreign Affairs
       European Affairs                Mr. Fritz Strand
    Miss Ruth Hadley                      Counselor of Embassy
       EUR/WE
"""
NUMBERED = """
    U.S.                                   Iceland
    1. The Secretary                       1. Foreign Minister Holm
    2. Mr. Martin Penrose                  2. Mr. Fritz Strand
       Assistant Secretary for EUR            Minister Counselor
"""
TITLES_BESIDE = """
    Mr. Karl Holm               Minister of Finance
    Mr. Thomas Penrose          E - Assistant Secretary
    Mr. Ned Arnott              ARA/EST
"""
BY_COUNTRY = """
    Iceland
       His Excellency Karl Holm, Minister of Public Works
    United States
       NEA - Mr. Charles Boyle
       ICA - Mr. Hugo Strand
"""
BY_AGENCY = """
    State:
       Mr. G. Griffith Penrose, Deputy Assistant Secretary
          for Economic Affairs
    AID
       Mr. Hickman Strand, Jr.
    Treasury - Mr. Holm
"""
AT_ONE_MARGIN = """
    Department of State
    Mr. Thomas C. Penrose, NEA
    Miss Ruth Hadley, NEA/SOA
    AID
    Mr. William Strand, AA/NESA
    White House
    Mr. Harold Holm
"""
LONG_TITLES = """
    Henry A. Kissinger, Secretary of State and Assistant
       to the President for National Security Affairs
    Lt. Gen. Amos Holm, Deputy Assistant to the
       President for National Security Affairs
    Ruth Strand, Interpreter
"""
RUN_ON = """
    The Icelandic Ambassador, Mr. Holm, accompanied by
    his Counselor, Mr. Berg; Mr. Penrose,
    Assistant Secretary for European Affairs; and Mr. Arnott of
    the Office of Western European Affairs, who took notes.
"""
THREE = """
    US                         USSR                       UK

    The Secretary              Foreign Minister Gromyko   Lord Home
    Mr. Penrose                Mr. Strand                 Mr. Holm
"""


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (COLUMNS, ["Hartwell/EUR", "Holm", "Berg", "Rowan/E/OFD", "Strand", "Marlow/EUR/WE"]),
        (TITLES_BELOW, ["The Secretary", "Holm", "Ball", "Berg", "Penrose", "Strand", "Hadley/EUR/WE"]),
        (NUMBERED, ["The Secretary", "Holm", "Penrose", "Strand"]),
        (TITLES_BESIDE, ["Holm", "Penrose/E", "Arnott/ARA/EST"]),
        (BY_COUNTRY, ["Holm", "Boyle/NEA", "Strand/ICA"]),
        (BY_AGENCY, ["Penrose", "Strand", "Holm/Treasury"]),
        (AT_ONE_MARGIN, ["Penrose/NEA", "Hadley/NEA/SOA", "Strand/AA/NESA", "Holm"]),
        (LONG_TITLES, ["Kissinger", "Holm", "Strand"]),
        (THREE, ["The Secretary", "Gromyko", "Home", "Penrose", "Strand", "Holm"]),
        (RUN_ON, ["Holm", "Berg", "Penrose", "Arnott"]),
    ],
)
def test_the_persons_of_a_list(typed: str, named: list[str]) -> None:
    text = textwrap.dedent(typed)
    rows, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            rows.append(Row(at, line))
        at += len(line) + 1
    found = read_list(rows)
    told = [v.name if v.surname is None else "/".join(filter(None, (v.surname, v.office))) for v, _ in found]
    assert told == named
    assert all((value.surname or value.name) in span.of(text) for value, span in found)
    assert not any("\n" in span.of(text) for _, span in found)


def test_lines_that_go_on_with_a_list() -> None:
    assert in_a_list("Mr. Penrose, who had come at the wish of the Minister", "")
    assert in_a_list("2. The Secretary              2. Ambassador Holm", "")
    assert in_a_list("the Office of Western European Affairs", "Mr. Arnott of")
    assert not in_a_list("The Minister said that the quotas had hurt his country.", "Mr. Arnott, EUR")
