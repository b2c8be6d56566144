"""The recogniser keeps the letters that papers in Latin script have, and reads with them as it did with all."""

from __future__ import annotations

import os

import pytest

from onionskin.scans.engines import rapid
from onionskin.scans.engines.alphabet import is_kept


@pytest.mark.parametrize("letter", [*"aZ0 .-§½éŁΩ’—•²→☐☒✓", "\uff1a"])
def test_what_a_typewriter_a_printer_or_a_pen_put_on_such_papers_is_kept(letter: str) -> None:
    assert is_kept(letter)


@pytest.mark.parametrize("letter", ["\u4e2d", "\u3042", "\u30a2", "\uff76", "\U0001f600", "\u2602", "blank"])
def test_other_scripts_and_pictures_are_not(letter: str) -> None:
    assert not is_kept(letter)


def test_the_model_gives_a_column_for_each_letter_that_is_left_and_no_more() -> None:
    recogniser = rapid._models(os.getpid()).text_rec
    letters = recogniser.postprocess_op.character
    assert set("ABCXYZabcxyz0189") < set(letters)
    assert len(letters) < 2000
    assert recogniser.session.session.get_compiled_model().output().partial_shape[2].get_length() == len(letters)
