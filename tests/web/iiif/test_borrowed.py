"""The viewer that is not ours comes whole, pinned and with its licence, or not at all."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.web import specimens
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.web import borrowed
from onionskin.web.app import create_app

_, _, SCAN = specimens.everything()


class _Registry(BaseHTTPRequestHandler):
    """Gives an archive with the right names and other bytes."""

    def do_GET(self) -> None:
        held = io.BytesIO()
        with tarfile.open(fileobj=held, mode="w:gz") as archive:
            for name in ("package/build/openseadragon/openseadragon.min.js", "package/LICENSE.txt"):
                archive.addfile(tarfile.TarInfo(name))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(held.getvalue())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name for it
        """Says nothing."""


def fetched(repository: Path, registry: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(repository / "scripts" / "fetch-viewer")]
    surroundings = {**os.environ, "npm_config_registry": registry, "no_proxy": "127.0.0.1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings, timeout=600)


def test_other_bytes_than_the_pinned_ones_are_refused(repository: Path) -> None:
    with HTTPServer(("127.0.0.1", 0), _Registry) as registry:
        threading.Thread(target=registry.serve_forever, daemon=True).start()
        got = fetched(repository, f"http://127.0.0.1:{registry.server_port}/")
        registry.shutdown()
    assert got.returncode == 1
    assert "not the pinned file" in got.stderr
    assert "works without" in got.stderr


def test_a_registry_out_of_reach_is_told_in_a_sentence(repository: Path) -> None:
    got = fetched(repository, "http://127.0.0.1:9")
    assert got.returncode == 1
    assert "works without" in got.stderr
    assert "Traceback" not in got.stderr


def test_without_its_licence_it_is_not_served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(borrowed, "shelf", lambda: tmp_path)
    (tmp_path / borrowed.VIEWER).write_bytes(b"//")
    assert borrowed.viewer() is None
    (tmp_path / borrowed.LICENCE).write_text("BSD")
    assert borrowed.viewer() == b"//"


@pytest.mark.parametrize("there", [True, False])
def test_a_paper_asks_for_zoom_where_the_viewer_is(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, *, there: bool
) -> None:
    monkeypatch.setattr(borrowed, "viewer", lambda: b"//" if there else None)
    room = Visitor(create_app(settings, names=["room.test"]), "room.test")
    page = room.page(f"/papers/{SCAN.id}")
    assert [bool(each.attributes.get("data-library")) for each in page.all("script")].count(True) == int(there)
    assert page.one("figure", class_="image").attributes["data-service"] == f"/iiif/3/{SCAN.id}/1"
    assert room.ask(f"/static/{borrowed.VIEWER}").status_code == (200 if there else 404)
