"""Whatever the published description allows, and what it does not, the room answers as it says: no fault, no surprise.

`./run bench api` asks the same for longer.
"""

from __future__ import annotations

from pathlib import Path

import pytest
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

from onionskin.settings import Settings
from onionskin.web.app import create_app

HOST = "testserver"
"""What schemathesis calls the room."""
EXAMPLES = 8
"""Of each operation and of each sort: such as the description allows, and such as it does not."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
OPERATIONS = [
    (path, method)
    for path, operations in create_app(Settings(collection=Path("nowhere"))).openapi()["paths"].items()
    for method in operations
]


@pytest.fixture(scope="module")
def described(gathered_settings: Settings) -> BaseSchema:
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(gathered_settings, names=[HOST]))


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_one_that_is_described(
    described: BaseSchema, path: str, method: str, mode: GenerationMode
) -> None:
    @looking(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
