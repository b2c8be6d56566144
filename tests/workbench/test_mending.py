"""A page that is turned, read again or replaced is read as it then is; papers, decisions and the way back stay."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest
from PIL import Image
from tests.readers.sheets import INCOMING_1951, MEMORANDUM_1958

from onionskin.errors import ChangedMeanwhileError, NotFoundError, OnionskinError, SourceError, UsageError
from onionskin.record.decisions import Fate, Verb
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.engine import PageImage
from onionskin.scans.source import page_image as page_of_file
from onionskin.settings import Settings
from onionskin.workbench import (
    Asked,
    Collection,
    LayerPolicy,
    MendingAsked,
    PageForm,
    adrift,
    check,
    decide,
    decide_boundary,
    give_pages,
    mend_page,
    mending_state,
    open_collection,
    overlay_pages,
    page_image,
    page_qualities,
    page_sight,
    place_of,
    read,
)
from onionskin.workbench import mending as mending_module
from onionskin.workbench import worker as worker_module

CLERK = "A. Clerk"
SIZE = (600, 800)
ASKEW = "ql9 zzx\nvvw xq\n"
TEXTS = {60: MEMORANDUM_1958, 90: INCOMING_1951, 120: INCOMING_1951.replace("Tehran", "Tehrah"), 150: ASKEW}
"""What stands on a sheet, by the grey of the patch in its top left corner."""


class Reader:
    """Reads sheets by the patch in their corner; one that does not lie upright it cannot read."""

    def __init__(self, name: str) -> None:
        self.name = f"patch-{name}/1"

    def read(self, image: PageImage) -> PageText:
        """Words on a grid."""
        text = TEXTS.get(int(image.pixels[4, 4]), ASKEW)
        if self.name == "patch-best/1":
            text = text.replace("Tehrah", "Tehran")
        words = []
        for found in re.finditer(r"\S+", text):
            row, column = text.count("\n", 0, found.start()), found.start() - text.rfind("\n", 0, found.start())
            box = Box(10 + 6 * column, 10 + 12 * row, 10 + 6 * (column + len(found[0])), 20 + 12 * row)
            words.append(Word(Span(*found.span()), box, 0.9))
        return PageText(image.n, text, tuple(words), image.width, image.height, image.dpi, self.name)


def sheet(grey: int) -> Image.Image:
    pixels = np.full((SIZE[1], SIZE[0]), 250, np.uint8)
    pixels[:20, :20] = grey
    return Image.fromarray(pixels)


def tiff(path: Path, *sheets: Image.Image) -> Path:
    sheets[0].save(path, save_all=True, append_images=sheets[1:], dpi=(100, 100))
    return path


def by_our_reader(patched: pytest.MonkeyPatch) -> None:
    for module in (worker_module, mending_module):
        patched.setattr(module, "engine_of", lambda name, _: Reader(name))


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of two papers, the second of which lies on its side, and the collection that it was read into."""
    place = tmp_path_factory.mktemp("read-once")
    (place / "in").mkdir()
    tiff(place / "in" / "box.tif", sheet(60), sheet(90).rotate(90, expand=True))
    with (
        pytest.MonkeyPatch.context() as patched,
        open_collection(Settings(collection=place / "c"), create=True) as opened,
    ):
        by_our_reader(patched)
        assert read_in(opened) == ["read"]
    return place


