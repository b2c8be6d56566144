"""How likely each of several persons is the one meant: what speaks for him, weighed, and said in words.

The weights were fitted by `python -m bench.linking.fit` to marks of the four volumes that its README names for
building; the score of a person is his share against all others and against somebody whom the authority lacks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.authorities.folding import Called, Likeness, name_form
from onionskin.linking.authorities.register import Match
from onionskin.linking.listed import agreement, distinctive, parts, titled_in
from onionskin.linking.people import MONTHS_LATELY, People
from onionskin.linking.persons_paper import Key, Paper
from onionskin.linking.posts import bars, held_at, held_before, held_with_title, mission_of, serving
from onionskin.record.references import EntityCandidate

DRAFTING = frozenset({"drafted_by", "cleared_by", "approved_by"})
OFFICER = re.compile(r"\b(?:Department of State|Bureau|Office of|Officer|Desk|Deputy Director|Policy Planning)\b")
"""How a list describes those who draft and clear papers."""
FARTHEST = 12
"""Nobody is meant whom the authority has at work so many years before or after, and not between."""
MOST_BY_GIVEN_NAME = 12
"""A given name alone that so many more bear means none of them."""
UNKNOWN_YEARS = 4
NAMED_ELSEWHERE = "named more fully in this paper"
JUST_NAMED = "named last before of those with the surname"
NO_POST = frozenset({"Mr.", "Mrs.", "Miss", "Ms.", "Mr. and Mrs."})
LADIES = frozenset({"Mrs.", "Miss", "Ms.", "Mme.", "Lady", "Dame", "Queen", "Princess"})
RANKS = frozenset({"General", "Colonel", "Admiral", "Marshal"})
"""Said of lower ones too: a Major General is addressed as General."""
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
PRINCIPAL = ("Secretary", "Under Secretary", "Deputy", "Assistant Secretary", "Counselor", "Acting")

WEIGHTS: dict[str, float] = {
    "full": 2.0,
    "initials": 1.0,
    "given": -2.2,
    "introduced": 3.0,
    "introduced later": 3.0,
    "gap": -5.0,
    "no years": -1.5,
    "years": 1.1,
    "forms": 0.5,
    "own": 3.0,
    "known": 0.5,
    "share": 1.5,
    "lately": 0.5,
    "title": 2.2,
    "title elsewhere": 1.5,
    "titled form": 1.8,
    "other title": -3.0,
    "no such post": -0.3,
    "other post": -1.2,
    "title of another": -2.0,
    "barred": -4.0,
    "other spelling": -1.5,
    "listed so": 0.5,
    "listed officer": 1.5,
    "listed then": 0.5,
    "listed before": -0.5,
    "listed there": 1.0,
    "called so": 4.0,
    "kin": -3.0,
    "just named": 2.5,
    "named last": 1.5,
    "mission": 1.7,
    "signs": 0.5,
    "serving": 0.7,
}
"""The names in full, the collection's own authority and its latest papers were given a little more than the fit gave
them: edited volumes, from which it learned, seldom print a name in full and bring no authority of their own.
"""
SO = 0.5
"""From this agreement on, the office beside a name tells whose it is."""
NOBODY_KNOWN = 0.1
"""The weight of somebody whom the authority lacks."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for a person, by name, and the reasons that a historian can check."""

    match: Match
    signs: dict[str, float]
    reasons: list[str]

    @property
    def tells(self) -> bool:
        """Whether the mention says more of him than his surname: given names, initials, or the post that is his."""
        return self.match.likeness >= Likeness.INITIALS or "title" in self.signs or self.signs.get("called so", 0) >= SO


@dataclass(frozen=True, slots=True)
class Context:
    """Where the paper names more fully those who can be meant: before the mention, or only behind it; whom of the
    surname it named last, and whether that is `near`; whom it names as somebody's kin alone.
    """

    before: frozenset[str]
    behind: frozenset[str]
    last: str | None
    near: bool
    kin: frozenset[str] = frozenset()


def weigh(key: Key, matches: Sequence[Match], paper: Paper, people: People) -> list[Weighed]:
    """What speaks for each of the persons who can have been meant at that time."""
    name, role, office = key
    within = _at_work(matches, paper.year)
    ladies = _ladies(name, [m for m, _ in within])
    papers = [people.papers(m.entity.id, paper.month) for m, _ in within]
    lately = [
        people.papers(m.entity.id, paper.month, within=MONTHS_LATELY) if n else 0
        for (m, _), n in zip(within, papers, strict=True)
    ]
    whole, whole_lately = sum(papers), sum(lately)
    out = []
    for (match, gap), known, last in zip(within, papers, lately, strict=True):
        signs, reasons = _of_name(match, name, gap, paper)
        if known:
            signs |= {"known": math.log1p(known), "share": known / whole}
            if last:
                signs["lately"] = last / whole_lately
            if known > 1:
                reasons.append(f"named in {known} papers of the collection of about that time")
        if match.entity.id in ladies:
            signs["other title"] = 1.0
        each = Weighed(match, signs, reasons)
        for sign, reason in (
            *_of_titles(each, name, paper),
            *_of_posts(each, role, paper),
            *_of_list(each, role, paper),
        ):
            signs[sign] = 1.0
            if reason and reason not in reasons:
                reasons.append(reason)
        so, reason = _called_so(each, office, paper.day)
        if so:
            signs["called so"] = so
            reasons.append(reason)
        out.append(each)
    return _titled_here(out)


