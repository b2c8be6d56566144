"""The acts of `acts.toml`, done at a desk."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.composing import composed
from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import Desk, open_desk

HERE = Path(__file__).parent
DEPARTMENT = "Department of State"
CLEARED = {"clearance": "TOP SECRET", "captions": ["SENSITIVE"]}


@dataclass(frozen=True, slots=True)
class Enacted:
    """A paper of the script after its acts: `whole` as it stands at the desk, its own copy described."""

    name: str
    whole: Document
    copy: str


def enacted(folder: Path) -> dict[str, Enacted]:
    """Do all acts of the script at a desk in an empty folder; the records that they make, by the papers' names."""
    script = tomllib.loads((HERE / "acts.toml").read_text("utf-8"))
    settings = Settings(collection=folder)
    open_collection(settings, create=True).close()
    with open_desk(settings) as desk:
        _staffed(desk, script)
        return {each["name"]: _paper(desk, each) for each in script["paper"]}


def _staffed(desk: Desk, script: Mapping[str, Any]) -> None:
    for post in script["post"]:
        desk.open_post("script", post)
    for person in script["person"]:
        told = {"post": DEPARTMENT, **CLEARED, **{name: held for name, held in person.items() if name != "day"}}
        desk.appoint("script", told, day=person.get("day", "1961-01-20"))


def _paper(desk: Desk, told: Mapping[str, Any]) -> Enacted:
    text, paper = (HERE / told["text"]).read_text("utf-8").strip(), ""
    for act in told["act"]:
        takes = dict(act.get("takes", {}))
        if act["act"] in {"draft", "amend"}:
            takes["text"] = text.replace(act.get("without", ""), "") if "without" in act else text
        if "passage" in act:
            start = text.index(act["passage"])
            takes["passages"] = [{"start": start, "end": text.index("\n\n", start), "exemption": act["exemption"]}]
        paper = desk.perform(act["by"], DeskAct(act["act"]), paper, takes, at=act["at"]).paper
    held = desk.standing(paper)
    if held is None:
        raise ValueError(f"{told['name']} was never begun")
    return Enacted(told["name"], composed(held, desk.acts(paper), desk.roster, copy=told["copy"]), str(told["copy"]))
