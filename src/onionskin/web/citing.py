"""A paper cited: files that reference managers take, and all forms of it as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from onionskin import workbench
from onionskin.web.answers import by_content, json_by_content
from onionskin.web.api import PROBLEMS, RecordId
from onionskin.web.holdings import Holdings
from onionskin.workbench import Citation

Ending = Literal["txt", "bib", "ris", "json"]
FORMS: dict[Ending, tuple[str, Callable[[Citation], str]]] = {
    "txt": ("text/plain", lambda cited: cited.text),
    "bib": ("application/x-bibtex", lambda cited: cited.bibtex),
    "ris": ("application/x-research-info-systems", lambda cited: cited.ris),
    "json": ("application/vnd.citationstyles.csl+json", lambda cited: cited.csl_json),
}
"""The files, by their ending: the media type, and what stands in it."""
CONTENT = {media_type: {"schema": {"type": "string"}} for media_type, _ in FORMS.values()}


class CitationOut(BaseModel):
    """A paper cited. `note`, `short_note` and `bibliography` are Chicago's; `csl` is one entry of CSL-JSON."""

    model_config = ConfigDict(extra="forbid")

    record: str
    key: str = Field(description="What a bibliography may call it", examples=["stevenson1962-njn1voj"])
    note: str
    short_note: str
    bibliography: str
    bibtex: str
    ris: str
    csl: dict[str, Any]

    @classmethod
    def of(cls, cited: Citation) -> CitationOut:
        """From a citation of the workbench."""
        said = {
            name: "".join(each.text for each in getattr(cited, name)) for name in ("note", "short_note", "bibliography")
        }
        return cls(record=cited.record, key=cited.key, bibtex=cited.bibtex, ris=cited.ris, csl=cited.csl, **said)


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(tags=["records"], responses=PROBLEMS)

    @router.get("/api/records/{record_id}/cite", response_model=CitationOut, summary="How to cite a paper")
    def cite(request: Request, record_id: RecordId) -> Response:
        return json_by_content(request, CitationOut.of(workbench.cite(holdings.paper(record_id))).model_dump())

    @router.get(
        "/papers/{record_id}/cite.{ending}",
        response_class=Response,
        responses={200: {"description": "A file for a reference manager", "content": CONTENT}},
        summary="The citation as a file: Chicago as text, BibTeX, RIS, or CSL-JSON",
    )
    def file(request: Request, record_id: RecordId, ending: Ending) -> Response:
        cited = workbench.cite(holdings.paper(record_id))
        media_type, made = FORMS[ending]
        named = {"Content-Disposition": f'attachment; filename="{cited.key}.{ending}"'}
        return by_content(request, made(cited), media_type, headers=named)

    return router