def _titled_here(weighed: list[Weighed]) -> list[Weighed]:
    """The same; where one of them holds the title before the name, it is another's for those who have none, or only
    elsewhere.
    """
    if any("title" in each.signs for each in weighed):
        for each in weighed:
            each.signs.pop("title elsewhere", None)
            if not each.signs.keys() & {"title", "titled form"}:
                each.signs["title of another"] = 1.0
    return weighed


def _at_work(matches: Sequence[Match], year: int | None) -> list[tuple[Match, int]]:
    """Those who were at work about that year, with the years between; none where too many share a given name."""
    within = [(m, gap) for m in matches if (gap := _gap(m, year)) is not None]
    by_given_name = all(m.likeness is Likeness.GIVEN for m, _ in within)
    return [] if by_given_name and len(within) > MOST_BY_GIVEN_NAME else within


def _ladies(name: Called, matches: Sequence[Match]) -> frozenset[str]:
    """Against whom a lady's title speaks, or that there is none: `Madame Nhu` is not her husband."""
    titled = {m.entity.id for m in matches if m.titles & LADIES}
    if name.title in LADIES:
        return frozenset(m.entity.id for m in matches) - titled
    return frozenset(titled) if len(titled) < len(matches) else frozenset()


def in_context(weighed: Sequence[Weighed], context: Context) -> Sequence[Weighed]:
    """The same, knowing whom the paper names before and behind; who holds the title before the name is meant all the
    same.
    """
    if any("title" in each.signs for each in weighed):
        return weighed
    return [_in_context(each, context, alone=len(weighed) == 1) for each in weighed]


def _in_context(weighed: Weighed, context: Context, *, alone: bool) -> Weighed:
    if weighed.match.likeness >= Likeness.INITIALS or "other title" in weighed.signs:
        return weighed
    person, signs, reasons = weighed.match.entity.id, dict(weighed.signs), list(weighed.reasons)
    if person in context.before or person in context.behind:
        signs["introduced" if person in context.before else "introduced later"] = 1.0
        reasons.insert(0, NAMED_ELSEWHERE)
    if person in context.kin and not alone:
        signs["kin"] = 1.0
    if person == context.last and not alone:
        signs["just named" if context.near else "named last"] = 1.0
        reasons.append(JUST_NAMED)
    return Weighed(weighed.match, signs, reasons)


def candidates(weighed: Sequence[Weighed]) -> list[EntityCandidate]:
    """The persons by their scores, the likeliest first."""
    sums = [sum(WEIGHTS[sign] * value for sign, value in each.signs.items()) for each in weighed]
    top = max([*sums, NOBODY_KNOWN])
    parts = [math.exp(s - top) for s in sums]
    whole = sum(parts) + math.exp(NOBODY_KNOWN - top)
    alone = ("the only one of that name at work then",) if len(weighed) == 1 else ()
    out = [
        EntityCandidate(each.match.entity.id, round(part / whole, 3), (*each.reasons, *alone))
        for each, part in zip(weighed, parts, strict=True)
    ]
    return sorted(out, key=lambda each: (-each.score, each.entity))


def _gap(match: Match, year: int | None) -> int | None:
    """Years between the paper and the time at which the authority has a person at work; None where he is out of the
    question.
    """
    entity = match.entity
    if year is None:
        return UNKNOWN_YEARS if entity.active or entity.held else 0
    if (entity.born is not None and year < entity.born + 14) or (entity.died is not None and year > entity.died + 30):
        return None
    gaps = []
    if entity.active is not None:
        gaps.append(max(entity.active[0] - year, year - entity.active[1], 0))
    for service in entity.held:
        if service.since:
            last = int((service.until or service.since)[:4])
            gaps.append(max(int(service.since[:4]) - year, year - last, 0))
    gap = min(gaps, default=0)
    return gap if gap <= FARTHEST else None


def _of_name(match: Match, name: Called, gap: int, paper: Paper) -> tuple[dict[str, float], list[str]]:
    entity, like = match.entity, match.likeness
    signs = {"gap": gap / FARTHEST, "forms": math.log(len(entity.spellings)), "own": float(match.own)}
    reasons = []
    if like is not Likeness.GIVEN and name.words[-1] not in _preferred(entity.name):
        signs["other spelling"] = 1.0
    if like is Likeness.FULL:
        signs["full"] = 1.0
        reasons.append("named in full here")
    elif like is Likeness.INITIALS:
        signs["initials"] = 1.0
        reasons.append("the initials are his")
    elif like is Likeness.GIVEN:
        signs["given"] = 1.0
        reasons.append("the given name alone")
    if match.own:
        reasons.append("of the collection's own authority")
    if entity.active is not None:
        first, last = entity.active
        signs["years"] = math.log1p(last - first)
        if paper.year is not None and not gap:
            reasons.append(
                f"in Foreign Relations of {first} to {last}"
                if "frus" in entity.source
                else f"at work {first} to {last}"
            )
    elif not entity.held and not match.own:
        signs["no years"] = 1.0
    return signs, reasons


