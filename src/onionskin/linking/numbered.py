"""Telegrams and despatches cited by number. A number is one of a series, and a series runs per post and direction.

`Deptel 1338` in a telegram from New York is the Department's to New York; `Embtel 2964` there is New York's own; `your
1835` is the addressee's; `Cairo's 3244` is Cairo's to the Department, or to the post that cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.linking.cards import UNDATED
from onionskin.linking.holdings import Card, Holdings, key
from onionskin.linking.judging import Judged, days_between
from onionskin.linking.places import HOME, UNITED_NATIONS, place_of
from onionskin.record.references import Reference, ReferenceKind

RUN_PER_POST = frozenset({"DEPTEL", "EMBTEL", "CONTEL", "LEGTEL", "EMBDES", "A", "STATE"})
"""Series whose numbers say nothing without the post; the others are one run each, wherever their sender is."""
DESPATCHES = frozenset({"EMBDES"})
AIRGRAMS = frozenset({"A", "CA", "CW", "CG", "G"})
CABLES = frozenset({"telegram", "airgram", "despatch"})
YOURS = re.compile(r"\b(?:your|ur|urtel|reurtel)\b", re.IGNORECASE)
OURS = re.compile(r"\b(?:our|my|mytel|ourtel|remytel)\b", re.IGNORECASE)
YEAR = 400
"""Days: numbers begin anew each year, and a paper that is older is another of the same number."""
NEAR = 150
"""Days within which a number has hardly come round again."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Who sent the cited paper and to whom, as far as words and context say.

    `sides` says how that is known, in words; `one_way` that the direction is known; `several` that the post could be
    any of several.
    """

    sender: str
    receiver: str
    sides: str
    one_way: bool
    several: bool = False


def numbered(reference: Reference, own: Card, holdings: Holdings) -> Iterator[Judged]:
    """The records that have the number, each with how well it fits."""
    number = (reference.number or "").lstrip("0")
    years = [UNDATED, own.year, str(int(own.year) - 1)] if own.year.isdigit() else [UNDATED]
    if reference.date and reference.date[:4] not in years:
        years.append(reference.date[:4])
    ends = ends_of(reference, own)
    for card in holdings.find(key("number", number, year) for year in years):
        if card.record == own.record:
            continue
        judged = _as_itself(reference, own, card, ends) if card.number == number else None
        yield judged or _as_carried(reference, own, card, ends, number) or Judged(card, 0.0, ())


def ends_of(reference: Reference, own: Card) -> Ends:
    """Who sent the cited paper to whom, as far as the words say it and the paper that cites it."""
    sender, receiver = place_of(reference.from_ or ""), place_of(reference.to or "")
    far = next((each for each in own.receivers if each != own.sender), "")
    several = own.sender in {"", HOME} and len(set(own.receivers) - {HOME}) > 1
    if (not sender and not receiver) or reference.series in {"DEPTEL", "EMBTEL"}:
        if YOURS.search(reference.text):
            return Ends(far, own.sender, "the addressee's own", one_way=True)
        if OURS.search(reference.text) and own.sender:
            return Ends(own.sender, far, "the sender's own", one_way=True)
    if reference.direction == "outgoing" or sender == HOME:
        return Ends(HOME, receiver or _abroad(own), "the Department's", one_way=True, several=not receiver and several)
    if reference.direction == "incoming" and (sender or reference.series in RUN_PER_POST):
        end = sender or _abroad(own)
        return Ends(end, receiver or HOME, "sent to the Department", one_way=True, several=not sender and several)
    if sender or receiver:
        return Ends(
            sender or _other(receiver, own), receiver or _other(sender, own), "between these posts", one_way=True
        )
    return Ends(own.sender, far, "exchanged by these two", one_way=False)


def _abroad(own: Card) -> str:
    """The end of a paper that is not the Department's."""
    return next((each for each in (own.sender, *own.receivers) if each not in {"", HOME}), "")


def _other(end: str, own: Card) -> str:
    if end != HOME:
        return HOME
    return _abroad(own)


