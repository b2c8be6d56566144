"""The shipped authority, made from public facts; `scripts/compile-authority` calls it.

Persons of Foreign Relations and persons of Principal Officers and Chiefs of Mission are one where surname, given names
and years agree and nobody else fits on either side, or nobody else who was born in the officer's year; else they stay
apart: two records of one man are a small harm, one record of two men a great one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from onionskin import lexicon
from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.authorities.folding import Likeness, likeness, name_form
from onionskin.linking.authorities.register import line_for
from onionskin.linking.posts import slug_of
from onionskin.record.named import NamedKind

HEADER = """\
# Persons, posts, offices, bodies and things. Made by scripts/compile-authority; not to be edited by hand.
# frus: persons of Foreign Relations of the United States, Office of the Historian, Department of State; public domain.
# pocom: Principal Officers and Chiefs of Mission, the same; public domain, CC0 elsewhere.
# lexicon/NAME: the word list of that name in this package, which names its own sources.
# A line: the words it is looked up by, a tab, the thing as JSON (`onionskin authority import` takes the same JSON)."""

FRUS, POCOM = "frus", "pocom"
YEARS_BETWEEN = 6
"""A man of a volume that covers these years may have served so long before or after."""
WORKING_AGE = range(16, 91)


def compiled(facts: Path) -> str:
    """The whole file, lines in the order of their ids."""
    persons = [_frus_person(row) for row in _rows(facts / "persons.jsonl")]
    officers = list(_officers(_rows(facts / "tenures.jsonl")))
    persons = _with_services(persons, officers)
    persons = _with_holders(persons)
    entities = [*persons, *_posts(persons), *_named_things()]
    lines = [line_for(each) for each in sorted(entities, key=lambda each: each.id)]
    return "\n".join([HEADER, *lines]) + "\n"


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _frus_person(row: Mapping[str, Any]) -> Entity:
    name = " ".join(row["preferred"].split())
    forms = tuple(f for f in dict.fromkeys(" ".join(n.split()).strip(" ,.") for n in row["names"]) if f != name)
    active = row.get("active")
    return Entity(
        id=f"person:{row['id']}",
        kind=NamedKind.PERSON,
        name=name,
        source=FRUS,
        forms=tuple(form for form in forms if name_form(form) is not None),
        born=_year(row.get("birth-year")),
        died=_year(row.get("death-year")),
        active=(active[0], active[1]) if active else None,
        ids={"history.state.gov": str(row["id"])},
    )


def _year(value: object) -> int | None:
    return int(str(value)) if value and str(value).isdigit() else None


def _officers(rows: Iterable[Mapping[str, Any]]) -> Iterator[Entity]:
    """The persons of the tenures, each with all the posts he held."""
    held: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row.get("surname"):
            held[row["person"]].append(row)
    for person, rows_of in sorted(held.items()):
        first = rows_of[0]
        suffix = f", {first['generation']}" if first.get("generation") else ""
        services = sorted((_service(row) for row in rows_of), key=lambda each: (each.since or "", each.post))
        yield Entity(
            id=f"person:{person}",
            kind=NamedKind.PERSON,
            name=f"{first['surname']}, {first['forename']}{suffix}",
            source=POCOM,
            born=_year(first.get("birth")),
            died=_year(first.get("death")),
            held=tuple(dict.fromkeys(services)),
            ids={"pocom": person},
        )


def _service(row: Mapping[str, Any]) -> Service:
    post, title = _post_of(row)
    return Service(post, title, row.get("started") or row.get("appointed"), row.get("ended"))


def _post_of(row: Mapping[str, Any]) -> tuple[str, str]:
    if row["kind"] == "country":
        return f"post:mission/{row['post']}", f"Chief of Mission in {_country(row['post'])}"
    return f"post:{row['post']}", row["title"] or row["post"].replace("-", " ").capitalize()


def _country(slug: str) -> str:
    return _countries().get(slug) or " ".join(w if w in ("and", "of") else w.capitalize() for w in slug.split("-"))


def _countries() -> dict[str, str]:
    """The facts' words for a country to the period's name of it."""
    known = {e.text("slug") or "": e.name for e in lexicon.entries("countries")}
    return known | {slug_of(c): c for e in lexicon.entries("posts") if (c := e.text("country"))}


def _with_services(persons: Sequence[Entity], officers: Sequence[Entity]) -> list[Entity]:
    """The persons with the posts of the officers who are they, and the officers who are nobody else."""
    by_surname = _by_surname(persons)
    proposed: defaultdict[int, list[Entity]] = defaultdict(list)
    alone = []
    for officer in officers:
        words = _words(officer.name)
        near = by_surname[words[-1]] if words else []
        same = [n for n in near if _same_person(persons[n], officer, words)]
        born = [n for n in same if persons[n].born is not None and persons[n].born == officer.born]
        same = born if len(born) == 1 else same
        if len(same) == 1:
            proposed[same[0]].append(officer)
        else:
            alone.append(officer)
    out = list(persons)
    for n, those in proposed.items():
        if len(those) == 1:
            out[n] = _joined(persons[n], those[0])
        else:
            alone += those
    return [*out, *alone]


