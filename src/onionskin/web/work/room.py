"""The pages on which people decide: the queue, the history, a word to correct, and what their forms lead to."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.background import BackgroundTask
from starlette.responses import RedirectResponse, Response

from onionskin import workbench
from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.record.span import Span
from onionskin.web import catalogue
from onionskin.web.answers import by_content
from onionskin.web.api import LARGEST, RecordId, Words
from onionskin.web.gate import Editor
from onionskin.web.gate.visitors import may
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.web.work import views
from onionskin.web.work.api import EntryNo
from onionskin.web.work.forms import Answered
from onionskin.workbench import Asked, place_of

PageNo = Annotated[int, Query(alias="page", ge=1, le=LARGEST // 100)]
Entry = Annotated[int, Query(ge=0, le=10**9)]
SIZE = 25
METHODS = ["GET", "HEAD"]
SEE_OTHER = 303


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The routes upon one collection. They stand in no OpenAPI; what they do, the JSON routes do too."""
    router = APIRouter(include_in_schema=False)
    _asking(router, holdings, pages)
    _told(router, holdings, pages)
    _deciding(router, holdings)
    return router


def _asking(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    """What is open, and a word to correct."""

    @router.api_route("/queue", methods=METHODS)
    def queue(request: Request, kind: Words = "", page: PageNo = 1, done: Entry = 0) -> Response:
        held = workbench.queue(holdings.collection, sort=kind, limit=SIZE, offset=(page - 1) * SIZE)
        asked = [each.question for each in held.waits]
        names = workbench.entity_names(holdings.settings, views.entities_of(asked))
        titles = views.titles_of(held.named)
        chosen = {"kind": kind} if kind else {}
        body = pages.render(
            "work/queue.html",
            waits=[views.shown(each.question, titles, names, each.papers) for each in held.waits],
            titles=titles,
            total=held.total,
            counts={sort: (views.SORTS[sort][1], count) for sort, count in held.counts.items()},
            kind=kind,
            pager=catalogue.pager(held.total, page, chosen, size=SIZE, path="/queue"),
            back=catalogue.address("/queue", {**chosen, "page": str(page) if page > 1 else ""}),
            note=_note(holdings, done),
            under_review=holdings.under_review,
        )
        return by_content(request, body, "text/html")

    @router.api_route("/papers/{record_id}/correct", methods=METHODS)
    def correct(  # noqa: PLR0913 - a place by its characters, or words and where they stand
        *,
        request: Request,
        record_id: RecordId,
        page: Annotated[int, Query(ge=0, le=10**6)] = 0,
        start: Entry = 0,
        end: Entry = 0,
        words: Words = "",
        at: Words = "",
    ) -> Response:
        collection = holdings.collection
        if page:
            held = workbench.words_at(collection, record_id, page, Span(start, max(start, end)))
        else:
            held = workbench.words_like(collection, record_id, words, place_of(at) if at.strip() else None)
        body = pages.render(
            "work/correct.html",
            passage=held,
            title=holdings.titles((held.record,))[held.record],
            picture=views.strip(held.record, held.quote.page, held.box),
        )
        return by_content(request, body, "text/html")


def _told(router: APIRouter, holdings: Holdings, pages: Pages) -> None:
    """What was decided."""

    @router.api_route("/history", methods=METHODS)
    def history(request: Request, page: PageNo = 1, done: Entry = 0) -> Response:
        held = workbench.history(holdings.collection, limit=SIZE, offset=(page - 1) * SIZE)
        return by_content(request, _history(held, page, "/history", done), "text/html")

    @router.api_route("/papers/{record_id}/history", methods=METHODS)
    def history_of(request: Request, record_id: RecordId, page: PageNo = 1, done: Entry = 0) -> Response:
        document = holdings.document(record_id)
        held = workbench.history(holdings.collection, document.id, limit=SIZE, offset=(page - 1) * SIZE)
        body = _history(held, page, f"/papers/{document.id}/history", done, document)
        return by_content(request, body, "text/html")

    def _history(held: workbench.History, page: int, path: str, done: int, paper: Document | None = None) -> str:
        to = [each.kept.to for each in held.past if each.kept.to]
        return pages.render(
            "work/history.html",
            history=held,
            titles=views.titles_of(held.rows),
            entities=workbench.entity_names(holdings.settings, [each for told in to for each in told.split()]),
            paper=paper,
            pager=catalogue.pager(held.total, page, {}, size=SIZE, path=path),
            note=_note(holdings, done),
        )


def _deciding(router: APIRouter, holdings: Holdings) -> None:
    """What forms lead to."""

    @router.post("/papers/{record_id}/decisions")
    def decide(record_id: RecordId, answered: Annotated[Answered, Depends()], editor: Editor) -> Response:
        asked = answered.asked(record_id, editor.name)
        if answered.alike:
            workbench.decide_alike(holdings.collection, asked)
            answer_record = record_id
        else:
            answer_record = workbench.decide(holdings.collection, asked).record
        return back_to(answered.lead_back(f"/papers/{answer_record}"), holdings)

    @router.post("/entities/decisions")
    def of_entities(
        editor: Editor,
        answer: Annotated[str, Form(pattern="^(merge|split)$")],
        entity: Annotated[list[str], Form(max_length=20)],
        back: Annotated[str, Form(max_length=600)] = "",
    ) -> Response:
        workbench.decide(holdings.collection, Asked(Verb(answer), editor.name, entities=tuple(entity)))
        return back_to(Answered(answer=answer, back=back).lead_back("/history"), holdings)

    @router.post("/history/{entry}/undo")
    def undo(entry: EntryNo, editor: Editor, back: Annotated[str, Form(max_length=600)] = "") -> Response:
        answer = workbench.decide(holdings.collection, Asked(Verb.UNDO, editor.name, entry=entry))
        there = f"/papers/{answer.record}/history" if answer.record else "/history"
        return back_to(Answered(answer="undo", back=back).lead_back(there), holdings)


def on_paper(holdings: Holdings, document: Document, done: int = 0) -> dict[str, Any]:
    """What the paper's page says to whoever may decide: its open questions by pointer, and what was done last."""
    if not may("editor"):
        return {"desk": {}, "note": None}
    asked = workbench.questions_of(holdings.collection, document)
    names = workbench.entity_names(holdings.settings, views.entities_of(asked))
    titles = views.titles_of(workbench.rows(holdings.collection, views.papers_of(asked)))
    return {"desk": views.on_paper(asked, titles, names), "note": _note(holdings, done)}


def _note(holdings: Holdings, done: int) -> workbench.Past | None:
    """The decision that was just made."""
    return workbench.decision_at(holdings.collection, done) if done and may("editor") else None


def back_to(where: str, holdings: Holdings) -> RedirectResponse:
    """Back to the page, which tells what was done last."""
    path, mark, fragment = where.partition("#")
    path, _, query = path.partition("?")
    kept = [each for each in query.split("&") if each and not each.startswith("done=")]
    kept.append(f"done={holdings.collection.decided().last}")
    rest = BackgroundTask(workbench.carry_on, holdings.collection)
    return RedirectResponse(f"{path}?{'&'.join(kept)}{mark}{fragment}", SEE_OTHER, background=rest)
