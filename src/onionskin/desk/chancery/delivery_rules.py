"""The rules of a telegram on its way: who receives, relays and answers for it, and what must be true before."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onionskin.desk.chancery.attempts import Attempt, Rule
from onionskin.desk.chancery.deliveries import as_sent, service_of
from onionskin.desk.chancery.levels import UNCLASSIFIED, rank
from onionskin.desk.chancery.persons import DeskRole
from onionskin.desk.chancery.sight import NOT_NAMED, sealed


def _supplying_registry(asked: Attempt) -> str:
    source = asked.paper.supplier(asked.takes.get("post", ""))
    held = asked.by.has(DeskRole.REGISTRY) and asked.by.post == source
    return "" if held else f"only the registry of {source}"


def _receiving_registry(asked: Attempt) -> str:
    post = asked.takes.get("post", "")
    held = asked.by.has(DeskRole.REGISTRY) and asked.by.post == post
    return "" if held else f"only the registry of {post}"


def _addressed_post(asked: Attempt) -> str:
    post = asked.takes.get("post", "")
    return "" if asked.by.post == post else f"only {post}, to which it was sent"


def _elsewhere(asked: Attempt) -> str:
    return "" if asked.arrived else "only what comes from another installation"


def _was_sent_here(asked: Attempt) -> str:
    post = asked.takes.get("post", "")
    return "" if post in asked.paper.posts else f"it was not sent to {post}"


def _service_asked(asked: Attempt) -> str:
    """What answers a service message names one of that post that nobody has answered."""
    n, post = asked.takes.get("service"), asked.takes.get("post", "")
    if n is None:
        return ""
    found = service_of(asked.paper, post, n)
    if found is None:
        return f"{post} sent no service message {n} upon it"
    return f"service message {n} of {post} is answered" if found.answered else ""


def _groups_within(asked: Attempt) -> str:
    last = max((last for _, last in asked.takes.get("groups", ())), default=0)
    held = len(as_sent(asked.paper).split())
    return "" if last <= held else f"it has {held} groups, and {last} is asked for"


def _for_posts_here(asked: Attempt) -> str:
    stray = [each for each in asked.takes.get("posts", ()) if not _is_here(asked, each)]
    return f"{stray[0]} is no post of this desk" if stray else ""


def _is_here(asked: Attempt, name: str) -> bool:
    return name in asked.roster.posts and not asked.roster.posts[name].mail


def _as_it_came(asked: Attempt) -> str:
    """A further mail of a telegram says what the first said."""
    before = asked.held.version if asked.held else None
    same = before is None or asked.takes.get("text", "") == asked.paper.versions[0].text
    return "" if same else "it says otherwise than what came before under its name"


def _mail_carries(asked: Attempt) -> str:
    """Mail to another installation carries up to the level that is said of the post, no level but UNCLASSIFIED else."""
    names = asked.takes.get("to", ()) or asked.takes.get("post", ()) or (*asked.paper.to, *asked.paper.info)
    for name in (names,) if isinstance(names, str) else names:
        post = asked.roster.posts.get(name)
        if post is not None and post.mail and rank(asked.level) > rank(post.carries):
            return f"mail to {name} carries nothing above {post.carries or UNCLASSIFIED}"
    return ""


def _not_received(asked: Attempt) -> str:
    delivery = asked.paper.posts.get(asked.takes.get("post", ""))
    return "it was received already" if delivery is not None and delivery.received else ""


def _received(asked: Attempt) -> str:
    delivery = asked.paper.posts.get(asked.takes.get("post", ""))
    return "" if delivery is not None and delivery.received else "it has not been received"


def _not_acknowledged(asked: Attempt) -> str:
    delivery = asked.paper.posts.get(asked.takes.get("post", ""))
    return "it was acknowledged already" if delivery is not None and delivery.acknowledged else ""


DELIVERERS: Mapping[str, Rule] = MappingProxyType(
    {
        "supplying-registry": _supplying_registry,
        "receiving-registry": _receiving_registry,
        "addressed-post": _addressed_post,
        "another-installation": _elsewhere,
    }
)
"""Who may act; of `rules.WHO`."""

DELIVERY: Mapping[str, Rule] = MappingProxyType(
    {
        "sent-here": _was_sent_here,
        "received": _received,
        "not-received": _not_received,
        "not-acknowledged": _not_acknowledged,
        "service-asked": _service_asked,
        "groups-within": _groups_within,
        "posts-here": _for_posts_here,
        "as-it-came": _as_it_came,
        "mail-carries": _mail_carries,
        "not-sealed": lambda asked: NOT_NAMED if sealed(asked.paper) else "",
    }
)
"""What must be true before; of `rules.NEEDS`."""
