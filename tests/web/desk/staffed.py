"""A desk in the collection of a room: the seed persons, and whoever runs the tests, with papers at several stages."""

from __future__ import annotations

import getpass

from tests.desk.chancery.desks import CLEARED, COME, DEPARTMENT, PERSONS, SENT, TELEGRAM, USUN, Course

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.store.desk_cards import case_id
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_cases import CaseAct, Cases, Decision

BEGUN, ARRIVED, SENT_FLASH, LETTER = (f"os-{each * 20}" for each in "bcde")
"""Papers of the user of this machine: one in the clearing, one that has come, a FLASH that was sent, a letter."""
ASKED, DENIED = (f"os-{each * 20}" for each in "fg")
"""Memoranda that are asked for in cases."""
MAILED = f"os-{'h' * 20}"
"""A telegram to a post of another installation, for a mail server to take over."""
MISSION = "Geneva"
CASE, ANSWERED = (case_id(each) for each in ("88-0034", "88-0035"))
ME = getpass.getuser()


def staff(settings: Settings) -> Desk:
    """The desk of that collection, with its posts and persons; the user of this machine is one of them."""
    held = open_desk(settings)
    for name in (DEPARTMENT, USUN):
        held.open_post("keeper", {"name": name, "zone": "America/New_York"})
    held.open_post("keeper", {"name": MISSION, "mail": "telegrams@geneva.example"})
    for person in PERSONS:
        held.appoint("keeper", person, day="1961-01-20")
    mine = {
        **PERSONS[0],
        "name": ME,
        "printed": "Ruth Halloran",
        "roles": ["drafter", "custodian", "cases", "reviewer"],
    }
    mine["reviews"] = "TOP SECRET"
    held.appoint("keeper", mine, day="1961-01-20")
    return held


def kept_at_desk(settings: Settings) -> None:
    """Papers for every page of the desk to show."""
    with staff(settings) as held:
        for paper, precedence in ((BEGUN, "PRIORITY"), (ARRIVED, "ROUTINE"), (SENT_FLASH, "FLASH")):
            held.perform(ME, DeskAct.DRAFT, paper, {**TELEGRAM, "precedence": precedence, "info": [DEPARTMENT]})
        held.perform(ME, DeskAct.AMEND, BEGUN, {"text": "You should see Kuznetsov tomorrow, to discuss next steps."})
        held.perform("johnson", DeskAct.CLEAR, BEGUN, {"office": "G", "remarks": "better so"})
        copied: Course = (("clerk", DeskAct.COPY, {"holder": "stevenson"}),)
        for by, act, given in (*COME, *copied):
            held.perform(by, act, ARRIVED, given)
        for by, act, given in SENT[: len(CLEARED)]:
            held.perform(by, act, SENT_FLASH, {**given, "captions": ["LIMDIS"]} if "level" in given else given)
        held.perform("clerk", DeskAct.NUMBER, SENT_FLASH)
        held.perform("clerk", DeskAct.TRANSMIT, SENT_FLASH)
        told = {"subject": "A visit", "salutation": "Dear Sir:", "close": "Sincerely yours,", "date": "May 4, 1962"}
        letter = {"form": "letter", "post": DEPARTMENT, "to": ["stevenson"], "signer": "ball", "told": told}
        held.perform(ME, DeskAct.DRAFT, LETTER, {**letter, "text": "I thank you.\n\nPlease come."})
        held.perform(
            ME, DeskAct.DRAFT, MAILED, {**TELEGRAM, "to": [MISSION], "eyes_only": [], "asked": [], "approver": ME}
        )
        on_its_way: Course = (
            (ME, DeskAct.APPROVE, {}),
            (ME, DeskAct.CLASSIFY, {"level": "UNCLASSIFIED"}),
            ("clerk", DeskAct.NUMBER, {}),
            ("clerk", DeskAct.TRANSMIT, {}),
        )
        for by, act, given in on_its_way:
            held.perform(by, act, MAILED, given)
        _asked_for(held)


def _asked_for(held: Desk) -> None:
    """A case with a paper to review, and one that is answered."""
    cases = Cases(held)
    for number, paper in (("88-0034", ASKED), ("88-0035", DENIED)):
        told = {"form": "memorandum", "post": "Bureau of Maps", "to": ["U"], "text": "The map is old.\nBurn it."}
        held.perform(ME, DeskAct.ENTER, paper, {**told, "level": "SECRET", "told": {"subject": "Maps"}})
        cases.open(ME, {"kind": "foia", "case": number, "requester": "A. Reader", "wanted": "maps"})
        cases.add(ME, number, [paper])
    cases.decide(ME, "88-0035", DENIED, Decision(access="deny", authority="State", exemptions=("(b)(1)",)))
    cases.step(ME, CaseAct.ANSWER, "88-0035")
