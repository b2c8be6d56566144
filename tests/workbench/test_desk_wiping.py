"""What was withdrawn after its release lies on no disk that the public is shown."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.desk.chancery.desks import desk
from tests.workbench.publishing import ASKED, IN_FULL, PASSAGE, TEXT, WITHDRAWN, Course, done, public, sent

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import open_desk
from onionskin.workbench.desk_publishing import RELEASED, open_shown


def bytes_of(folder: Path) -> bytes:
    """All that lies on the disk for the public, logs and free pages too."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def packed(folder: Path, paper: str) -> tuple[bytes, ...]:
    """What the index keeps of the words of a paper, small as it is."""
    with closing(sqlite3.connect(folder / "search.db")) as index:
        asked = "SELECT f.* FROM folded AS f JOIN paper AS p ON p.n = f.paper WHERE p.record = ?"
        return tuple(each for row in index.execute(asked, (paper,)) for each in row if isinstance(each, bytes))


NAMES = ("Zwetschge", "Mirabelle", "Reineclaude", "Quitte", "Schlehe", "Hagebutte")


def closed_again(text: str, whole: bool) -> Course:
    """Withdrawn as a whole, or but for its second paragraph."""
    if whole:
        return WITHDRAWN
    passage = {"start": PASSAGE["start"], "end": text.index("\n\n3."), "exemption": "(b)(6)"}
    return (("reviewer", DeskAct.EXCISE, {"passages": [passage], "authority": "EO 12958"}),)


@pytest.mark.parametrize("whole", [True, False])
def test_no_byte_of_what_was_withdrawn_lies_on_the_disk(tmp_path: Path, whole: bool) -> None:
    """Of papers among others that stay, while a room is open."""
    settings = Settings(collection=tmp_path, policy="review")
    open_collection(settings, create=True).close()
    shown = tmp_path / RELEASED
    with desk(tmp_path) as held:
        texts = {sent(held, 1400 + n, name): TEXT.replace("Zwetschge", name) for n, name in enumerate(NAMES)}
        for paper in texts:
            done(held, paper, (*ASKED, *IN_FULL))
        with open_shown(settings) as room:
            room.make_ready()
            for name, (paper, text) in list(zip(NAMES, texts.items(), strict=True))[::2]:
                kept = (name.encode(), name.lower().encode(), *packed(shown, paper))
                before = bytes_of(shown)
                assert all(each in before for each in kept)
                done(held, paper, closed_again(text, whole))
                assert held.log.unshown() == ()
                after = bytes_of(shown)
                assert [each for each in kept if each in after] == []
    left = bytes_of(shown)
    assert all(name.encode() in left for name in NAMES[1::2])


def test_what_others_read_while_it_was_withdrawn_is_wiped_when_the_desk_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(collection=tmp_path, policy="review")
    open_collection(settings, create=True).close()
    with desk(tmp_path) as held:
        paper = sent(held)
        done(held, paper, (*ASKED, *IN_FULL))
        monkeypatch.setattr("onionskin.search.connections.WIPING", 0.1)
        with closing(sqlite3.connect(tmp_path / RELEASED / "search.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM paper").fetchone()
            done(held, paper, WITHDRAWN)
            assert held.log.unshown() == (paper,)
            assert public(settings, paper) is None
            assert b"Zwetschge" in bytes_of(tmp_path / RELEASED)
    with open_desk(settings) as again:
        assert again.log.unshown() == ()
    assert b"Zwetschge" not in bytes_of(tmp_path / RELEASED)
