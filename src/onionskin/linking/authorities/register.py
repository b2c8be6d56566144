"""An authority to be asked: whom can these words mean?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onionskin.linking.authorities.entity import Entity, entity_of, key_of, keys_of, line_of
from onionskin.linking.authorities.folding import Likeness, NameForm, likeness
from onionskin.record.named import NamedKind

SHIPPED = "authority.tsv"
NAMES_REMEMBERED = 8192
"""So many names are remembered with those who can be meant; misread ones come without end."""


@dataclass(frozen=True, slots=True)
class Match:
    """A person whom the words of a mention can mean, how much of his name they say, and the titles he is known by."""

    entity: Entity
    likeness: Likeness
    titles: frozenset[str]
    own: bool = False


@dataclass(slots=True)
class _Known:
    """A thing once it was asked for."""

    entity: Entity
    forms: tuple[NameForm, ...]
    titles: frozenset[str]


class Authority:
    """Entities by their ids and by the words of their names.

    A line is kept as it stands and read when it is first asked for: the whole of what we ship is there in a tenth of
    a second. `over` is an authority whose entities count as the collection's own, and stand before the others'.
    """

    def __init__(self, lines: Iterable[str], over: Authority | None = None) -> None:
        """Each line is the entity's keys, a tab, and its JSON; `line_for` writes one."""
        self._over = over
        self._lines: list[str] = []
        self._keys: dict[str, list[int]] = {}
        self._ids: dict[str, int] | None = None
        self._known: dict[int, _Known] = {}
        self._matches = lru_cache(maxsize=NAMES_REMEMBERED)(lambda words: tuple(self._persons(words)))
        for line in lines:
            keys, _, rest = line.partition("\t")
            n = len(self._lines)
            self._lines.append(rest)
            for key in keys.split(" "):
                self._keys.setdefault(key, []).append(n)

    def __len__(self) -> int:
        """How many entities there are, those of the collection's own authority among them."""
        return len(self._lines) + (len(self._over) if self._over is not None else 0)

    def get(self, entity: str) -> Entity | None:
        """The entity of an id."""
        own = self._over.get(entity) if self._over is not None else None
        if own is not None:
            return own
        if self._ids is None:
            self._ids = {_id_of(line): n for n, line in enumerate(self._lines)}
        n = self._ids.get(entity)
        return self._at(n).entity if n is not None else None

    def persons(self, words: Sequence[str]) -> tuple[Match, ...]:
        """The persons whom the folded words of a mention can mean, as `folding.called` gives them; the best likeness
        of each.
        """
        return self._matches(tuple(words))

    def things(self, name: str, kind: NamedKind | None = None) -> tuple[Entity, ...]:
        """What is no person and bears this name or symbol, of a kind where one is given."""
        own = self._over.things(name, kind) if self._over is not None else ()
        found = (self._at(n).entity for n in self._keys.get(key_of(name), ()))
        return (*own, *(e for e in found if e.kind is not NamedKind.PERSON and (kind is None or e.kind is kind)))

    def holders(self, post: str) -> tuple[Entity, ...]:
        """Those who held a post, by its id."""
        own = self._over.holders(post) if self._over is not None else ()
        found = (self._at(n).entity for n in self._keys.get(f"@{post}", ()))
        return (*own, *found)

    def __iter__(self) -> Iterator[Entity]:
        """All entities, the collection's own first."""
        if self._over is not None:
            yield from self._over
        yield from (self._at(n).entity for n in range(len(self._lines)))

    def _persons(self, words: tuple[str, ...]) -> Iterator[Match]:
        own = self._over.persons(words) if self._over is not None else ()
        yield from (Match(m.entity, m.likeness, m.titles, own=True) for m in own)
        if not words:
            return
        ids = {m.entity.id for m in own}
        for n in self._numbers(words):
            known = self._at(n)
            if known.entity.kind is not NamedKind.PERSON or known.entity.id in ids:
                continue
            best = max((like for form in known.forms if (like := likeness(words, form)) is not None), default=None)
            if best is not None:
                yield Match(known.entity, best, known.titles)

    def _numbers(self, words: tuple[str, ...]) -> list[int]:
        keys = [words[-1], *(words[:-1] if len(words) > 1 else ())]
        keys += ["".join(words[-n:]) for n in range(2, min(len(words), 4) + 1)]
        if len(words) == 1:
            keys.append(f"~{words[0]}")
        return list(dict.fromkeys(n for key in keys for n in self._keys.get(key, ())))

    def _at(self, n: int) -> _Known:
        known = self._known.get(n)
        if known is None:
            entity = entity_of(json.loads(self._lines[n]))
            forms = entity.name_forms() if entity.kind is NamedKind.PERSON else ()
            titles = frozenset(form.title for form in forms if form.title)
            known = self._known[n] = _Known(entity, forms, titles)
        return known


def line_for(entity: Entity) -> str:
    """The line of an authority's table: the words it is looked up by, a tab, and its JSON."""
    keys = [*keys_of(entity), *dict.fromkeys(f"@{each.post}" for each in entity.held)]
    return f"{' '.join(keys)}\t{line_of(entity)}"


def _id_of(line: str) -> str:
    return line[7 : line.index('"', 7)]  # {"id":"...


def authority_of(entities: Iterable[Entity], over: Authority | None = None) -> Authority:
    """An authority of entities in hand."""
    return Authority(map(line_for, entities), over)


@cache
def shipped() -> Authority:
    """What the package ships, read once for each process."""
    return Authority(_table())


def shipped_with(own: Iterable[Entity]) -> Authority:
    """What the package ships, with a collection's own entities over it."""
    mine = authority_of(own)
    return Authority(_table(), mine) if len(mine) else shipped()


@cache
def _table() -> tuple[str, ...]:
    text = files(__package__).joinpath(SHIPPED).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))
