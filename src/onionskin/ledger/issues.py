"""The issues of a negotiation: each statement falls under the phrase that says best what it is about.

What is best is told from the statement's own phrases and from how many papers of the collection have each: a phrase
that no other paper has gathers nothing, one that stands in most papers parts nothing. So the issue of a statement
needs no other statement, and is the same on the page of its paper, of its parties and of its days.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onionskin.ledger import matters
from onionskin.ledger.lines import Line, Phrase
from onionskin.ledger.matters import phrases_of, phrases_through
from onionskin.ledger.rulings import Ruling, issue_under, labels_under, slug

__all__ = ["VERSION", "Issue", "grouped", "issue_of", "phrases_of", "phrases_through"]

VERSION = matters.VERSION
ALONE = 1.5
"""A phrase counts by n / (n + ALONE) where n papers have it."""
COMMON = 2.0
"""And by 1 / (1 + COMMON * n / total): what half of the papers have counts for a half."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is spoken of, and what is said of it, by day.

    `id` stands in addresses and is the same for the same phrase in any collection; `label` is what the papers call it
    oftenest, or what people named it. Both are empty for the lines that name no matter.
    """

    id: str
    label: str
    lines: tuple[Line, ...]


def issue_of(phrases: Sequence[Phrase], papers: Mapping[str, int], total: int) -> Phrase | None:
    """The phrase under which a statement falls, None where it has none.

    `papers` says in how many of `total` papers each phrase's key stands; one that is not among them stands in one.
    """

    def worth(phrase: Phrase) -> tuple[float, str]:
        held = max(1, papers.get(phrase.key, 1))
        return phrase.weight * held / (held + ALONE) / (1 + COMMON * held / max(total, held)), phrase.key

    return max(phrases, key=worth, default=None)


def grouped(
    lines: Iterable[Line], papers: Mapping[str, int], total: int, rulings: Sequence[Ruling] = ()
) -> tuple[Issue, ...]:
    """The issues of these lines, those with most lines first and lines without an issue last; what people decided is
    laid over. The order of the lines given makes no difference.
    """
    under: dict[str, list[Line]] = defaultdict(list)
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        phrase = issue_of(line.phrases, papers, total)
        found = issue_under(rulings, line.id, slug(phrase.key) if phrase else "")
        under[found].append(line)
        if phrase and found:
            printed[found][phrase.printed] += 1
    given = labels_under(rulings)
    issues = (
        Issue(id_, given.get(id_) or _commonest(printed[id_]), tuple(sorted(held, key=_in_time)))
        for id_, held in under.items()
    )
    return tuple(sorted(issues, key=lambda issue: (not issue.id, -len(issue.lines), issue.id)))


def _commonest(printed: Counter[str]) -> str:
    return min(printed, key=lambda form: (-printed[form], form), default="")


def _in_time(line: Line) -> tuple[bool, str, str, int, int]:
    at = line.statement.at
    return not line.day, line.day, line.statement.record, at.paragraph, at.span.start
