"""Settings to an ASGI application: wiring only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from onionskin import __version__, workbench
from onionskin.errors import LoginNeededError, OnionskinError, TooOftenError
from onionskin.settings import Settings
from onionskin.web import api, citing, room, wording
from onionskin.web.answers import Doorkeeper, is_for_programs
from onionskin.web.browse import api as browse_api
from onionskin.web.browse import routes as browse_pages
from onionskin.web.desk import api as desk_api
from onionskin.web.desk import cases_api
from onionskin.web.desk import exercise as desk_exercise
from onionskin.web.desk import room as desk_room
from onionskin.web.desk import waiting as desk_waiting
from onionskin.web.desk.sitting import whence
from onionskin.web.faults import PROBLEM, fault
from onionskin.web.gate import Gate, Gatekeeper, GuardedGate, LocalGate, accounts, accounts_api, login, own
from onionskin.web.gate import routes as gate_routes
from onionskin.web.holdings import Holdings
from onionskin.web.iiif import image, presentation
from onionskin.web.iiif.origins import Neighbours
from onionskin.web.keeping import api as keeping_api
from onionskin.web.keeping import room as keeping_room
from onionskin.web.ledger import api as ledger_api
from onionskin.web.ledger import room as ledger_room
from onionskin.web.pages import Pages, StaticFiles
from onionskin.web.search import routes as search
from onionskin.web.search import saved, saved_api
from onionskin.web.work import api as work_api
from onionskin.web.work import room as work_room

NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI would otherwise report each visit wherever the environment's OTEL variables point."""

OWN_NAMES = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Ready:
    """Has a room ready for its first visitor, who would wait otherwise; stands in `app.state.ready`."""

    app: FastAPI
    holdings: Holdings
    pages: Pages

    def make(self, tell: Callable[[str], None]) -> None:
        """`tell` is told where the collection must first be brought in step. NotFoundError, CollectionError."""
        workbench.warm(self.holdings.collection, tell)
        self.pages.compile()
        self.app.openapi()

    def is_behind(self) -> bool:
        """Whether papers are still to come into the index or the inventory; looked at anew where any were."""
        return bool(self.holdings.collection.look_how_far().most)

    def close(self) -> None:
        """Let go of the collection, where the room was never opened."""
        self.holdings.close()


def create_app(settings: Settings, *, names: Iterable[str] = OWN_NAMES, gate: Gate | None = None) -> FastAPI:
    """The reading room upon one collection, which is opened at the first question and closed with the application.

    `names` are the host names it answers to; a question by any other name is refused. `gate` knows its visitors;
    without one everybody is the user of this machine.
    """
    holdings = Holdings(settings)
    static = StaticFiles()
    pages = Pages(static)
    pages.know(behind=holdings.behind)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        holdings.close()

    app = FastAPI(
        title="Onionskin",
        summary="Declassified diplomatic papers as records whose every value points at the ink.",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        telemetry=NO_TELEMETRY,
    )

    app.state.ready = Ready(app, holdings, pages)

    def answer(request: Request, error: Exception) -> Response:
        told = fault(error)
        if isinstance(error, LoginNeededError) and login.wants_page(request):
            return login.to_login(request)
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        if isinstance(error, TooOftenError):
            headers["Retry-After"] = str(error.seconds)
        if isinstance(error, LoginNeededError):
            headers["WWW-Authenticate"] = "Bearer"
        if is_for_programs(request):
            return JSONResponse(told.problem(request.url.path), told.status, headers, media_type=PROBLEM)
        at_desk = request.url.path.startswith("/desk")
        back = whence(request.url.path) if request.method == "POST" else ""
        page = pages.fault(told, at_desk=at_desk, back=back)
        return Response(page, told.status, headers, media_type="text/html")

    for kind in (OnionskinError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, answer)
    for router in _routers(holdings, pages, static):
        app.include_router(router)
    app.add_route("/openapi.json", api.openapi(app.openapi), methods=["GET"])
    if isinstance(gate, GuardedGate):
        app.include_router(login.routes(gate, pages))
        app.include_router(own.routes(gate, pages))
    # The last to be added is the first to be asked.
    app.add_middleware(Gatekeeper, gate=gate or LocalGate())
    app.add_middleware(Neighbours)
    app.add_middleware(Doorkeeper, names=names, answer=answer)
    return app


def _routers(holdings: Holdings, pages: Pages, static: StaticFiles) -> Iterator[APIRouter]:
    """Every part of the room, in the order in which addresses are looked for."""
    # The record beside its page must come before the page, whose address would take "os-….json" for an id.
    yield api.routes(holdings)
    yield citing.routes(holdings)
    yield wording.routes(holdings)
    yield room.routes(holdings, pages, static)
    yield work_api.routes(holdings)
    yield work_room.routes(holdings, pages)
    yield search.routes(holdings, pages)
    yield saved_api.routes(holdings)
    yield saved.routes(holdings, pages)
    yield image.routes(holdings)
    yield presentation.routes(holdings)
    yield browse_api.routes(holdings)
    yield browse_pages.routes(holdings, pages)
    yield ledger_api.routes(holdings)
    yield ledger_room.routes(holdings, pages)
    yield _desk(holdings, pages)
    yield gate_routes.routes()
    yield accounts_api.routes(holdings)
    yield accounts.routes(holdings, pages)
    yield keeping_api.routes(holdings)
    yield keeping_room.routes(holdings, pages)


def _desk(holdings: Holdings, pages: Pages) -> APIRouter:
    """The desk, whose trays hold what an exercise has come to before anybody looks."""
    whole = APIRouter(dependencies=[Depends(desk_exercise.Course(holdings).keep_up)])
    whole.include_router(desk_api.routes(holdings))
    whole.include_router(cases_api.routes(holdings))
    whole.include_router(desk_room.routes(holdings, pages))
    whole.include_router(desk_waiting.routes(holdings, pages))
    whole.include_router(desk_exercise.routes(holdings, pages))
    return whole
