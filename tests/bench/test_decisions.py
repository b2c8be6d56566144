"""The benchmark of decisions tells a place that is right from one that is wrong and one that is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import decisions
from bench.noise.model import Noisy

from onionskin.record.span import Span

TEXT = (
    "You should see Halloran promptly, to discuss what may be done\n"
    "about the airlift, and report by Monday at the latest.\n"
)


def read(text: str) -> Noisy:
    """The text, read as it stands."""
    return Noisy(text, text, tuple(range(len(text) + 1)))


def test_the_same_words_are_right_words_gone_are_adrift_and_words_elsewhere_wrong() -> None:
    at = TEXT.index("airlift")
    span = Span(at, at + len("airlift"))
    assert decisions._fate(read(TEXT), read(TEXT), span) == "right"
    assert decisions._fate(read(TEXT), read("Nothing of the kind stands on this page.\n"), span) == "adrift"
    displaced = Noisy("x" * 400, TEXT, tuple(range(200, 200 + len(TEXT) + 1)))
    assert decisions._fate(read(TEXT), displaced, span) == "wrong"


def test_a_volume_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert decisions.main([str(Path("nowhere.xml"))]) == 2
    assert "nowhere.xml is not there" in capsys.readouterr().err
