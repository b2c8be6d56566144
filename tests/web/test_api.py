"""The JSON routes speak as the record does, and the published description is true."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from tests.web import specimens
from tests.web.visitor import Visitor

from onionskin.record.codec import from_json, to_json

TELEGRAM, LETTER, SCAN = specimens.everything()
BETWEEN = "a=United+States&b=Soviet+Union"
GOOD = {
    "/api/records": "/api/records?limit=2&kind=letter",
    "/api/records/{record_id}": f"/api/records/{TELEGRAM.id}",
    "/api/records/{record_id}/explain/{field}": f"/api/records/{TELEGRAM.id}/explain/date",
    "/api/records/{record_id}/words": f"/api/records/{SCAN.id}/words",
    "/api/records/{record_id}/cite": f"/api/records/{TELEGRAM.id}/cite",
    "/api/facets": "/api/facets?year=1962",
    "/api/search": "/api/search?q=haggle",
    "/api/visitor": "/api/visitor",
    "/api/jobs": "/api/jobs",
    "/api/searches": "/api/searches",
    "/api/accounts": "/api/accounts",
    "/api/queue": "/api/queue?kind=emendation&limit=5",
    "/api/history": "/api/history",
    "/api/records/{record_id}/history": f"/api/records/{TELEGRAM.id}/history",
    "/api/records/{record_id}/questions": f"/api/records/{TELEGRAM.id}/questions",
    "/api/records/{record_id}/passage": f"/api/records/{TELEGRAM.id}/passage?page=1&start=0&end=8",
    "/api/removals": "/api/removals",
    "/api/removals/preview": f"/api/removals/preview?paper={TELEGRAM.id}",
    "/api/archives": "/api/archives",
    "/api/calendar": "/api/calendar",
    "/api/calendar/{period}": "/api/calendar/1962-11",
    "/api/coverage": "/api/coverage",
    "/api/files": "/api/files",
    "/api/files/{sha256}": f"/api/files/{SCAN.source.sha256}",
    "/api/folders": "/api/folders",
    "/api/ledger": "/api/ledger?type=instruction",
    "/api/ledger/changes": f"/api/ledger/changes?{BETWEEN}&since=1962-11-17&until=1962-11-23",
    "/api/ledger/issues": "/api/ledger/issues",
    "/api/ledger/negotiations": "/api/ledger/negotiations",
    "/api/records/{record_id}/ledger": f"/api/records/{TELEGRAM.id}/ledger",
    "/api/records/{record_id}/ledger/matches": f"/api/records/{TELEGRAM.id}/ledger/matches",
    "/api/missing": "/api/missing",
    "/api/pages": f"/api/pages?source={SCAN.id}&page=1",
    "/api/persons": "/api/persons",
    "/api/persons/{entity}": "/api/persons/name:harwood",
    "/api/posts": "/api/posts",
    "/api/posts/{entity}": "/api/posts/post:representative-to-un",
    "/api/threads": "/api/threads",
    "/api/threads/{record_id}": f"/api/threads/{TELEGRAM.id}",
    "/papers/{record_id}.json": f"/papers/{TELEGRAM.id}.json",
}
FILES = {
    "/papers/{record_id}/cite.{ending}",
    "/api/search.{ending}",
    "/ledger/export.{ending}",
    "/api/records/{record_id}/pages/{page}/strip/{start}-{end}",
}
"""The routes that give files of other programs."""
WITH_WORK = {
    *("/api/jobs/{n}", "/api/searches/{n}", "/api/ledger/between", "/api/ledger/issues/{issue}"),
    *("/api/desk", "/api/desk/trays/{tray}", "/api/desk/papers", "/api/desk/papers/{paper}", "/api/desk/procedures"),
    *("/api/desk/persons", "/api/desk/posts", "/api/desk/exercise", "/api/desk/exercise/account"),
    *("/api/desk/cases", "/api/desk/cases/{case}", "/api/desk/cases/{case}/index"),
    *("/api/desk/cases/{case}/letter", "/api/desk/mail", "/api/desk/unentered"),
}
"""Those that need more than these papers; `test_keeping`, `search.test_saved`, `test_ledger` and `desk` ask them."""
BAD = {
    "/api/records?limit=0": 400,
    "/api/records?offset=-1": 400,
    "/api/records?offset=99999999999999999999": 400,
    "/api/search": 400,
    "/api/search?q=": 400,
    "/api/search?q=a&limit=many": 400,
    "/api/records/os-nothing": 404,
    "/api/records/__": 400,
    f"/api/records/{TELEGRAM.id}/explain/colour": 404,
    "/api/nowhere": 404,
    "/api/queue?kind=weather": 400,
    "/api/records/os-nothing/history": 404,
    f"/api/records/{TELEGRAM.id}/passage?page=9&start=0&end=8": 400,
    f"/api/records/{TELEGRAM.id}/passage?page=1&start=8&end=0": 400,
    "/papers/os-nothing.json": 404,
    "/papers/os-nothing/cite.json": 404,
}


def asked(visitor: Visitor, path: str) -> Any:
    got = visitor.ask(path)
    assert got.status_code == 200, got.text
    assert got.headers["content-type"] == "application/json"
    return got.json()


@pytest.fixture(scope="module")
def described(visitor: Visitor) -> dict[str, Any]:
    held: dict[str, Any] = asked(visitor, "/openapi.json")
    return held


def test_the_description_lists_every_json_route_and_no_other(described: dict[str, Any], app: FastAPI) -> None:
    read = {path for path, route in described["paths"].items() if "get" in route}
    assert {path for path in read if not path.startswith("/iiif/")} == set(GOOD) | FILES | WITH_WORK


@pytest.mark.parametrize("route", sorted(GOOD))
def test_every_route_answers_as_it_is_described(visitor: Visitor, described: dict[str, Any], route: str) -> None:
    schema = described["paths"][route]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    validator(schema, described).validate(asked(visitor, GOOD[route]))


@pytest.mark.parametrize(("path", "status"), BAD.items())
def test_every_refusal_is_a_described_problem_with_advice(
    visitor: Visitor, described: dict[str, Any], path: str, status: int
) -> None:
    got = visitor.ask(path)
    assert (got.status_code, got.headers["content-type"]) == (status, "application/problem+json")
    told = described["paths"]["/api/records"]["get"]["responses"]["4XX"]["content"]["application/problem+json"][
        "schema"
    ]
    validator(told, described).validate(got.json())
    assert got.json()["status"] == status
    assert got.json()["advice"]


def test_the_description_promises_no_answer_that_never_comes(described: dict[str, Any]) -> None:
    for route in described["paths"].values():
        for method in route.values():
            assert {"4XX", "5XX"} < set(method["responses"]) <= {"200", "201", "202", "204", "303", "4XX", "5XX"}


def validator(schema: dict[str, Any], described: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": described["components"]})


@pytest.mark.parametrize("path", [f"/api/records/{TELEGRAM.id}", f"/papers/{TELEGRAM.id}.json"])
def test_a_record_is_what_the_codec_prints(visitor: Visitor, repository: Path, path: str) -> None:
    held = asked(visitor, path)
    assert held == to_json(TELEGRAM)
    assert from_json(held) == TELEGRAM
    Draft202012Validator(json.loads((repository / "schemas/record-1.json").read_text())).validate(held)


def test_the_described_keys_of_a_record_are_those_of_its_schema(described: dict[str, Any], repository: Path) -> None:
    told = described["paths"]["/api/records/{record_id}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    published = json.loads((repository / "schemas/record-1.json").read_text())
    assert set(told["required"]) <= set(published["required"])
    assert set(told["properties"]) <= set(published["properties"])


def test_the_list_is_the_lists_page(visitor: Visitor) -> None:
    held = asked(visitor, "/api/records?limit=1&offset=1")
    assert (held["total"], held["limit"], held["offset"]) == (3, 1, 1)
    assert [each["id"] for each in held["records"]] == [LETTER.id]
    assert held["records"][0]["from"] == "MORRIS"


@pytest.mark.parametrize(
    ("ending", "media_type", "begins"),
    [
        ("txt", "text/plain; charset=utf-8", "Telegram 1359 from"),
        ("bib", "application/x-bibtex", "@misc{departmentofstate1962-"),
        ("ris", "application/x-research-info-systems", "TY  - PCOMM"),
        ("json", "application/vnd.citationstyles.csl+json", "[\n  {"),
    ],
)
def test_a_citation_is_a_file_with_a_name(visitor: Visitor, ending: str, media_type: str, begins: str) -> None:
    got = visitor.ask(f"/papers/{TELEGRAM.id}/cite.{ending}")
    assert got.headers["content-type"] == media_type
    assert got.text.startswith(begins)
    assert re.fullmatch(rf'attachment; filename="[a-z0-9-]+\.{ending}"', got.headers["content-disposition"])


def test_the_files_say_what_the_one_answer_says(visitor: Visitor) -> None:
    held = asked(visitor, f"/api/records/{TELEGRAM.id}/cite")
    assert held["bibtex"] == visitor.ask(f"/papers/{TELEGRAM.id}/cite.bib").text
    assert [held["csl"]] == json.loads(visitor.ask(f"/papers/{TELEGRAM.id}/cite.json").text)
    assert held["note"] in visitor.ask(f"/papers/{TELEGRAM.id}/cite.txt").text


def test_facets_count_what_the_narrowed_list_has(visitor: Visitor) -> None:
    held = asked(visitor, "/api/facets?from=MORRIS")
    assert (held["total"], held["facets"]["kind"]) == (1, [{"value": "letter", "count": 1}])


def test_a_field_is_explained_by_name_and_by_pointer(visitor: Visitor) -> None:
    (by_name,) = asked(visitor, f"/api/records/{TELEGRAM.id}/explain/date")
    (by_pointer,) = asked(visitor, f"/api/records/{TELEGRAM.id}/explain/fields/date")
    assert by_name == by_pointer
    assert TELEGRAM.pages[by_name["page"] - 1].text[slice(*by_name["span"])] == by_name["as_printed"]
    (stamped,) = asked(visitor, f"/api/records/{TELEGRAM.id}/explain/stamps/0/date")
    assert stamped["value"] == "1997-07-12"
    (person,) = asked(visitor, f"/api/records/{TELEGRAM.id}/explain/signed_by")
    assert person["value"]["surname"] == "Harwood"


def test_a_hit_points_at_its_characters(visitor: Visitor) -> None:
    (hit,) = asked(visitor, "/api/search?q=haggle")["hits"]
    page = TELEGRAM.pages[hit["page"] - 1].text
    assert "haggle" in page[slice(*hit["span"])]
    assert [hit["snippet"][start:end] for start, end in hit["matches"]] == ["haggle"]
    assert hit["href"] == f"/papers/{TELEGRAM.id}?light=p1:{hit['span'][0]}-{hit['span'][1]}#ink"


def test_letters_are_not_escaped(visitor: Visitor) -> None:
    assert "☐ COLLECT" in visitor.ask(f"/api/records/{TELEGRAM.id}").text
