"""Many acts out of a file, one JSON object a line, so that a script may do hundreds in one run.

    {"as": "ball", "act": "draft", "paper": "first", "at": "1962-11-23T20:00-05:00", "takes": {"form": "telegram", ...}}
    {"as": "johnson", "act": "clear", "paper": "first", "takes": {"office": "G"}}

`paper` is an id, or what the file itself calls a paper that it begins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.errors import OnionskinError, UsageError
from onionskin.workbench.desk import Desk

_KEYS = {"as", "act", "paper", "at", "takes"}


def do_lines(desk: Desk, lines: Iterable[str], by: str = "") -> Iterator[tuple[int, Performed | OnionskinError]]:
    """Each line's number, from 1, with what was done, or why it was not; `by` acts where a line names nobody."""
    called: dict[str, str] = {}
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield n, _done(desk, _told(line), by, called)
        except OnionskinError as refused:
            yield n, refused


def _told(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as broken:
        raise UsageError(f"the line is not JSON: {broken}", advice="Mend it, and do it once more") from None
    if not isinstance(told, dict) or not told.keys() <= _KEYS or not isinstance(told.get("takes", {}), dict):
        raise UsageError("a line has as, act, paper, at and takes", advice="Mend it, and do it once more")
    if stray := [name for name in _KEYS - {"takes"} if not isinstance(told.get(name, ""), str)]:
        raise UsageError(f"{min(stray)} is a word", advice="Mend it, and do it once more")
    if told.get("act") not in tuple(DeskAct):
        raise UsageError(f"{told.get('act')!r} is no act", advice=f"The acts are: {', '.join(DeskAct)}")
    return told


def _done(desk: Desk, told: dict[str, Any], by: str, called: dict[str, str]) -> Performed:
    act, paper, person = DeskAct(told["act"]), told.get("paper", ""), told.get("as") or by
    if not person:
        raise UsageError("the line names nobody who acts", advice='Say "as", or --as for all lines')
    begins = act in BEGINNING
    if not begins:
        paper = called.get(paper) or desk.named(person, paper)
    done = desk.perform(person, act, "" if begins else paper, told.get("takes", {}), at=told.get("at", ""))
    if begins and paper:
        called[paper] = done.paper
    return done
