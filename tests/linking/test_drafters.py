"""Initials in a drafter's notation are led to the head of the office on the day, or else to nobody."""

from __future__ import annotations

import pytest
from tests.published import schema_faults
from tests.readers.reading import paper

from onionskin.linking.authorities.register import shipped
from onionskin.linking.drafters import heads, name_drafter
from onionskin.record.named import Named
from onionskin.record.reading import Reading, ReadingState

LETTER = """November 17, {year}

Dear Arthur:

I am sending you for your guidance copies of the most recent communications that we have had on the talks.

With warm regards.

Sincerely,

Henry Whitfield

Copy to: Mr. Halloran

{notation}
"""


def drafter(notation: str, year: int = 1962) -> Reading[object] | None:
    document = name_drafter(paper(LETTER.format(notation=notation, year=year)), shipped())
    assert schema_faults(document) == []
    assert document.ink_faults() == []
    return document.one("drafted_by")


@pytest.mark.parametrize(("notation", "reason"), [("IC:HC:TL", "a letter away"), ("IO:HC:TL", "initials of Harlan")])
def test_the_head_of_the_office_who_has_the_initials_is_the_drafter(notation: str, reason: str) -> None:
    reading = drafter(notation)
    assert reading is not None
    assert isinstance(reading.value, Named)
    assert (reading.value.name, reading.value.office) == ("Harlan Cleveland", "IO")
    assert (reading.state, reading.as_printed) == (ReadingState.INFERRED, "HC")
    assert reason in reading.reason


@pytest.mark.parametrize(("notation", "year"), [("IO:QX:TL", 1962), ("IO:HC:TL", 1969), ("ZZ:HC:TL", 1962)])
def test_other_initials_another_day_and_another_office_lead_to_nobody(notation: str, year: int) -> None:
    reading = drafter(notation, year)
    assert reading is None or not isinstance(reading.value, Named) or reading.value.surname is None


def test_every_office_has_a_post_that_somebody_held() -> None:
    assert all(shipped().holders(post) for post in heads().values())
