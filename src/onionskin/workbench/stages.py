"""The stages of linking in their order: each takes a record and gives it with one part resolved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from onionskin.emending.parallels import Passage
from onionskin.emending.proposing import propose
from onionskin.linking import known, references
from onionskin.linking.authorities.register import Authority
from onionskin.linking.dates import resolve_dates
from onionskin.linking.drafters import name_drafter
from onionskin.linking.happenings import known_happenings
from onionskin.linking.holdings import Holdings
from onionskin.linking.people import People
from onionskin.linking.persons import VERSION, link_mentions
from onionskin.record.document import Document

ASKING = "3"
"""Raised when other things of a paper are asked (`desk.questions`), so that collections have them in their queue."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; `version` is raised when its answers change, and collections are then linked again."""

    name: str
    version: str
    run: Callable[[Document], Document]


Companions = Callable[[Document], Sequence[Document]]
"""The other records of a paper's file."""
Witnesses = Callable[[Document], Sequence[Passage]]
"""What other copies and editions of a paper read, by its `same_as`."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who can be meant: the collection's authority, opened when the first paper is linked, since that takes a while;
    those whom its papers name; and the version of what its users brought to the authority.
    """

    authority: Callable[[], Authority]
    people: People
    version: str = ""


def stages(holdings: Holdings, companions: Companions, who: Who, witnesses: Witnesses) -> tuple[Stage, ...]:
    """All that there are."""

    def named(document: Document) -> Document:
        return link_mentions(document, who.authority(), who.people)

    def emended(document: Document) -> Document:
        beside = companions(document) if document.stamps else ()
        return propose(
            document, beside, passages=witnesses(document), known=lambda word: bool(who.authority().persons([word]))
        )

    return (
        Stage("persons", f"{VERSION}{who.version}", named),
        Stage("dates", "3", partial(resolve_dates, happenings=known_happenings())),
        Stage("drafters", "1", lambda document: name_drafter(document, who.authority())),
        Stage("references", references.VERSION, partial(references.resolve, holdings=holdings)),
        Stage("known", known.VERSION, partial(known.match, holdings=holdings)),
        Stage("emending", "10", emended),
    )


def version_of(made: Sequence[Stage]) -> str:
    """What linked a record, and asked what is open on it: `references-1+known-1+asking-3`."""
    return "+".join([*(f"{stage.name}-{stage.version}" for stage in made), f"asking-{ASKING}"])
