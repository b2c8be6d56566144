"""The pages of the ledger; what they say, the JSON routes say too."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from onionskin import workbench
from onionskin.errors import UsageError
from onionskin.record.decisions import Verb
from onionskin.web.answers import by_content
from onionskin.web.api import RecordId
from onionskin.web.catalogue import address, pager
from onionskin.web.faults import fault
from onionskin.web.gate import Editor
from onionskin.web.gate.visitors import may
from onionskin.web.holdings import Holdings
from onionskin.web.ledger import views
from onionskin.web.ledger.api import LONGEST_BRIEF, Name, Which, WhichOfIssue
from onionskin.web.pages import Pages
from onionskin.web.room import METHODS, PageNo
from onionskin.web.work.forms import BACK
from onionskin.web.work.room import back_to
from onionskin.workbench import Asked, following, ledger

SIZE, ROWS, NEGOTIATIONS, ISSUES, PAIRS = 50, 12, 60, 100, 12
"""Statements of a page, issues of a table, negotiations and issues of a list, pairs that are offered."""
Entry = Annotated[int, Query(ge=0, le=10**9)]
Short = Annotated[str, Form(max_length=200)]


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(include_in_schema=False)
    pages.know(
        line_address=views.line_address,
        between_address=views.between_address,
        issue_address=views.issue_address,
        ledger_asked=views.asked_of,
        order_words=views.order_words,
        whose=views.whose,
        more_of=views.more_of,
        is_decided=views.is_decided,
        ledger_headings=views.HEADINGS,
        ledger_longest_brief=LONGEST_BRIEF,
    )
    _of_paper(router, holdings, pages)
    _of_negotiations(router, holdings, pages)
    _of_changes(router, holdings, pages)
    _of_issues(router, holdings, pages)
    _deciding(router, holdings)
    return router


def _of_paper(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/records/{record_id}/ledger", methods=METHODS)
    def paper(request: Request, record_id: RecordId, followed: Name = "", done: Entry = 0) -> Response:
        held = ledger.paper_ledger(holdings.collection, record_id)
        came = following.following(holdings.collection, held.record) if followed else None
        body = pages.render(
            "ledger/paper.html",
            held=held,
            row=held.row,
            came=came,
            back=f"/records/{held.record}/ledger" + ("?followed=yes" if followed else ""),
            note=_note(holdings, done),
        )
        return by_content(request, body, "text/html")


def _of_negotiations(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/ledger", methods=METHODS)
    def told(request: Request, which: Which, page: PageNo = 1, done: Entry = 0) -> Response:
        collection = holdings.collection
        asked = views.asked_of(which)
        if any(asked.values()):
            part = ledger.statements(collection, which, limit=SIZE, offset=(page - 1) * SIZE)
            body = pages.render(
                "ledger/statements.html",
                wanted=which,
                part=part,
                asked=asked,
                pager=pager(part.total, page, asked, size=SIZE, path="/ledger"),
                back=address("/ledger", asked),
                note=_note(holdings, done),
            )
            return by_content(request, body, "text/html")
        held = ledger.negotiations(collection)
        shown = held[(page - 1) * NEGOTIATIONS : page * NEGOTIATIONS]
        total, issues = ledger.issues(collection, which, limit=ROWS)
        body = pages.render(
            "ledger/negotiations.html",
            negotiations=shown,
            count=len(held),
            issues=issues,
            issue_count=total,
            picture=views.lanes_picture(held, ledger.years_of_negotiations(collection)),
            pager=pager(len(held), page, {}, size=NEGOTIATIONS, path="/ledger"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/ledger/between", methods=METHODS)
    def pair(request: Request, which: Which, page: PageNo = 1) -> Response:
        held = ledger.between(holdings.collection, which, limit=ROWS, offset=(page - 1) * ROWS)
        asked = views.asked_of(which)
        body = pages.render(
            "ledger/between.html",
            held=held,
            wanted=which,
            asked=asked,
            picture=views.months_picture(held),
            pager=pager(held.issue_count, page, asked, size=ROWS, path="/ledger/between"),
        )
        return by_content(request, body, "text/html")


def _of_changes(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/ledger/changes", methods=METHODS)
    def changes(request: Request, which: Which) -> Response:
        given = replace(which, since="", until="")
        asked = bool(which.since and which.until)
        told = {"asked": asked, "wanted": which, "held": (), "refused": None, "pairs": ()}
        try:
            if asked:
                told["held"] = following.changed_between(holdings.collection, given, which.since, which.until)
        except UsageError as error:
            # The page itself says what is wrong, so that the days stay in its form, and offers what may be asked.
            told["refused"] = refused = fault(error)
            with suppress(UsageError):
                told["pairs"] = () if any(which.between) else ledger.pairs_in(holdings.collection, which)[:PAIRS]
            return Response(pages.render("ledger/changes.html", **told), refused.status, media_type="text/html")
        return by_content(request, pages.render("ledger/changes.html", **told), "text/html")


def _of_issues(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    @router.api_route("/ledger/issues", methods=METHODS)
    def list_of_issues(request: Request, which: Which, page: PageNo = 1) -> Response:
        asked = views.asked_of(which)
        total, held = ledger.issues(holdings.collection, which, limit=ISSUES, offset=(page - 1) * ISSUES)
        body = pages.render(
            "ledger/issues.html",
            issues=held,
            total=total,
            wanted=which,
            asked=asked,
            pager=pager(total, page, asked, size=ISSUES, path="/ledger/issues"),
        )
        return by_content(request, body, "text/html")

    @router.api_route("/ledger/issues/{issue}", methods=METHODS)
    def one(request: Request, which: WhichOfIssue, page: PageNo = 1, done: Entry = 0) -> Response:
        held = ledger.issue(holdings.collection, which, limit=SIZE, offset=(page - 1) * SIZE)
        asked = views.asked_of(which, issue="")
        stands = following.positions_of(held.part.lines)
        path = views.issue_address(which.issue)
        others = ledger.issues(holdings.collection, ledger.Wanted(), limit=ISSUES)[1] if may("editor") else ()
        body = pages.render(
            "ledger/issue.html",
            held=held,
            issue=held.issue,
            part=held.part,
            stands=stands,
            wanted=which,
            asked=asked,
            others=sorted((each for each in others if each.id != which.issue), key=lambda each: each.label.casefold()),
            picture=views.issue_picture(which.issue, held.issue.label, held.periods),
            pager=pager(held.part.total, page, asked, size=SIZE, path=path),
            back=address(path, asked),
            note=_note(holdings, done),
        )
        return by_content(request, body, "text/html")


def _deciding(router: APIRouter, holdings: Holdings) -> None:
    @router.post("/ledger/decisions")
    def decide(  # noqa: PLR0913 - a field for each input
        editor: Editor,
        *,
        verb: Annotated[str, Form(pattern="^(rename|merge|split|accept|reject)$")],
        about: Annotated[str, Form(pattern="^(issue|statement|match)$")],
        issue: Short = "",
        name: Short = "",
        other: Short = "",
        record: Short = "",
        relation: Short = "",
        line: Annotated[list[str] | None, Form(max_length=200)] = None,
        reason: Annotated[str, Form(max_length=2_000)] = "",
        back: Annotated[str, Form(max_length=800)] = "",
    ) -> Response:
        collection = holdings.collection
        asked = Asked(
            Verb(verb),
            editor.name,
            record=record,
            about=about,
            to=f"{relation} {other}" if relation else issue or None,
            words=name,
            entities=(other,) if other and not relation else (),
            statements=ledger.said_of(collection, line or ()),
            reason=reason.strip(),
        )
        workbench.decide(collection, asked)
        return back_to(back if BACK.fullmatch(back) else "/ledger", holdings)


def _note(holdings: Holdings, done: int) -> workbench.Past | None:
    """The decision that was just made."""
    return workbench.decision_at(holdings.collection, done) if done and may("editor") else None
