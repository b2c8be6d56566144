"""Posts: who held which on a day, which post a title or a mission means."""

from __future__ import annotations

from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.places import HOME, UNITED_NATIONS, place_of

BODIES = {UNITED_NATIONS: "post:representative-to-un", "nato": "post:representative-to-nato"}
TITLES_OF_POSTS: dict[str, tuple[str, ...]] = {
    "Ambassador": ("Chief of Mission", "Representative", "Ambassador"),
    "Minister": ("Chief of Mission", "Foreign Minister"),
    "Premier": ("Prime Minister", "Premier", "Chairman of the Council"),
    "Chairman": ("Chairman", "General Secretary"),
    "Foreign Secretary": ("Foreign Secretary",),
    "Secretary General": ("Secretary-General", "General Secretary"),
    "Acting Secretary": ("Under Secretary", "Deputy Secretary"),
    "Minister of Foreign Affairs": ("Foreign Minister",),
    "Chargé": ("Chief of Mission",),
}
"""How the titles of posts begin that a title before a name can stand for; others begin as the title itself does."""


ABROAD = frozenset(
    {"Foreign Minister", "Foreign Secretary", "Prime Minister", "Premier", "Chancellor", "King", "Queen"}
)
"""Titles that no officer of the United States bears."""
SUBORDINATE = ABROAD | {
    "Ambassador",
    "Minister",
    "Secretary",
    "Senator",
    "Congressman",
    "Attorney General",
    "Under Secretary",
}
"""Titles that nobody bears who is head of a state."""
HEADS_OF_STATE = ("President of ", "King of ")


@lru_cache(maxsize=4096)
def begins_as(title: str, post: str) -> bool:
    """Whether a title before a name is that of a post: `Secretary` of Secretary of State, not of Under Secretary."""
    return post.startswith(TITLES_OF_POSTS.get(title, (title,)))


def held_with_title(entity: Entity, title: str, day: str) -> Service | None:
    """The post that gave a person a title on a day, within a month of it where the paper is not dated to the day."""
    return next((s for s in entity.held if s.covers(day, months=1) and begins_as(title, s.title)), None)


def held_before(entity: Entity, title: str, day: str) -> Service | None:
    """The last post that gave a person a title before a day: it stays, as in `President Eisenhower` of 1962."""
    past = (s for s in entity.held if s.until and s.until < day and begins_as(title, s.title))
    return max(past, key=lambda s: s.until or "", default=None)


def bars(entity: Entity, title: str, day: str) -> bool:
    """Whether a post that a person held on a day keeps a title from him: no chief of an American mission is addressed
    as Foreign Minister, no king as Ambassador.
    """
    on_the_day = [s for s in entity.held if s.covers(day)]
    at_home = any(s.post.startswith(("post:mission/", "post:secretary", "post:under-secretary")) for s in on_the_day)
    head = any(s.title.startswith(HEADS_OF_STATE) for s in on_the_day)
    return (at_home and title in ABROAD) or (head and title in SUBORDINATE)


def held_at(entity: Entity, posts: frozenset[str], day: str) -> Service | None:
    """The one of these posts that a person held on a day."""
    return next((s for s in entity.held if s.post in posts and s.covers(day, months=1)), None)


def serving(entity: Entity, day: str) -> Service | None:
    """A post that a person held on a day, a year before or after."""
    return next((s for s in entity.held if s.covers(day, months=12)), None)


@lru_cache(maxsize=4096)
def mission_of(address: str) -> str | None:
    """The post of those who headed the mission that an address names: `Embassy in the Soviet Union`, `Amembassy
    MOSCOW`.
    """
    place = place_of(address)
    if not place or place == HOME:
        return None
    return BODIES.get(place) or f"post:mission/{_slugs().get(place) or slug_of(place)}"


def slug_of(name: str) -> str:
    """A name as ids have it: `Federal Republic of Germany` gives federal-republic-of-germany."""
    return "".join(c for c in name.lower().replace(" ", "-") if c.isalnum() or c == "-")


@cache
def _slugs() -> dict[str, str]:
    """Countries in small letters whose word in the list of chiefs of mission is another."""
    return {s.lower(): e.text("slug") or "" for e in lexicon.entries("countries") for s in e.spellings}
