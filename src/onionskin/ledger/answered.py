"""What became of a proposal, as later papers tell: approved, declined, put off, changed, well received, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onionskin.ledger.likeness import Profile, Rarity, alike, same_matter, words_in_common, words_of
from onionskin.ledger.lines import Line, Paper
from onionskin.ledger.matching import Match, Relation, likeliest
from onionskin.record.statements import StatementType

PUT_FORWARD = frozenset({StatementType.PROPOSAL, StatementType.INSTRUCTION})
"""What a mission recommends to its Department is asked as an order is given: `recommend you authorize`."""
LEAST = 0.15
"""Likeness from which on a later statement may be about a proposal that its paper does not cite."""
LIKE, CITED, ADDRESSED = 0.4, 0.3, 0.15
"""What it adds to a score to speak of the same, to cite the paper of the proposal, to be from whom it was made to."""


def disposed_of(
    proposal: Line, paper: Paper, candidates: Sequence[Paper], papers: Mapping[str, int], total: int
) -> tuple[Match, ...]:
    """The likeliest words of later papers on what became of a proposal of `paper`, three at most.

    `papers` says in how many of `total` papers each phrase stands. A paper that cites that of the proposal may speak of
    it in other words (`your recommendations`); any other has to speak of its matter. None is asserted.
    """
    rarity = Rarity(papers, total)
    profile = words_of(proposal, rarity)
    found: list[Match] = []
    for each in candidates:
        if each.record != paper.record and each.day and each.day >= paper.day:
            found += _told(proposal, profile, paper, each, rarity)
    return likeliest(found)


def _told(proposal: Line, profile: Profile, paper: Paper, later: Paper, rarity: Rarity) -> Iterator[Match]:
    cited = paper.record in later.cites
    addressed = bool(set(later.senders) & set(paper.receivers))
    for line in later.lines:
        told = line.statement.disposition
        if told is None or not (cited or same_matter(proposal, line)):
            continue
        theirs = words_of(line, rarity)
        likeness = alike(profile, theirs)
        if likeness < LEAST and not cited:
            continue
        score = LIKE * likeness + CITED * cited + ADDRESSED * addressed
        common = words_in_common(proposal.statement.quote, profile, theirs)
        reasons = (
            "its paper cites that of the proposal" if cited else "",
            "by whom it was made to" if addressed else "",
            f"both speak of {common}" if common else "",
        )
        yield Match(
            Relation(told.value), proposal.id, later.record, line.id, round(score, 3), tuple(filter(None, reasons))
        )
