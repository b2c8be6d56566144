"""Procedures as data: for each act who may, what must come before, what it takes and what it yields.

A file of procedures, `lexicon/procedures/department.toml` or an archive's own:

    title = "Department of State, as papers of November 1962 show it"

    [act.clear]
    about = "An office agrees to the text as it stands"
    source = "the drafting block of telegram 1359 of 23 November 1962"
    who = ["office-asked"]            # any of `rules.WHO`
    needs = ["text", "not-sent"]      # all of `rules.NEEDS`
    takes = ["office", "remarks?"]    # of `particulars.PARTICULARS`; a "?" at the end: it may be left out
    yields = ["number"]               # of YIELDS: what the act gives
    sees = "text"                     # how much of the paper one must see: text, title or existence
    prints = "cleared by"             # what the form says of it

    [series."telegram"]               # where `yields` gives numbers: what each series counts
    named = "{post} to {to}"
    runs = "yearly"                   # it begins anew each year; where nothing is said it runs on
    begins = "07-01"                  # ... on that day by the clock of its post; where nothing is said on 1 January
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.particulars import PARTICULARS
from onionskin.desk.chancery.rules import NEEDS, WHO
from onionskin.desk.chancery.sight import Sight
from onionskin.errors import LexiconError

STANDARD = "department"
NEW_YEAR = "01-01"
YIELDS = frozenset({"number", "control", "copy", "service"})
"""A number in the series of the sending post, a control number of the receiving one, the number of a copy, that of a
service message."""

_ACT_KEYS = frozenset({"about", "source", "who", "needs", "takes", "yields", "sees", "prints"})
_MUST = ("about", "source", "who")


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How one act is done here; `takes` says of each particular whether it must be there."""

    act: DeskAct
    about: str
    source: str
    who: tuple[str, ...]
    needs: tuple[str, ...] = ()
    takes: Mapping[str, bool]
    yields: tuple[str, ...] = ()
    sees: Sight = Sight.TEXT
    prints: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """What a series counts. `begins` is the day (`07-01`) on which it begins anew each year, empty where it runs on."""

    named: str
    begins: str = ""

    def name(self, day: str, **parts: object) -> str:
        """What the series of a day (`1962-11-23`) is called: `Department of State to USUN New York, 1962-63`."""
        called = self.named.format(**parts)
        if not self.begins:
            return called
        year = int(day[:4]) - (day[5:] < self.begins)
        over = "" if self.begins == NEW_YEAR else f"-{(year + 1) % 100:02}"
        return f"{called}, {year:04}{over}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedures:
    """All procedures of a desk. An act that has none is not done there."""

    title: str
    acts: Mapping[DeskAct, Procedure]
    series: Mapping[str, Series]


@cache
def standard() -> Procedures:
    """Those that come with Onionskin."""
    name = f"procedures/{STANDARD}.toml"
    return read(files("onionskin.lexicon").joinpath(name).read_text(encoding="utf-8"), f"lexicon/{name}")


