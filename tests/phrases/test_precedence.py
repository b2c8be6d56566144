"""Precedence words in the order printed, and the rank they derive."""

import pytest

from onionskin.phrases.precedence import find_precedence, of_letter, rank, read_worn
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("line", "words", "derived"),
    [
        ("FLASH", ["FLASH"], 0),
        ("NIACT PRIORITY", ["NIACT", "PRIORITY"], 3),
        ("PRIORITY NIACT", ["PRIORITY", "NIACT"], 3),
        ("NIGHT ACTION", ["NIACT"], None),
        ("OPERATIONAL IMMEDIATE", ["OPERATIONAL IMMEDIATE"], 2),
        ("Secret; Operational Immediate; Urgent", ["OPERATIONAL IMMEDIATE", "URGENT"], 2),
        ("Priority", ["PRIORITY"], 3),
        ("AMEMBASSY LA PAZ NIACT IMMEDIATE", ["NIACT", "IMMEDIATE"], 2),
        ("EMERGENCY", ["EMERGENCY"], 1),
        ("US URGENT", ["US URGENT"], None),
        ("U.S. URGENT NIACT", ["US URGENT", "NIACT"], None),
        ("URGENT", ["URGENT"], None),
        ("precepence ROUTINE", ["ROUTINE"], 4),
        ("of immediate interest", [], None),
        ("This has priority over", [], None),
        ("Priority was given", [], None),
        ("Emergency measures", [], None),
    ],
)
def test_words_and_rank(line: str, words: list[str], derived: int | None) -> None:
    found = [f.value for f in find_precedence(line)]
    assert found == words
    assert rank(found) == derived


@pytest.mark.parametrize(("line", "word"), [("PRI0RITY", "PRIORITY"), ("IMMEDIAIE", "IMMEDIATE")])
def test_a_damaged_word_is_doubtful(line: str, word: str) -> None:
    (found,) = find_precedence(line)
    assert (found.value, found.state) == (word, ReadingState.DOUBTFUL)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("IORIT", "PRIORITY"),
        ("PRICRJTY", "PRIORITY"),
        ("EFERRED", "DEFERRED"),
        ("OUTINE", "ROUTINE"),
        ("MEDIA", "IMMEDIATE"),
        ("WAVE", None),
        ("ROUEN", None),
        ("EMER", None),
    ],
)
def test_a_worn_word_where_a_precedence_stands_is_doubtful(word: str, meant: str | None) -> None:
    found = read_worn(word)
    assert (found.value if found else None) == meant
    assert found is None or found.state is ReadingState.DOUBTFUL


def test_the_letter_before_a_date_time_group() -> None:
    assert [of_letter(c) for c in "ZOPRX"] == ["FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE", None]
    assert of_letter("O", 1962) == "OPERATIONAL IMMEDIATE"
    assert of_letter("P", 1962) == "PRIORITY"
