"""A case is opened, decided paper by paper, answered, appealed and closed, and what is withheld stays unsaid."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk.chancery.desks import COME, DEPARTMENT, EVENING, begun, carried, desk

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.cases import CaseAct, CaseStage
from onionskin.desk.chancery.course import stands
from onionskin.desk.chancery.withheld import withheld_papers
from onionskin.errors import ActRefusedError, LexiconError, NotFoundError, UsageError
from onionskin.exports.withheld import withheld_brief, withheld_json, withheld_table
from onionskin.settings import Settings
from onionskin.store.database import driver_of
from onionskin.workbench import open_collection
from onionskin.workbench.checking import desk_faults, rebuild
from onionskin.workbench.desk import open_desk
from onionskin.workbench.desk_case_telling import letter_pdf, letter_sheet
from onionskin.workbench.desk_cases import Cases, Decision
from onionskin.workbench.desk_replaying import digest, replayed

GOLDEN = Path(__file__).parent / "golden"
NUMBER = "C.A. NO 88-0034"
DAY = "1988-04-06"
LETTER = (
    "Dear Mr. Ambassador:\n\n"
    "You will wish to see Mr. Kuznetsov on Sunday.\n"
    "The bombers are to leave within thirty days, and we shall say so.\n"
    "I send you the text of the letter that goes to Mr. McCloy.\n"
)
OPENED: dict[str, object] = {
    "kind": "civil-action",
    "case": NUMBER,
    "requester": "Institute for Old Papers",
    "address": ["12 Archive Street", "Washington, D.C."],
    "wanted": "all telegrams and letters to the mission in New York\nof November 1962 on the withdrawal of bombers",
    "received": "1988-01-11",
    "due": "1988-06-01",
}
BY_LINE = Decision(
    access="excise",
    authority="E.O. 12356",
    classification="downgrade",
    level="SECRET",
    until="OADR",
    exemptions=("B1A5",),
    lines="4",
    again="1998-04-06",
)
DENIAL = Decision(access="deny", authority="E.O. 12356", exemptions=("(b)(1)", "1.3(a)(3)"))
RELEASE = Decision(access="release", authority="E.O. 12356", classification="declassify")


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[Cases]:
    with desk(tmp_path / "c") as opened:
        more = {"clearance": "TOP SECRET", "reviews": "TOP SECRET", "captions": ["SENSITIVE"]}
        opened.appoint(
            "keeper", {"name": "archer", "post": DEPARTMENT, "roles": ["reviewer"], **more}, day="1961-01-20"
        )
        yield Cases(opened, tmp_path / "c")


@pytest.fixture
def papers(cases: Cases) -> tuple[str, str]:
    """The telegram as it was sent, and a letter as it was read."""
    telegram = begun(cases.desk)
    carried(cases.desk, telegram, COME)
    letter = cases.desk.perform(
        "requests",
        DeskAct.ENTER,
        given={
            "form": "letter",
            "post": "The Secretary of State",
            "to": ["Adlai E. Stevenson"],
            "text": LETTER,
            "level": "TOP SECRET",
            "captions": ["SENSITIVE"],
            "told": {"date": "1962-11-17", "subject": "Bombers"},
        },
        at=EVENING,
    ).paper
    return telegram, letter


def asked(cases: Cases, papers: tuple[str, ...]) -> None:
    cases.open("requests", OPENED, at=DAY)
    cases.add("requests", NUMBER, papers, at=DAY)


def decided(cases: Cases, papers: tuple[str, str]) -> None:
    asked(cases, papers)
    cases.decide("reviewer", NUMBER, papers[0], DENIAL, at=DAY)
    cases.decide("reviewer", NUMBER, papers[1], BY_LINE, at=DAY)


def test_a_case_goes_from_request_to_answer_and_on_appeal_to_another(cases: Cases, papers: tuple[str, str]) -> None:
    decided(cases, papers)
    assert cases.step("requests", CaseAct.ANSWER, NUMBER, at=DAY).stage is CaseStage.ANSWERED
    on_appeal = cases.appeal("requests", NUMBER, at="1988-05-02")
    assert on_appeal.stage is CaseStage.APPEALED
    assert cases.show("requests", NUMBER).counts.denied == 0
    with pytest.raises(ActRefusedError, match="another must"):
        cases.decide("reviewer", NUMBER, papers[0], RELEASE, at="1988-05-03")
    for paper in papers:
        cases.decide("archer", NUMBER, paper, RELEASE, at="1988-05-04")
    cases.step("requests", CaseAct.ANSWER, NUMBER, at="1988-05-05")
    assert cases.step("requests", CaseAct.CLOSE, NUMBER, at="1988-05-06").stage is CaseStage.CLOSED
    with pytest.raises(ActRefusedError, match="it is closed"):
        cases.add("requests", NUMBER, papers[:1])
    counts = cases.show("requests", NUMBER).counts
    assert (counts.released, counts.in_part, counts.denied) == (2, 0, 0)


def test_a_decision_stands_on_both_axes_or_on_none(cases: Cases, papers: tuple[str, str]) -> None:
    asked(cases, papers)
    with pytest.raises(ActRefusedError, match="still SECRET"):
        cases.decide(
            "reviewer",
            NUMBER,
            papers[1],
            Decision(access="release", authority="x", classification="downgrade", level="SECRET"),
            at=DAY,
        )
    left = cases.desk.standing(papers[1])
    assert left is not None
    assert (left.level, left.reviewed) == ("TOP SECRET", None)
    done = cases.decide("reviewer", NUMBER, papers[1], BY_LINE, at=DAY)
    assert [each.act.value for each in done] == ["review", "downgrade", "excise"]
    left = cases.desk.standing(papers[1])
    assert left is not None
    assert (left.level, left.until, left.access.value) == ("SECRET", "OADR", "in-part")


def test_no_letter_and_no_index_before_all_is_decided(cases: Cases, papers: tuple[str, str]) -> None:
    asked(cases, papers)
    cases.decide("reviewer", NUMBER, papers[0], DENIAL, at=DAY)
    for attempt in (
        lambda: cases.letter("requests", NUMBER),
        lambda: cases.index("requests", NUMBER),
        lambda: cases.step("requests", CaseAct.ANSWER, NUMBER),
        lambda: cases.step("requests", CaseAct.CLOSE, NUMBER),
    ):
        with pytest.raises(ActRefusedError, match="nothing has been decided of 1 paper yet"):
            attempt()


def test_an_agency_that_has_not_answered_holds_a_release_up(cases: Cases, papers: tuple[str, str]) -> None:
    asked(cases, papers)
    cases.refer("reviewer", NUMBER, papers[1], "Department of Defense", due="1988-05-01", at=DAY)
    with pytest.raises(ActRefusedError, match="Department of Defense has not answered"):
        cases.decide("reviewer", NUMBER, papers[1], RELEASE, at=DAY)
    assert cases.desk.counts("requests")["referral"] == 1
    cases.agency_answers("reviewer", NUMBER, papers[1], "Department of Defense", "No objection", at=DAY)
    cases.decide("reviewer", NUMBER, papers[1], RELEASE, at=DAY)
    cases.decide("reviewer", NUMBER, papers[0], DENIAL, at=DAY)
    assert "1 paper was referred to Department of Defense." in cases.letter("requests", NUMBER, at=DAY)


def written(name: str, text: str) -> None:
    """Hold a text against what is kept of it."""
    assert text.replace("\r\n", "\n") == (GOLDEN / name).read_text("utf-8")


def test_the_letter_and_the_index_of_a_case_are_these(cases: Cases, papers: tuple[str, str]) -> None:
    decided(cases, papers)
    index = cases.index("requests", NUMBER)
    written("answer.txt", cases.letter("requests", NUMBER, at=DAY))
    written("withheld.md", "".join(withheld_brief(NUMBER, index)))
    written("withheld.csv", "".join(withheld_table(index)))
    written("withheld.json", withheld_json(NUMBER, index))


def test_a_letter_is_set_on_its_form_by_the_places_of_its_parts() -> None:
    sheet = letter_sheet((GOLDEN / "answer.txt").read_text("utf-8"))
    assert sheet.date == "April 6, 1988"
    assert sheet.address == ("Institute for Old Papers", "12 Archive Street", "Washington, D.C.", f"Case {NUMBER}")
    assert (sheet.salutation, sheet.close) == ("Dear Institute for Old Papers:", ("Sincerely,",))
    assert sheet.signature == "requests"
    assert sheet.paragraphs[1] == "all telegrams and letters to the mission in New York"
    assert letter_sheet("No more is known.\n").paragraphs == ("No more is known.",)
    with pdfium.PdfDocument(letter_pdf((GOLDEN / "answer.txt").read_text("utf-8"), "letter")) as read:
        words = " ".join(page.get_textpage().get_text_bounded() for page in read)
    assert "there is no administrative appeal from it" in " ".join(words.split())


def test_a_request_under_the_act_has_its_days_and_its_right_of_appeal(cases: Cases, papers: tuple[str, str]) -> None:
    opened = cases.open(
        "requests", {"kind": "foia", "requester": "A. Reader", "wanted": "x", "received": "2024-01-02"}, at="2024-01-02"
    )
    assert (opened.number, opened.due) == ("F-2024-00001", "2024-01-31")
    cases.add("requests", opened.number, papers[:1], at="2024-01-03")
    cases.decide("reviewer", opened.number, papers[0], DENIAL, at="2024-01-04")
    letter = cases.letter("requests", opened.number, at="2024-01-05")
    assert "within 90 days, that is until April 4, 2024" in letter


def test_numbers_of_the_desks_own_series_pass_over_those_that_were_given(cases: Cases) -> None:
    told = {"kind": "foia", "requester": "A. Reader", "wanted": "x", "received": "2024-01-02"}
    cases.open("requests", {**told, "case": "F-2024-00001"})
    assert cases.open("requests", told).number == "F-2024-00002"
    with pytest.raises(ActRefusedError, match="it is open already"):
        cases.open("requests", {**told, "case": "F-2024-00001"})
    with pytest.raises(UsageError, match="has the number that it was given"):
        cases.open("requests", {**told, "kind": "civil-action"})


def test_who_has_nothing_to_do_with_a_case_is_told_what_one_is_told_of_none(
    cases: Cases, papers: tuple[str, str]
) -> None:
    asked(cases, papers)
    for name in ("ball", "visitor"):
        assert cases.listed(name) == (0, ())
        with pytest.raises(NotFoundError) as hidden:
            cases.show(name, NUMBER)
        with pytest.raises(NotFoundError) as missing:
            cases.show(name, "C.A. NO 99-9999")
        assert str(hidden.value).replace(NUMBER, "") == str(missing.value).replace("C.A. NO 99-9999", "")
    cases.entrust("requests", NUMBER, ["archer"], papers[:1], at=DAY)
    assert [each.paper.held.paper for each in cases.show("archer", NUMBER).papers] == list(papers)
    assert [each.paper.held.paper for each in cases.show("reviewer", NUMBER).papers] == [papers[1]]
    ((row,),) = (cases.listed("reviewer")[1],)
    assert (row.papers, row.undecided) == (1, 1)
    assert cases.listed("requests")[1][0].papers == 2
    with pytest.raises(ActRefusedError, match="role of cases"):
        cases.letter("archer", NUMBER)


def test_an_archives_own_letter_is_used_and_a_fault_in_it_is_told_with_its_line(
    cases: Cases, papers: tuple[str, str], tmp_path: Path
) -> None:
    decided(cases, papers)
    own = tmp_path / "c" / "letters" / "answer.txt"
    own.parent.mkdir()
    own.write_text("{{ requester }}: {{ denied }} withheld.\n")
    assert cases.letter("requests", NUMBER) == "Institute for Old Papers: 1 withheld.\n"
    for text, told in (("one\n{% if %}\n", "line 2"), ("{{ fee }}", "'fee' is undefined"), ("{{ ''.x.y }}", "no")):
        own.write_text(text)
        with pytest.raises(LexiconError, match=told):
            cases.letter("requests", NUMBER)


def test_cases_follow_from_the_journal_and_are_made_anew_from_it(cases: Cases, papers: tuple[str, str]) -> None:
    decided(cases, papers)
    cases.open("requests", {"kind": "foia", "requester": "A. Reader", "wanted": "x"})
    cases.step("requests", CaseAct.ANSWER, NUMBER, at=DAY)
    log = cases.desk.log
    assert list(desk_faults(log)) == []
    before = cases.listed("requests")
    with log.database.writing() as connection:
        driver_of(connection).execute("UPDATE desk_cases SET due = '2999-01-01', stage = 'open'")
        driver_of(connection).execute("DELETE FROM desk_requests")
    assert {each.where for each in desk_faults(log)} >= {f"desk, case {NUMBER}", f"desk, {papers[0]}"}
    rebuild(cases.desk)
    assert list(desk_faults(log)) == []
    assert cases.listed("requests") == before


def test_a_preview_is_for_those_who_may_read(cases: Cases, papers: tuple[str, str]) -> None:
    asked(cases, papers)
    shown = "".join(each.shown for each in cases.preview("reviewer", papers[1], lines="4"))
    assert "bombers" not in shown
    with pytest.raises(ActRefusedError):
        cases.preview("requests", papers[1], lines="4")


WORDS = st.lists(st.sampled_from([f"qz{n}x" for n in range(12)]), min_size=1, max_size=14)


@settings(max_examples=60)
@given(WORDS, WORDS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=3), st.booleans())
def test_no_word_that_only_the_withheld_passages_have_stands_in_an_index(
    text: list[str], head: list[str], cuts: list[tuple[int, int]], denied: bool
) -> None:
    body, subject = " ".join(text), " ".join(head)
    spans = [(at % len(body), min(len(body), at % len(body) + length)) for at, length in cuts]
    passages = [{"start": start, "end": end, "exemption": "(b)(1)"} for start, end in spans]
    verb = DeskAct.DENY if denied else DeskAct.EXCISE
    given_ = {"exemptions": ["(b)(1)"], "authority": "a"} if denied else {"passages": passages, "authority": "a"}
    acts = [
        Performed(
            act=DeskAct.ENTER,
            paper="p",
            by="clerk",
            at=DAY,
            takes={"form": "letter", "post": "here", "to": [subject], "text": body, "told": {"subject": subject}},
        ),
        Performed(act=DeskAct.REQUEST, paper="p", by="clerk", at=DAY, takes={"case": "1"}),
        Performed(act=verb, paper="p", by="reviewer", at=DAY, takes=given_),
    ]
    held = stands(acts)
    assert held is not None
    index = tuple(withheld_papers("1", [held]))
    cut = {at for start, end in spans for at in range(start, end)}
    shown = "" if denied else "".join(each if at not in cut else "\n" for at, each in enumerate(body))
    hidden = set(text) - set(shown.split())
    told = json.loads(withheld_json("1", index))
    if denied:
        told["papers"][0].pop("to")
    for form in (
        json.dumps(told),
        *(() if denied else ("".join(withheld_brief("1", index)), "".join(withheld_table(index)))),
    ):
        assert not [each for each in hidden if each in form]


def test_a_desk_that_is_played_again_has_its_cases_as_well(
    cases: Cases, papers: tuple[str, str], tmp_path: Path
) -> None:
    decided(cases, papers)
    cases.step("requests", CaseAct.ANSWER, NUMBER, at=DAY)
    cases.open("requests", {**OPENED, "kind": "foia", "case": ""}, at=DAY)
    folder = Settings(collection=tmp_path / "again")
    open_collection(folder, create=True).close()
    with open_desk(folder) as again:
        came = replayed(cases.desk, again)
        assert (came.differences, came.digest) == ((), digest(cases.desk))
        other = Cases(again)
        assert other.log.cards().keys() == cases.log.cards().keys()
        assert other.show("requests", NUMBER).case.stage is CaseStage.ANSWERED
        assert list(desk_faults(again.log)) == []
