"""A collection whose papers say what a test has them say, whatever the grammar finds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.ledger.said import quoting
from tests.papers import keep, telegram

from onionskin.ledger.lines import Line, Phrase, named
from onionskin.record.document import Document
from onionskin.record.statements import Polarity, Statement, StatementType, Strength
from onionskin.settings import Settings
from onionskin.workbench import Collection, open_collection

OURS, THEIRS = ("United States", "Soviet Union"), ("Soviet Union", "United States")
FIRST = telegram(
    1,
    date="1962-11-17",
    body=(
        "You should tell Kuznetsov we would lift the quarantine. If he presses the protocol, say no.",
        "Do not mention the cables.",
    ),
)
SECOND = telegram(
    2,
    date="1962-11-23",
    body=("Kuznetsov said the quarantine must end. We cannot give a blanket guarantee against invasion.",),
)
UNDATED = telegram(3, date="no day", body=("The quarantine is all that matters.",))
SAID: dict[str, Sequence[tuple[Statement, tuple[str, str], str]]] = {
    FIRST.id: (
        (quoting(FIRST, "You should tell Kuznetsov", counterpart=("Kuznetsov",), actor=("Stevenson",)), OURS, "talk"),
        (
            quoting(FIRST, "we would lift the quarantine", StatementType.OFFER, party="United States"),
            OURS,
            "quarantine",
        ),
        (quoting(FIRST, "say no", when=("If he presses the protocol",), strength=Strength.MUST), OURS, "protocol"),
        (quoting(FIRST, "Do not mention the cables", StatementType.DISCLOSURE, polarity=Polarity.DO_NOT), OURS, ""),
    ),
    SECOND.id: (
        (
            quoting(SECOND, "Kuznetsov said the quarantine must end", StatementType.REPORT, party="Kuznetsov"),
            THEIRS,
            "quarantine",
        ),
        (
            quoting(
                SECOND,
                "We cannot give a blanket guarantee",
                StatementType.POSITION,
                polarity=Polarity.DO_NOT,
                party="United States",
            ),
            OURS,
            "guarantee",
        ),
    ),
    UNDATED.id: (
        (quoting(UNDATED, "The quarantine is all that matters", StatementType.ASSESSMENT), OURS, "quarantine"),
    ),
}
PAPERS = (FIRST, SECOND, UNDATED)


def lines_of(
    document: Document, *, date: str = "", day: str = "", serves: object = None, suggested: object = None
) -> tuple[Line, ...]:
    """What a test has a paper say."""
    del serves, suggested
    told = SAID.get(document.id, ())
    names = [name for name, _ in named(said for said, _, _ in told)]
    return tuple(
        Line(name, said, date, day, sides, (Phrase(about, about, 0.9),) if about else ())
        for name, (said, sides, about) in zip(names, told, strict=True)
    )


def opened(folder: Path, policy: str = "public") -> Collection:
    """A collection of these papers."""
    made = open_collection(Settings(collection=folder, policy=policy), create=True)
    keep(made.store, *PAPERS)
    return made
