"""How alike misread labels are to what was printed."""

from __future__ import annotations

from onionskin.phrases.likeness import distinct, folded, likeness


def test_case_and_punctuation_do_not_count() -> None:
    assert folded("Non-responsive  info.") == "NON RESPONSIVE INFO"
    assert folded(" A/CDC/MR ") == "A/CDC/MR"


def test_digits_of_a_letters_shape_are_that_letter() -> None:
    assert likeness("DEC1A55IFY", "DECIASSIFY") == 1


def test_a_misread_label_is_more_like_itself_than_another() -> None:
    assert likeness("BELIEVED", "RELEASE") > likeness("BELIEVED", "DECLASSIFY")


def test_three_letters_tell_nothing() -> None:
    assert not distinct("TS 1")
    assert distinct("DENY")
