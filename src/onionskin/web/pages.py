"""Templates and static files: what the pages are made of."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from onionskin import __version__
from onionskin.errors import NotFoundError
from onionskin.record import titles
from onionskin.web import borrowed, catalogue, pointing, views
from onionskin.web.faults import Fault, sentence
from onionskin.web.gate import visitors
from onionskin.workbench import Behind

MEDIA_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class StaticFiles:
    """Our own style, script and icon, and the viewer where it was fetched, read once.

    `versions` are their hashes, which stand in their addresses.
    """

    def __init__(self) -> None:
        """Reads them all; there are few."""
        folder = files("onionskin.web") / "static"
        self._held = {
            each.name: each.read_bytes() for each in folder.iterdir() if each.name.rsplit(".", 1)[-1] in MEDIA_TYPES
        }
        if viewer := borrowed.viewer():
            self._held[borrowed.VIEWER] = viewer
        self.versions = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in self._held.items()}

    def read(self, name: str) -> tuple[bytes, str]:
        """Bytes and media type. NotFoundError for a name that is none of ours."""
        if name not in self._held:
            raise NotFoundError("there is no such file", where=name)
        return self._held[name], MEDIA_TYPES[name.rsplit(".", 1)[-1]]

    def has(self, name: str) -> bool:
        """Whether a file is there; only the viewer may not be."""
        return name in self._held

    def address(self, name: str) -> str:
        """Where a file is, with its version."""
        return f"/static/{name}?{self.versions[name]}"


class Pages:
    """The templates, with the words they use. A variable that is missing is an error, and everything is escaped."""

    def __init__(self, static: StaticFiles) -> None:
        """Compiles nothing yet."""
        self._templates = Environment(
            loader=PackageLoader("onionskin.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters.update(
            date=titles.date_in_words,
            machine_date=titles.machine_date,
            kind=titles.kind_words,
            snippet=catalogue.snippet,
            label=views.label,
            pointer=views.pointer_words,
            sentence=sentence,
            figures="{:,}".format,
            words=lambda value: str(value).replace("-", " "),
        )
        self._templates.globals.update(
            static=static.address,
            viewer=static.address(borrowed.VIEWER) if static.has(borrowed.VIEWER) else "",
            behind=Behind,
            csrf=visitors.csrf,
            csrf_token=visitors.csrf_token,
            guarded=visitors.guarded,
            may=visitors.may,
            visitor=visitors.visitor,
            anchor=pointing.anchor,
            places=pointing.places,
            pieces=pointing.pieces,
            passage=catalogue.passage,
            image_address=catalogue.image_address,
            strip_address=catalogue.strip_address,
            row_title=catalogue.row_title,
            candidates=views.candidates,
            joined=views.joined,
            meant=views.meant,
            unmeant=views.unmeant,
            version=__version__,
            q="",
            citing=(),
        )

    def know(self, **words: object) -> None:
        """More words for the templates."""
        self._templates.globals.update(words)

    def render(self, name: str, **variables: Any) -> str:  # noqa: ANN401 - each template has its own
        """One page."""
        return self._templates.get_template(name).render(**variables)

    def compile(self) -> None:
        """Have all templates at hand before somebody waits for one."""
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    def fault(self, fault: Fault, *, at_desk: bool = False, back: str = "") -> str:
        """The page that says what went wrong and what to do, with the way `back` to where something was to be done."""
        here = {"here": "desk"} if at_desk else {}
        return self.render("fault.html", fault=fault, at_desk=at_desk, back=back, **here)
