"""A telegram on its way: what sending, receiving, relaying and service messages make of how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.standing import Delivery, PaperForm, Service, Standing, Version, Word

K = TypeVar("K")
V = TypeVar("V")


def _done(act: Performed) -> str:
    """When a post did it: of what came by mail not when that came."""
    return str(act.takes.get("time", act.at))


def word_of(held: Standing, act: Performed) -> Word:
    """Somebody's word on the text as it stands."""
    return Word(by=act.by, at=act.at, version=held.n, remarks=act.takes.get("remarks", ""))


def with_item(held: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    """A mapping with one item more, or in the place of another."""
    return MappingProxyType({**held, key: value})


def sent(held: Standing, act: Performed) -> Standing:
    """Sent to all posts at once: those addressed for action, then those for information."""
    if held.form is not PaperForm.TELEGRAM:
        return held.but(sent=word_of(held, act))
    posts = {each: Delivery(post=each, action=True) for each in held.to}
    posts |= {each: Delivery(post=each, action=False) for each in held.info if each not in posts}
    return held.but(sent=word_of(held, act), posts=MappingProxyType(posts))


def came(held: Standing, act: Performed) -> Standing:
    """Come from another installation for `posts`; a further mail of the same telegram adds those it is for."""
    told = act.takes
    relay = act.by if act.by != held.post else ""
    posts = {
        each: Delivery(
            post=each,
            action=not relay and each in held.to,
            relayed_by=relay,
            relayed=told["time"] if relay else "",
        )
        for each in told["posts"]
    }
    return held.but(
        posts=MappingProxyType({**posts, **held.posts}),
        sent=held.sent or Word(by=held.post, at=told["time"], version=held.n),
        number=told.get("called", held.number),
        until=told.get("until", held.until),
    )


def received(held: Standing, act: Performed) -> Standing:
    """Taken in by the registry of a post, under its own control number."""
    post = act.takes["post"]
    before = held.posts.get(post) or Delivery(post=post, action=False)
    return _delivered(held, replace(before, received=_done(act), control=act.yields["control"]))


def assigned(held: Standing, act: Performed) -> Standing:
    """Given to an action office, and to others for information."""
    before = held.posts[act.takes["post"]]
    return _delivered(held, replace(before, office=act.takes["office"], offices=tuple(act.takes.get("info", ()))))


def acknowledged(held: Standing, act: Performed) -> Standing:
    """A post has said that it has it."""
    return _delivered(held, replace(held.posts[act.takes["post"]], acknowledged=_done(act)))


def passed(held: Standing, act: Performed) -> Standing:
    """Passed on: to a post it is a relay of its own, to be received there; persons and offices have it at once.

    `yields` says which of the names are posts.
    """
    posts = {
        each: Delivery(post=each, action=False, relayed_by=act.yields["relayed_by"], relayed=act.at)
        for each in act.yields.get("posts", ())
        if each not in held.posts
    }
    return held.but(
        passed=tuple(dict.fromkeys((*held.passed, *act.takes["to"]))),
        posts=MappingProxyType({**held.posts, **posts}),
    )


def serviced(held: Standing, act: Performed) -> Standing:
    """A post asks for groups that were garbled."""
    asked = Service(
        n=act.yields["service"],
        post=act.takes["post"],
        by=act.by,
        at=act.at,
        groups=tuple((first, last) for first, last in act.takes.get("groups", ())),
        remarks=act.takes.get("remarks", ""),
    )
    return held.but(services=(*held.services, asked))


def retransmitted(held: Standing, act: Performed) -> Standing:
    """Sent once more to a post, whole or the groups that it asked for.

    Where it was sent, the words are taken from the text as it was sent, so that no answer says otherwise. Where it
    came to, they are those that came (`text`): of a whole one another version.
    """
    post, text = act.takes["post"], act.takes.get("text", "")
    asked = service_of(held, post, act.takes.get("service", 0))
    if asked is None or not asked.groups:
        held = _come_again(held, text, act)
    if asked is not None:
        words = text or groups_of(as_sent(held), asked.groups)
        answer = replace(asked, answered=act.at, answered_by=act.by, words=words)
        held = held.but(services=tuple(answer if each is asked else each for each in held.services))
    return _delivered(held, replace(held.posts[post], again=act.at))


def service_of(held: Standing, post: str, n: int) -> Service | None:
    """A post's service message upon a telegram, by its number."""
    return next((each for each in held.services if (each.post, each.n) == (post, n)), None)


def _come_again(held: Standing, text: str, act: Performed) -> Standing:
    if not text or held.version is None or text == held.version.text:
        return held
    again = Version(n=held.n + 1, by=act.by, at=act.at, text=text, told=held.version.told)
    return held.but(versions=(*held.versions, again))


def as_sent(held: Standing) -> str:
    """The text of the version that was sent, empty where none was."""
    return held.versions[held.sent.version - 1].text if held.sent and held.versions else ""


def groups_of(text: str, runs: Iterable[tuple[int, int]]) -> str:
    """The groups of a text, what stands between spaces, from 1: `(1, 2)` of "You should see" are "You should".

    The whole text where no run is named.
    """
    groups, runs = text.split(), tuple(runs)
    return " ... ".join(" ".join(groups[first - 1 : last]) for first, last in runs) if runs else text


def _delivered(held: Standing, delivery: Delivery) -> Standing:
    return held.but(posts=with_item(held.posts, delivery.post, delivery))
