"""Questions drawn from the published description of the room, and from beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as looking
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.web.page_kinds import unfurnished

from onionskin.settings import Settings
from onionskin.web.app import create_app

HOST = "testserver"
"""What schemathesis calls the room."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one route, asked as the description allows (positive) or does not (negative)."""

    path: str
    method: str
    mode: GenerationMode

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path} {self.mode.value}"


def operations() -> list[Operation]:
    """All that the description has; what takes nothing cannot be asked wrongly."""
    paths = unfurnished().openapi()["paths"]
    return [
        Operation(path, method, mode)
        for path, methods in paths.items()
        for method, told in methods.items()
        for mode in GenerationMode
        if mode is GenerationMode.POSITIVE or _can_be_wrong(told)
    ]


def _can_be_wrong(told: Mapping[str, Any]) -> bool:
    """Whether there is anything to ask but what the description allows; a header may say what it likes."""
    return "requestBody" in told or any(each["in"] != "header" for each in told.get("parameters", ()))


class Described:
    """A room upon a collection that is thrown away, and the token of its pages."""

    def __init__(self, settings: Settings) -> None:
        self._schema: BaseSchema = schemathesis.openapi.from_asgi("/openapi.json", create_app(settings, names=[HOST]))
        visitor = self._schema["/api/visitor"]["get"].Case().call().json()
        self._headers = {"X-CSRF-Token": visitor["csrf"]}

    def ask(self, operation: Operation, examples: int, seconds: float = 10) -> None:
        """Asks so many times, and waits so many seconds for an answer. Raises where one is a fault of ours, or none
        that is described.
        """

        @looking(max_examples=examples, suppress_health_check=list(HealthCheck), database=None, deadline=None)
        @given(case=self._schema[operation.path][operation.method].as_strategy(generation_mode=operation.mode))
        def once(case: Case[Any]) -> None:
            case.call_and_validate(checks=CHECKS, headers=self._headers, timeout=seconds)

        once()
