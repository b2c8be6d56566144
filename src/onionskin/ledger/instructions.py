"""What an instruction does to an earlier one of the same side: repeats it, changes it, or takes it back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onionskin.ledger.comparing import RELATED, SAME, Change, compared
from onionskin.ledger.likeness import Profile, Rarity, alike, same_matter, words_in_common, words_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import ORDERS, Match, Relation, likeliest
from onionskin.record.statements import StatementType

AGAIN = re.compile(
    r"\b(?:again|once more|repeat(?!\s+(?:not|to))|reiterate|re-?emphasi[sz]e|remind|as (?:previously )?instructed)\b",
    re.IGNORECASE,
)
"""Words of an instruction that was given before; not the REPEAT of `not REPEAT not`, nor of `repeat to Moscow`."""
NUMBER = re.compile(r"\b\d{2,6}\b")
PARAGRAPH = re.compile(r"\bpara(?:graph)?s?\.?\s*(\d{1,2})\b", re.IGNORECASE)
CITED, SAID_AGAIN, LIKE = 0.25, 0.15, 0.6
"""What it adds to a score that the earlier paper is cited, that words say so, and that both say the same."""
LEAST = 0.2
"""Under this score nothing is said of two instructions."""
NUMBERED = 0.95
"""How sure it is that the paper is meant whose own number is named beside the words that take it back."""


@dataclass(frozen=True, slots=True)
class _Earlier:
    line: Line
    profile: Profile
    paper: Paper


def earlier_of(paper: Paper, candidates: Sequence[Paper], papers: Mapping[str, int], total: int) -> tuple[Match, ...]:
    """To which earlier instructions those of a paper stand in some relation: of each line three matches at most.

    `papers` says in how many of `total` papers each phrase stands. Only instructions of the same side count.
    """
    rarity = Rarity(papers, total)
    before = [each for each in candidates if each.record != paper.record and each.day and each.day <= paper.day]
    earlier = [_Earlier(line, words_of(line, rarity), each) for each in before for line in _orders(each)]
    found: list[Match] = []
    for line in paper.lines:
        if line.statement.type is StatementType.RESCISSION:
            found += _best(_taken_back(line, paper, before, earlier, words_of(line, rarity)))
        elif line.statement.type in ORDERS:
            profile = words_of(line, rarity)
            held = (each for each in earlier if _comparable(line, paper, each))
            found += _best(_related(line, profile, paper, held))
    return tuple(found)


def _orders(paper: Paper) -> Iterator[Line]:
    return (line for line in paper.lines if line.statement.type in ORDERS)


def _comparable(line: Line, paper: Paper, earlier: _Earlier) -> bool:
    """Whether both tell the same side what to do in one matter: the same mission, or towards the same party."""
    if line.sides[0] != earlier.line.sides[0] or not same_matter(line, earlier.line):
        return False
    alone = not line.sides[1] or line.sides[1] != earlier.line.sides[1]
    return not alone or bool(set(paper.receivers) & set(earlier.paper.receivers)) or earlier.paper.record in paper.cites


def _best(matches: Iterable[Match]) -> tuple[Match, ...]:
    return likeliest(each for each in matches if each.score >= LEAST)


def _related(line: Line, profile: Profile, paper: Paper, earlier: Iterable[_Earlier]) -> Iterator[Match]:
    """The earlier instructions of which this one speaks again, in the same sense or in another."""
    again = AGAIN.search(line.statement.quote)
    for each in earlier:
        likeness = alike(profile, each.profile)
        if likeness < RELATED:
            continue
        told = compared(line, [each.line], {line.id: profile, each.line.id: each.profile})
        cited = each.paper.record in paper.cites
        if told.change in (Change.SOFTENED, Change.HARDENED):
            relation = Relation.CHANGES
        elif likeness >= SAME or again:
            relation = Relation.REPEATS
        else:
            continue
        score = LIKE * likeness + CITED * cited + SAID_AGAIN * bool(again and relation is Relation.REPEATS)
        reasons = (
            "its paper is cited" if cited else "",
            f"it says “{again[0]}”" if again else "",
            *(told.reasons if relation is Relation.CHANGES else ()),
            f"both speak of {_both(line, profile, each)}",
        )
        yield Match(relation, line.id, each.paper.record, each.line.id, round(score, 3), tuple(filter(None, reasons)))


def _taken_back(
    line: Line, paper: Paper, before: Sequence[Paper], earlier: Sequence[_Earlier], profile: Profile
) -> Iterator[Match]:
    """What `paragraph 7 of our 79109 is rescinded` takes back: the paper of that number, and of it the likest line."""
    said = line.statement
    words = " ".join(filter(None, (said.takes_back, said.quote, *said.refers_to)))
    numbers = set(NUMBER.findall(words))
    paragraph = PARAGRAPH.search(words)
    for each in before:
        if not set(each.senders) & set(paper.senders):
            continue
        numbered = bool(each.number) and each.number in numbers
        cited = each.record in paper.cites
        lines = [other for other in earlier if other.paper is each]
        best = max(lines, key=lambda other: (alike(profile, other.profile), other.line.id), default=None)
        likeness = alike(profile, best.profile) if best else 0.0
        score = NUMBERED if numbered else CITED + LIKE * likeness if cited or likeness >= SAME else 0.0
        if not score:
            continue
        reasons = (
            f"its number is named, {each.number}" if numbered else "",
            f"paragraph {paragraph[1]} of it" if numbered and paragraph else "",
            "its paper is cited" if cited and not numbered else "",
            f"both speak of {_both(line, profile, best)}" if best and likeness >= RELATED else "",
        )
        other = best.line.id if best and likeness >= RELATED else ""
        told = tuple(filter(None, reasons))
        yield Match(Relation.TAKES_BACK, line.id, each.record, other, round(score, 3), told)


def _both(line: Line, profile: Profile, other: _Earlier) -> str:
    return words_in_common(line.statement.quote, profile, other.profile)