@lru_cache(maxsize=4096)
def _preferred(name: str) -> frozenset[str]:
    """The words of a surname as the authority prefers to spell it, apart and together; `Schroeder` is Schröder too."""
    forms = (form for each in (name, name.translate(UMLAUTS)) if (form := name_form(each)) is not None)
    return frozenset(word for form in forms for word in (*form.surname, "".join(form.surname)))


def _of_titles(weighed: Weighed, name: Called, paper: Paper) -> Iterator[tuple[str, str]]:
    """What the titles say before the name, here and elsewhere in the paper: a sign and its reason."""
    match, entity = weighed.match, weighed.match.entity
    elsewhere = paper.titles_of(name.words[-1:]) - {name.title} - LADIES
    for title, sign in ((name.title, "title"), *((t, "title elsewhere") for t in sorted(elsewhere))):
        if title is None or title in NO_POST:
            continue
        service = held_with_title(entity, title, paper.day) if paper.day and entity.held else None
        if service is not None:
            yield sign, _held(service)
        elif (part := titled_in(entity.about, title)) is not None and part.may_be(paper.day):
            yield sign, f"listed as: {entity.about}"
        elif match.own and title in match.titles:
            yield sign, f"known as {title}"
        elif title in match.titles or any(t.endswith(f" {title}") for t in match.titles if title in RANKS):
            yield "titled form", f"known as {title}"
        elif paper.day and (former := held_before(entity, title, paper.day)) is not None:
            yield "titled form", f"{former.title} until {former.until}"
        elif part is not None and paper.day and part.ended(paper.day):
            yield "titled form", f"listed as: {entity.about}"
        elif sign == "title":
            yield from _of_another(entity, title, paper.day)


def _of_another(entity: Entity, title: str, day: str | None) -> Iterator[tuple[str, str]]:
    """What speaks against a person who does not hold the title; nothing where his own is of the same kind, as an Under
    Secretary's whom a paper calls Assistant Secretary.
    """
    if any(each.may_be(day) and title.rsplit(maxsplit=1)[-1] in each.words.split() for each in parts(entity.about)):
        return
    yield "other post" if entity.about or (day and serving(entity, day)) else "no such post", ""
    if day and bars(entity, title, day):
        yield "barred", ""


def _of_posts(weighed: Weighed, role: str | None, paper: Paper) -> Iterator[tuple[str, str]]:
    """What the posts say that a person held on the day: a sign and its reason."""
    entity = weighed.match.entity
    if paper.day is None or not entity.held:
        return
    at = held_at(entity, paper.missions, paper.day) if paper.missions else None
    if at is not None:
        yield "mission", _held(at)
    post = serving(entity, paper.day)
    if post is not None:
        yield "serving", ""
        if role == "signed_by" and paper.washington and post.title.startswith(PRINCIPAL):
            yield "signs", f"signs for the Department as {post.title}"


def _of_list(weighed: Weighed, role: str | None, paper: Paper) -> Iterator[tuple[str, str]]:
    """What a list says of a person: at the time of the paper, and in words that stand in the paper too, as his party,
    office or country.
    """
    about = weighed.match.entity.about
    if role in DRAFTING and OFFICER.search(about):
        yield "listed officer", f"listed as: {about}"
    told = [word for word in distinctive(about) if paper.says(word)]
    if told:
        yield "listed so", f"listed with {' and '.join(told[:2])}, which the paper has too"
    listed = parts(about) if paper.day else ()
    if any(each.dated and each.covers(paper.day or "") for each in listed):
        yield "listed then", ""
    elif listed and all(each.ended(paper.day or "") for each in listed):
        yield "listed before", ""
    if any(each.may_be(paper.day) and mission_of(each.words) in paper.missions for each in listed):
        yield "listed there", f"listed as: {about}"


def _called_so(weighed: Weighed, office: str, day: str | None) -> tuple[float, str]:
    """How much the office that stands beside the name is his, by a list or by what he held, and the reason."""
    if not office:
        return 0.0, ""
    entity, best = weighed.match.entity, (0.0, "")
    for part in parts(entity.about):
        if part.may_be(day):
            best = max(best, (agreement(office, part.words), f"called {office}; listed as: {part.words}"))
    for service in entity.held if day else ():
        if service.covers(day or "", months=1):
            best = max(best, (agreement(office, service.title), f"called {office}; {_held(service)}"))
    return best


def _held(service: Service) -> str:
    return f"{service.title} on that day ({service.since or '?'} to {service.until or 'no end known'})"
