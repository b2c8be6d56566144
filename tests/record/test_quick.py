from dataclasses import FrozenInstanceError, dataclass, field, replace
from inspect import signature

import pytest

from onionskin.record.quick import quick


@dataclass(frozen=True, slots=True)
class Plain:
    text: str
    page: int = 1
    marks: tuple[str, ...] = field(default=(), kw_only=True)


@quick
@dataclass(frozen=True, slots=True)
class Sheet:
    text: str
    page: int = 1
    marks: tuple[str, ...] = field(default=(), kw_only=True)


@quick
@dataclass(frozen=True, slots=True)
class Counted:
    page: int

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError("pages count from 1")


def test_it_is_made_as_a_dataclass_is() -> None:
    assert str(signature(Sheet)) == str(signature(Plain))
    sheet = Sheet("SECRET", marks=("a",))
    assert (sheet.text, sheet.page, sheet.marks) == ("SECRET", 1, ("a",))
    assert replace(sheet, page=2) == Sheet("SECRET", 2, marks=("a",))
    with pytest.raises(TypeError, match="text"):
        Sheet()  # type: ignore[call-arg]


def test_nothing_of_it_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Sheet("SECRET").page = 2  # type: ignore[misc]


def test_what_looks_at_it_when_it_is_made_still_does() -> None:
    with pytest.raises(ValueError, match="count from 1"):
        Counted(0)


def test_a_field_that_is_made_anew_each_time_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Listed:
        marks: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="Listed"):
        quick(Listed)
