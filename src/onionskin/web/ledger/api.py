"""The ledger for programs: the same answers as on the pages, in the vocabulary of the statements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response, StreamingResponse

from onionskin import workbench
from onionskin.web.answers import in_pieces, json_by_content
from onionskin.web.api import PROBLEMS, Limit, Offset, RecordId
from onionskin.web.gate import Editor
from onionskin.web.holdings import Holdings
from onionskin.web.ledger import shapes
from onionskin.workbench import following, ledger
from onionskin.workbench.ledger import Wanted

Day = Annotated[str, Query(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$", description="A day, a month or a year: 1962-11-17")]
Name = Annotated[str, Query(max_length=200)]
IssueId = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,80}$", examples=["inspection"])]
Ending = Annotated[str, Path(pattern="^(csv|md|jsonl)$")]
LONGEST_BRIEF = 2_000
"""Statements of a brief: a person reads it, and it is held whole."""
FORMS = {"csv": "text/csv", "md": "text/markdown", "jsonl": "application/x-ndjson"}


def narrowed(  # noqa: PLR0913 - what may be asked of a ledger
    *,
    party: Name = "",
    a: Name = "",
    b: Name = "",
    type: Name = "",  # noqa: A002 - as the statements call it
    since: Day = "",
    until: Day = "",
) -> Wanted:
    """Which statements an address asks for, of any issue; `a` and `b` are the two parties between whom they are."""
    return Wanted(party=party, between=(a, b), type=type, since=since, until=until)


def wanted(which: Annotated[Wanted, Depends(narrowed)], issue: Name = "") -> Wanted:
    """The same of an issue that the address asks for."""
    return replace(which, issue=issue)


def of_issue(which: Annotated[Wanted, Depends(narrowed)], issue: IssueId) -> Wanted:
    """The same of the issue that stands in the path."""
    return replace(which, issue=issue)


Which = Annotated[Wanted, Depends(wanted)]
WhichOfIssue = Annotated[Wanted, Depends(of_issue)]


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(tags=["ledger"], responses=PROBLEMS)
    _of_papers(router, holdings)
    _of_negotiations(router, holdings)
    _deciding(router, holdings)
    return router


def _of_papers(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/api/ledger", response_model=shapes.LedgerOut, summary="What papers say, by day")
    def told(request: Request, which: Which, limit: Limit = 100, offset: Offset = 0) -> Response:
        held = ledger.statements(holdings.collection, which, limit=limit, offset=offset)
        return _answer(request, shapes.LedgerOut.of(held, limit, offset))

    @router.get("/api/records/{record_id}/ledger", response_model=shapes.PaperLedgerOut, summary="What one paper says")
    def of_paper(request: Request, record_id: RecordId) -> Response:
        return _answer(request, shapes.PaperLedgerOut.of(ledger.paper_ledger(holdings.collection, record_id)))

    @router.get(
        "/api/records/{record_id}/ledger/matches",
        response_model=shapes.FollowingOut,
        summary="What came of one paper: reports of its instructions, answers to its offers",
    )
    def matches(request: Request, record_id: RecordId) -> Response:
        return _answer(request, shapes.FollowingOut.of(following.following(holdings.collection, record_id)))

    @router.get("/api/ledger/changes", response_model=shapes.ChangesOut, summary="What changed between two days")
    def changes(request: Request, which: Which) -> Response:
        given = replace(which, since="", until="")
        held = following.changed_between(holdings.collection, given, which.since, which.until)
        told = [following.moved_object(each) for each in held]
        return _answer(request, shapes.ChangesOut(since=which.since, until=which.until, changes=told))

    @router.get(
        "/ledger/export.{ending}",
        response_class=Response,
        responses={200: {"content": {each: {"schema": {"type": "string"}} for each in FORMS.values()}}},
        summary="Statements as a file: a table, a brief in Markdown, or JSON Lines",
    )
    def export(ending: Ending, which: Which, record: Annotated[str, Query(max_length=64)] = "") -> Response:
        collection = holdings.collection
        whole = ledger.paper_ledger(collection, record).record if record else ""
        return download(exported(holdings, replace(which, record=whole), ending), ending)


def _of_negotiations(router: APIRouter, holdings: Holdings) -> None:
    @router.get(
        "/api/ledger/negotiations", response_model=shapes.NegotiationsOut, summary="The pairs of parties that negotiate"
    )
    def list_of_pairs(request: Request) -> Response:
        held = ledger.negotiations(holdings.collection)
        told = [shapes.NegotiationOut.of(each) for each in held]
        return _answer(request, shapes.NegotiationsOut(negotiations=told))

    @router.get("/api/ledger/between", response_model=shapes.TableOut, summary="Two parties: issues and time")
    def pair(request: Request, which: Which, limit: Limit = 20, offset: Offset = 0) -> Response:
        return _answer(
            request, shapes.TableOut.of(ledger.between(holdings.collection, which, limit=limit, offset=offset))
        )

    @router.get("/api/ledger/issues", response_model=shapes.IssuesOut, summary="What is negotiated about")
    def list_of_issues(request: Request, which: Which, limit: Limit = 100, offset: Offset = 0) -> Response:
        total, held = ledger.issues(holdings.collection, which, limit=limit, offset=offset)
        told = [shapes.IssueOut.of(each) for each in held]
        return _answer(request, shapes.IssuesOut(total=total, limit=limit, offset=offset, issues=told))

    @router.get(
        "/api/ledger/issues/{issue}",  # noqa: FAST003 - `of_issue` takes it
        response_model=shapes.IssueViewOut,
        summary="One issue",
    )
    def one(request: Request, which: WhichOfIssue, limit: Limit = 100, offset: Offset = 0) -> Response:
        held = ledger.issue(holdings.collection, which, limit=limit, offset=offset)
        return _answer(request, shapes.IssueViewOut.of(held, limit, offset))


def _deciding(router: APIRouter, holdings: Holdings) -> None:
    @router.post("/api/ledger/decisions", response_model=shapes.RuledOut, summary="Decide of an issue or a statement")
    def decide(ruling: shapes.RulingIn, editor: Editor) -> Response:
        answer = workbench.decide(holdings.collection, ruling.asked(editor.name))
        body = shapes.RuledOut(new=answer.new, entry=holdings.collection.decided().last)
        return JSONResponse(body.model_dump(mode="json"), headers={"Cache-Control": "no-store"})


def exported(holdings: Holdings, which: Wanted, ending: str) -> Iterable[str]:
    """The lines of a file."""
    if ending == "md":
        return ledger.ledger_brief(holdings.collection, which, most=LONGEST_BRIEF)
    lines = ledger.every_line(holdings.collection, which)
    if ending == "csv":
        return ledger.ledger_table(lines)
    return (json.dumps(ledger.ledger_line(each), ensure_ascii=False) + "\n" for each in lines)


def download(lines: Iterable[str], ending: str) -> Response:
    """A file of the ledger."""
    headers = {"Content-Disposition": f'attachment; filename="ledger.{ending}"', "Cache-Control": "no-cache"}
    return StreamingResponse(in_pieces(lines), media_type=f"{FORMS[ending]}; charset=utf-8", headers=headers)


def _answer(request: Request, body: BaseModel) -> Response:
    return json_by_content(request, body.model_dump(by_alias=True))
