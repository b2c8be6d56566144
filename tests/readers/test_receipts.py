"""Stamps of offices that received a paper: with the word, with the hour, or a dater with the office alone."""

from __future__ import annotations

import pytest
from tests.readers.stamped import read

from onionskin.record.acts import ActKind
from onionskin.record.stamps import StampKind

RECEIPTS = [
    ("RECEIVED\nNOV 2 4 1962\nBUREAU OF INTER-AMERICAN AFFAIRS", "BUREAU OF INTER-AMERICAN AFFAIRS", "1962-11-24"),
    ("BUREAU OF EUROPEAN AFFAIRS\nRECEIVED\n1958 MAR 3 AM 9 43", "BUREAU OF EUROPEAN AFFAIRS", "1958-03-03T09:43:00"),
    ("RECE1VED DEC 3 1958 ARA", "ARA", "1958-12-03"),
    ("RECEIVED\nS/S-RO\nFEB 18 1957", "S/S-RO", "1957-02-18"),
    ("REC'D\nMAY 12 1955\nRM/R", "RM/R", "1955-05-12"),
    ("RECEIVED\nDEPARTMENT OF STATE\nAUG 3 1960\nS/S-CR", "S/S-CR", "1960-08-03"),
    ("PSA\nJAN 9 1953", "PSA", "1953-01-09"),
    ("DEPT. OF STATE\nS/S\nOCT 4 1948\n5:10 PM", "S/S", "1948-10-04"),
    (
        "DIVISION OF\nNEAR EASTERN AFFAIRS\n1947 JUN 2 AM 9 15\nDEPARTMENT OF STATE",
        "DIVISION OF NEAR EASTERN AFFAIRS",
        "1947-06-02T09:15:00",
    ),
    (
        "DEPARTMENT OF STATE\nMAY 6 1954\nOFFICE OF SOUTH AMERICAN\nAND CARIBBEAN AFFAIRS",
        "OFFICE OF SOUTH AMERICAN AND CARIBBEAN AFFAIRS",
        "1954-05-06",
    ),
    (
        "RECEIVED\nBUREAU OF\nFAR EASTERN AFFAIRS\nJUN 12 1963\nDEPARTMENT OF STATE",
        "BUREAU OF FAR EASTERN AFFAIRS",
        "1963-06-12",
    ),
    ("EUR\nRECEIVED\nDEC 1 1955\nDEPARTMENT OF STATE", "EUR", "1955-12-01"),
    ("RECEIVED\nJUN 3 1958\nAMERICAN EMBASSY\nROME", "AMERICAN EMBASSY ROME", "1958-06-03"),
    ("ARA FILES\nRECEIVED\nJAN 12 1954", "ARA FILES", "1954-01-12"),
    ("ASSISTANT SECRETARY\nFEB 3 1948\nDEPARTMENT OF STATE", "ASSISTANT SECRETARY", "1948-02-03"),
    ("[Stamp: RECEIVED\nMAR 3 1966\nOFFICE OF THE LEGAL ADVISER]", "OFFICE OF THE LEGAL ADVISER", "1966-03-03"),
    ("[receipt stamp: DEPARTMENT OF STATE / 1968 JUN 3 AM 11 02 / S/S]", "S/S", "1968-06-03T11:02:00"),
    ("1964 JUN 8 PM 3 27\n\nRM/AN ANALYSIS BRANCH", "RM/AN", "1964-06-08T15:27:00"),
    ("OFFICE OF CHINESE AFFAIRS\nJUL 7 1950", "OFFICE OF CHINESE AFFAIRS", "1950-07-07"),
    (
        "BUREAU OF\nFAR EASTERN AFFAIRS\nAUG 1 - 1955\nDEPARTMENT OF STATE",
        "BUREAU OF FAR EASTERN AFFAIRS",
        "1955-08-01",
    ),
    (
        "ACTION\nis assigned to [initials]\nOFFICE OF EASTERN EUROPEAN AFFAIRS\nOCT 3 1952\nDEPARTMENT OF STATE",
        "OFFICE OF EASTERN EUROPEAN AFFAIRS",
        "1952-10-03",
    ),
    ("RECEIVED\nJAN - 9 1950\nDIVISION OF RECORDS", "DIVISION OF RECORDS", "1950-01-09"),
    ("RECEIVED IN S/S\nAPR 7 1961  4:15 PM", "S/S", "1961-04-07T16:15:00"),
    ("RECEIVED IN\nS/S-RO\n1963 OCT 21  5:40 PM", "S/S-RO", "1963-10-21T17:40:00"),
]


@pytest.mark.parametrize(("print_", "office", "date"), RECEIPTS)
def test_a_receipt(print_: str, office: str, date: str) -> None:
    result = read(print_)
    assert [(s.kind, s.office, s.date.value) for s in result.stamps] == [(StampKind.RECEIPT, office, date)]
    assert [(a.act, a.recipient, a.date) for a in result.acts] == [(ActKind.RECEIVED, office, date)]


def test_the_hour_alone_is_a_receipt_on_what_came_in() -> None:
    for printed in ("OCT 7 1 06 PM 1966", "1962 NOV 17 PM 1 03"):
        (stamp,) = read(f"INCOMING TELEGRAM   Department of State\n\nFROM: Lima\n\n{printed}").stamps
        assert (stamp.kind, stamp.office, stamp.date.as_printed) == (StampKind.RECEIPT, None, printed)
        assert not read(f"OUTGOING TELEGRAM   Department of State\n\n{printed}").stamps
        assert not read(printed).stamps


@pytest.mark.parametrize(
    "typed",
    [
        "DEPARTMENT OF STATE\nNOV 19 1962",
        "S/S\nNovember 19, 1962",
        "In reply refer to\nEUR\nFEB 3 1949",
        "ARA\nEUR\nINR",
        "The note was received\nMAR 3 1953\nand was filed.",
        "ACTION: PSA\nMAR 3 1953\nDJAKARTA",
        "He came to see us on\nMAR 3 1953\nDEPARTMENT OF STATE",
    ],
)
def test_an_office_over_a_typed_date_is_no_receipt(typed: str) -> None:
    assert not read(typed).stamps
