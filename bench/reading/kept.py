"""Papers and their truth in a folder, so that anybody can look at them, add papers of his own, and score those."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from bench import onionskin_command
from bench.case import Case, PaperTruth

TRUTH = "truth.json"
"""Beside the papers: file name to `{"traits": [...], "papers": [...]}`, with the keys of `bench.case.PaperTruth`."""

LISTS = frozenset(each.name for each in fields(PaperTruth) if "tuple" in str(each.type))
"""The parts of a truth that JSON has as lists."""


class NoTruthError(Exception):
    """A folder without a truth, or one whose truth cannot be read."""


def keep(cases: Sequence[Case], folder: Path) -> None:
    """Writes the files, and their truth into what the folder holds of it already."""
    folder.mkdir(parents=True, exist_ok=True)
    onionskin_command.write(cases, folder)
    place = folder / TRUTH
    truth = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
    for case in cases:
        papers = [{key: value for key, value in asdict(each).items() if value} for each in case.papers]
        truth[case.name] = {"traits": sorted(case.traits), "papers": papers}
    place.write_text(json.dumps(truth, default=sorted, ensure_ascii=False, indent=1), encoding="utf-8")


def kept(folders: Sequence[Path]) -> Iterator[Case]:
    """The cases of the folders. NoTruthError names the folder, file or key that is wrong."""
    for folder in folders:
        place = folder / TRUTH
        try:
            truth: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
            for name, said in truth.items():
                papers = tuple(_paper(each) for each in said["papers"])
                text = (folder / name).read_bytes()
                yield Case(name=name, text=text, papers=papers, traits=frozenset(said.get("traits", ())))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
            raise NoTruthError(f"{place}: no truth can be had of it ({fault}). `--keep FOLDER` writes one.") from fault


def _paper(said: dict[str, Any]) -> PaperTruth:
    made: dict[str, Any] = {key: tuple(value) if key in LISTS else value for key, value in said.items()}
    if "unjudged" in made:
        made["unjudged"] = frozenset(made["unjudged"])
    return PaperTruth(**made)
