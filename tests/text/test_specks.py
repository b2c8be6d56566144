"""Specks go, single letters are set right, and every character keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.text.specks import swept


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("TO:       FE = Hr. Ormsby", "TO:       FE - Mr. Ormsby"),
        ("FROM:     S/S - Mr. 'Merchant", "FROM:     S/S - Mr.  Merchant"),
        ("          '        ASHCOMBE", "                   ASHCOMBE"),
        ("ARA         HO:   1327, JANUARY 22", "ARA         NO:   1327, JANUARY 22"),
        ("IO:   The Secretary", "TO:   The Secretary"),
        ("IO:EGOrmsby:mtn 12/28/53", "IO:EGOrmsby:mtn 12/28/53"),
        ("RE: your 'Eyes Only' letter", "RE: your 'Eyes Only' letter"),
        ("FROM . . . Moscow", "FROM . . . Moscow"),
        ("Dr. Ormsby", "Dr. Ormsby"),
    ],
)
def test_a_line_is_swept(printed: str, line: str) -> None:
    assert swept(printed) == line


@given(st.text(alphabet="MNHr.,;:'`^= ABab10/-\t", max_size=40))
def test_no_character_comes_or_goes(line: str) -> None:
    assert len(swept(line)) == len(line)
