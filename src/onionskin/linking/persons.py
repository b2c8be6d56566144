"""Mentions of persons linked to an authority, or left open with those who could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onionskin.linking.authorities.folding import Likeness
from onionskin.linking.authorities.register import Authority, Match
from onionskin.linking.people import NOBODY, Acquaintance, People, month_of
from onionskin.linking.persons_initials import with_initials
from onionskin.linking.persons_known import with_known_names
from onionskin.linking.persons_paper import Key, Paper, PersonNamed, day_of, paper_of
from onionskin.linking.persons_weighing import Context, Weighed, candidates, in_context, weigh
from onionskin.record.document import Document
from onionskin.record.references import EntityCandidate, Mention

VERSION = "9"
LINKED_FROM = 0.9
"""A person is linked from this score on; below it the list stays open."""
SHOWN = 5
"""So many candidates are kept of a mention."""
LEAST = 0.02
MORE_THAN_ALL = 0.5
NEAR = 400
"""A surname goes on with whom it named so many letters before."""


def link_mentions(document: Document, authority: Authority, people: People = NOBODY) -> Document:
    """The document with `entity` and `candidates` of its persons; other mentions stay as they are.

    Who is linked is also the first of the candidates, with his score and the reasons. A person to whom an edition has
    given an id of its own keeps it.
    """
    document = with_known_names(document, people, month_of(day_of(document)), authority)
    linked = {id(named.mention): found for named, found in _linked(paper_of(document), authority, people)}
    mentions = (_with(each, linked[id(each)]) if id(each) in linked else each for each in document.mentions)
    return with_initials(replace(document, mentions=tuple(mentions)) if linked else document, authority)


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
    weighed: dict[Key, Sequence[Weighed]] = {}
    meant = {named.key: authority.persons(named.name.words) for named in paper.names}
    whole = frozenset(m.entity.id for matches in meant.values() for m in matches if m.likeness is Likeness.FULL)
    for key, matches in meant.items():
        weighed[key] = weigh(key, _unless_given(matches, whole), paper, people) if matches else ()
    kin = _kin(paper, weighed)
    introduced = _introduced(weighed.values()) - kin
    so_far: set[str] = set()
    last: dict[str, tuple[str, int]] = {}
    again: dict[tuple[Key, Context], Sequence[Weighed]] = {}
    for named in paper.names:
        those, surname = weighed[named.key], named.name.words[-1] if named.name.words else ""
        if (person := _told(those, introduced)) is not None:
            so_far.add(person)
            last[surname] = person, named.place
        context = Context(
            before=frozenset(so_far.intersection(_ids(those))),
            behind=frozenset((introduced - so_far).intersection(_ids(those))),
            last=last[surname][0] if person is None and surname in last else None,
            near=surname in last and named.place - last[surname][1] <= NEAR,
            kin=kin.intersection(_ids(those)),
        )
        here = (named.key, context)
        if here not in again:
            again[here] = in_context(those, context)
        yield named, again[here]


def _ids(those: Sequence[Weighed]) -> Iterator[str]:
    return (each.match.entity.id for each in those)


def _unless_given(matches: Sequence[Match], whole: frozenset[str]) -> Sequence[Match]:
    """Without those whose given name alone this is, but for whom the paper names in full, where others bear it as
    their surname: `Shaikh Yusuf`.
    """
    kept = [m for m in matches if m.likeness is not Likeness.GIVEN or m.entity.id in whole]
    return kept if any(m.likeness is not Likeness.GIVEN for m in kept) else matches


def _told(those: Sequence[Weighed], introduced: frozenset[str]) -> str | None:
    """Whom a name that says more than a surname means, beside others of the surname."""
    telling = [w.match.entity.id for w in those if w.tells]
    return telling[0] if len(telling) == 1 and telling[0] in introduced else None


def _kin(paper: Paper, weighed: Mapping[Key, Sequence[Weighed]]) -> frozenset[str]:
    """The persons whom the paper names in full as the kin of one whom it named before by the surname alone."""
    out: set[str] = set()
    bare: dict[str, int] = {}
    for named in paper.names:
        words = named.name.words
        if len(words) == 1:
            bare[words[0]] = named.place
        elif named.kin and words and named.place - bare.get(words[-1], -NEAR) < NEAR:
            out |= {each.match.entity.id for each in weighed[named.key] if "," in each.match.entity.name}
    return frozenset(out)


def _introduced(weighed: Iterable[Sequence[Weighed]]) -> frozenset[str]:
    """The persons whom the paper names in full, by initials or by the title of their post, and who fit there better
    than all others together.
    """
    out = set()
    for those in weighed:
        telling = {w.match.entity.id for w in those if w.tells}
        if telling:
            best = candidates(those)[0]
            out |= {best.entity} & telling if best.score >= MORE_THAN_ALL else set()
    return frozenset(out)


def _with(mention: Mention, found: list[EntityCandidate]) -> Mention:
    kept = tuple(each for each in found if each.score >= LEAST)[:SHOWN]
    entity = kept[0].entity if kept and kept[0].score >= LINKED_FROM else None
    return replace(mention, entity=entity, candidates=kept or None)
