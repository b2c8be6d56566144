"""Titles of forms."""

from __future__ import annotations

import pytest

from onionskin.phrases.titles import title_on
from onionskin.record.fields import Kind


@pytest.mark.parametrize(
    ("line", "kind", "direction", "subkind"),
    [
        ("OUTGOING TELEGRAM", Kind.TELEGRAM, "outgoing", None),
        ("OUTGOING TELEGRAM Department of State", Kind.TELEGRAM, "outgoing", None),
        ("OUTGOING TELEGRAMDepartment of State", Kind.TELEGRAM, "outgoing", None),
        ("   INCOMING TELEGRAM      Department of State   ", Kind.TELEGRAM, "incoming", None),
        ("INCOMlNG TELEGRAM", Kind.TELEGRAM, "incoming", None),
        ("UTGOING TELEGRAM", Kind.TELEGRAM, "outgoing", None),
        ("DEPARTMENT OF STATE TELEGRAM", Kind.TELEGRAM, None, None),
        ("CIRCULAR TELEGRAM", Kind.TELEGRAM, "outgoing", "circular"),
        ("AIRGRAM", Kind.AIRGRAM, None, None),
        ("MEMORANDUM", Kind.MEMORANDUM, None, None),
        ("MEMORANDUM OF CONVERSATION", Kind.MEMORANDUM_OF_CONVERSATION, None, None),
        ("MEMORANDUM OF TELEPHONE CONVERSATION", Kind.MEMORANDUM_OF_CONVERSATION, None, "telephone"),
        ("MEMORANDUM FOR THE RECORD", Kind.MEMORANDUM, None, "for-the-record"),
        ("HELORDUL FOR THE RECORD", Kind.MEMORANDUM, None, "for-the-record"),
        ("MEHORA1DUH FOR THE FILE", Kind.MEMORANDUM, None, "for-the-record"),
        ("MEMORANDUM FOR THE PRESIDENT", Kind.MEMORANDUM, None, None),
        ("MEMORANDUM OF CONVERSATlON", Kind.MEMORANDUM_OF_CONVERSATION, None, None),
        ("WITHDRAWAL SHEET", Kind.WITHDRAWAL_SHEET, None, None),
    ],
)
def test_a_title(line: str, kind: Kind, direction: str | None, subkind: str | None) -> None:
    found = title_on(line)
    assert found is not None
    assert (found.title.kind, found.title.direction, found.title.subkind) == (kind, direction, subkind)
    assert 0 < found.confidence <= 1


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The outgoing telegram was sent at once.",
        "Your telegram reached us this morning and was shown to the Secretary.",
        "He sent a memorandum of conversation to the Embassy.",
        "ACTION: Amembassy LIMA - PRIORITY 87",
        "EYES ONLY",
        "PROGRAM",
        "TOP SECRET",
    ],
)
def test_what_is_no_title(line: str) -> None:
    assert title_on(line) is None


def test_another_word_for_the_record_is_no_title() -> None:
    assert title_on("STATEMENT FOR THE RECORD") is None
    assert title_on("PLEASE FOR THE FILE") is None