def _by_surname(persons: Sequence[Entity]) -> defaultdict[str, list[int]]:
    """The places of the persons by each word of their surnames."""
    out: defaultdict[str, list[int]] = defaultdict(list)
    for n, person in enumerate(persons):
        for word in dict.fromkeys(w for form in person.name_forms() for w in form.surname):
            out[word].append(n)
    return out


def _words(name: str) -> tuple[str, ...]:
    """Given names and surname, as a mention in full would have them."""
    form = name_form(name)
    return (*form.given, *form.surname) if form else ()


def _same_person(person: Entity, officer: Entity, words: tuple[str, ...]) -> bool:
    if person.born and officer.born:
        if abs(person.born - officer.born) > 1:
            return False
    elif not _years_agree(person, officer):
        return False
    return any(_names_agree(words, each) for each in person.spellings)


def _names_agree(words: tuple[str, ...], written: str) -> bool:
    """Whether two names are of one man: given names equal or shortened, either having more of them than the other."""
    form = name_form(written)
    if form is None or form.whole:
        return form is not None and tuple(form.surname) == words
    if not form.given:
        return False
    size = len(form.surname)
    one, other = words[:-size], form.given
    if words[-size:] != form.surname or not one:
        return False
    if likeness((*one, *form.surname), form) is Likeness.FULL:
        return True
    back = name_form(f"{' '.join(form.surname)}, {' '.join(one)}")
    return back is not None and likeness((*other, *form.surname), back) is Likeness.FULL


def _years_agree(person: Entity, officer: Entity) -> bool:
    """Whether the officer served about when the volumes have the person, and was of an age to."""
    if person.active is None:
        return False
    first, last = person.active[0] - YEARS_BETWEEN, person.active[1] + YEARS_BETWEEN
    if officer.born and person.active[0] - officer.born not in WORKING_AGE:
        return False
    return any(
        int(each.since[:4]) <= last and int((each.until or each.since)[:4]) >= first
        for each in officer.held
        if each.since
    )


def _joined(person: Entity, officer: Entity) -> Entity:
    return replace(
        person,
        forms=tuple(dict.fromkeys((*person.forms, *(f for f in officer.spellings if f != person.name)))),
        born=person.born or officer.born,
        died=person.died or officer.died,
        held=officer.held,
        ids={**person.ids, **officer.ids},
        source=f"{FRUS} {POCOM}",
    )


def _with_holders(persons: Sequence[Entity]) -> list[Entity]:
    """The persons with the posts that the word list of holders gives them, where it means one of them alone."""
    out = list(persons)
    by_surname = _by_surname(persons)
    for post in lexicon.entries("holders_of_posts"):
        for row in post.list("held"):
            name, since, until = (each.strip() for each in row.split("|"))
            words = _words(name)
            service = Service(f"post:{slug_of(post.name)}", post.name, since, until or None)
            those = [n for n in by_surname[words[-1]] if _fits(out[n], words, service)] if words else []
            if len(those) == 1:
                person = out[those[0]]
                out[those[0]] = replace(person, held=(*person.held, service))
    return out


def _fits(person: Entity, words: tuple[str, ...], service: Service) -> bool:
    """Whether a holder of a post is this person: by the name, and by when he is known to have been at work."""
    like = max((each for form in person.name_forms() if (each := likeness(words, form)) is not None), default=None)
    if like is None or (like < Likeness.INITIALS and len(words) > 1) or service.since is None:
        return False
    if person.active is None:
        return False
    since, until = int(service.since[:4]), int((service.until or service.since)[:4])
    return person.active[0] <= until + YEARS_BETWEEN and since - YEARS_BETWEEN <= person.active[1]


def _posts(persons: Iterable[Entity]) -> Iterator[Entity]:
    """The posts that anybody held."""
    seen: dict[str, Service] = {}
    for person in persons:
        for each in person.held:
            seen.setdefault(each.post, each)
    known = {f"post:{slug_of(e.name)}": e for e in lexicon.entries("holders_of_posts")}
    for post, service in seen.items():
        country = _country(post.removeprefix("post:mission/")) if post.startswith("post:mission/") else None
        entry = known.get(post)
        yield Entity(
            id=post,
            kind=NamedKind.POST,
            name=service.title,
            source=f"lexicon/holders_of_posts: {entry.source}" if entry else POCOM,
            forms=entry.forms if entry else (),
            country=country or (entry.text("country") if entry else None),
        )


def _named_things() -> Iterator[Entity]:
    """Offices with their symbols, bodies and things, of the package's word lists; an abbreviation may be of several."""
    for name, kind in (
        ("offices", NamedKind.OFFICE),
        ("organizations", NamedKind.ORGANIZATION),
        ("things", NamedKind.THING),
        ("happenings", NamedKind.HAPPENING),
    ):
        for entry in lexicon.entries(name):
            if entry.holds("prefix"):
                continue
            title = entry.text("title")
            yield Entity(
                id=f"{kind}:{slug_of(entry.name) if title is None else entry.name}",
                kind=kind,
                name=title or entry.name,
                source=f"lexicon/{name}: {entry.source}",
                forms=() if title else entry.forms,
                symbols=entry.spellings if title else (),
            )
