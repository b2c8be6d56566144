"""A reading room upon a real collection that holds the specimens, and a visitor without a browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from starlette.types import ASGIApp
from tests.web import specimens
from tests.web.visitor import Visitor

from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.store.contract import KeptSource
from onionskin.web.app import create_app
from onionskin.workbench import open_collection, read

NAME = "room.test"


def furnished(place: Path, documents: Sequence[Document], *, policy: str = "public") -> Settings:
    """A collection of these papers, kept and indexed as if they had been read."""
    settings = Settings(collection=place, policy=policy)
    with open_collection(settings, create=True) as collection:
        for each in documents:
            source = KeptSource(each.source.name, each.source.sha256, each.source.media_type, specimens.raw(each), 1)
            collection.store.keep(source, [each], "typed for a test")
            collection.index_standing([each])
        collection.finish_indexing()
    return settings


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


@pytest.fixture
def under_review(tmp_path: Path) -> Visitor:
    """Someone who asks a room whose collection is under review."""
    return Visitor(
        create_app(furnished(tmp_path / "held", specimens.everything(), policy="review"), names=[NAME]), NAME
    )


@pytest.fixture
def empty(tmp_path: Path) -> Visitor:
    """Someone who asks a room whose collection holds nothing."""
    return Visitor(create_app(furnished(tmp_path / "empty", ()), names=[NAME]), NAME)
