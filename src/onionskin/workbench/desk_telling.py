"""A paper of the desk as it is told to one person: no more of it than they may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import timedelta
from typing import Any

from onionskin.desk.chancery.persons import Post
from onionskin.desk.chancery.standing import Delivery, Standing
from onionskin.desk.chancery.telling import Told
from onionskin.desk.chancery.times import local_time


def as_json(told: Told) -> dict[str, Any]:
    """A paper as it is told to one person, as JSON: what is empty is left out, as what may not be told is."""
    held = {name: value for name, value in plain(told).items() if value not in ("", [], {}, None)}
    return held | {"sight": told.sight.name.lower()}


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a paper holds
    """A frozen value as JSON takes it; a span of time in seconds."""
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value.total_seconds() if isinstance(value, timedelta) else value


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
