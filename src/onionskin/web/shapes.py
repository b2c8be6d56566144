"""What the JSON routes answer, as OpenAPI describes it. Records are not here: their JSON is the codec's."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from onionskin.record.codec import encode
from onionskin.web.catalogue import passage, plain, strip_address
from onionskin.workbench import Explanation, Hit, Row


class Shape(BaseModel):
    """What all answers are: no keys but those described."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class ProblemOut(Shape):
    """Why there is no answer (RFC 9457), with what to do next."""

    type: str
    title: str
    status: int
    detail: str
    advice: str
    instance: str


class RowOut(Shape):
    """One paper in a list; what the paper does not tell is empty. `date` is EDTF."""

    id: str
    kind: str
    number: str
    date: str
    from_: str = Field(alias="from", description="Who sent it")
    to: str = Field(description="Whom it went to, separated by commas")
    subject: str
    source: str
    pages: str = Field(description="Pages of the source file", examples=["1-2"])
    markings: str

    @classmethod
    def of(cls, row: Row) -> Self:
        """From a row of the workbench."""
        held = {
            name: getattr(row, name)
            for name in ("id", "kind", "number", "date", "subject", "source", "pages", "markings")
        }
        return cls(**held, **{"from": row.sender, "to": row.recipients})


class FacetValueOut(Shape):
    """How many papers have a value."""

    value: str
    count: int


class FacetsOut(Shape):
    """The facets of the papers that were asked for."""

    total: int
    facets: dict[str, list[FacetValueOut]]


class ListingOut(FacetsOut):
    """A part of the list, from `offset` on."""

    limit: int
    offset: int
    records: list[RowOut]


class ExplanationOut(Shape):
    """One patch of ground that a value rests on. `span` is half-open code points of `page`, `line` the whole line."""

    pointer: str
    state: str
    value: Any
    as_printed: str
    page: int | None
    span: list[int] | None
    box: list[int] | None
    reader: str
    confidence: float
    reason: str
    line: str

    @classmethod
    def of(cls, held: Explanation) -> Self:
        """From an explanation of the workbench."""
        return cls(**{name: encode(getattr(held, name)) for name in cls.model_fields})


class HitOut(Shape):
    """A paper that answers, and where best. `matches` are half-open code points of `snippet`; `href` shows it lit."""

    record: str
    title: str
    date: str
    kind: str
    page: int
    span: list[int]
    snippet: str
    matches: list[list[int]]
    place: str
    href: str
    heading: str
    strip: str = Field(description="Where the strip of the image is on which it stands; empty where there is none")

    @classmethod
    def of(cls, hit: Hit) -> Self:
        """From a hit of the workbench."""
        snippet, matches = plain(hit.snippet)
        return cls(
            record=hit.record,
            title=hit.title,
            date=hit.date or "",
            kind=hit.kind,
            page=hit.page,
            span=[hit.span.start, hit.span.end],
            snippet=snippet,
            matches=matches,
            place=hit.place,
            href=passage(hit.record, hit.page, hit.span),
            heading=hit.heading,
            strip=strip_address(hit) if hit.has_image else "",
        )


class ResultsOut(Shape):
    """Papers, best first. `tolerant` tells by which misprints some of them were found: `kuznetsoy for Kuznetsov`."""

    query: str
    total: int
    limit: int
    offset: int
    tolerant: list[str]
    hits: list[HitOut]
    heaps: dict[str, list[FacetValueOut]]
