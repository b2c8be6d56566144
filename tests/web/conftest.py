"""A reading room upon a real collection that holds the specimens, and a visitor without a browser."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp
from tests.hashing import cheaply_hashed  # noqa: F401 - for all tests of the room
from tests.web import browsing, specimens
from tests.web.desk.staffed import kept_at_desk
from tests.web.rooms import NAME, Enter, Rooms
from tests.web.templates import compiled_once  # noqa: F401 - as above
from tests.web.visitor import Visitor

from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.store.contract import KeptSource
from onionskin.store.opening import open_store
from onionskin.web.app import create_app
from onionskin.workbench import Collection, Porter, Role, Workshop, open_collection, open_intake, read


def furnished(place: Path, documents: Sequence[Document], *, policy: str = "public") -> Settings:
    """A collection of these papers, kept and indexed as if they had been read."""
    settings = Settings(collection=place, policy=policy)
    with open_collection(settings, create=True) as collection:
        put(collection, documents)
    return settings


def put(collection: Collection, documents: Sequence[Document]) -> None:
    """Keep and index papers as if they had been read."""
    for each in documents:
        source = KeptSource(each.source.name, each.source.sha256, each.source.media_type, specimens.raw(each), 1)
        collection.store.keep(source, [each], "typed for a test")
        collection.index_standing([each])
    collection.finish_indexing()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A collection of all specimens."""
    return furnished(tmp_path_factory.mktemp("room") / "collection", specimens.everything())


@pytest.fixture(scope="session")
def app(settings: Settings) -> ASGIApp:
    """The room upon it."""
    return create_app(settings, names=[NAME])


@pytest.fixture(scope="session")
def visitor(app: ASGIApp) -> Visitor:
    """Someone who asks that room."""
    return Visitor(app, NAME)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Visitor:
    """Someone who asks a room whose collection was read from the two example papers."""
    settings = Settings(collection=tmp_path_factory.mktemp("archive") / "collection")
    with open_collection(settings, create=True) as collection:
        assert [outcome.state for outcome in read(collection, [examples])] == ["read", "read"]
    return Visitor(create_app(settings, names=[NAME]), NAME)


@pytest.fixture(scope="session")
def gathered_settings(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Settings:
    """A collection of the two example papers, linked, and of all specimens: something for every page to show."""
    settings = Settings(collection=tmp_path_factory.mktemp("gathered") / "collection")
    with open_collection(settings, create=True) as collection:
        assert [outcome.state for outcome in read(collection, [examples])] == ["read", "read"]
        put(collection, specimens.everything())
    kept_busy(settings)
    kept_to_be_asked_again(settings)
    kept_at_desk(settings)
    with Porter(settings) as porter:
        porter.add("ruth", Role.OWNER, "four words of a book")
        porter.key("ruth", "catalogue", 30)
        porter.invite("ann", Role.READER)
        porter.disable(porter.invite("old", Role.EDITOR).account.name)
    return settings


def kept_busy(settings: Settings) -> None:
    """An upload that was read and held a broken file, and work that was stopped."""
    intake = open_intake(settings, 0)
    intake.begin("scan.pdf")
    intake.write(b"%PDF-1.4 and no more")
    intake.end()
    with Workshop(settings) as workshop:
        workshop.take_in(intake, "ruth")
        workshop.run_next()
        workshop.stop(workshop.reread("ruth").n)


def kept_to_be_asked_again(settings: Settings) -> None:
    """Saved searches of the user of this machine: with new papers, with none, and one that parses no longer."""
    with open_store(settings.collection) as store:
        for name, query, seen in (("Talks", "talks", 0), ("Rome", "Rome", 9_999), ("Of old", "(", 0)):
            store.searches.save(getpass.getuser(), name, query, "best", seen)


@pytest.fixture(scope="session")
def gathered(gathered_settings: Settings) -> Visitor:
    """Someone who asks a room upon that collection."""
    return Visitor(create_app(gathered_settings, names=[NAME]), NAME)


@pytest.fixture(scope="module")
def gathered_address(gathered_settings: Settings) -> Iterator[str]:
    """That room, open to a browser."""
    with browsing.opened(gathered_settings) as address:
        yield address


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    """The room of the specimens, open to a browser."""
    with browsing.opened(settings) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser. No test of its module can use a `Visitor`."""
    with browsing.browser() as started:
        yield started


@pytest.fixture
def rooms() -> Iterator[Rooms]:
    """Rooms upon collections of the test's own."""
    lent = Rooms()
    yield lent
    lent.leave()


@pytest.fixture
def enter(rooms: Rooms) -> Enter:
    """Opens a room upon a collection of the test's own, and has somebody ask it."""
    return rooms.enter


@pytest.fixture(scope="session")
def under_review(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """Someone who asks a room whose collection is under review."""
    place = tmp_path_factory.mktemp("held") / "collection"
    return Visitor(create_app(furnished(place, specimens.everything(), policy="review"), names=[NAME]), NAME)


@pytest.fixture
def empty(tmp_path: Path, enter: Enter) -> Visitor:
    """Someone who asks a room whose collection holds nothing."""
    return enter(furnished(tmp_path / "empty", ()))
