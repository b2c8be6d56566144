"""Heads of a printed calendar, each with all it says."""

from __future__ import annotations

from typing import Any

import pytest

from onionskin.phrases.parsing import parse

HEADS: list[tuple[str, dict[str, Any]]] = [
    (
        (
            "61. Airgram A-145 from Bogota, September 5, 1962. Transmits September 4 memorandum on the violence "
            "problem in Colombia. Secret. 4 pp. DOS, CF, 721.00/9–562."
        ),
        {
            "entry": "61",
            "printed_kind": "Airgram",
            "number": "A-145",
            "from": ["Bogota"],
            "date": "1962-09-05",
            "classification": "SECRET",
            "pages": 4,
            "repository": "DOS",
            "file_number": "721.00/9-562",
        },
    ),
    (
        (
            "160. Telegram 101 to Tegucigalpa, 96 to San Salvador, 80 to Managua, October 4, 1963. Eventual "
            "recognition of Honduran Government. Confidential. 3 pp. DOS, CF, POL 15 HOND."
        ),
        {"number": "101", "to": ["Tegucigalpa", "San Salvador", "Managua"], "file_number": "POL 15 HOND"},
    ),
    (
        (
            "247. Memorandum from Barnes to Chief, WH-4, March 10. Transmits a checklist. Secret. 5 pp. CIA, "
            "DDO/DDP Files; Job 67–01083R, Box 1."
        ),
        {"from": ["Barnes"], "to": ["Chief, WH-4"], "date": "XXXX-03-10", "file_number": "Job 67-01083R"},
    ),
    (
        (
            "375. NSC Executive Committee Debriefing, October 23. Blockade of Cuba. Top Secret 2 pp. DOS, "
            "S/S-NSC Files: Lot 75 D 165, NSC Debriefings 1962."
        ),
        {"printed_kind": "Debriefing", "classification": "TOP SECRET", "pages": 2, "subject": "Blockade of Cuba"},
    ),
    (
        (
            "45. National Intelligence Estimate 94–63, October 3, 1963. “The Chilean Situation.” No "
            "classification marking. 25 pp. CIA Files: Job 79–R01012A."
        ),
        {"subject": "The Chilean Situation", "classification": "NONE MARKED", "repository": "CIA"},
    ),
    (
        (
            "278A. Memorandum from Inspector General Kirkpatrick to Dulles, November 24. Survey of the "
            "operation. 2 pp. Top Secret. CIA, DCI Files, History Staff Files: Job 85–00664R."
        ),
        {"entry": "278A", "pages": 2, "classification": "TOP SECRET", "subject": "Survey of the operation"},
    ),
]


@pytest.mark.parametrize(("head", "parts"), HEADS, ids=[head[:40] for head, _ in HEADS])
def test_a_head_says_a_whole_paper(head: str, parts: dict[str, Any]) -> None:
    read = parse("calendar-head", head)
    assert {name: read.get(name) for name in parts} == parts
    assert all(head[slice(*part["span"])] == part["as_printed"] for part in read["parts"])


def test_a_subject_that_is_withheld_is_none() -> None:
    head = "43. Telegram 37 to Santiago, July 24, 1963. Text not declassified. Secret. 2 pp. DOS, CF, POL 12 CHILE."
    assert "subject" not in parse("calendar-head", head)


def test_a_heading_without_level_and_pages_is_no_calendar_head() -> None:
    assert parse("calendar-head", "12. Telegram From the Embassy in Egypt to the Department")["state"] == "absent"


def test_a_bracket_says_how_much_is_gone() -> None:
    read = parse("excision-bracket", "he said [4-1/2 lines of source text not declassified] that")
    assert (read["amount"], read["unit"]) == (4.5, "lines")
    assert parse("excision-bracket", "he said [sic] that")["state"] == "absent"
