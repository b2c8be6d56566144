"""Electronic telegrams as they came in: the hour in the head of the page, and to whom they are shown and passed."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_text

from onionskin.record.named import Named

ARRIVED = """\
CONFIDENTIAL
PAGE 01  LIMA 03187  {came}
43
ACTION ARA-15

P 302140Z JUN 72
FM AMEMBASSY LIMA
TO SECSTATE WASHDC PRIORITY 4471
INFO CINCSO
C O N F I D E N T I A L LIMA 3187

CINCSO FOR POLAD

SUBJECT: TALK WITH THE MINISTER

1. THE MINISTER TOLD ME THIS MORNING THAT THE GOVERNMENT WOULD NOT ASK FOR A NEW AGREEMENT.
2. DEPARTMENT PLEASE PASS QUITO AND BOGOTA.
MARLOW
"""


@pytest.mark.parametrize(
    ("came", "received"),
    [("302215Z", "1972-06-30T22:15:00+00:00"), ("010005Z", "1972-07-01T00:05:00+00:00"), ("", None), ("092215Z", None)],
)
def test_the_head_of_the_page_says_when_it_came(came: str, received: str | None) -> None:
    (read,) = read_text(ARRIVED.replace("{came}", came))
    told = read.one("received")
    assert (told.value if told else None) == received


def test_to_whom_it_is_to_be_shown_and_passed() -> None:
    (read,) = read_text(ARRIVED.replace("{came}", "302215Z"))
    told = [[r.value.name for r in read.many(name) if isinstance(r.value, Named)] for name in ("attention", "pass_to")]
    assert told == [["POLAD"], ["Quito", "Bogota"]]
    assert "DEPARTMENT PLEASE PASS" in read.text.reading
