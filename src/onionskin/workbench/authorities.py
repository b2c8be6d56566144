"""The authority of a collection: what the package ships, and over it what its users brought."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from onionskin.errors import SourceError
from onionskin.inventory.parties import Entry, Who
from onionskin.linking.authorities.entity import Entity, line_of
from onionskin.linking.authorities.folding import called
from onionskin.linking.authorities.importing import BadLine, read_lines
from onionskin.linking.authorities.register import Authority, shipped_with
from onionskin.linking.authorities.volumes import known_as
from onionskin.record.named import NamedKind
from onionskin.settings import Settings

US = "United States"
MISSION = "post:mission/"
"""Of a post that heads a mission of the United States; its country is where that is."""
FILE = "authority.jsonl"
"""Where it stands in the folder of the collection, a line of JSON for each thing."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many things of a file are new or otherwise than before, how many stood so already, and the lines refused."""

    changed: int
    same: int
    refused: tuple[BadLine, ...]


def authority_of_collection(settings: Settings) -> Authority:
    """All that can be meant in a collection."""
    return _authority(_own_lines(settings))


@lru_cache(maxsize=1)
def _authority(own_lines: str) -> Authority:
    """Kept until the users' own lines change: making it takes a tenth of a second, and each page of the room asks."""
    return shipped_with(_entities(own_lines))


def _entities(lines: str) -> tuple[Entity, ...]:
    return tuple(each for each in read_lines(lines.splitlines()) if isinstance(each, Entity))


def _own_lines(settings: Settings) -> str:
    path = settings.collection / FILE
    return _text(path) if path.is_file() else ""


def authority_version(settings: Settings) -> str:
    """Changes when the users' own authority does, empty where there is none: papers are then linked again."""
    path = settings.collection / FILE
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else ""


def import_authority(settings: Settings, file: Path) -> Taken:
    """Take the things of a file into the collection's authority, in place of those of the same ids.

    SourceError where the file cannot be read; a bad line stops nothing.
    """
    held = {each.id: each for each in _entities(_own_lines(settings))}
    refused = []
    changed = same = 0
    for made in read_lines(_text(file).splitlines()):
        if isinstance(made, BadLine):
            refused.append(made)
        elif held.get(made.id) == made:
            same += 1
        else:
            held[made.id] = made
            changed += 1
    if changed:
        path = settings.collection / FILE
        lines = "".join(f"{line_of(each)}\n" for _, each in sorted(held.items()))
        beside = path.with_suffix(".new")
        beside.write_text(lines, encoding="utf-8", newline="\n")
        beside.replace(path)
    return Taken(changed, same, tuple(refused))


def find_entities(settings: Settings, query: str) -> Iterator[Entity]:
    """What an id, a name or a symbol can mean; persons by any part of a name, likeliest forms first."""
    authority = authority_of_collection(settings)
    by_id = authority.get(query)
    if by_id is not None:
        yield by_id
        return
    persons = sorted(authority.persons(called(query).words), key=lambda m: (-m.likeness, m.entity.name))
    yield from (match.entity for match in persons)
    yield from (each for each in authority.things(query) if each.kind is not NamedKind.PERSON)


def holders_of(settings: Settings, post: str) -> tuple[Entity, ...]:
    """Who held a post, the earliest first."""
    held = authority_of_collection(settings).holders(post)
    return tuple(sorted(held, key=lambda each: min(s.since or "" for s in each.held if s.post == post)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise SourceError(f"it cannot be read: {fault}", where=path.name, advice="It must be UTF-8 text.") from fault


def asked_by_inventory(settings: Settings) -> Who:
    """The collection's authority as its inventory asks it, opened at the first question."""

    @cache
    def entry(entity: str) -> Entry | None:
        found = authority_of_collection(settings).get(entity)
        return Entry(found.kind.value, " ".join(found.name.split())) if found is not None else None

    @cache
    def thing(name: str) -> str | None:
        found = authority_of_collection(settings).things(name)
        bodies = [each for each in found if each.kind is NamedKind.ORGANIZATION] or list(found)
        return bodies[0].id if len(bodies) == 1 else None

    @cache
    def serves(entity: str) -> str:
        authority = authority_of_collection(settings)
        found = authority.get(entity)
        posts = [authority.get(each.post) for each in found.held] if found is not None else []
        states = {
            (post.country if post is not None and not post.id.startswith(MISSION) else None) or US for post in posts
        }
        return next(iter(states)) if len(states) == 1 else ""

    @cache
    def surname(word: str) -> bool:
        return bool(authority_of_collection(settings).persons((word,)))

    return Who(entry, thing, serves, surname)


def entity_names(settings: Settings, entities: Iterable[str]) -> dict[str, str]:
    """By id the name of each entity that the collection's authority knows: `Rusk, Dean (1909–1994)`."""
    wanted = dict.fromkeys(entities)
    if not wanted:
        return {}  # Nobody pays for an authority that is not asked.
    authority = authority_of_collection(settings)
    return {each: _named(entity) for each in wanted if (entity := authority.get(known_as(each))) is not None}


def _named(entity: Entity) -> str:
    years = f"{entity.born or '?'}–{entity.died or ''}" if entity.born or entity.died else ""
    return f"{entity.name} ({years})" if years else entity.name
