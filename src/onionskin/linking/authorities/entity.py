"""One thing of an authority, and the line of JSON that says it: the same form for what we ship and what users add."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onionskin.linking.authorities.folding import NameForm, name_forms, parted, small_words
from onionskin.record.named import NamedKind
from onionskin.record.quick import quick

KEYS = frozenset(
    {"id", "kind", "name", "forms", "born", "died", "active", "held", "ids", "about", "country", "symbols", "source"}
)

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@quick
@dataclass(frozen=True, slots=True)
class Service:
    """A post that a person held: the post's id, the title it gave, first and last day (`1961-01-21`, None: not known).

    Days are those of service, or of appointment where no other is known.
    """

    post: str
    title: str
    since: str | None = None
    until: str | None = None

    def covers(self, day: str, *, months: int = 0) -> bool:
        """Whether it was held on a day or in a month or year (`1961`), give or take so many months."""
        month = _months(day)
        if self.since is None or month + months < _months(self.since):
            return False
        if len(day) >= len("1961-01-21") and not months:
            return self.since <= day and (self.until is None or day <= self.until)
        return self.until is None or month - months <= _months(self.until)


def _months(day: str) -> int:
    """Months since the year 0; a year alone counts as its June."""
    return int(day[:4]) * 12 + (int(day[5:7]) if len(day) >= 7 else 6)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, post, office, body or thing.

    `name` is the authority's preferred form (`Rusk, Dean`), `forms` the others; `active` the first and last year in
    which the source has the person at work; `held` his posts; `ids` what other authorities call him; `about` what a
    list says of him in words. Of a post `country` is where, of an office `symbols` are what it was called.
    """

    id: str
    kind: NamedKind
    name: str
    source: str
    forms: tuple[str, ...] = ()
    born: int | None = None
    died: int | None = None
    active: tuple[int, int] | None = None
    held: tuple[Service, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    country: str | None = None
    symbols: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name first, then its other forms."""
        return (self.name, *self.forms)

    def name_forms(self) -> tuple[NameForm, ...]:
        """The forms of a person's name, folded, each once; `Dean Rusk` is parted as another form parts it."""
        forms = [form for each in self.spellings for form in name_forms(each)]
        surnames = {form.surname for form in forms if form.given}
        return tuple(dict.fromkeys(parted(form, surnames) if form.whole else form for form in forms))


def keys_of(entity: Entity) -> tuple[str, ...]:
    """The folded words by which a thing is looked up; those of given names have a `~` before them."""
    if entity.kind is not NamedKind.PERSON:
        return tuple(dict.fromkeys(key_of(each) for each in (*entity.spellings, *entity.symbols)))
    strong: dict[str, None] = {}
    weak: dict[str, None] = {}
    for form in entity.name_forms():
        strong |= dict.fromkeys(w for w in form.surname if w not in small_words() and len(w) > 1)
        strong["".join(form.surname)] = None
        weak |= dict.fromkeys(f"~{w}" for w in form.given if len(w) > 2)
    return (*strong, *weak)


def key_of(name: str) -> str:
    """The key of what is no person: its letters and figures in small, `S/S` as s/s, `U.N.` as un."""
    return "".join(c for c in name.lower() if c.isalnum() or c == "/")


def entity_of(line: Mapping[str, Any]) -> Entity:
    """The thing that a line says.

    Raises:
        ValueError: A key is unknown or missing, or a value is not of its form; the message says which.
    """
    unknown = sorted(line.keys() - KEYS)
    if unknown:
        raise ValueError(f"no key {unknown[0]!r} belongs here; the keys are {', '.join(sorted(KEYS))}")
    for key in ("id", "name"):
        if not isinstance(line.get(key), str) or not line[key].strip():
            raise ValueError(f"{key!r} must be a word or words")
    kind = line.get("kind", "person")
    if kind not in set(NamedKind):
        raise ValueError(f"'kind' is one of {', '.join(NamedKind)}, not {kind!r}")
    return Entity(
        id=line["id"],
        kind=NamedKind(kind),
        name=line["name"],
        source=_text(line, "source"),
        forms=_texts(line, "forms"),
        born=_year(line, "born"),
        died=_year(line, "died"),
        active=_years(line),
        held=tuple(_service(each) for each in _list(line, "held")),
        ids=_ids(line),
        about=_text(line, "about"),
        country=_text(line, "country") or None,
        symbols=_texts(line, "symbols"),
    )


def line_of(entity: Entity) -> str:
    """The line, keys in the order of the type, what is empty left out."""
    held = [[each.post, each.title, each.since, each.until] for each in entity.held]
    whole = {
        "id": entity.id,
        "kind": str(entity.kind),
        "name": entity.name,
        "forms": list(entity.forms),
        "born": entity.born,
        "died": entity.died,
        "active": list(entity.active) if entity.active else None,
        "held": held,
        "ids": dict(entity.ids),
        "about": entity.about,
        "country": entity.country,
        "symbols": list(entity.symbols),
        "source": entity.source,
    }
    return json.dumps({k: v for k, v in whole.items() if v}, ensure_ascii=False, separators=(",", ":"))


def _text(line: Mapping[str, Any], key: str) -> str:
    value = line.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{key!r} must be words")  # noqa: TRY004 - one error for a bad line
    return value


def _list(line: Mapping[str, Any], key: str) -> list[Any]:
    value = line.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key!r} must be a list")  # noqa: TRY004 - one error for a bad line
    return value


def _texts(line: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = _list(line, key)
    if not all(isinstance(each, str) and each.strip() for each in values):
        raise ValueError(f"{key!r} must be a list of words")
    return tuple(values)


def _year(line: Mapping[str, Any], key: str) -> int | None:
    value = line.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise ValueError(f"{key!r} must be a year")
    return value


def _years(line: Mapping[str, Any]) -> tuple[int, int] | None:
    value = line.get("active")
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or not all(type(each) is int for each in value):
        raise ValueError("'active' must be two years, the first and the last")
    return value[0], value[1]


def _ids(line: Mapping[str, Any]) -> dict[str, str]:
    value = line.get("ids", {})
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise ValueError("'ids' must be an object of words")
    return dict(value)


def _service(value: object) -> Service:
    """`["post:secretary", "Secretary of State", "1961-01-21", "1969-01-20"]`, the days null where not known."""
    if not isinstance(value, list) or not 2 <= len(value) <= 4 or not all(isinstance(v, str) for v in value[:2]):
        raise ValueError("'held' is a list of [post, title, since, until]")
    days = [*value[2:], None, None][:2]
    if not all(day is None or (isinstance(day, str) and DAY.fullmatch(day)) for day in days):
        raise ValueError("the days of 'held' are written 1961-01-21, or null")
    return Service(value[0], value[1], days[0], days[1])
