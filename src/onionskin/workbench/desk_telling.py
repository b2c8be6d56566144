"""A paper of the desk as it is told to one person: no more of it than they may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.cards import stage
from onionskin.desk.chancery.persons import Post
from onionskin.desk.chancery.sight import Sight
from onionskin.desk.chancery.standing import Delivery, Standing
from onionskin.desk.chancery.times import local_time
from onionskin.workbench.desk import DeskPaper

_ENVELOPE = ("form", "precedence", "series", "number", "level", "until", "captions", "begun", "last")
"""What is told to whom a paper's existence is shown: what its envelope says."""
_TITLE = ("post", "drafter", "office", "to", "info", "eyes_only", "subject", "withdrawn", "cases", "access")
_TEXT = (
    *("asked", "approver", "signer", "filed", "to_pass", "passed", "circulated", "acknowledge_by"),
    *("approved", "signed", "classified", "sent", "reviewed"),
    *("cleared", "refused", "posts", "services", "copies", "enclosures", "referrals"),
    *("versions", "rulings"),
)


def told(paper: DeskPaper, day: str) -> dict[str, Any]:
    """As JSON, what is not set left out; `level` is that in force on a day (`1990-01-01`), `seen` says why so much."""
    held, seen = paper.held, paper.seen.sight
    names = (*_ENVELOPE, *(_TITLE if seen >= Sight.TITLE else ()), *(_TEXT if seen >= Sight.TEXT else ()))
    out: dict[str, Any] = {"paper": held.paper, "stage": stage(held).value}
    out |= {name: _plain(getattr(held, name)) for name in names if getattr(held, name)}
    if held.level:
        out["level"] = held.level_on(day)
    if seen >= Sight.TITLE:
        out["missing_clearances"] = list(held.missing_clearances)
    if seen >= Sight.TEXT:
        out["acts"] = [told_act(each) for each in paper.acts]
    return out | {"seen": {"sight": seen.name.lower(), "rule": paper.seen.rule}}


def told_act(act: Performed) -> dict[str, Any]:
    """An act as JSON."""
    return {"paper": act.paper, "by": act.by, **act.body(), "entry": act.entry, "logged": act.logged}


def reasons(held: Standing, day: str, posts: Mapping[str, Post]) -> list[tuple[str, str]]:
    """How a paper stands, each with the word that it rests on: `level`, `TOP SECRET, by ball on 1962-11-24`.

    What a post did is told by its own clock; `posts` has their zones.
    """
    return [*_level(held, day), *_words_given(held), *_deliveries(held, posts), *_whereabouts(held), *_review(held)]


def _level(held: Standing, day: str) -> Iterator[tuple[str, str]]:
    if not held.level:
        return
    in_force = held.level_on(day)
    if in_force != held.level:
        yield "level", f"{in_force} ({held.level} ended {held.ends}, as it was given until then)"
        return
    given = f", by {held.classified.by} on {held.classified.at[:10]}" if held.classified else ""
    yield "level", in_force + given + (f", until {held.until}" if held.until else "")


def _words_given(held: Standing) -> Iterator[tuple[str, str]]:
    for office in held.asked:
        word, refused = held.cleared.get(office), held.refused.get(office)
        if word is not None:
            stale = "" if word.version == held.n else f", of version {word.version}, which stands no more"
            yield f"cleared {office}", f"{word.by} on {word.at[:10]}{stale}{_remarks(word.remarks)}"
        elif refused is not None:
            yield f"refused {office}", f"{refused.by} on {refused.at[:10]}{_remarks(refused.remarks)}"
        else:
            yield "not cleared", office
    for name, given in (("approved", held.approved), ("signed", held.signed), ("sent", held.sent)):
        if given is not None:
            stale = "" if given.version == held.n else f", version {given.version}, which stands no more"
            yield name, f"{given.by}, {given.at}{stale}{_remarks(given.remarks)}"


def _deliveries(held: Standing, posts: Mapping[str, Post]) -> Iterator[tuple[str, str]]:
    for each in held.posts.values():
        zone = posts[each.post].zone if each.post in posts else "UTC"
        yield f"to {each.post}", ", ".join(_delivery(each, zone))
    for service in held.services:
        groups = ", ".join(f"{first}-{last}" if first < last else f"{first}" for first, last in service.groups)
        asks = f"asks for {groups or 'all of it'}{_remarks(service.remarks)}"
        answer = f"answered by {service.answered_by}: {service.words}" if service.answered else "not answered"
        yield f"service {service.n} of {service.post}", f"{asks}; {answer}"


def _delivery(each: Delivery, zone: str) -> Iterator[str]:
    yield f"received {local_time(each.received, zone)}, control {each.control}" if each.received else "not received"
    if each.acknowledged:
        yield f"acknowledged {local_time(each.acknowledged, zone)}"
    if each.office:
        yield f"action {each.office}"
    if each.offices:
        yield f"info {', '.join(each.offices)}"
    if each.relayed_by:
        yield f"passed on by {each.relayed_by}"
    if each.again:
        yield "sent again"


def _whereabouts(held: Standing) -> Iterator[tuple[str, str]]:
    for copy in held.copies.values():
        lent = f", with {copy.out_to} since {copy.out_since}" if copy.out_to else ""
        yield f"copy {copy.n}", copy.holder + lent
    for name, attached in held.enclosures.items():
        yield "enclosure", name if attached else f"{name}, separated"


def _review(held: Standing) -> Iterator[tuple[str, str]]:
    for referral in held.referrals.values():
        said = f"{referral.answer}, {referral.answered}" if referral.answer else "has not answered"
        yield f"referred to {referral.agency}", said
    for ruling in held.rulings:
        more = ", ".join(filter(None, (ruling.authority, *ruling.exemptions, ruling.case)))
        yield ruling.verb, f"{ruling.by} on {ruling.at[:10]}" + (f": {more}" if more else "")
    yield "access", held.access.value.replace("-", " ")


def _remarks(words: str) -> str:
    return f": {words}" if words else ""


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a standing holds
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value
