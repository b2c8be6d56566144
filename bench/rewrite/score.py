"""How much of the acceptance list is read from the seed papers, and from the seed papers rewritten.

    python -m bench.rewrite.score [--json] [--all] [--keep FOLDER]

Both figures stand side by side: a reader tuned to the two files shows in the gap. The papers are read by the command
line, one process for a folder; nothing of the readers is imported here.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from bench.rewrite.asked import AskedFile, load
from bench.rewrite.judge import Item, judge
from bench.rewrite.rewrite import rewritings

__all__ = ["EXAMPLES", "LIST", "faults", "ink_faults", "judged", "main", "read_folder"]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
LIST = ROOT / "tests" / "seeds" / "new_york_1962.toml"
CALENDAR = ROOT.parent / "shared" / "data" / "frus" / "frus1961-63v10-12mSupp.xml"
"""The microfiche calendar, which knows the seeds' papers; where it is not there, what leads to it is missing."""
SCHEMA = ROOT / "schemas" / "record-1.json"

Record = Mapping[str, Any]
RECORD = re.compile(r"os-[0-9a-v]{20}")


def main(argv: Sequence[str] | None = None) -> int:
    """Read, judge, print. The status is 0 whatever the figures, 1 when the command line read nothing."""
    parser = argparse.ArgumentParser(prog="python -m bench.rewrite.score", description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--all", action="store_true", help="name also the items marked later that are missing")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the rewritten papers there")
    options = parser.parse_args(argv)
    made = list(rewritings())
    with tempfile.TemporaryDirectory(prefix="onionskin-rewrite-") as scratch:
        folder = options.keep or Path(scratch) / "rewritten"
        folder.mkdir(parents=True, exist_ok=True)
        for rewriting in made:
            (folder / rewriting.asked.name).write_text(rewriting.text, encoding="utf-8", newline="")
        seed_records = read_folder(EXAMPLES, Path(scratch) / "seeds-collection", beside=CALENDAR)
        made_records = read_folder(folder, Path(scratch) / "rewritten-collection")
    sets = {
        "seeds": judged(load(LIST), seed_records),
        "rewritten": judged((r.asked for r in made), made_records),
    }
    wrong = faults([*seed_records, *made_records])
    if options.json:
        print(json.dumps(_figures(sets, wrong), ensure_ascii=False, indent=2))
    else:
        _print(sets, wrong, show_later=options.all)
    return 0 if seed_records or made_records else 1


def read_folder(folder: Path, collection: Path, *, beside: Path | None = None) -> list[Record]:
    """Every record of a folder's papers, in the order of the command line.

    `beside` is a calendar that is taken in first; records that lead to an entry of it lead to its name there
    (`frus1961-63v10-12mSupp/d539`).
    """
    entries = _printed("import", "frus", str(beside), "-c", str(collection)) if beside and beside.is_file() else []
    names = {entry["id"]: entry["source"]["source_ids"][0] for entry in map(json.loads, entries)}
    lines = _printed("read", str(folder), "-c", str(collection))
    return [json.loads(RECORD.sub(lambda m: names.get(m[0], m[0]), line)) for line in lines]


def _printed(*command: str) -> list[str]:
    """The records that a command prints, each as its line."""
    whole = [sys.executable, "-m", "onionskin", *command, "--json"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(whole, capture_output=True, text=True, check=False, env=environment, encoding="utf-8")
    if done.returncode:
        told = f"{' '.join(command)} ended with status {done.returncode}"
        print(f"onionskin {told}:\n{done.stderr[-2000:]}", file=sys.stderr)
    return [line for line in done.stdout.splitlines() if line.startswith("{")]


def judged(lists: Iterable[AskedFile], records: Sequence[Record]) -> list[Item]:
    """The items of every list, each against the records of its own file."""
    by_name: dict[str, list[Record]] = {}
    for record in records:
        by_name.setdefault(Path(record["source"]["name"]).name, []).append(record)
    return [item for asked in lists for item in judge(asked, by_name.get(asked.name, []))]


def faults(records: Iterable[Record]) -> list[str]:
    """What breaks the contract: the schema, and ink that does not say what `as_printed` says."""
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    found = []
    for record in records:
        where = f"{record['source']['name']} {record['id']}"
        found += [f"{where}: {e.json_path}: {e.message[:200]}" for e in validator.iter_errors(record)]
        found += [f"{where}: {fault}" for fault in ink_faults(record)]
    return found


def ink_faults(record: Record) -> Iterator[str]:
    """Readings whose ink is not what stands on the page."""
    text = {page["n"]: page["text"] for page in record["pages"]}
    for pointer, reading in _readings(record):
        for ink in reading["evidence"]:
            if ink["kind"] == "ink":
                start, end = ink["span"]
                stands = text.get(ink["page"], "")[start:end]
                if stands != reading["as_printed"]:
                    yield f"{pointer}: the page has {stands!r}, not {reading['as_printed']!r}"


def _readings(record: Record) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for name, held in record["fields"].items():
        for n, reading in enumerate(held if isinstance(held, list) else [held]):
            yield f"/fields/{name}/{n}", reading
    for n, stamp in enumerate(record["stamps"]):
        yield f"/stamps/{n}/date", stamp["date"]


def _count(items: Sequence[Item], *, later: bool) -> dict[str, int]:
    mine = [item for item in items if item.later is later]
    return {"passed": sum(item.passed for item in mine), "items": len(mine)}


def _figures(sets: Mapping[str, Sequence[Item]], wrong: Sequence[str]) -> dict[str, Any]:
    return {
        **{
            name: {
                "now": _count(items, later=False),
                "later": _count(items, later=True),
                "files": {
                    file: _count([i for i in items if i.file == file], later=False)
                    for file in dict.fromkeys(i.file for i in items)
                },
                "missing": [str(item) for item in items if not item.passed and not item.later],
                "missing_later": [str(item) for item in items if not item.passed and item.later],
            }
            for name, items in sets.items()
        },
        "faults": list(wrong),
    }


def _print(sets: Mapping[str, Sequence[Item]], wrong: Sequence[str], *, show_later: bool) -> None:
    for name, items in sets.items():
        for item in items:
            if not item.passed and (show_later or not item.later):
                print(f"missing{' (later)' if item.later else ''}: {item}")
        if any(not item.passed for item in items):
            print(f"-- end of {name}\n")
    for fault in wrong:
        print(f"broken: {fault}")
    for file in dict.fromkeys(item.file for items in sets.values() for item in items):
        of_file = [item for items in sets.values() for item in items if item.file == file]
        print(f"{file:40} {_said(_count(of_file, later=False))}")
    print(f"\n{'':14} {'seeds':>20} {'rewritten':>20}")
    for label, later in (("the list", False), ("marked later", True)):
        row = "".join(f" {_said(_count(sets[name], later=later)):>20}" for name in ("seeds", "rewritten"))
        print(f"{label:14}{row}")
    print(f"{'broken':14} {len(wrong):>20}")


def _said(count: Mapping[str, int]) -> str:
    share = f" ({count['passed'] / count['items']:.1%})" if count["items"] else ""
    return f"{count['passed']}/{count['items']}{share}"


if __name__ == "__main__":
    sys.exit(main())
