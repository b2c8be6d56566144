"""Deciding, for programs: the same acts as on the pages, in the record's vocabulary."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response

from onionskin import workbench
from onionskin.errors import UsageError
from onionskin.record.decisions import Verb
from onionskin.record.span import Span
from onionskin.web.answers import json_by_content
from onionskin.web.api import PROBLEMS, Limit, Offset, RecordId, Words
from onionskin.web.gate import Editor
from onionskin.web.holdings import Holdings
from onionskin.web.work.shapes import (
    DecidedOut,
    DecisionIn,
    DecisionsOut,
    EntitiesIn,
    HistoryOut,
    PassageOut,
    PastOut,
    QuestionOut,
    QuestionsOut,
    QueueOut,
)
from onionskin.workbench import Asked

EntryNo = Annotated[int, Path(ge=1, le=10**9, description="The number of a decision in the journal", examples=[12])]
Character = Annotated[int, Query(ge=0, le=10**9)]


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection."""
    router = APIRouter(tags=["decisions"], responses=PROBLEMS)
    _asking(router, holdings)
    _told(router, holdings)
    _deciding(router, holdings)
    return router


def _asking(router: APIRouter, holdings: Holdings) -> None:
    """What is open."""

    @router.get("/api/queue", response_model=QueueOut, summary="What most needs a person")
    def queue(request: Request, kind: Words = "", limit: Limit = 50, offset: Offset = 0) -> Response:
        held = workbench.queue(holdings.collection, sort=kind, limit=limit, offset=offset)
        body = QueueOut(
            total=held.total,
            limit=limit,
            offset=offset,
            counts={sort.value: count for sort, count in held.counts.items()},
            questions=[QuestionOut.of(each.question, papers=each.papers, gain=each.gain) for each in held.waits],
        )
        return json_by_content(request, body.model_dump(mode="json"))

    @router.get("/api/records/{record_id}/questions", response_model=QuestionsOut, summary="What of a paper is open")
    def questions(request: Request, record_id: RecordId) -> Response:
        document = holdings.document(record_id)
        held = [QuestionOut.of(each) for each in workbench.questions_of(holdings.collection, document)]
        return json_by_content(request, QuestionsOut(record=document.id, questions=held).model_dump(mode="json"))

    @router.get(
        "/api/records/{record_id}/passage", response_model=PassageOut, summary="Words, and what else they can be"
    )
    def passage(
        request: Request,
        record_id: RecordId,
        start: Character,
        end: Character,
        page: Annotated[int, Query(ge=1, le=10**6)] = 1,
    ) -> Response:
        if end < start:
            raise UsageError("the words end before they begin", advice="`end` is the character behind the last one")
        held = workbench.words_at(holdings.collection, record_id, page, Span(start, end))
        return json_by_content(request, PassageOut.of(held).model_dump(mode="json"))


def _told(router: APIRouter, holdings: Holdings) -> None:
    """What was decided."""

    @router.get("/api/history", response_model=HistoryOut, summary="Who decided what")
    def history(request: Request, limit: Limit = 50, offset: Offset = 0) -> Response:
        return json_by_content(
            request, told(workbench.history(holdings.collection, limit=limit, offset=offset), limit, offset)
        )

    @router.get("/api/records/{record_id}/history", response_model=HistoryOut, summary="Who decided what of a paper")
    def history_of(request: Request, record_id: RecordId, limit: Limit = 50, offset: Offset = 0) -> Response:
        held = workbench.history(holdings.collection, record_id, limit=limit, offset=offset)
        return json_by_content(request, told(held, limit, offset))


def _deciding(router: APIRouter, holdings: Holdings) -> None:
    """What an editor does."""

    @router.post(
        "/api/records/{record_id}/decisions", response_model=DecisionsOut, summary="Decide something about a paper"
    )
    def decide(record_id: RecordId, wanted: DecisionIn, editor: Editor) -> Response:
        asked = wanted.asked(record_id, editor.name)
        if wanted.alike:
            answers = workbench.decide_alike(holdings.collection, asked)
        else:
            answers = (workbench.decide(holdings.collection, asked),)
        return _decided(holdings, *answers)

    @router.post("/api/decisions", response_model=DecisionsOut, summary="Entities that are one, or are not")
    def of_entities(wanted: EntitiesIn, editor: Editor) -> Response:
        if wanted.verb not in {Verb.MERGE, Verb.SPLIT}:
            raise UsageError(f"{wanted.verb} is not for entities", advice="Use merge or split")
        asked = Asked(wanted.verb, editor.name, entities=tuple(wanted.entities), reason=wanted.reason)
        return _decided(holdings, workbench.decide(holdings.collection, asked))

    @router.delete("/api/decisions/{entry}", response_model=DecisionsOut, summary="Take a decision back")
    def undo(entry: EntryNo, editor: Editor, reason: Words = "") -> Response:
        asked = Asked(Verb.UNDO, editor.name, entry=entry, reason=reason)
        return _decided(holdings, workbench.decide(holdings.collection, asked))


def told(held: workbench.History, limit: int, offset: int) -> dict[str, object]:
    """A part of the history."""
    decisions = [PastOut.of(each) for each in held.past]
    body = HistoryOut(total=held.total, limit=limit, offset=offset, decisions=decisions)
    return body.model_dump(mode="json")


def _decided(holdings: Holdings, *answers: workbench.Answer) -> Response:
    body = DecisionsOut(decided=[DecidedOut.of(each) for each in answers])
    rest = BackgroundTask(workbench.carry_on, holdings.collection)
    return JSONResponse(body.model_dump(mode="json"), headers={"Cache-Control": "no-store"}, background=rest)
