"""Every kind of page and answer that the room has, found in its routes, each with addresses that show it.

A route that is new is found by itself, and is asked for at an address made of `PARTS`. Where that cannot be, its
addresses stand in `ADDRESSES`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from tests.web import specimens
from tests.web.desk import staffed

from onionskin.settings import Settings
from onionskin.web.app import create_app

TELEGRAM, LETTER, SCAN = specimens.everything()
SEED = "os-njn1voj7ce1srh67vs03"
"""The telegram of the two example papers; its beginning stands in the README."""

BETWEEN = "a=Soviet+Union&b=United+States"

PART = re.compile(r"\{(\w+)(?::\w+)?\}")
PERIODS = ("1962", "1962-11", "1962-11-23", "1901")
PARTS = {
    "sha256": TELEGRAM.source.sha256,
    "record_id": TELEGRAM.id,
    "field": "date",
    "name": "room.css",
    "ending": "bib",
    "n": "1",
    "issue": "inspection",
    "paper": staffed.BEGUN,
}
"""What stands for a part of an address, by the name the route gives it."""

ADDRESSES = {
    "/": ("/", "/?kind=letter", "/?kind=airgram"),
    "/search": (
        "/search",
        "/search?q=talks",
        "/search?q=nowherestanding",
        "/search?q=talks&sort=oldest",
        "/search?q=Khrushchcv",
        "/search?q=talks&since=0",
        "/search?q=talks&since=999",
    ),
    "/papers/{record_id}": (
        *(f"/papers/{each.id}" for each in (TELEGRAM, LETTER, SCAN)),
        f"/papers/{TELEGRAM.id}?light=/stamps/0",
        f"/papers/{SCAN.id}?view=both&light=from",
        f"/papers/{SEED}",
    ),
    "/papers/{record_id}/pages/{page}/image": (f"/papers/{SCAN.id}/pages/1/image",),
    "/collection/remove": (f"/collection/remove?paper={TELEGRAM.id}",),
    "/api/removals/preview": (f"/api/removals/preview?paper={TELEGRAM.id}",),
    "/collection/page": (f"/collection/page?paper={SCAN.id}&page=1",),
    "/api/pages": (f"/api/pages?source={SCAN.id}&page=1",),
    "/collection/work/{n}": ("/collection/work/1", "/collection/work/2"),
    "/calendar/{period}": tuple(f"/calendar/{each}" for each in PERIODS),
    "/api/calendar/{period}": tuple(f"/api/calendar/{each}" for each in PERIODS),
    "/persons": ("/persons", "/persons?letter=H", "/persons?order=papers", "/persons?find=nobody"),
    "/persons/{entity:path}": ("/persons/name:halloran", "/persons/person:107516", "/persons/name:halloran?part=to"),
    "/posts/{entity:path}": ("/posts/post:representative-to-un",),
    "/api/persons/{entity:path}": ("/api/persons/name:halloran",),
    "/api/posts/{entity:path}": ("/api/posts/post:representative-to-un",),
    "/missing": ("/missing", "/missing?kind=telegram&order=cited", "/missing?period=1962-11", "/missing?page=9"),
    "/ledger": ("/ledger", "/ledger?party=Kuznetsov", "/ledger?type=offer&since=1962-11", "/ledger?party=nobody"),
    "/ledger/between": (f"/ledger/between?{BETWEEN}", f"/ledger/between?{BETWEEN}&since=1962-11-17&until=1962-11"),
    "/ledger/issues": ("/ledger/issues", f"/ledger/issues?{BETWEEN}", "/ledger/issues?party=nobody"),
    "/ledger/issues/{issue}": ("/ledger/issues/inspection", f"/ledger/issues/inspection?{BETWEEN}&type=position"),
    "/ledger/export.{ending}": (
        f"/ledger/export.md?{BETWEEN}",
        "/ledger/export.csv",
        "/ledger/export.jsonl?type=offer",
    ),
    "/ledger/changes": ("/ledger/changes", f"/ledger/changes?{BETWEEN}&since=1962-11-17&until=1962-11-23"),
    "/api/ledger/changes": ("/api/ledger/changes?since=1962-11-17&until=1962-11-23",),
    "/api/ledger/between": (f"/api/ledger/between?{BETWEEN}",),
    "/records/{record_id}/ledger": (
        f"/records/{SEED}/ledger",
        f"/records/{SEED}/ledger?followed=yes",
        f"/records/{SCAN.id}/ledger",
    ),
    "/threads/{record_id}": (f"/threads/{SEED}", f"/threads/{LETTER.id}"),
    "/files": ("/files", "/files?folder=nowhere"),
    "/archives": ("/archives", "/archives?archive=", "/archives?archive=&file="),
    "/api/search": ("/api/search?q=talks", "/api/search?q=talks&sort=newest&heaps=3"),
    "/search/form": ("/search/form?words=talks&from=Rusk", "/search/form"),
    "/api/search.{ending}": ("/api/search.csv?q=talks", "/api/search.jsonl?q=talks&sort=title"),
    "/api/records/{record_id}/pages/{page}/strip/{start}-{end}": (f"/api/records/{SCAN.id}/pages/1/strip/0-5",),
    "/desk/trays/{tray}": ("/desk/trays/draft", "/desk/trays/out", "/desk/trays/sign"),
    "/api/desk/trays/{tray}": ("/api/desk/trays/out?limit=1",),
    "/desk/papers": ("/desk/papers", "/desk/papers?q=kuznetsov", "/desk/papers?q=nowherestanding"),
    "/api/desk/papers": ("/api/desk/papers", "/api/desk/papers?q=kuznetsov"),
    "/desk/papers/{paper}": (
        *(f"/desk/papers/{each}" for each in (staffed.BEGUN, staffed.ARRIVED, staffed.SENT_FLASH, staffed.LETTER)),
        f"/desk/papers/{staffed.ARRIVED}?on=2199-01-01",
        f"/desk/papers/{staffed.BEGUN}?on=1962-11-23",
    ),
    "/desk/papers/{paper}/versions": (
        f"/desk/papers/{staffed.BEGUN}/versions",
        f"/desk/papers/{staffed.LETTER}/versions?a=1&b=1",
    ),
    "/desk/cases": ("/desk/cases", "/desk/cases?stage=closed"),
    "/api/desk/cases": ("/api/desk/cases?stage=open", "/api/desk/cases?limit=1"),
    "/api/desk/cases/{case}": (f"/api/desk/cases/{staffed.CASE}",),
    "/api/desk/cases/{case}/index": (f"/api/desk/cases/{staffed.ANSWERED}/index",),
    "/api/desk/cases/{case}/letter": (f"/api/desk/cases/{staffed.ANSWERED}/letter",),
    "/desk/cases/{case}": tuple(f"/desk/cases/{each}" for each in (staffed.CASE, staffed.ANSWERED)),
    "/desk/cases/{case}/papers/{paper}": (f"/desk/cases/{staffed.CASE}/papers/{staffed.ASKED}",),
    "/desk/cases/{case}/letter.txt": (f"/desk/cases/{staffed.ANSWERED}/letter.txt",),
    "/desk/cases/{case}/letter.pdf": (f"/desk/cases/{staffed.ANSWERED}/letter.pdf",),
    "/desk/cases/{case}/index.{form}": tuple(f"/desk/cases/{staffed.ANSWERED}/index.{each}" for each in ("md", "csv")),
    "/desk/draft": ("/desk/draft", "/desk/draft?form=letter", "/desk/draft?form=memorandum"),
    "/queue": ("/queue", "/queue?kind=emendation", "/queue?kind=name", "/queue?page=9"),
    "/papers/{record_id}/correct": (
        f"/papers/{TELEGRAM.id}/correct?words=haggle",
        f"/papers/{SCAN.id}/correct?page=1&start=0&end=10",
    ),
    "/api/records/{record_id}/passage": (f"/api/records/{TELEGRAM.id}/passage?page=1&start=0&end=8",),
    "/iiif/3/{record_id}/{page}": (f"/iiif/3/{SCAN.id}/1",),
    "/iiif/3/{record_id}/{page}/info.json": (f"/iiif/3/{SCAN.id}/1/info.json",),
    "/iiif/3/{record_id}/{page}/{region}/{size}/{rotation}/{quality_and_format}": (
        f"/iiif/3/{SCAN.id}/1/full/max/0/default.jpg",
    ),
    "/iiif/papers/{record_id}/canvas/{page}/text.svg": (f"/iiif/papers/{TELEGRAM.id}/canvas/1/text.svg",),
    "/iiif/papers/{record_id}/canvas/{page}/{notes}.json": (f"/iiif/papers/{SCAN.id}/canvas/1/lines.json",),
}
"""Addresses of a route, by its path."""

FAULTS = ("/papers/os-nothing", "/nowhere", "/?page=0", "/desk/papers/os-00000000000000000000", "/search?q=%22")
"""Addresses that lead to a page which says what to do."""


NOT_PLAYED = frozenset({"/api/desk/exercise", "/api/desk/exercise/account"})
"""What is not there where no exercise is played; `tests/web/desk/test_exercise_room.py` plays one."""


def addresses() -> tuple[str, ...]:
    """Where every GET route can be seen, each once; a path that is left with a `{part}` has no specimen."""
    return tuple(dict.fromkeys(each for path in paths("GET") if path not in NOT_PLAYED for each in shown(path)))


def shown(path: str) -> tuple[str, ...]:
    """The addresses that show a route."""
    return ADDRESSES.get(path) or (PART.sub(lambda part: PARTS.get(part[1], part[0]), path),)


@cache
def unfurnished() -> FastAPI:
    """A room without a collection, for its routes and its description alone; half a second's work, done once."""
    return create_app(Settings(collection=Path("nowhere")))


@cache
def paths(method: str) -> tuple[str, ...]:
    """The paths of all routes that take this method, as the routes write them."""
    routes = iter_route_contexts(unfurnished().routes)
    return tuple(route.path for route in routes if route.path and method in (route.methods or ()))
