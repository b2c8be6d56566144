"""What goes to other installations: for each act the mails that tell it, and what such a mail says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.deliveries import as_sent, service_of
from onionskin.desk.chancery.persons import DeskRole, Person, Post
from onionskin.desk.chancery.standing import Standing

CARRIED = frozenset({DeskAct.COME, DeskAct.RETRANSMIT, DeskAct.RECEIVE, DeskAct.ACKNOWLEDGE, DeskAct.SERVICE})
"""The acts that come by mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One mail: the act that it is at the other end, from which post of ours, and for or of which posts."""

    address: str
    act: DeskAct
    sender: str
    posts: tuple[str, ...]

    def told(self) -> dict[str, Any]:
        """As the outbox keeps it."""
        return {"act": self.act.value, "sender": self.sender, "posts": list(self.posts)}


def dispatches(
    before: Standing | None, done: Performed, left: Standing, posts: Mapping[str, Post]
) -> Iterator[Dispatch]:
    """The mails that tell an act to other installations, of which `posts` has the addresses; none for most acts.

    Whatever installation the act was done at tells it: what `arrived` by mail is told to nobody again.
    """
    match done.act:
        case DeskAct.TRANSMIT:
            yield from _telegrams(left.post, left.posts, posts)
        case DeskAct.PASS:
            known = before.posts if before else {}
            given = [each for each in done.yields.get("posts", ()) if each not in known]
            yield from _telegrams(done.yields.get("relayed_by", ""), given, posts)
        case DeskAct.RETRANSMIT:
            post = done.takes["post"]
            if address := _address(posts, post):
                yield Dispatch(address=address, act=done.act, sender=left.supplier(post), posts=(post,))
        case DeskAct.RECEIVE | DeskAct.ACKNOWLEDGE | DeskAct.SERVICE:
            post = done.takes["post"]
            if address := _address(posts, left.supplier(post)):
                yield Dispatch(address=address, act=done.act, sender=post, posts=(post,))


def _address(posts: Mapping[str, Post], name: str) -> str:
    return posts[name].mail if name in posts else ""


def _telegrams(sender: str, to: Iterable[str], posts: Mapping[str, Post]) -> Iterator[Dispatch]:
    """One mail to each installation, however many of its posts are addressed."""
    by_address: dict[str, list[str]] = defaultdict(list)
    for name in to:
        if address := _address(posts, name):
            by_address[address].append(name)
    for address, names in by_address.items():
        yield Dispatch(address=address, act=DeskAct.COME, sender=sender, posts=tuple(names))


def takes_of(act: DeskAct, posts: Iterable[str], done: Performed, left: Standing) -> dict[str, Any]:
    """What a mail says of an act, as particulars of the act that it is at the other end."""
    if act is DeskAct.COME:
        return _telegram(tuple(posts), done, left)
    post = done.takes["post"]
    out = {"post": post, "time": done.at, "remarks": done.takes.get("remarks", "")}
    if act is DeskAct.RECEIVE:
        out |= {"control": done.yields["control"]}
    elif act is DeskAct.SERVICE:
        out |= {"service": done.yields["service"], "groups": done.takes.get("groups", [])}
    elif act is DeskAct.RETRANSMIT:
        answered = service_of(left, post, done.takes.get("service", 0))
        words = answered.words if answered else as_sent(left)
        out |= {"service": done.takes.get("service", 0), "text": words}
    return _said(out)


def _telegram(posts: tuple[str, ...], done: Performed, left: Standing) -> dict[str, Any]:
    sent = done.at if done.act is DeskAct.PASS or left.sent is None else left.sent.at
    version = left.version
    return _said(
        {
            "form": left.form.value,
            "post": left.post,
            "posts": list(posts),
            "time": sent,
            "text": as_sent(left) or (version.text if version else ""),
            "told": dict(version.told) if version else {},
            "to": list(left.to),
            "info": list(left.info),
            "eyes_only": list(left.eyes_only),
            "precedence": left.precedence,
            "info_precedence": left.info_precedence,
            "level": left.level,
            "captions": list(left.captions),
            "until": left.until,
            "called": left.number,
            "acknowledge_by": left.acknowledge_by,
        }
    )


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in ("", [], {}, 0)}


def stands_for(post: str) -> Person:
    """The post of another installation, as who does here what it did there."""
    return Person(name=post, post=post, roles=(DeskRole.REGISTRY.value,))
