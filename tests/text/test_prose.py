"""A line is running text by its shape: in capitals too, however short its words."""

from __future__ import annotations

import pytest

from onionskin.text.prose import is_prose


@pytest.mark.parametrize(
    "line",
    [
        "You should emphasize that there is in fact no present danger of invasion",
        "WE HAVE TOLD HIM THAT THE SHIPS ARE TO BE OUT OF PORT BY NOON",
        "HE IS NOT TO GO UP TO THE TOP OF THE HILL, BUT THE U.S.",
        "IN A POSITION TO ACT IN THE SOUTHERN PART OF THE COUNTRY. VIET",
    ],
)
def test_sentences_are_running_text(line: str) -> None:
    assert is_prose(line)


@pytest.mark.parametrize(
    "line",
    [
        "ACTION: USUN, New York - PRIORITY 1359",
        "STATE/INR DIA ARMY/ACSI NAVY AIR JCS SECDEF NSA NIC AID OCI ONE OCR",
        "SS SP L H A O IO P USIA CIA NSC DOD AF ARA EUR FE NEA INR RMR",
        "CLASSIFICATION - DISSEMINATION CONTROLS",
    ],
)
def test_lists_of_offices_and_headings_are_none(line: str) -> None:
    assert not is_prose(line)
