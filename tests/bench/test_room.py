"""A page's address leads the bench to the JSON route that says the same, and never to one that must be asked more."""

import pytest
from bench.room.routes import Route, as_json, route_of, routes


@pytest.fixture(scope="module")
def known() -> tuple[Route, ...]:
    return routes()


@pytest.mark.parametrize(
    ("page", "same"),
    [
        ("/?kind=letter&page=3", "/api/records?kind=letter&offset=100&limit=50"),
        ("/persons?find=rusk&page=2", "/api/persons?q=rusk&offset=100&limit=100"),
        ("/persons/person:107516?part=to", "/api/persons/person:107516?part=to"),
        ("/papers/os-1?light=date", "/api/records/os-1"),
        ("/calendar/1962-11", "/api/calendar/1962-11"),
        ("/search?q=talks", "/api/search?q=talks"),
        ("/search", ""),
        ("/papers/os-1/correct?words=haggle", ""),
        ("/ledger/changes?since=1962-11-17&until=1962-11-23", "/api/ledger/changes?since=1962-11-17&until=1962-11-23"),
        ("/ledger/changes", ""),
        ("/desk", ""),
    ],
)
def test_what_a_page_says_is_asked_of_its_json_route(known: tuple[Route, ...], page: str, same: str) -> None:
    assert as_json(known, page) == same


def test_every_json_address_is_answered_by_the_route_that_is_meant(known: tuple[Route, ...]) -> None:
    path = "/api/records/{record_id}/explain/{field:path}"
    route = next(each for each in known if each.path == path)
    address = route.filled({"record_id": "os-1", "field": "stamps/0/date"})
    assert (address, route_of(known, address)) == ("/api/records/os-1/explain/stamps/0/date", route)
