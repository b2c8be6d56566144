"""The seed papers with other facts in another layout: text, and the list of what must be read from it.

A plan in `plans/` is a TOML file; `00-seed.toml` takes the seed papers apart into facts, blocks, bodies and lists, and
every other plan lays its own tables over it. So a rewriting is made from what stands on the paper alone: nothing here
knows a reader.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.rewrite.asked import AskedFile, asked_file
from bench.rewrite.body import Body

__all__ = ["PLANS", "Rewriting", "rewritings"]

PLANS = Path(__file__).parent / "plans"
SEED = "00-seed.toml"
PAPERS = ("telegram", "letters")


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One file as a reader gets it, and its list; the list's `name` is the file's."""

    text: str
    asked: AskedFile


def rewritings(plans: Path = PLANS, *, seed: bool = False) -> Iterator[Rewriting]:
    """Both papers by every plan, in the plans' order; with `seed` by the seed's own plan alone."""
    base = _load(plans / SEED)
    for path in sorted(plans.glob("*.toml")):
        if (path.name == SEED) is seed:
            plan = base if seed else _over(base, _load(path))
            slots = _slots(plan["facts"])
            for paper in PAPERS:
                rewritten = _rewrite(f"{paper}-{path.stem}.txt", plan[paper], slots)
                yield rewritten if seed else Rewriting(rewritten.text, _without_calendar(rewritten.asked))


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """`own` laid over `base`: tables key by key, papers one by one, all else whole; `false` takes a key away."""
    out = dict(base)
    for key, value in own.items():
        held = base.get(key)
        if value is False:
            out.pop(key, None)
        elif isinstance(value, dict) and isinstance(held, dict) and not _is_value(value):
            out[key] = _over(held, value)
        elif key == "papers" and isinstance(held, list):
            if len(value) != len(held):
                raise ValueError(f"{len(value)} papers laid over {len(held)}")
            out[key] = [_over(h, v) for h, v in zip(held, value, strict=True)]
        else:
            out[key] = value
    return out


def _is_value(table: Mapping[str, Any]) -> bool:
    """A table that is one value ({surname}, {at_least}, an insertion ...), and is replaced whole."""
    return bool(table.keys() & {"surname", "at_least", "words", "at", "printed"})


def _slots(facts: Mapping[str, Any]) -> dict[str, Any]:
    letter: dt.date = facts["letter"]
    return {
        **facts,
        "meeting": letter + dt.timedelta(days=facts["meeting_in"]),
        "conference": letter + dt.timedelta(days=facts["conference_in"]),
    }


def _rewrite(name: str, paper: Mapping[str, Any], slots: Mapping[str, Any]) -> Rewriting:
    bodies = {key: Body.of(_filled(body, slots)) for key, body in paper["bodies"].items()}
    blocks = {key: text.removeprefix("\n") for key, text in _filled(paper["blocks"], slots).items()}
    for key, body in bodies.items():
        blocks |= {f"{key}{part}": text for part, text in body.printed(paper.get("paragraph_join", "\n\n")).items()}
    text = paper["lead"]
    for n, entry in enumerate(paper["order"]):
        # "~name" follows on the next line, "^name" on the next page; else the paper's own join stands between.
        between = {"~": "\n", "^": "\f"}.get(entry[0], paper["join"])
        text += (between if n else "") + blocks[entry.lstrip("~^")]
    text += paper["tail"]
    for old, new in paper.get("glyphs", {}).items():
        text = text.replace(old, new)
    asked = _probed(_filled(paper["asked"], slots), bodies)
    return Rewriting(text, asked_file(name, asked))


def _filled(value: Any, slots: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a TOML value is what it is
    """Every string of a table with its slots filled; a slot may hold further slots."""
    if isinstance(value, str):
        filled = value.format_map(slots)
        return filled if filled == value else _filled(filled, slots)
    if isinstance(value, list):
        return [_filled(each, slots) for each in value]
    if isinstance(value, Mapping):
        return {_filled(key, slots): _filled(each, slots) for key, each in value.items()}
    return value


def _probed(value: Any, bodies: Mapping[str, Body]) -> Any:  # noqa: ANN401
    """`@insertion body` and its like in a list, turned into the words that body gives."""
    if isinstance(value, str) and value.startswith("@"):
        what, body = value[1:].split()
        return bodies[body].probe(what)
    if isinstance(value, list):
        return [_probed(each, bodies) for each in value]
    if isinstance(value, Mapping):
        return {key: _probed(each, bodies) for key, each in value.items()}
    return value


def _without_calendar(asked: AskedFile) -> AskedFile:
    """The list without what leads to the published calendar, which knows the seeds' papers and no rewritten one."""
    papers = []
    for paper in asked.papers:
        references = [r for r in paper.get("references", ()) if "resolves_in_calendar" not in r]
        papers.append({**paper, "references": references, "same_as": []})
    return AskedFile(asked.name, tuple(papers), asked.anywhere)