@pytest.fixture
def box(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    """That collection, for each test anew."""
    by_our_reader(monkeypatch)
    copytree(read_once, tmp_path, dirs_exist_ok=True)
    with open_collection(Settings(collection=tmp_path / "c")) as opened:
        yield opened


def read_in(collection: Collection) -> list[str]:
    return [outcome.state for outcome in read(collection, [collection.settings.collection.parent / "in"])]


def papers(collection: Collection) -> list[Document]:
    return list(collection.store.records(linked=True))


def asked(of: str, verb: str, page: int = 2, **more: object) -> MendingAsked:
    return MendingAsked(of=of, page=page, verb=verb, author=CLERK, **more)  # type: ignore[arg-type]


def ids(collection: Collection) -> list[str]:
    return [paper.id for paper in papers(collection)]


def decisions(collection: Collection) -> list[str]:
    return [entry.told["verb"] for entry in collection.store.journal() if entry.kind == "decision"]


def test_a_turned_page_is_read_as_it_lies_now_and_shown_so(box: Collection) -> None:
    before = page_image(box, ids(box)[0], 2)[0]
    done = mend_page(box, asked("box.tif", "turn", degrees=90, reason="it lay on its side"))
    assert (done.before.text.split(), done.now.text) == (ASKEW.split(), INCOMING_1951)
    assert (done.now.turned, done.now.reason) == (90, "as a person decided, it was turned by 90 degrees")
    second = papers(box)[-1]
    assert (second.kind, second.source.pages) == ("telegram", (2,))
    assert page_image(box, second.id, 2)[0] != before
    sight = page_sight(box, second.id, 2)
    assert (sight.width, sight.height) == SIZE
    assert list(check(box)) == []
    entry = next(each for each in box.store.journal() if each.kind == "decision")
    assert (entry.author, entry.told["reason"]) == (CLERK, "it lay on its side")


def test_what_was_done_outlives_the_next_reading_in_this_process_and_in_others(
    box: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    mend_page(box, asked("box.tif", "turn", degrees=90))
    before = papers(box)
    assert read_in(box) == ["unchanged"]
    monkeypatch.setattr("onionskin.workbench.reading.MARKS_VERSION", "another")
    assert read_in(box) == ["reread"]
    assert [(paper.id, paper.pages) for paper in papers(box)] == [(paper.id, paper.pages) for paper in before]


def test_undo_brings_the_page_back_letter_for_letter_and_can_be_asked_for_once(box: Collection) -> None:
    before = papers(box)
    mend_page(box, asked("box.tif", "turn", degrees=90))
    mend_page(box, asked("box.tif", "undo"))
    assert papers(box) == before
    assert read_in(box) == ["unchanged"]
    assert decisions(box) == ["turn", "undo"]
    with pytest.raises(UsageError, match="nobody changed page 2"):
        mend_page(box, asked("box.tif", "undo"))


def test_a_decision_finds_its_words_again_on_the_page_that_was_read_anew(box: Collection, tmp_path: Path) -> None:
    mend_page(box, asked("box.tif", "replace", scan=tiff(tmp_path / "worse.tif", sheet(120))))
    second = papers(box)[-1]
    assert "Tehrah" in second.text.transcription
    decide(box, Asked(Verb.CORRECT, CLERK, second.id, words="Tehrah", to="Tehran"))
    mend_page(box, asked(second.id, "reread", engine="best"))
    again = papers(box)[-1]
    assert (again.id, again.decisions[0].state) == (second.id, Fate.FULFILLED)
    done = mend_page(box, asked(second.id, "turn", degrees=180))
    assert done.adrift == 1
    assert [(record, each.state) for record, each in adrift(box)] == [(second.id, Fate.ADRIFT)]
    mend_page(box, asked(second.id, "undo"))
    mend_page(box, asked(second.id, "undo"))
    assert [each.state for each in papers(box)[-1].decisions] == [Fate.STANDING]


def test_a_better_scan_takes_the_place_of_the_page_and_the_first_one_stays(box: Collection, tmp_path: Path) -> None:
    first = ids(box)[0]
    scan = tiff(tmp_path / "better.tif", sheet(60), sheet(90))
    done = mend_page(box, asked(first, "replace", scan=scan, scan_name="better.tif", scan_page=2))
    assert done.now.text == INCOMING_1951
    assert done.now.surrogate is not None
    assert (done.now.surrogate.name, done.now.surrogate.page) == ("better.tif", 2)
    assert ids(box)[0] == first
    assert [entry.names for entry in box.store.sources()] == [("box.tif",)]
    assert box.store.bytes_of(done.now.surrogate.sha256) == scan.read_bytes()
    scan.unlink()
    second = papers(box)[-1]
    with Image.open(next(iter(overlay_pages(box, second.id, tmp_path / "out")))) as drawn:
        assert drawn.width == SIZE[0]
    assert {each.page: each.words for each in page_qualities(box)}[2] == len(done.now.words)
    assert list(check(box)) == []
    mend_page(box, asked(first, "undo"))
    assert papers(box)[0].id == first
    assert box.store.bytes_of(papers(box)[0].source.sha256) == (tmp_path / "in" / "box.tif").read_bytes()


def test_a_scan_that_stood_for_a_page_can_become_a_source_of_its_own(box: Collection, tmp_path: Path) -> None:
    scan = tiff(tmp_path / "better.tif", sheet(90))
    mend_page(box, asked("box.tif", "replace", scan=scan))
    assert [outcome.error for outcome in read(box, [scan])] == [None]
    assert [Path(entry.names[-1]).name for entry in box.store.sources()] == ["box.tif", "better.tif"]
    assert list(check(box)) == []


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("broken.tif", b"II*\0 no more", SourceError),
        ("cut.png", b"\x89PNG\r\n\x1a\n", SourceError),
        ("empty.tif", b"", SourceError),
        ("letter.txt", b"Dear Sir:\n", UsageError),
        ("gone.tif", None, NotFoundError),
    ],
)
def test_a_broken_scan_changes_nothing(
    box: Collection, tmp_path: Path, name: str, data: bytes | None, fault: type[OnionskinError]
) -> None:
    before, journal = papers(box), len(list(box.store.journal()))
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(fault):
        mend_page(box, asked("box.tif", "replace", scan=tmp_path / name))
    assert papers(box) == before
    assert len(list(box.store.journal())) == journal
    assert [entry.names for entry in box.store.sources()] == [("box.tif",)]


