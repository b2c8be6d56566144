"""What speaks for a paper being the report of how an instruction was carried out, and what all of it is worth.

The weights choose among all papers of a fortnight (a conditional logit), learned from the instructions of the build
half of `bench/truth/ledger/pairs.toml`: each once as it is, and once, at half the weight, with all citations taken
out, so that the other signs learn to stand alone. Left out one at a time, of 21 reports that scored .9 or more 21 were
right. `FOLLOWED`, and the half of `BACK`, are by judgement: the pairs are all of telegrams that name their instruction.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onionskin.ledger.likeness import Profile, Rarity, alike, in_common
from onionskin.ledger.lines import Paper
from onionskin.linking.authorities.folding import fold
from onionskin.record.statements import StatementType

FADING = 3.0
"""Days after which a paper speaks but a third as much for being the report; one dated before it speaks less."""
UNKNOWN_SHARE = 0.5
"""What share of a paper whose text is not held is taken to report."""
SPOKEN = 0.05
"""Likeness under which nothing is said of what two papers share."""
NAME = "name:"
"""Begins the id of a person known by name alone: `name:john-j-mccloy`."""
PERSONS = ("person:", NAME)
"""How ids of persons begin."""
WORD = re.compile(r"[^\W\d_]{3,}")


class Sign(StrEnum):
    """What may speak for a report, each from 0 to 1."""

    CITES = "cites"
    CITES_BACK = "cites-back"
    BACK = "back"
    TURNED = "turned"
    SAME_WAY = "same-way"
    FOLLOWED = "followed"
    SOON = "soon"
    PERSONS = "persons"
    MATTERS = "matters"
    TELLS = "tells"
    WIRED = "wired"


WEIGHTS: Mapping[Sign, float] = {
    Sign.CITES: 2.6,
    Sign.CITES_BACK: 1.7,
    Sign.BACK: 2.0,
    Sign.TURNED: 1.8,
    Sign.SAME_WAY: -2.0,
    Sign.FOLLOWED: -1.0,
    Sign.SOON: 1.5,
    Sign.PERSONS: 2.0,
    Sign.MATTERS: 0.8,
    Sign.TELLS: 2.8,
    Sign.WIRED: 2.0,
}
NONE = 6.5
"""What speaks for there being no report among the papers in question, in the same measure."""
CITED, UNCITED = 0.97, 0.8
"""No paper is surer than this of being the report: one that cites the instruction, and one that does not."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for one paper, and in words why."""

    values: Mapping[Sign, float]
    reasons: tuple[str, ...]

    @property
    def odds(self) -> float:
        """The odds of its being the report against there being none, were it the only paper in question."""
        return math.exp(sum(WEIGHTS[sign] * value for sign, value in self.values.items()) - NONE)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of all papers in question: how rare their persons are, of what each speaks, and on what days
    further instructions went the same way.
    """

    persons: Rarity
    matters: Mapping[str, Profile]
    further: frozenset[str] = frozenset()

    def followed_by(self, paper: Paper) -> bool:
        """Whether another instruction went the same way before this paper."""
        return any(day < paper.day for day in self.further)


def signs_of(instruction: Paper, paper: Paper, scene: Scene) -> Signs:
    """What speaks for `paper` telling how `instruction` was carried out."""
    cites, how = _citing(instruction, paper)
    back, from_where = _back(instruction, paper)
    turned = (instruction.direction, paper.direction) == ("outgoing", "incoming")
    same_way = _same_way(instruction, paper, back=back == 1)
    between = scene.followed_by(paper)
    days = days_between(instruction, paper)
    shared = _persons(instruction) & _persons_told(paper, instruction)
    mine, theirs = scene.matters[instruction.record], scene.matters[paper.record]
    matters = alike(mine, theirs)
    values = {
        Sign.CITES: cites,
        Sign.CITES_BACK: cites * ((back == 1 or turned) and not same_way),
        Sign.BACK: back,
        Sign.TURNED: float(turned),
        Sign.SAME_WAY: float(same_way),
        Sign.FOLLOWED: float(between and not cites),
        Sign.SOON: 0.0 if days is None else math.exp(-(days if days >= 0 else FADING - days) / FADING),
        Sign.PERSONS: _share(shared, instruction, paper, scene.persons),
        Sign.MATTERS: matters,
        Sign.TELLS: _tells(paper),
        Sign.WIRED: float(instruction.kind == paper.kind == "telegram"),
    }
    reasons = (
        how,
        from_where,
        "it goes the same way as the instruction" if same_way else "",
        "" if days is None else _after(days),
        "a further instruction stands between them" if between and not cites else "",
        f"{_counted(len(shared), 'person')} in both" if shared else "",
        f"both speak of {', '.join(in_common(mine, theirs))}" if matters > SPOKEN else "",
        "its text is not held" if not paper.lines else "",
    )
    return Signs(values, tuple(filter(None, reasons)))


def scores(signs: Sequence[Signs]) -> tuple[float, ...]:
    """How sure it is of each of these papers that it is the report: the odds of each beside those of all others.

    An instruction has few reports: where several papers are as likely none of them is sure.
    """
    total = 1 + sum(each.odds for each in signs)
    return tuple(min(each.odds / total, CITED if each.values[Sign.CITES] else UNCITED) for each in signs)


def days_between(earlier: Paper, later: Paper) -> int | None:
    """Whole days from one paper to another, None where one has no day."""
    if not earlier.day or not later.day:
        return None
    return (date.fromisoformat(later.day) - date.fromisoformat(earlier.day)).days


def _citing(instruction: Paper, paper: Paper) -> tuple[float, str]:
    """Whether the paper cites the instruction, by a reference that was linked or by its number alone, and in words."""
    if instruction.record in paper.cites:
        return 1.0, "it cites the instruction"
    number = instruction.number
    if len(number) > 1 and any(number in words.replace(",", " ").split() for words in paper.cites_words):
        return 0.7, f"it cites a paper of its number, {number}"
    return 0.0, ""


def further_instructions(instruction: Paper, papers: Sequence[Paper]) -> frozenset[str]:
    """The days on which papers that instruct went to the same addressees from the same side."""
    return frozenset(
        each.day
        for each in papers
        if each.day > instruction.day
        and set(each.receivers) & set(instruction.receivers)
        and any(line.statement.type is StatementType.INSTRUCTION for line in each.lines)
        and each.direction in ("", instruction.direction or each.direction)
    )


def _same_way(instruction: Paper, paper: Paper, *, back: bool) -> bool:
    """Whether both go from the same side: a further instruction cites the first as well, and is no report."""
    if instruction.direction and paper.direction:
        return instruction.direction == paper.direction
    return not back and bool(set(paper.senders) & set(instruction.senders))


def _persons(paper: Paper) -> frozenset[str]:
    everybody = (*paper.senders, *paper.receivers, *paper.named)
    return frozenset(each for each in everybody if each.startswith(PERSONS))


def _persons_told(paper: Paper, instruction: Paper) -> frozenset[str]:
    """Whom a paper names, with those whom the instruction knows by name alone and whose surname stands in the paper's
    title: `McCloy–Kuznetsov latest talk`.
    """
    words = {fold(word) for word in WORD.findall(paper.title)}
    by_name = (each for each in _persons(instruction) if each.startswith(NAME) and each.split("-")[-1] in words)
    return _persons(paper).union(by_name)


def _back(instruction: Paper, paper: Paper) -> tuple[float, str]:
    """Whether a paper comes from whom the instruction went to; half, where it speaks of him."""
    if set(paper.senders) & set(instruction.receivers):
        return 1.0, "it comes from where the instruction went"
    if _persons_told(paper, instruction) & set(instruction.receivers):
        return 0.5, "it names whom the instruction went to"
    return 0.0, ""


def _share(shared: frozenset[str], one: Paper, other: Paper, rarity: Rarity) -> float:
    """How much of whom two papers name both name, who is rare most."""
    mine, theirs, both = (sum(map(rarity.of, each)) for each in (_persons(one), _persons(other), shared))
    return both / math.sqrt(mine * theirs) if both else 0.0


def _tells(paper: Paper) -> float:
    """The share of what a paper says that tells what was said and done."""
    if not paper.lines:
        return UNKNOWN_SHARE
    return sum(line.statement.type is StatementType.REPORT for line in paper.lines) / len(paper.lines)


def _after(days: int) -> str:
    if days < 0:
        return f"{_counted(-days, 'day')} before it by its date"
    return f"{_counted(days, 'day')} after it" if days else "on the same day"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
