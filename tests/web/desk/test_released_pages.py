"""The pages of a scan that was read under review: shown in full release, and nowhere before, after or in part."""

from __future__ import annotations

import hashlib
import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.desk.chancery.desks import desk
from tests.web.page_kinds import PART, paths
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.desk.chancery.acts import DeskAct
from onionskin.record.document import Copy, Document, Source, Texts
from onionskin.record.evidence import Deed
from onionskin.record.fields import Kind
from onionskin.record.ids import record_id
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import Reading, ReadingState
from onionskin.scans.page_forms import PageForm
from onionskin.settings import Settings
from onionskin.store.contract import FOR_A_PAGE, KeptSource
from onionskin.workbench import open_collection
from onionskin.workbench.checking import check, rebuild
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_entering import enter
from onionskin.workbench.desk_pages import IN_PART, SHARED, name_of
from onionskin.workbench.desk_publishing import RELEASED
from onionskin.workbench.pages import give_pages

GREYS = (200, 140, 80, 30)
"""Of each sheet of the file: a page is known again by it wherever it turns up."""
WORDS = ("Of ferries.", "Of ferries and, below, of Zwetschge.", "Of Zwetschge alone.", "Of harbours.")
SIZE = (60, 80)
Course = tuple[tuple[DeskAct, dict[str, object]], ...]
ASKED: Course = ((DeskAct.REQUEST, {"case": "88-1"}), (DeskAct.REVIEW, {"case": "88-1"}))
STATE: dict[str, object] = {"authority": "State"}
IN_FULL: Course = ((DeskAct.DECLASSIFY, STATE), (DeskAct.RELEASE, STATE))
EXCISED: Course = ((DeskAct.EXCISE, {**STATE, "passages": [{"start": 0, "end": 2, "exemption": "(b)(6)"}]}),)
WITHDRAWN: Course = ((DeskAct.WITHDRAW, {**STATE, "exemptions": ["(b)(6)"]}),)
SECRET = {"classification": Reading("SECRET", ReadingState.ASSERTED, "", 1.0, (Deed("an archivist", "1987-01-01"),))}
WHO = {DeskAct.REQUEST: "requests"}


class Box:
    """A collection under review with one file: a paper on its sheets 1, 2 and 4, another on 2 and 3."""

    def __init__(self, folder: Path, enter: Enter) -> None:
        self._enter = enter
        self.settings = Settings(collection=folder, policy="review")
        self.desk: Desk
        sheets = [Image.new("L", SIZE, grey) for grey in GREYS]
        held = io.BytesIO()
        sheets[0].save(held, "TIFF", save_all=True, append_images=sheets[1:], description="the agent Zwetschge")
        self.file = held.getvalue()
        sha256 = hashlib.sha256(self.file).hexdigest()
        self.paper, self.other = (record_id(sha256, PageNumber(n), 0) for n in (1, 2))
        documents = [self._paper(self.paper, sha256, (1, 2, 4)), self._paper(self.other, sha256, (2, 3))]
        with open_collection(self.settings, create=True) as collection:
            collection.store.keep(KeptSource("box.tif", sha256, "image/tiff", self.file, 4), documents, "test/1")

    @staticmethod
    def _paper(paper: str, sha256: str, pages: tuple[int, ...]) -> Document:
        held = tuple(
            PageText(PageNumber(n), WORDS[n - 1], width=SIZE[0], height=SIZE[1], dpi=100, reader="x/1") for n in pages
        )
        source = Source("box.tif", sha256, "image/tiff", tuple(each.n for each in held))
        words = Texts("of ferries", "of ferries", ())
        return Document(id=paper, kind=Kind.LETTER, source=source, copy=Copy(), pages=held, fields=SECRET, text=words)

    def take_in(self) -> None:
        with open_collection(self.settings) as collection:
            enter(self.desk, collection, "requests", self.paper, at="1988-01-01")

    def do(self, *course: tuple[DeskAct, dict[str, object]]) -> None:
        for act, given in course:
            self.desk.perform(WHO.get(act, "reviewer"), act, self.paper, given, at="1988-04-06")

    @property
    def public(self) -> Settings:
        return replace(self.settings, collection=self.settings.collection / RELEASED)

    def room(self) -> Visitor:
        return self._enter(self.public)

    def kept(self) -> list[bytes]:
        """The files of what everybody may see, databases among them."""
        return [each.read_bytes() for each in self.public.collection.rglob("*") if each.is_file()]

    def faults(self) -> list[str]:
        with open_collection(self.settings) as opened:
            return [each.what for each in check(opened)]

    def greys(self) -> set[int]:
        """The sheets whose pixels are kept for everybody, in whatever file."""
        return {grey for data in self.kept() for grey in greys_in(data)}


@pytest.fixture
def box(tmp_path: Path, enter: Enter) -> Iterator[Box]:
    held = Box(tmp_path, enter)
    with desk(tmp_path) as held.desk:
        held.take_in()
        yield held


def greys_in(data: bytes) -> Iterator[int]:
    """The sheets that an image shows; none where it is no image."""
    try:
        image = Image.open(io.BytesIO(data)).convert("L")
    except OSError:
        return
    for n in range(getattr(image, "n_frames", 1)):
        image.seek(n)
        yield from {min(GREYS, key=lambda grey: abs(grey - value)) for value in image.tobytes()}


