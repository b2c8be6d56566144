"""Mentions of persons linked to an authority, or left open with those who could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onionskin.linking.authorities.folding import Called, Likeness
from onionskin.linking.authorities.register import Authority
from onionskin.linking.people import NOBODY, Acquaintance, People, month_of
from onionskin.linking.persons_known import with_known_names
from onionskin.linking.persons_paper import Paper, PersonNamed, day_of, paper_of
from onionskin.linking.persons_weighing import Weighed, candidates, weigh, with_introduced, with_just_named
from onionskin.record.document import Document
from onionskin.record.references import EntityCandidate, Mention

VERSION = "5"
LINKED_FROM = 0.9
"""A person is linked from this score on; below it the list stays open."""
SHOWN = 5
"""So many candidates are kept of a mention."""
LEAST = 0.02
MORE_THAN_ALL = 0.5


def link_mentions(document: Document, authority: Authority, people: People = NOBODY) -> Document:
    """The document with `entity` and `candidates` of its persons; other mentions stay as they are.

    Who is linked is also the first of the candidates, with his score and the reasons. A person to whom an edition has
    given an id of its own keeps it.
    """
    document = with_known_names(document, people, month_of(day_of(document)))
    linked = {id(named.mention): found for named, found in _linked(paper_of(document), authority, people)}
    mentions = (_with(each, linked[id(each)]) if id(each) in linked else each for each in document.mentions)
    return replace(document, mentions=tuple(mentions)) if linked else document


def acquaintances(document: Document, authority: Authority) -> tuple[Acquaintance, ...]:
    """The persons whom this paper alone names beyond doubt, each once."""
    paper = paper_of(document)
    met = {}
    for named, found in _linked(paper, authority, NOBODY):
        if found and found[0].score >= LINKED_FROM:
            met[found[0].entity] = Acquaintance(found[0].entity, paper.day, named.name.words[-1])
    return tuple(met.values())


def _linked(paper: Paper, authority: Authority, people: People) -> Iterator[tuple[PersonNamed, list[EntityCandidate]]]:
    """Each mention with those who can be meant, the likeliest first."""
    done: dict[int, list[EntityCandidate]] = {}
    for named, those in weighed_names(paper, authority, people):
        if id(those) not in done:
            done[id(those)] = candidates(those)
        yield named, done[id(those)]


def weighed_names(
    paper: Paper, authority: Authority, people: People
) -> Iterator[tuple[PersonNamed, Sequence[Weighed]]]:
    """Each mention with what speaks for each of those who can be meant, in the order of the paper."""
    weighed: dict[tuple[Called, str | None], Sequence[Weighed]] = {}
    for named in paper.names:
        if named.key not in weighed:
            matches = authority.persons(named.name.words)
            weighed[named.key] = weigh(named.name, named.role, matches, paper, people) if matches else ()
    introduced = _introduced(weighed.values())
    weighed = {key: with_introduced(those, introduced) for key, those in weighed.items()}
    last: dict[str, str] = {}
    again: dict[tuple[Called, str | None, str | None], Sequence[Weighed]] = {}
    for named in paper.names:
        those, surname = weighed[named.key], named.name.words[-1] if named.name.words else ""
        if (person := _told(those, introduced)) is not None:
            last[surname] = person
        before = last.get(surname) if person is None else None
        yield named, again.setdefault((*named.key, before), with_just_named(those, before))


def _told(those: Sequence[Weighed], introduced: frozenset[str]) -> str | None:
    """Whom a name that says more than a surname means, beside others of the surname."""
    telling = [w.match.entity.id for w in those if w.match.likeness >= Likeness.INITIALS or "title" in w.signs]
    return telling[0] if len(telling) == 1 and telling[0] in introduced else None


def _introduced(weighed: Iterable[Sequence[Weighed]]) -> frozenset[str]:
    """The persons whom the paper names in full, by initials or by the title of their post, and who fit there better
    than all others together.
    """
    out = set()
    for those in weighed:
        telling = {w.match.entity.id for w in those if w.match.likeness >= Likeness.INITIALS or "title" in w.signs}
        if telling:
            best = candidates(those)[0]
            out |= {best.entity} & telling if best.score >= MORE_THAN_ALL else set()
    return frozenset(out)


def _with(mention: Mention, found: list[EntityCandidate]) -> Mention:
    kept = tuple(each for each in found if each.score >= LEAST)[:SHOWN]
    entity = kept[0].entity if kept and kept[0].score >= LINKED_FROM else None
    return replace(mention, entity=entity, candidates=kept or None)
