"""What came of a paper: the reports of its instructions, what they repeat, change or take back, who took up its offers,
what became of its proposals, and whether its commitments were kept.

Other papers are offered with scores and reasons; what people decided of a match is laid over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from onionskin.errors import UsageError
from onionskin.exports.ledger import ledger_line
from onionskin.inventory import ledgers
from onionskin.inventory.calendars import LENGTHS, parts_known
from onionskin.inventory.candidates import paper_of, papers_near
from onionskin.inventory.ledgers import Wanted
from onionskin.inventory.lines import counts_of
from onionskin.ledger.answered import PUT_FORWARD, disposed_of
from onionskin.ledger.comparing import Change
from onionskin.ledger.instructions import earlier_of
from onionskin.ledger.issues import Issue
from onionskin.ledger.likeness import of_note
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import MOST_CANDIDATES, ORDERS, WINDOW, Match, Relation, reports_of
from onionskin.ledger.matters import phrases_in
from onionskin.ledger.offers import taken_up
from onionskin.ledger.pledged import TELLING as TELLS_OF_PLEDGES
from onionskin.ledger.pledged import kept_or_broken
from onionskin.ledger.positions import HORIZON, Moved, Position, changes, positions
from onionskin.ledger.triggers import came_about
from onionskin.record.decisions import Verb
from onionskin.record.statements import StatementType
from onionskin.record.titles import title
from onionskin.store.decisions import Kept
from onionskin.store.summary import Row
from onionskin.workbench.collection import Collection
from onionskin.workbench.rulings import bring_ledger_in_step, finder, verdicts_on_matches
from onionskin.workbench.showing import rows, show

__all__ = [
    "Change",
    "Followed",
    "Following",
    "Match",
    "Moved",
    "Position",
    "Relation",
    "changed_between",
    "following",
    "moved_object",
    "positions_of",
]

EARLIER = (-60, 0)
"""Days before an instruction in which those are looked for that it repeats, changes or takes back."""
KEPT_WITHIN = (0, 90)
"""Days after a commitment in which it is looked for whether it was kept."""
HANGING = frozenset({StatementType.INSTRUCTION, StatementType.DISCLOSURE, StatementType.OFFER})
"""Statements of which it is asked whether their condition came about."""
MOST_LINES = 8_000
"""Statements that are compared at once: of more nothing is told, rather than of the oldest what is no longer so."""
FAINT = 0.1
"""A match that is less sure than this is folded away."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A match with the paper it leads to, the line there, None where the paper as a whole is meant, and what a person
    decided of it.
    """

    match: Match
    row: Row | None
    line: Line | None
    decided: Kept | None

    @property
    def stands(self) -> bool:
        """Whether it is said to be so: a person says it, or the rules do and no person denies it."""
        return self.decided.verb is Verb.ACCEPT if self.decided else self.match.asserted

    @property
    def faint(self) -> bool:
        """Whether it is so unsure that it only stands in the way of what is known."""
        return self.decided is None and self.match.score < FAINT


@dataclass(frozen=True, slots=True)
class Following:
    """What came of one paper: of it as a whole, and by the names of its lines; what stands comes first."""

    record: str
    whole: tuple[Followed, ...]
    lines: Mapping[str, tuple[Followed, ...]]


def following(collection: Collection, record_id: str) -> Following:
    """What came of a paper. NotFoundError, NotReleasedError."""
    document = show(collection, record_id).document
    bring_ledger_in_step(collection)
    with collection.inventory.reading() as inventory:
        paper = paper_of(inventory, document.id)
        if paper is None or not paper.lines:
            return Following(document.id, (), {})
        paper = replace(paper, title=title(document))
        near = partial(papers_near, inventory, paper, most=MOST_CANDIDATES)
        later = near(WINDOW)
        earlier = near(EARLIER, types=ORDERS) if _speaks_of_earlier(paper) else ()
        pledges = [line for line in paper.lines if line.statement.type is StatementType.COMMITMENT]
        about = frozenset[str]().union(*map(of_note, pledges))
        after = near(KEPT_WITHIN, types=TELLS_OF_PLEDGES, about=about) if about else ()
        hanging = [line for line in paper.lines if line.statement.when and line.statement.type in HANGING]
        phrases = [
            phrase for each in (paper, *later, *earlier, *after) for line in each.lines for phrase in line.phrases
        ]
        phrases += (phrase for line in hanging for phrase in phrases_in(line.statement.when or ""))
        counts, total = counts_of(inventory, phrases)
        verdicts = verdicts_on_matches(collection.book().decisions, finder(inventory))
    later = _titled(collection, later)
    offers = [each for each in paper.lines if each.statement.type is StatementType.OFFER]
    put_forward = [each for each in paper.lines if each.statement.type in PUT_FORWARD]
    matches = [
        *reports_of(paper, later, counts, total),
        *earlier_of(paper, earlier, counts, total),
        *(match for offer in offers for match in taken_up(offer, paper, later, counts, total)),
        *(match for each in pledges for match in kept_or_broken(each, paper, after, counts, total)),
        *(match for each in put_forward for match in disposed_of(each, paper, later, counts, total)),
        *(match for line in hanging for match in came_about(line, paper, later, counts, total)),
    ]
    with collection.inventory.reading() as inventory:
        known = ledgers.lines_by_ids(inventory, [each.other for each in matches if each.other])
    named = rows(collection, [each.record for each in matches])
    told: dict[str, list[Followed]] = {}
    for each in matches:
        key = (each.line or paper.record, each.relation.value, each.record)
        told.setdefault(each.line, []).append(
            Followed(each, named.get(each.record), known.get(each.other), verdicts.get(key))
        )
    ordered = {line: tuple(sorted(held, key=_standing_first)) for line, held in told.items()}
    return Following(document.id, ordered.pop("", ()), ordered)


def positions_of(lines: Sequence[Line]) -> dict[str, Position]:
    """By the name of a line how it stands to what the same party said before, for lines of one issue."""
    if not lines:
        return {}
    issue = Issue(lines[0].issue, lines[0].label, tuple(lines))
    return {each.line.id: each for party in positions(issue) for each in party.positions}


def changed_between(collection: Collection, wanted: Wanted, since: str, until: str) -> tuple[Moved, ...]:
    """What each party said last until the day `since` beside what it said last until `until`, as far as it changed.

    UsageError where these are no days, or the second is not later, or more was said than is compared at once.
    """
    if parts_known(since) != len(LENGTHS) - 1 or parts_known(until) != len(LENGTHS) - 1 or until <= since:
        raise UsageError("what changed is asked from one day to a later one", advice="Write 1962-11-17 1962-11-23")
    bring_ledger_in_step(collection)
    first = (date.fromisoformat(since) - timedelta(HORIZON.days)).isoformat()
    with collection.inventory.reading() as inventory:
        numbers = ledgers.numbers_of(inventory, replace(wanted, since=first, until=until), of_issues=True)
        if len(numbers) > MOST_LINES:
            raise UsageError(
                f"{len(numbers):,} statements are too many to compare",
                where=f"{first} to {until}",
                advice="Ask for two parties, one party or one issue, or for days that are nearer",
            )
        lines = ledgers.lines_by_numbers(inventory, numbers, collection.inventory.told(ledgers.no_labels))
    by_issue: dict[str, list[Line]] = {}
    for each in lines:
        by_issue.setdefault(each.issue, []).append(each)
    issues = [Issue(id_, held[0].label, tuple(held)) for id_, held in by_issue.items()]
    return changes(issues, since, until)


def moved_object(moved: Moved) -> dict[str, Any]:
    """What changed on an issue as JSON, its statements as the ledger prints them."""
    sides = {"before": moved.before, "after": moved.after, "moved_by": moved.moved_by}
    return {
        "schema": "onionskin/change/1",
        "issue": moved.label,
        "issue_id": moved.issue,
        "party": moved.party,
        "change": moved.change.value,
        "reasons": list(moved.reasons),
        **{name: [ledger_line(each) for each in lines] for name, lines in sides.items()},
    }


def _speaks_of_earlier(paper: Paper) -> bool:
    return any(line.statement.type in {*ORDERS, StatementType.RESCISSION} for line in paper.lines)


def _titled(collection: Collection, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The papers with their subjects, by which those without text are known."""
    held = tuple(papers)
    named = rows(collection, [each.record for each in held])
    return tuple(replace(each, title=named[each.record].subject) if each.record in named else each for each in held)


def _standing_first(each: Followed) -> tuple[bool, bool, float]:
    refused = each.decided is not None and each.decided.verb is Verb.REJECT
    return refused, not each.stands, -each.match.score
