"""The register of papers that are cited and not held: one line a paper, though many cite it, with all that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onionskin.linking.cards import heading_of
from onionskin.linking.holdings import Card
from onionskin.linking.numbered import RUN_PER_POST, ends_of
from onionskin.record.document import Document
from onionskin.record.references import Reference, ReferenceKind, ResolutionState

PAPERS = frozenset({ReferenceKind.TELEGRAM, ReferenceKind.LETTER, ReferenceKind.MESSAGE, ReferenceKind.DOCUMENT})
"""What can be held; a meeting or a case is no paper, a file many."""
NOT_HELD = frozenset(ResolutionState) - {ResolutionState.LINKED, ResolutionState.CANDIDATES}
DAY = len("1962-11-17")
UNDATED = "9"


@dataclass(frozen=True, slots=True)
class Citing:
    """A record that cites the paper: its words there, and its own day, which the paper is not later than."""

    record: str
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A paper that is cited and not held; what is not known is empty.

    `from_` and `to` are places (`washington`, `united nations`) or the names that references have. `state` says why it
    is not here, `cited-not-held` where no reference says more. `by` is the day of the first paper that cites it.
    """

    kind: str
    number: str
    series: str
    from_: str
    to: str
    date: str
    state: str
    by: str
    cited_by: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """By what references to one paper are known to be of one; what is not known is empty."""

    kind: str
    number: str
    series: str
    from_: str
    to: str
    when: str


@dataclass(frozen=True, slots=True)
class Want:
    """One reference to a paper that is not held: what the paper is known by, who cites it, what is said of it."""

    known: Known
    citing: Citing
    state: ResolutionState
    date: str


def wants_of(document: Document) -> Iterator[Want]:
    """The papers that a linked record cites and that are not held, once for each reference.

    A reference that says neither number nor day nor both ends names no paper that could be looked for, and is left out.
    """
    cited = [each for each in document.references if _is_wanted(each)]
    if not cited:
        return
    own = heading_of(document)
    for reference in cited:
        known = _known(reference, own)
        if known is not None:
            citing = Citing(document.id, reference.text, own.day)
            yield Want(known, citing, reference.resolved.state, reference.date or "")


def register_of(documents: Iterable[Document]) -> tuple[Missing, ...]:
    """The register of a whole collection, in the order of days; `documents` are its linked records."""
    found: dict[Known, list[Want]] = {}
    for document in documents:
        for want in wants_of(document):
            found.setdefault(want.known, []).append(want)
    return tuple(sorted((missing_of(wants) for wants in found.values()), key=place_in_register))


def missing_of(wants: Sequence[Want]) -> Missing:
    """One paper of the register, from all references to it; of their dates the one that says most."""
    known = wants[0].known
    said = {want.state for want in wants} - {ResolutionState.CITED_NOT_HELD}
    return Missing(
        kind=known.kind,
        number=known.number,
        series=known.series,
        from_=known.from_,
        to=known.to,
        date=max((want.date for want in wants), key=len),
        state=(min(said) if said else ResolutionState.CITED_NOT_HELD).value,
        by=min((want.citing.day for want in wants if want.citing.day), default=""),
        cited_by=tuple(want.citing for want in wants),
    )


def place_in_register(each: Missing) -> tuple[str, ...]:
    """Where it stands in the register: by day, the undated last."""
    return (each.date or each.by or UNDATED, each.series, each.number.zfill(6), each.from_, each.to, each.kind)


def _is_wanted(reference: Reference) -> bool:
    return reference.kind in PAPERS and reference.resolved.state in NOT_HELD


def _known(reference: Reference, own: Card) -> Known | None:
    """What the paper is known by; None where it cannot be told from others."""
    if reference.number is not None:
        ends = ends_of(reference, own)
        if not ends.one_way or not (ends.sender and ends.receiver):
            return Known(reference.kind.value, reference.number, reference.series or "", "", "", own.day or own.record)
        series = "" if reference.series in RUN_PER_POST else reference.series or ""
        return Known(reference.kind.value, reference.number, series, ends.sender, ends.receiver, own.year)
    from_, to = _end(reference.from_), _end(reference.to)
    if reference.date is None or len(reference.date) < DAY or not (from_ or to):
        return None
    return Known(reference.kind.value, "", "", from_, to, reference.date[:DAY])


def _end(words: str | None) -> str:
    return " ".join((words or "").split()).casefold()
