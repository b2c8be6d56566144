"""The routes of the gate."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse

from onionskin.web.api import PROBLEMS
from onionskin.web.gate.admission import Reader
from onionskin.workbench import Role


class VisitorOut(BaseModel):
    """Who asks."""

    name: str
    role: Role
    csrf: str = Field(description="To be sent as `X-CSRF-Token` with everything that changes anything")


def routes() -> APIRouter:
    """Who asks, for programs."""
    router = APIRouter(tags=["visitors"], responses=PROBLEMS)

    @router.get("/api/visitor", response_model=VisitorOut, summary="Who is asking, and the token of their pages")
    def visitor(request: Request, who: Reader) -> JSONResponse:
        told = VisitorOut(name=who.name, role=who.role, csrf=request.state.asking.token)
        return JSONResponse(told.model_dump(mode="json"), headers={"Cache-Control": "no-store"})

    return router
