"""A typist's line breaks."""

from __future__ import annotations

from dataclasses import replace

from onionskin.facsimile.ink import Line, Look, Run, at_right, centred, line
from onionskin.facsimile.rows import set_line
from onionskin.facsimile.surface import MARKDOWN, PLAIN

NARROW = replace(PLAIN, columns=24)


def test_a_long_line_is_broken_at_spaces_and_hangs() -> None:
    rows = set_line(line("SUBJECT: ", Run("Next Steps in New York Negotiations", "subject"), hang=9), NARROW)
    assert [(row.pad, row.text) for row in rows] == [
        (0, "SUBJECT: Next Steps in"),
        (9, "New York"),
        (9, "Negotiations"),
    ]
    assert [row.text[mark.start : mark.end] for row in rows for mark in row.marks] == [
        "Next Steps in",
        "New York",
        "Negotiations",
    ]


def test_a_long_word_is_hyphenated_after_a_vowel_and_the_hyphen_is_its_own() -> None:
    rows = set_line(line(Run("discuss long negotiations now", "paragraph")), replace(NARROW, hyphens=True))
    assert [row.text for row in rows] == ["discuss long negotia-", "tions now"]
    assert [row.text[mark.start : mark.end] for row in rows for mark in row.marks] == [
        "discuss long negotia-",
        "tions now",
    ]


def test_an_insertion_stands_above_its_slash() -> None:
    typed = Line(
        (Run("You should/give him our draft", "paragraph"),), above=(Run("present it,", "paragraph.insertion"),)
    )
    rows = set_line(typed, PLAIN)
    assert [row.text for row in rows] == ["present it,", "You should/give him our draft"]
    assert rows[0].pad == rows[1].text.index("/")


def test_neighbours_struck_together_share_one_pair_of_signs() -> None:
    struck = line(Run("TOP SECRET", "marking.level", 0, Look.STRUCK), Run(" - SENSITIVE", look=Look.STRUCK), " copy 3")
    assert set_line(struck, MARKDOWN)[0].text == "~~TOP SECRET - SENSITIVE~~ copy 3"
    assert set_line(struck, PLAIN)[0].text == "TOP SECRET - SENSITIVE copy 3"


def test_only_a_surface_that_keeps_columns_centres_and_indents() -> None:
    assert [set_line(each, NARROW)[0].pad for each in (centred("SECRET"), at_right("RUSK"))] == [9, 20]
    assert [set_line(each, MARKDOWN)[0].pad for each in (centred("SECRET"), at_right("RUSK"))] == [0, 0]