def of_file(path: Path) -> Procedures:
    """An archive's own. LexiconError names the line at fault."""
    try:
        return read(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as fault:
        raise LexiconError(f"the procedures cannot be read: {fault}", where=str(path)) from None


def read(text: str, where: str) -> Procedures:
    """Procedures out of a file's text, each name in it looked at. LexiconError names the line at fault."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"the file is not TOML: {broken}", where=where, advice="Mend that line") from None
    reading = _Reading(text, where)
    for name in data.keys() - {"title", "act", "series"}:
        raise reading.fault(f"no {name!r} belongs here; there are `title`, `act` and `series`", name)
    title = data.get("title")
    if not isinstance(title, str) or not title.strip():
        raise reading.fault("the procedures need a `title`", "title")
    acts = {}
    for name, raw in data.get("act", {}).items():
        if name not in tuple(DeskAct):
            raise reading.fault(f"{name!r} is no act; there are {', '.join(DeskAct)}", f"act.{name}")
        acts[DeskAct(name)] = reading.procedure(DeskAct(name), raw)
    series = {name: reading.series(name, raw) for name, raw in data.get("series", {}).items()}
    if missing := sorted(_series_of(acts) - series.keys()):
        raise reading.fault(f"an act yields a number, and no [series.{missing[0]}] says what it counts", "series")
    return Procedures(title=title, acts=MappingProxyType(acts), series=MappingProxyType(series))


def _series_of(acts: Mapping[DeskAct, Procedure]) -> set[str]:
    return {each for act in acts.values() for each in act.yields}


def _is_day(words: object) -> bool:
    """Whether it is a day of every year: `07-01`."""
    try:
        return isinstance(words, str) and bool(date.fromisoformat(f"2001-{words}"))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Reading:
    """One file; knows at which line a thing stands."""

    text: str
    where: str

    def procedure(self, act: DeskAct, raw: object) -> Procedure:
        """One act's table."""
        table = f"act.{act.value}"
        if not isinstance(raw, dict):
            raise self.fault("an act is a table", table)
        for key in raw.keys() - _ACT_KEYS:
            raise self.fault(f"{act} says {key!r}; an act has {', '.join(sorted(_ACT_KEYS))}", table, key)
        for key in _MUST:
            if not raw.get(key):
                raise self.fault(f"{act} does not say {key!r}", table)
        takes = {each.removesuffix("?"): not each.endswith("?") for each in self._names(raw, table, "takes")}
        for key, told, known in (
            ("who", raw["who"], WHO.keys()),
            ("needs", raw.get("needs", []), NEEDS.keys()),
            ("takes", list(takes), PARTICULARS.keys()),
            ("yields", raw.get("yields", []), YIELDS),
        ):
            self._names(raw, table, key)
            for each in told:
                if each not in known:
                    raise self.fault(f"{act}: {each!r} in `{key}` is none of {', '.join(sorted(known))}", table, key)
        sees = str(raw.get("sees", "text")).upper()
        if sees not in Sight.__members__:
            raise self.fault(f"{act}: `sees` is text, title, existence or nothing", table, "sees")
        return Procedure(
            act=act,
            about=str(raw["about"]),
            source=str(raw["source"]),
            who=tuple(raw["who"]),
            needs=tuple(raw.get("needs", ())),
            takes=MappingProxyType(takes),
            yields=tuple(raw.get("yields", ())),
            sees=Sight[sees],
            prints=str(raw.get("prints", "")),
        )

    def series(self, name: str, raw: object) -> Series:
        """One series, called by `{post}`, `{to}`, `{paper}` for what tells one from another."""
        told = raw if isinstance(raw, dict) and raw.keys() <= {"named", "runs", "begins"} else {}
        named, runs, begins = told.get("named"), told.get("runs", "on"), told.get("begins", "")
        if not isinstance(named, str) or set(re.findall(r"\{(.*?)\}", named)) - {"post", "to", "paper", "form"}:
            asks = "a series has `named`, with {post}, {to}, {form} and {paper} in it, and may say `runs` and `begins`"
            raise self.fault(asks, f"series.{name}", "named")
        if runs not in ("on", "yearly"):
            raise self.fault("a series `runs` on, or yearly", f"series.{name}", "runs")
        if begins and (runs != "yearly" or not _is_day(begins)):
            raise self.fault('a yearly series `begins` on a day such as "07-01"', f"series.{name}", "begins")
        return Series(named, (begins or NEW_YEAR) if runs == "yearly" else "")

    def _names(self, raw: Mapping[str, Any], table: str, key: str) -> list[str]:
        told = raw.get(key, [])
        if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
            raise self.fault(f"`{key}` is a list of words", table, key)
        return told

    def fault(self, what: str, table: str, key: str = "") -> LexiconError:
        """What is wrong, with its line, 1-based."""
        return LexiconError(what, where=f"{self.where}, line {self._line(table, key)}", advice="Mend that line")

    def _line(self, table: str, key: str) -> int:
        lines = self.text.split("\n")
        head = re.compile(
            r"\s*\[?\s*" + r"\s*\.\s*".join(rf"""["']?{re.escape(each)}["']?""" for each in table.split("."))
        )
        at = next((n for n, line in enumerate(lines, 1) if head.match(line)), 1)
        if not key:
            return at
        named = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        return next((n for n, line in enumerate(lines[at:], at + 1) if named.match(line)), at)
