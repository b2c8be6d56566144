"""The register of papers that are cited and not held: one line a paper, though many cite it, with all that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onionskin.linking.cards import card_of
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
class _Known:
    """By what references to one paper are known to be of one."""

    kind: str
    number: str
    series: str
    from_: str
    to: str
    when: str


def register_of(documents: Iterable[Document]) -> tuple[Missing, ...]:
    """The register of a whole collection, in the order of days; `documents` are its linked records.

    A reference that says neither number nor day nor both ends names no paper that could be looked for, and is left out.
    """
    found: dict[_Known, tuple[list[Citing], set[ResolutionState], str]] = {}
    for document in documents:
        if not document.references:
            continue
        own = card_of(document)
        for reference in document.references:
            known = _known(reference, own)
            if known is None:
                continue
            citing, states, date = found.setdefault(known, ([], set(), reference.date or ""))
            states.add(reference.resolved.state)
            citing.append(Citing(document.id, reference.text, own.day))
            if len(reference.date or "") > len(date):
                found[known] = (citing, states, reference.date or "")
    missing = [_missing(known, citing, states, date) for known, (citing, states, date) in found.items()]
    return tuple(sorted(missing, key=_place))


def _place(each: Missing) -> tuple[str, ...]:
    """Where it stands in the register: by day, the undated last."""
    return (each.date or each.by or UNDATED, each.series, each.number.zfill(6), each.from_, each.to, each.kind)


def _known(reference: Reference, own: Card) -> _Known | None:
    """What the paper is known by; None where it is held, is no paper, or cannot be told from others."""
    if reference.kind not in PAPERS or reference.resolved.state not in NOT_HELD:
        return None
    if reference.number is not None:
        ends = ends_of(reference, own)
        if not ends.one_way or not (ends.sender and ends.receiver):
            return _Known(reference.kind.value, reference.number, reference.series or "", "", "", own.day or own.record)
        series = "" if reference.series in RUN_PER_POST else reference.series or ""
        return _Known(reference.kind.value, reference.number, series, ends.sender, ends.receiver, own.year)
    from_, to = _end(reference.from_), _end(reference.to)
    if reference.date is None or len(reference.date) < DAY or not (from_ or to):
        return None
    return _Known(reference.kind.value, "", "", from_, to, reference.date[:DAY])


def _end(words: str | None) -> str:
    return " ".join((words or "").split()).casefold()


def _missing(known: _Known, citing: list[Citing], states: set[ResolutionState], date: str) -> Missing:
    said = states - {ResolutionState.CITED_NOT_HELD}
    return Missing(
        kind=known.kind,
        number=known.number,
        series=known.series,
        from_=known.from_,
        to=known.to,
        date=date,
        state=(min(said) if said else ResolutionState.CITED_NOT_HELD).value,
        by=min((each.day for each in citing if each.day), default=""),
        cited_by=tuple(citing),
    )
