"""`bench transcripts`: invented papers on forms of 1945 to 1975, as a vision model prints them, and how they are read.

The papers and what is asked of them (`README.md` says how they were made) came before they were first read. Of the half
to build every miss is named; of the half that only scores there are sums.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from bench.rewrite.asked import AskedFile, load
from bench.rewrite.judge import Item
from bench.rewrite.score import faults, judged, read_folder
from bench.transcripts.manners import MANNERS
from bench.truth import Part, half

HERE = Path(__file__).resolve().parent
PAPERS = HERE / "papers"


def asked_of(part: Part) -> tuple[AskedFile, ...]:
    """What is asked of the files of a half."""
    return tuple(each for each in load(HERE / "asked.toml") if half("transcripts", each.name) == part)


def main(argv: Sequence[str] | None = None) -> int:
    """Reads, judges, prints; 1 when a record breaks the contract or nothing was read."""
    parser = argparse.ArgumentParser(prog="bench transcripts", description=__doc__)
    parser.add_argument("--half", choices=get_args(Part), help="one alone (default: both)")
    parser.add_argument("--manners", action="store_true", help="the same papers in other manners of printing them")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args(argv)
    parts: tuple[Part, ...] = (options.half,) if options.half else get_args(Part)
    lists = {part: asked_of(part) for part in parts}
    if options.manners:
        return _manners(lists, as_json=options.json)
    with tempfile.TemporaryDirectory(prefix="onionskin-transcripts-") as scratch:
        folder = Path(scratch) / "papers"
        folder.mkdir()
        for each in (each for asked in lists.values() for each in asked):
            shutil.copy(PAPERS / each.name, folder)
        records = read_folder(folder, Path(scratch) / "collection")
    broken = faults(records)
    items = {part: judged(asked, records) for part, asked in lists.items()}
    if options.json:
        print(json.dumps({part: dict(sums(found)) for part, found in items.items()} | {"broken": len(broken)}))
    else:
        print("\n".join([*told(items), *(f"broken: {each}" for each in broken)]))
    return 0 if records and not broken else 1


def _manners(lists: Mapping[Part, Sequence[AskedFile]], *, as_json: bool) -> int:
    """How much is as asked of the papers as they stand, and in each other manner."""
    rows: dict[str, dict[Part, list[int]]] = {}
    for name, manner in ({"as they stand": str} | dict(MANNERS)).items():
        with tempfile.TemporaryDirectory(prefix="onionskin-transcripts-") as scratch:
            folder = Path(scratch) / "papers"
            folder.mkdir()
            for each in (each for asked in lists.values() for each in asked):
                (folder / each.name).write_bytes(manner((PAPERS / each.name).read_bytes().decode()).encode())
            records = read_folder(folder, Path(scratch) / "collection")
        rows[name] = {part: dict(sums(judged(asked, records)))["all"] for part, asked in lists.items()}
        if not as_json:
            print(f"{name:<28}" + "".join(f"{part:>8}{right:>6} of {of}" for part, (right, of) in rows[name].items()))
    if as_json:
        print(json.dumps(rows))
    return 0


def sums(items: Sequence[Item]) -> Iterator[tuple[str, list[int]]]:
    """For each sort of thing asked, and for all, how many are as asked and how many there are."""
    sorts: dict[str, list[bool]] = {}
    for item in items:
        sorts.setdefault(sort_of(item), []).append(item.passed)
    yield "all", [sum(item.passed for item in items), len(items)]
    yield from ((sort, [sum(passed), len(passed)]) for sort, passed in sorted(sorts.items()))


def sort_of(item: Item) -> str:
    """The field or the section of the record that is asked: `fields/to`, `markings`, `reading`."""
    return item.what.split()[0].rstrip(":")


def told(items: dict[Part, list[Item]]) -> Iterator[str]:
    """The misses of the half to build, and a table of sums."""
    yield from (f"missing: {item}" for item in items.get("build", ()) if not item.passed)
    for part, found in items.items():
        yield ""
        for sort, (right, asked) in sums(found):
            yield f"{part:<6} {sort:<24}{right:>5} of {asked:>4}  {right / max(asked, 1):.3f}"


if __name__ == "__main__":
    sys.exit(main())
