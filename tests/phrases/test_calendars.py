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
    (
        "7. Memorandum form Dale to Arthur Shaw, September 1963. Exile raids. Secret. 2 pp. DOS, CF, POL 15 HOND.",
        {"printed_kind": "Memorandum", "from": ["Dale"], "to": ["Arthur Shaw"], "date": "1963-09"},
    ),
    ("8. Telegram 211 to Quito, undated. Equipment. Secret. 2 pp. DOS, CF, 722.5/5–961.", {"to": ["Quito"]}),
    (
        "9. Circular telegram 743 to all diplomatic and consular posts, October 24. Guidance. Secret. 2 pp. DOS, CF.",
        {"to": ["all diplomatic and consular posts"]},
    ),
    (
        "10. Telegram 84 to Panama, 111 to San Jose, and 81 to San Salvador, May 3. Aid. Secret. 2 pp. DOS, CF.",
        {"to": ["Panama", "San Jose", "San Salvador"]},
    ),
    (
        "11. Memorandum from Dale to the Director of Intelligence and Research, May 3. Aid. Secret. 2 pp. DOS, CF.",
        {"to": ["Director of Intelligence and Research"]},
    ),
    (
        "12. DOS Policy Directive PD/ARA-3.1, March 15, 1962. Salinity. Secret. 2 pp. DOS, CF, 611.12/3–1562.",
        {"printed_kind": "Policy Directive", "number": "PD/ARA-3.1"},
    ),
    (
        "13. Annex 3 to Document 320, April 18. Forces in Cuba. Secret Kennedy Library, NSF, Standing Group.",
        {"classification": "SECRET", "subject": "Forces in Cuba", "repository": "Kennedy Library"},
    ),
    (
        "14. Memorandum from Dale to Shaw, May 3. Survey. 2 pp. Secret CIA, DCI Files, History Staff Files.",
        {"classification": "SECRET", "pages": 2, "subject": "Survey", "repository": "CIA"},
    ),
    (
        "15. Talking Paper for the Chairman, January 24. Papers for the meeting. Secret. 2 pp. DOS, CF.",
        {"printed_kind": "Talking Paper"},
    ),
    (
        "16. Memorandum for record, February 6. Meeting on overflights. Secret. 2 pp. DOS, CF.",
        {"printed_kind": "Memorandum for record"},
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
