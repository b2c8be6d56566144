"""A telegram of the desk that is reviewed, released and withdrawn, and what everybody reads of it."""

from __future__ import annotations

from tests.desk.chancery.desks import COME, begun, carried

from onionskin.desk.chancery.acts import DeskAct
from onionskin.errors import NotFoundError
from onionskin.settings import Settings
from onionskin.workbench import show
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_publishing import open_shown

TEXT = (
    "You should see Kuznetsov promptly; DEPTEL 1338 stands.\n\n"
    "2. The agent Zwetschge saw the crates at Mariel.\n\n"
    "3. We would lift the quarantine."
)
SECRET = ("Zwetschge", "Mariel", "crates")
PASSAGE = {"start": TEXT.index("The agent"), "end": TEXT.index("\n\n3."), "exemption": "(b)(1)"}
Course = tuple[tuple[str, DeskAct, dict[str, object]], ...]
ASKED: Course = (("requests", DeskAct.REQUEST, {"case": "88-1"}), ("reviewer", DeskAct.REVIEW, {"case": "88-1"}))
IN_PART: Course = (
    *ASKED,
    ("reviewer", DeskAct.EXCISE, {"passages": [PASSAGE], "authority": "EO 12356", "case": "88-1"}),
)
IN_FULL: Course = (
    ("reviewer", DeskAct.DECLASSIFY, {"authority": "EO 12356"}),
    ("reviewer", DeskAct.RELEASE, {"authority": "EO 12356"}),
)
WITHDRAWN: Course = (("reviewer", DeskAct.WITHDRAW, {"authority": "EO 12958"}),)


def done(held: Desk, paper: str, course: Course) -> None:
    for by, act, given in course:
        held.perform(by, act, paper, given, at="1988-04-06")


def sent(held: Desk, number: int = 1359, name: str = "Zwetschge") -> str:
    paper = begun(held, text=TEXT.replace("Zwetschge", name), told={"subject": f"{name} at the harbour"})
    numbered: dict[str, object] = {"number": number}
    carried(held, paper, tuple((by, act, numbered if act is DeskAct.NUMBER else given) for by, act, given in COME))
    return paper


def public(settings: Settings, paper: str) -> str | None:
    """What everybody reads of it; None where it is not there."""
    with open_shown(settings) as shown:
        shown.make_ready()
        try:
            return show(shown, paper).document.text.reading
        except NotFoundError:
            return None
