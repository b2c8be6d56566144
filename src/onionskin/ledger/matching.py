"""Which paper tells how an instruction was carried out, as candidates with scores and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onionskin.ledger.likeness import Rarity, alike, among, matters_of, words_in_common, words_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.signs import Scene, days_between, further_instructions, scores, signs_of
from onionskin.record.statements import StatementType

WINDOW = (-1, 14)
"""Days before and after an instruction in which its reports are looked for; a report is dated by its post's clock."""
MOST_CANDIDATES = 300
OFFERED = 3
ASSERTED = 0.9
"""From this score on a match is said to be one."""
LEAST = 0.01
"""Under this score nothing is offered."""
LEAST_TOLD = 0.15
"""From this score of a paper on it is asked which of its lines tells of which instruction."""
LEAST_ALIKE = 0.2
"""A line tells of an instruction's line from this likeness on."""
ORDERS = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE})
TELLING = frozenset(StatementType) - ORDERS - {StatementType.RESCISSION, StatementType.DEADLINE}
"""What a report may consist of."""


class Relation(StrEnum):
    """What another paper, or a line of it, is to a statement."""

    REPORTED = "reported"
    REPEATS = "repeats"
    CHANGES = "changes"
    TAKES_BACK = "takes-back"
    TAKEN_UP = "taken-up"
    DECLINED = "declined"
    DEFERRED = "deferred"
    EDITED = "edited"
    WELL_RECEIVED = "well-received"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"
    BROKEN = "broken"
    TRIGGERED = "triggered"


@dataclass(frozen=True, slots=True)
class Match:
    """`line` of a paper, or the paper as a whole where it is empty, and what stands to it in `relation`: the line
    `other` of `record`, or that paper as a whole. `score` is how sure that is; `asserted` from `ASSERTED` on.
    """

    relation: Relation
    line: str
    record: str
    other: str
    score: float
    reasons: tuple[str, ...]

    @property
    def asserted(self) -> bool:
        """Whether it is said to be so, and not only offered."""
        return self.score >= ASSERTED


def likeliest(found: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that are offered: three at most, the likeliest first."""
    return tuple(sorted(found, key=lambda match: (-match.score, match.record, match.other))[:OFFERED])


def reports_of(paper: Paper, candidates: Sequence[Paper], papers: Mapping[str, int], total: int) -> tuple[Match, ...]:
    """The reports of an instruction: three at most of the paper as a whole, the likeliest first, then of each of its
    instructions the lines that tell of it.

    `papers` says in how many of `total` papers each phrase stands. A paper without text, such as an entry of a
    calendar, is a candidate by its title.
    """
    rarity = Rarity(papers, total)
    later = [each for each in candidates if each.record != paper.record and _may_report(paper, each)]
    if not later:
        return ()
    scene = Scene(
        persons=among((*each.senders, *each.receivers, *each.named) for each in (paper, *later)),
        matters={each.record: matters_of(each, rarity) for each in (paper, *later)},
        further=further_instructions(paper, later),
    )
    signs = [signs_of(paper, each, scene) for each in later]
    ranked = sorted(
        zip(scores(signs), later, signs, strict=True), key=lambda each: (-each[0], each[1].day, each[1].record)
    )
    whole = [
        (each, Match(Relation.REPORTED, "", each.record, "", round(score, 3), told.reasons))
        for score, each, told in ranked[:OFFERED]
        if score >= LEAST
    ]
    return (*(match for _, match in whole), *_lines_told(paper, whole, rarity))


def _may_report(paper: Paper, candidate: Paper) -> bool:
    """Whether it is later, as far as their days tell, and not the same paper over again.

    What has its kind, its day and its sender is another copy of it, its entry in a calendar, or written beside it.
    """
    days = days_between(paper, candidate)
    beside = days == 0 and candidate.kind == paper.kind and bool(set(candidate.senders) & set(paper.senders))
    return not beside and (days is None or days >= WINDOW[0])


def _lines_told(paper: Paper, reports: Sequence[tuple[Paper, Match]], rarity: Rarity) -> Iterator[Match]:
    """Of each instruction the line in each report that is likest to it."""
    told = [
        (line, words_of(line, rarity), match)
        for each, match in reports
        if match.score >= LEAST_TOLD
        for line in _telling(each)
    ]
    for line in paper.lines:
        if line.statement.type not in ORDERS:
            continue
        mine = words_of(line, rarity)
        best: dict[str, Match] = {}
        for other, theirs, match in told:
            likeness = alike(mine, theirs)
            score = round(match.score * likeness, 3)
            held = best.get(match.record)
            if likeness >= LEAST_ALIKE and (held is None or score > held.score):
                both = words_in_common(line.statement.quote, mine, theirs)
                reasons = (f"both speak of {both}", *match.reasons)
                best[match.record] = Match(Relation.REPORTED, line.id, match.record, other.id, score, reasons)
        yield from sorted(best.values(), key=lambda each: (-each.score, each.record))


def _telling(paper: Paper) -> Iterator[Line]:
    return (line for line in paper.lines if line.statement.type in TELLING)