@pytest.mark.parametrize(
    "wrong",
    [
        asked("box.tif", "turn", degrees=45),
        asked("box.tif", "turn", page=3, degrees=90),
        asked("box.tif", "reread", engine="crystal"),
        asked("box.tif", "replace"),
        asked("box.tif", "accept"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(box: Collection, wrong: MendingAsked) -> None:
    before = papers(box)
    with pytest.raises(UsageError):
        mend_page(box, wrong)
    assert papers(box) == before
    assert decisions(box) == []


def test_a_paper_that_begins_lower_on_its_page_keeps_its_id_and_what_was_settled(
    box: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "I have the honor to report.\n\nRespectfully yours,\n\nA. B. Clerk\n\n"
    monkeypatch.setitem(TEXTS, 180, head + INCOMING_1951)
    monkeypatch.setitem(TEXTS, 200, "A line that only the better scan shows.\n" + head + INCOMING_1951)
    mend_page(box, asked("box.tif", "replace", scan=tiff(tmp_path / "one.tif", sheet(180))))
    line = 1 + head.count("\n") + next(n for n, each in enumerate(INCOMING_1951.split("\n")) if each.strip())
    decide_boundary(box, ids(box)[0], "begin", place_of(f"2:{line}"), author=CLERK)
    before = ids(box)
    mend_page(box, asked("box.tif", "replace", scan=tiff(tmp_path / "two.tif", sheet(200))))
    assert ids(box) == before
    assert [paper.boundaries[0].state for paper in papers(box)][-1] == "accepted"
    assert papers(box)[-1].text.transcription.strip().startswith(INCOMING_1951.strip().split("\n")[0].strip())
    assert read_in(box) == ["unchanged"]
    mend_page(box, asked("box.tif", "undo"))
    assert ids(box) == before
    assert [paper.boundaries[0].state for paper in papers(box)][-1] == "accepted"


def test_who_saw_another_state_of_the_page_is_told_so(box: Collection) -> None:
    seen = mending_state(box, "box.tif", 2).last
    mend_page(box, asked("box.tif", "turn", degrees=90, seen=seen))
    with pytest.raises(ChangedMeanwhileError):
        mend_page(box, asked("box.tif", "turn", degrees=90, seen=seen))
    assert decisions(box) == ["turn"]


def test_a_step_before_the_last_is_taken_back_from_the_history_and_the_page_read_without_it(
    box: Collection, tmp_path: Path
) -> None:
    mend_page(box, asked("box.tif", "turn", degrees=90))
    mend_page(box, asked("box.tif", "reread", engine="best"))
    first = mending_state(box, "box.tif", 2).done[0]
    decide(box, Asked(Verb.UNDO, CLERK, entry=first.entry))
    (left,) = mending_state(box, "box.tif", 2).done
    assert left.mending is not None
    assert left.mending.engine == "best"
    page = next(page for paper in papers(box) for page in paper.pages if page.n == 2)
    assert (page.turned, page.reader) == (None, "patch-best/1")


def test_a_searchable_pdf_shows_the_page_as_it_lies_now_with_its_words(box: Collection, tmp_path: Path) -> None:
    mend_page(box, asked("box.tif", "turn", degrees=90))
    mend_page(
        box, asked("box.tif", "replace", page=1, scan=tiff(tmp_path / "b.tif", sheet(90), sheet(60)), scan_page=2)
    )
    (given,) = give_pages(box, PageForm.PDF, tmp_path / "out")
    assert given.path is not None
    settings = Settings(collection=tmp_path / "again", engine="null", text_layer=LayerPolicy.KEEP)
    with open_collection(settings, create=True) as again:
        (outcome,) = read(again, [given.path])
        pages = {page.n: page for document in outcome.documents for page in document.pages}
    for n, text in ((1, MEMORANDUM_1958), (2, INCOMING_1951)):
        assert pages[PageNumber(n)].text.split() == text.split()
    drawn = Image.open(io.BytesIO(_drawn(given.path, 2))).convert("L")
    assert drawn.width < drawn.height
    assert int(np.asarray(drawn)[5, 5]) < 150


def _drawn(path: Path, n: int) -> bytes:
    with path.open("rb") as file:
        return page_of_file(file, "application/pdf", PageNumber(n))[0]
