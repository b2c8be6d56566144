"""Where every word stands, for scripts that light a word of the text on its image and the reverse."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from onionskin import workbench
from onionskin.web.answers import json_by_content
from onionskin.web.api import PROBLEMS, RecordId
from onionskin.web.holdings import Holdings
from onionskin.workbench import Wording

PageWord = tuple[int, int, int, int, int, int]
ParagraphWord = tuple[int, int, int, int, int]


class PageWordsOut(BaseModel):
    """One page. A page that was no image has neither size nor words of its own: its text is cut at white space."""

    model_config = ConfigDict(extra="forbid")

    n: int
    text: str
    width: int | None
    height: int | None
    words: list[PageWord] = Field(description="Start and end in `text`; left, top, right, bottom in pixels")


class ParagraphWordsOut(BaseModel):
    """One paragraph of the reading text, by its number."""

    model_config = ConfigDict(extra="forbid")

    n: int
    words: list[ParagraphWord] = Field(
        description="Start, end in the paragraph; page, start and end there; a word cut in two stands twice"
    )


class WordingOut(BaseModel):
    """The words of a paper, each led back to its ink."""

    model_config = ConfigDict(extra="forbid")

    record: str
    pages: list[PageWordsOut]
    paragraphs: list[ParagraphWordsOut]

    @classmethod
    def of(cls, held: Wording) -> WordingOut:
        """From a wording of the workbench."""
        pages = [
            PageWordsOut(
                n=page.n,
                text=page.text,
                width=page.width,
                height=page.height,
                words=[
                    (each.span.start, each.span.end, each.box.left, each.box.top, each.box.right, each.box.bottom)
                    for each in page.words
                ],
            )
            for page in held.pages
        ]
        paragraphs = [
            ParagraphWordsOut(
                n=paragraph.n,
                words=[
                    (each.span.start, each.span.end, each.page, place.start, place.end)
                    for each in paragraph.words
                    for place in each.places
                ],
            )
            for paragraph in held.paragraphs
        ]
        return cls(record=held.record, pages=pages, paragraphs=paragraphs)


def routes(holdings: Holdings) -> APIRouter:
    """The route upon one collection."""
    router = APIRouter(tags=["records"], responses=PROBLEMS)

    @router.get("/api/records/{record_id}/words", response_model=WordingOut, summary="Where every word stands")
    def words(request: Request, record_id: RecordId) -> Response:
        held = workbench.wording(holdings.paper(record_id))
        return json_by_content(request, WordingOut.of(held).model_dump())

    return router