def walked(room: Visitor, paper: str) -> Iterator[tuple[str, int, bytes]]:
    """Everything that can be asked of a paper, for every page that it has or might have."""
    parts = {"record_id": paper, "region": "full", "size": "max", "rotation": "0", "start": "0", "end": "2"}
    parts |= {"quality_and_format": "default.png", "notes": "lines", "ending": "txt", "field": "kind"}
    for path in paths("GET"):
        for page in range(1, 5) if "{page}" in path else (1,):
            if "{record_id}" in path:
                address = PART.sub(lambda part: str({**parts, "page": page}[part[1]]), path)  # noqa: B023
                answer = room.ask(address)
                yield address, answer.status_code, answer.content


def test_in_full_its_own_pages_are_shown_and_no_other_page_of_the_file(box: Box) -> None:
    box.do(*ASKED, *IN_FULL)
    assert box.greys() == {GREYS[0], GREYS[3]}
    seen = [greys for _, _, data in walked(box.room(), box.paper) if (greys := set(greys_in(data)))]
    assert {frozenset(each) for each in seen} == {frozenset({GREYS[0]}), frozenset({GREYS[3]})}
    assert len(seen) >= 4
    assert not [data for data in box.kept() if b"Zwetschge" in data]
    page = box.room().ask(f"/papers/{box.paper}?view=both").text
    assert (SHARED.capitalize() in page, WORDS[0] in page, WORDS[3] in page, "Zwetschge" in page) == (
        (True,) * 3 + (False,)
    )


def test_its_pages_leave_as_a_pdf_as_well(box: Box, tmp_path: Path) -> None:
    box.do(*ASKED, *IN_FULL)
    with open_collection(box.public) as released:
        given = list(give_pages(released, PageForm.PDF, tmp_path / "out"))
    assert [each.error for each in given] == [None]


@pytest.mark.parametrize("last", [(IN_FULL[0], *EXCISED), (*IN_FULL, *EXCISED), (*IN_FULL, *WITHDRAWN)])
def test_in_part_or_withdrawn_no_pixel_is_anywhere(box: Box, last: Course) -> None:
    box.do(*ASKED, *last)
    assert box.greys() == set()
    room = box.room()
    told = list(walked(room, box.paper))
    assert [address for address, _, data in told if any(greys_in(data))] == []
    assert {status for address, status, _ in told if "/image" in address or "/iiif/3/" in address} <= {303, 404}
    if last[-1:] != WITHDRAWN:
        assert IN_PART.capitalize() in room.ask(f"/papers/{box.paper}").text


STORE = "onionskin.store.sqlite:SqliteStore"
MOMENTS = (
    f"{STORE}.remove",
    "onionskin.search.sqlite_fts:SqliteIndex.remove",
    f"{STORE}.discard",
    "onionskin.store.blobs:Blobs.discard",
    f"{STORE}.wipe",
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_withdrawal_in_whose_midst_the_process_is_killed_is_finished_when_the_desk_is_opened(
    box: Box, moment: str
) -> None:
    box.do(*ASKED, *IN_FULL)
    act, given = WITHDRAWN[0]
    asked = (str(box.settings.collection), box.paper, moment, "reviewer", act.value, json.dumps(given))
    assert (
        subprocess.run([sys.executable, "-m", "tests.desk.killed", *asked], check=False).returncode == -signal.SIGKILL
    )
    assert box.desk.log.unshown() == (box.paper,)
    with open_desk(box.settings) as again:
        assert again.log.unshown() == ()
    assert box.greys() == set()
    assert not [data for data in box.kept() if WORDS[3].encode() in data]
    assert {status for _, status, _ in walked(box.room(), box.paper)} <= {400, 404}
    assert box.faults() == []


def test_an_image_that_nobody_is_shown_is_told_by_a_check_and_gone_when_the_desk_is_made_anew(box: Box) -> None:
    box.do(*ASKED, *IN_FULL)
    image = io.BytesIO()
    Image.new("L", SIZE, GREYS[1]).save(image, "PNG")
    content = image.getvalue()
    with open_collection(box.public) as released:
        name, sha256 = name_of(f"{box.paper}-9.png"), hashlib.sha256(content).hexdigest()
        released.store.keep(KeptSource(name, sha256, "image/png", content, 1), (), FOR_A_PAGE)
    assert box.faults() == ["images of its pages are kept that nobody is shown"]
    rebuild(box.desk)
    assert (box.faults(), box.greys()) == ([], {GREYS[0], GREYS[3]})


def test_what_an_older_version_showed_is_shown_anew_when_the_desk_is_opened(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version that showed no pages yet."""
    with monkeypatch.context() as older:
        for module in ("desk", "desk_publishing"):
            older.setattr(f"onionskin.workbench.{module}.VERSION", "desk/1")
        older.setattr("onionskin.workbench.desk_publishing.with_pages", lambda document, *_: document)
        with open_desk(box.settings) as box.desk:
            box.do(*ASKED, *IN_FULL)
    assert box.greys() == set()
    open_desk(box.settings).close()
    assert box.greys() == {GREYS[0], GREYS[3]}


def test_what_is_kept_of_them_agrees_with_itself(box: Box) -> None:
    box.do(*ASKED, *IN_FULL, *EXCISED, (DeskAct.RELEASE, STATE))
    assert box.greys() == {GREYS[0], GREYS[3]}
    with open_collection(box.public) as released:
        assert list(released.store.check()) == []


def test_the_other_paper_of_the_file_is_nowhere(box: Box) -> None:
    box.do(*ASKED, *IN_FULL)
    assert {status for _, status, _ in walked(box.room(), box.other)} <= {400, 404}
