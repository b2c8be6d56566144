"""What the JSON routes of persons and posts answer, as OpenAPI describes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Self

from pydantic import Field

from onionskin.web.browse.shapes import rows_out
from onionskin.web.shapes import RowOut, Shape
from onionskin.workbench import PartyList, PartyRow, PartyView


class PartyRowOut(Shape):
    """A person or post: papers that have to do with it, from and to it, and those that may mean it."""

    entity: str = Field(examples=["person:107127", "post:mission/russia", "name:halloran"])
    kind: str
    name: str
    papers: int
    wrote: int
    got: int
    maybe: int
    first: str = Field(description="The day of the earliest dated paper, or empty")
    last: str

    @classmethod
    def of(cls, row: PartyRow) -> Self:
        """From a row of the workbench."""
        return cls(**asdict(row))


class PartyListOut(Shape):
    """A part of the list; `letters` counts the initials of all."""

    total: int
    limit: int
    offset: int
    letters: dict[str, int]
    parties: list[PartyRowOut]

    @classmethod
    def of(cls, held: PartyList, limit: int, offset: int) -> Self:
        """From the workbench's."""
        rows = [PartyRowOut.of(row) for row in held.rows]
        return cls(total=held.total, limit=limit, offset=offset, letters=dict(held.letters), parties=rows)


class ServiceOut(Shape):
    """A post that a person held; days are empty where they are not known."""

    person: str = Field(description="The person's id, empty where it goes without saying")
    name: str
    post: str
    title: str
    since: str
    until: str


class ExchangeOut(Shape):
    """What one party wrote to another, and got from it."""

    party: PartyRowOut
    sent: int
    got: int


class RunOut(Shape):
    """Papers of one kind and series from or to a post, and the lowest and highest number among them."""

    part: str
    kind: str
    series: str
    papers: int
    lowest: int | None
    highest: int | None
    first: str
    last: str


class MeaningOut(Shape):
    """Whom an unsettled name can mean, and in how many papers."""

    party: PartyRowOut
    papers: int


class PartyOut(Shape):
    """A person or post with its papers. `parts` and `years` count what it had to do with them."""

    party: PartyRowOut
    about: str
    born: int | None
    died: int | None
    parts: dict[str, int]
    years: dict[str, dict[str, int]] = Field(description="By year, the empty one of undated papers")
    exchanges: list[ExchangeOut]
    runs: list[RunOut]
    meanings: list[MeaningOut]
    held: list[ServiceOut]
    holders: list[ServiceOut]
    total: int
    limit: int
    offset: int
    records: list[RowOut]

    @classmethod
    def of(cls, view: PartyView, limit: int, offset: int) -> Self:
        """From the workbench's."""
        known, entity = view.known, view.entity
        return cls(
            party=PartyRowOut.of(known.party),
            about=entity.about if entity else "",
            born=entity.born if entity else None,
            died=entity.died if entity else None,
            parts=dict(known.parts),
            years={year: dict(parts) for year, parts in known.years.items()},
            exchanges=[
                ExchangeOut(party=PartyRowOut.of(each.party), sent=each.sent, got=each.got) for each in known.exchanges
            ],
            runs=[RunOut(**asdict(each)) for each in known.runs],
            meanings=[MeaningOut(party=PartyRowOut.of(row), papers=papers) for row, papers in known.meanings],
            held=[_service("", "", each.service) for each in view.served],
            holders=[_service(each.person.id, each.person.name, each.service) for each in view.holders],
            total=known.total,
            limit=limit,
            offset=offset,
            records=rows_out(view.papers),
        )


def _service(person: str, name: str, service: Any) -> ServiceOut:  # noqa: ANN401 - the authority's, no door's type
    return ServiceOut(
        person=person,
        name=name,
        post=service.post,
        title=service.title,
        since=service.since or "",
        until=service.until or "",
    )
