"""Notices of release."""

from __future__ import annotations

import pytest

from onionskin.phrases.release_notices import says_released


@pytest.mark.parametrize(
    "line",
    [
        "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992",
        "| 2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992 A, ey ME",
        "104-10106-107 16 [2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992] |..-",
        "E UNDER THE PR JOH NEDY ASSASSINATION RECORDS ACT",
        "Released under the John F. Kennedy Assassination Records Collection Act of 1992 (44 USC 2107 Note).",
    ],
)
def test_a_notice_of_release_is_known_whole_or_half_lost(line: str) -> None:
    assert says_released(line)


@pytest.mark.parametrize(
    "line",
    [
        "No press release is planned, but the President will be asked about the inspection at Havana.",
        "The assassination of the Ambassador was reported by the Embassy at noon.",
        "APPROVED FOR RELEASE",
        "SUBJECT: Records Act of 1950",
    ],
)
def test_a_line_that_speaks_of_a_release_is_none(line: str) -> None:
    assert not says_released(line)
