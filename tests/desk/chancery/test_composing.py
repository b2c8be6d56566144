"""A paper of the desk is a record like any other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.desk.chancery.desks import COME, DEPARTMENT, EVENING, USUN, begun, carried, desk

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.composing import MEDIA_TYPE, composed
from onionskin.desk.chancery.course import stands
from onionskin.desk.chancery.cutting import cut
from onionskin.desk.chancery.deeds import KINDS
from onionskin.desk.chancery.naming import Names
from onionskin.desk.chancery.persons import Roster
from onionskin.record.codec import from_json, to_json
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.evidence import Deed
from onionskin.record.fields import Kind
from onionskin.record.marks import InkState
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.state import Access, state
from onionskin.workbench.desk import Desk

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parents[3] / "schemas/record-1.json").read_text()))
REVIEWED: tuple[tuple[str, DeskAct, dict[str, object]], ...] = (
    ("requests", DeskAct.REQUEST, {"case": "88-1"}),
    ("reviewer", DeskAct.REVIEW, {"case": "88-1"}),
    ("reviewer", DeskAct.DOWNGRADE, {"level": "SECRET", "authority": "EO 12356", "until": "OADR"}),
)


def record(held: Desk, paper: str, **more: Any) -> Document:
    standing = held.standing(paper)
    assert standing is not None
    return composed(standing, held.acts(paper), held.roster, **more)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    with desk(tmp_path_factory.mktemp("desk")) as held:
        paper = begun(held, told={"subject": "Next Steps", "typed_by": "ck"}, to_pass=["EXCOM"], signer="Rusk")
        carried(held, paper, COME)
        held.perform("ball", DeskAct.CIRCULATE, paper, {"to": ["Vice President"]}, at=EVENING)
        held.perform("clerk", DeskAct.COPY, paper, {"holder": "Vice President"}, at=EVENING)
        yield held, paper


def test_a_sent_telegram_has_the_fields_of_one_that_was_read(sent: tuple[Desk, str]) -> None:
    told = record(*sent)
    assert (told.id, told.kind, told.source.media_type) == (sent[1], Kind.TELEGRAM, MEDIA_TYPE)
    values = {
        name: reading.value.name if isinstance(reading.value, Named) else reading.value
        for name in ("direction", "number", "series", "from", "classification", "subject", "date", "drafted_on")
        if (reading := told.one(name))
    }
    assert values == {
        "direction": "outgoing",
        "number": "1359",
        "series": "DEPTEL",
        "from": DEPARTMENT,
        "classification": "TOP SECRET",
        "subject": "Next Steps",
        "date": "1962-11-23T21:43:00-05:00",
        "drafted_on": "1962-11-23",
    }
    names = {
        name: [each.value.name for each in told.many(name) if isinstance(each.value, Named)]
        for name in ("to", "cleared_by", "pass_to", "copies_to")
    }
    assert names == {
        "to": [USUN],
        "cleared_by": ["johnson", "breisky"],
        "pass_to": ["EXCOM"],
        "copies_to": ["Vice President"],
    }
    assert [told.one(name) for name in ("typed_by", "signed_by", "approved_by")].count(None) == 0


def test_every_value_rests_on_an_act_and_none_on_ink(sent: tuple[Desk, str]) -> None:
    told = record(*sent)
    assert not told.pages
    assert not told.ink_faults()
    stated = [reading for _, reading in told.readings() if reading.state is not ReadingState.ABSENT]
    assert stated
    assert all(isinstance(reading.evidence[0], Deed) for reading in stated)


def test_it_keeps_to_the_published_schema_and_comes_back_from_json(sent: tuple[Desk, str]) -> None:
    told = record(*sent, copy=1)
    SCHEMA.validate(to_json(told))
    assert from_json(to_json(told)) == told
    assert (told.copy.holder, told.copy.number) == ("Vice President", "1")


def test_its_acts_say_how_it_stood_on_a_day(tmp_path: Path) -> None:
    with desk(tmp_path) as held:
        paper = begun(held)
        carried(held, paper, COME)
        for by, act, takes in REVIEWED:
            held.perform(by, act, paper, takes, at="1988-04-06")
        told = record(held, paper)
        then = state(told.acts, PartialDate.parse("1962-11-24"))
        now = state(told.acts, PartialDate.parse("1990"))
    assert (then.level, then.captions, then.access) == ("TOP SECRET", ("EYES ONLY", "SENSITIVE"), Access.NOT_REVIEWED)
    assert (now.level, now.until) == ("SECRET", "OADR")
    marks = {each.level: each.state for each in told.markings if each.level}
    assert marks == {"TOP SECRET": InkState.STRUCK, "SECRET": InkState.STANDING}


def test_every_act_of_the_desk_has_its_word_in_the_record() -> None:
    assert set(KINDS) == set(DeskAct)


@pytest.mark.parametrize(
    ("zone", "at", "local"),
    [
        ("America/New_York", "1962-11-24T02:43:00Z", "1962-11-23T21:43:00-05:00"),
        ("America/New_York", "1962-07-01T02:43:30Z", "1962-06-30T22:43:00-04:00"),
        ("Europe/Moscow", "1962-11-24T02:43:00Z", "1962-11-24T05:43:00+03:00"),
        ("America/New_York", "1988-04-06", "1988-04-06"),
    ],
)
def test_times_are_those_of_the_post(zone: str, at: str, local: str, tmp_path: Path) -> None:
    with desk(tmp_path) as held:
        held.open_post("keeper", {"name": "Here", "zone": zone})
        assert Names(held.roster, "Here").local(at) == local


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("ball", "person", "George W. Ball"),
        (USUN, "post", USUN),
        ("S/S", "office", "S/S"),
        ("EXCOM", "organization", "EXCOM"),
        ("Mr. Alder", "person", "Alder"),
    ],
)
def test_a_name_is_what_the_desk_knows_of_it(name: str, kind: str, told: str, sent: tuple[Desk, str]) -> None:
    named = Names(sent[0].roster, DEPARTMENT).party(name, EVENING)
    assert (named.kind, named.name) == (kind, told)


DEED = Deed("Alder", "1988-04-06")
TEXT = "We will lift the quarantine. " + "The source in the port says that crates were loaded at night. " * 3 + "End."


def passage(start: int, end: int, code: str = "(b)(1)") -> Mapping[str, object]:
    return {"start": start, "end": end, "exemption": code}


def test_a_cut_passage_leaves_its_extent_and_exemption_and_no_word() -> None:
    left = cut(TEXT, [passage(29, 91, "(b)(1) 1.3(a)(5)"), passage(90, 215)], DEED)
    assert left.text == "We will lift the quarantine. [36 words in 1 line withheld: (b)(1) 1.3(a)(5); (b)(1)]End."
    (excision,) = left.excisions
    assert [(each.scheme, each.edition, each.code) for each in excision.exemptions][:2] == [
        ("FOIA", None, "(b)(1)"),
        ("EO", "12356", "1.3(a)(5)"),
    ]


PASSAGES = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)).map(lambda at: passage(at[0], at[0] + at[1])))


@given(PASSAGES)
def test_what_is_left_is_what_no_passage_touches(passages: list[Mapping[str, Any]]) -> None:
    marked = "".join(chr(0x4E00 + n) for n in range(230))
    left = cut(marked, passages, DEED)
    gone = {n for each in passages for n in range(each["start"], each["end"])}
    kept = [ord(each) - 0x4E00 for each in left.text if ord(each) >= 0x4E00]
    assert kept == [n for n in range(230) if n not in gone]


def test_paragraphs_keep_their_labels() -> None:
    takes = {
        "form": "memorandum",
        "post": DEPARTMENT,
        "text": "Dear all:\n\n1. First\nthing.\n\n2. DEPTEL 1338 stands.",
    }
    act = Performed(act=DeskAct.DRAFT, paper="os-0", by="hand", at=EVENING, takes=takes)
    held = stands([act])
    assert held is not None
    told = composed(held, [act], Roster())
    assert [(each.label, each.text) for each in told.text.paragraphs] == [
        (None, "Dear all:"),
        ("1.", "First thing."),
        ("2.", "DEPTEL 1338 stands."),
    ]
    assert [(each.series, each.number) for each in told.references] == [("DEPTEL", "1338")]