def _as_itself(reference: Reference, own: Card, card: Card, ends: Ends) -> Judged | None:
    """A paper that bears the number itself."""
    time = _in_time(reference, own, card) if _of_kind(reference, card) else None
    if time is None:
        return None
    told, worth = time
    reasons = (f"it is {card.series or card.kind} {card.number}", told)
    series = reference.series if reference.series not in RUN_PER_POST else None
    if series is None or series == "USUN":
        of_another = card.series not in {"", "USUN", *RUN_PER_POST}
        elsewhere = series == "USUN" and card.sender != UNITED_NATIONS
        return None if of_another or elsewhere else _between(card, own, ends, reasons, worth)
    if card.series == series or (series == "CIRTEL" and card.subkind == "circular"):
        return Judged(card, 0.97 * worth, reasons)
    return None


def _of_kind(reference: Reference, card: Card) -> bool:
    """Whether the record can be what the words call it: a telegram, an airgram, a despatch."""
    if reference.kind is ReferenceKind.TELEGRAM:
        return card.kind == "telegram"
    if reference.series in DESPATCHES:
        return card.kind == "despatch"
    return card.kind == "airgram" if reference.series in AIRGRAMS else card.kind in CABLES


def _between(card: Card, own: Card, ends: Ends, reasons: tuple[str, ...], worth: float) -> Judged | None:
    """By who sent it and to whom."""
    if not card.sender or not card.receivers:
        known = {card.sender, *card.receivers} - {""}
        return Judged(card, 0.5 * worth, reasons) if known & {ends.sender, ends.receiver} else None
    there = _runs(card, ends.sender, ends.receiver)
    to_citer = ends.one_way and ends.receiver == HOME and ends.sender and _runs(card, ends.sender, own.sender)
    back = not ends.one_way and _runs(card, ends.receiver, ends.sender)
    if not (there or to_citer or back):
        return None
    ways = f"from {card.sender} to {', '.join(card.receivers)}, {ends.sides}"
    if to_citer and not there:
        return Judged(card, 0.97 * worth, (*reasons, f"{ways}: sent to the post that cites it"))
    score = 0.96 if ends.one_way else 0.92
    if ends.several:
        return Judged(card, 0.85 * worth, (*reasons, f"{ways}; the paper that cites it went to several posts"))
    return Judged(card, score * worth, (*reasons, ways))


def _runs(card: Card, sender: str, receiver: str) -> bool:
    return bool(sender and receiver) and card.sender == sender and receiver in card.receivers


def _as_carried(reference: Reference, own: Card, card: Card, ends: Ends, number: str) -> Judged | None:
    """A message that went in a telegram of this number, as its note says."""
    time = _in_time(reference, own, card) if card.carried_by else None
    if time is None:
        return None
    for carrier in card.carried_by:
        told, series, sender, receiver = carrier.split("/")
        if told != number:
            continue
        if series and series not in RUN_PER_POST:
            if series != reference.series:
                continue
        elif not _agrees(sender, ends.sender, own) or not _agrees(receiver, ends.receiver, own):
            continue
        return Judged(card, 0.94 * time[1], (f"its note says that telegram {number} carried it", time[0]))
    return None


def _agrees(told: str, meant: str, own: Card) -> bool:
    """Whether an end that a note tells can be the one meant; what it does not tell may be."""
    return not told or told == meant or (not meant and told in {own.sender, *own.receivers})


def _in_time(reference: Reference, own: Card, card: Card) -> tuple[str, float] | None:
    """Whether the day fits, in words, and what that is worth; None where it cannot be."""
    if reference.date and len(card.day) == len("1962-11-17"):
        apart = days_between(min(reference.date, card.day), max(reference.date, card.day))
        if card.day.startswith(reference.date) or apart == 1:
            return f"dated {card.day}, as the reference says", 1.03
        return None
    age = days_between(card.day, own.day)
    if age is None:
        return "one of the two is not dated to the day", 0.9
    if not -1 <= age <= YEAR:
        return None
    return f"of {card.day}, {age} days before", 1.0 if age <= NEAR else 0.92
