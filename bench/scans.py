"""`bench scans`: real scans without their identification form, against the catalogue and what was seen on them.

    python -m bench.scans [DATA] [--json] [--part score|build] [--records FILE | --write FOLDER]

Every record of `DATA/scans` is cut in two: `NUMBER.pdf` without the pages that `truth/scans.toml` names as the
archive's form, and `NUMBER.form.pdf` with them alone. Both are read by `onionskin read`. `--write FOLDER` only cuts
them; `--records FILE` takes what `onionskin read --json` printed of such a folder before (the engine needs three
seconds a page).
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from bench.onionskin_command import COMMAND, CommandError, last_line
from bench.truth.scanned import Scan, bare, full_day, same_parties, same_party, same_words, scans

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PARTS = ("build", "score")
BOUNDS = {"date": 0.75, "from": 0.8, "to": 0.8, "kind": 0.9}
FORM_FIELDS = {
    "document_number": "rif",
    "date": "doc_date",
    "from": "from",
    "to": "to",
    "title": "title",
    "page_count": "pages",
    "origin": "originator",
}
"""Fields of the form to columns of the catalogue; a column that is empty, or says that it is withheld, is not asked
for.
"""
WITHHELD = frozenset({"", "WITHHELD", "[[DELETION]]", "NONE"})

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that was asked for: of which record, right or wrong, what stands there and what was read."""

    scan: Scan
    field: str
    right: bool
    true: object
    read: object


def cut(scan: Scan, source: Path, folder: Path) -> None:
    """The record as two files: without its form, and its form."""
    for name, wanted in (("", False), (".form", True)):
        with pikepdf.open(source) as pdf:
            for n in range(scan.pages, 0, -1):
                if (n in scan.form_pages) is not wanted:
                    del pdf.pages[n - 1]
            if len(pdf.pages):
                pdf.save(folder / f"{scan.document}{name}.pdf")


def read(folder: Path) -> Iterator[Record]:
    """The records of every file of the folder; CommandError where the command prints none."""
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        command = [*COMMAND, "read", str(folder), "--json", "--jobs", "1", "-c", str(Path(scratch) / "collection")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandError(f"onionskin read ended with status {done.returncode}: {last_line(done.stderr)}")
    return map(json.loads, done.stdout.splitlines())


def by_file(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records by the name of their file without its ending: `124-10158-10061.form`."""
    held: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        held[Path(record["source"]["name"]).name.removesuffix(".pdf")].append(record)
    return held


def beginning_on(records: Sequence[Record], page: int) -> Record | None:
    """The paper that begins on the page; else the one that goes on there."""
    there = [each for each in records if page in each["source"]["pages"]]
    return next((each for each in there if each["source"]["pages"][0] == page), there[-1] if there else None)


def value(record: Record | None, field: str) -> Any:  # noqa: ANN401 - a value of the record's JSON
    """The value of a field, or the values of one that is a list; None where there is none."""
    held = (record or {}).get("fields", {}).get(field)
    if isinstance(held, list):
        return [each["value"] for each in held]
    return held["value"] if held else None


def asked(scan: Scan, records: Sequence[Record], row: Mapping[str, str]) -> Iterator[Answer]:
    """What is asked of a record without its form. `date` is the catalogue's, `own date` the one that was seen."""
    page = scan.begins - sum(n < scan.begins for n in scan.form_pages)
    paper = beginning_on(records, page)
    kind = (paper or {}).get("kind")
    yield Answer(scan, "kind", kind in {scan.kind, *scan.also}, scan.kind, kind)
    day = str(value(paper, "date") or "")[:10]
    if catalogued := full_day(row["doc_date"]):
        yield Answer(scan, "date", day == catalogued, catalogued, value(paper, "date"))
    if scan.date:
        yield Answer(scan, "own date", day == scan.date, scan.date, value(paper, "date"))
    if scan.from_:
        sender = value(paper, "from") or value(paper, "signed_by")
        yield Answer(scan, "from", same_party(scan.from_, row["from"], sender), scan.from_, sender)
    if scan.to:
        yield Answer(scan, "to", same_parties(scan.to, value(paper, "to") or []), scan.to, value(paper, "to"))


def asked_of_form(scan: Scan, records: Sequence[Record], row: Mapping[str, str]) -> Iterator[Answer]:
    """What is asked of the identification form alone: that it is one, and what the catalogue took from it."""
    form = records[0] if records else None
    told = f"{(form or {}).get('kind')}/{(form or {}).get('subkind')}"
    yield Answer(scan, "form: kind", told == "form/identification" and len(records) == 1, "form/identification", told)
    for field, column in FORM_FIELDS.items():
        true = row[column].strip()
        if true in WITHHELD or (field == "date" and full_day(true) is None):
            continue
        got = value(form, field)
        yield Answer(scan, f"form: {field}", _same_on_form(field, true, got), true, got)


def _same_on_form(field: str, true: str, got: Any) -> bool:  # noqa: ANN401
    if field == "date":
        return str(got or "")[:10] == full_day(true)
    if field == "to":
        return bool(got) and same_party(true, true, got[0])
    if field in {"from", "origin"}:
        return same_party(true, true, got)
    return bare(true) == bare(str(got or "")) or (field == "title" and same_words(true, str(got or "")))


def catalogue(data: Path) -> dict[str, dict[str, str]]:
    """The archive's own description of each record, by its number."""
    with (data / "scans" / "catalogue.tsv").open(encoding="utf-8", newline="") as file:
        return {row["rif"]: row for row in csv.DictReader(file, delimiter="\t")}


def answers(records: Iterable[Record], data: Path) -> list[Answer]:
    """Every value that is asked for, of all records."""
    held, rows = by_file(records), catalogue(data)
    every: list[Answer] = []
    for scan in scans():
        row = rows[scan.document]
        every += asked(scan, held.get(scan.document, []), row)
        if scan.form_pages:
            every += asked_of_form(scan, held.get(f"{scan.document}.form", []), row)
    return every


def share(given: Sequence[Answer]) -> dict[str, float | int | None]:
    """How many were right of how many."""
    right = sum(each.right for each in given)
    return {"right": right, "of": len(given), "share": right / len(given) if given else None}


def report(given: Sequence[Answer], part: str | None) -> dict[str, object]:
    """Shares by field and half, and the misses of the half that may be looked at."""
    fields = list(dict.fromkeys(each.field for each in given))
    halves = (part,) if part else (*PARTS, "all")
    shares = {
        field: {half: share([x for x in given if x.field == field and half in ("all", x.scan.part)]) for half in halves}
        for field in fields
    }
    misses = [
        {"record": x.scan.document, "field": x.field, "true": x.true, "read": x.read}
        for x in given
        if not x.right and x.scan.part == "build" and part != "score"
    ]
    return {"set": "scans", "bounds": BOUNDS, "shares": shares, "misses": misses}


def show(told: Mapping[str, Any]) -> None:
    """The report as lines for people."""
    for field, halves in told["shares"].items():
        cells = (f"{half} {s['right']:>2}/{s['of']:<2}" for half, s in halves.items())
        bound = f"  (to reach: {BOUNDS[field]:.2f})" if field in BOUNDS else ""
        print(f"{field:<22} {'   '.join(cells)}{bound}")
    for miss in told["misses"]:
        print(f"  {miss['record']} {miss['field']}: {miss['true']!r}, read {miss['read']!r}")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the scores; 1 when a share of all 52 records, or of the part that was asked for, is under its bound."""
    parser = argparse.ArgumentParser(prog="bench scans", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(argv)
    if not (options.data / "scans" / "catalogue.tsv").is_file():
        print(f"{options.data} has no scans/catalogue.tsv: put the data folder there, or name it.", file=sys.stderr)
        return 2
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for scan in scans():
            cut(scan, options.data / "scans" / f"{scan.document}.pdf", options.write)
        return 0
    told = report(answers(_records(options.data, options.records), options.data), options.part)
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        show(told)
    shares: Mapping[str, Any] = told["shares"]  # type: ignore[assignment]
    whole = {field: [*shares[field].values()][-1]["share"] for field in BOUNDS}
    return int(any(each is not None and each < BOUNDS[field] for field, each in whole.items()))


def _records(data: Path, kept: Path | None) -> list[Record]:
    if kept:
        return [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        for scan in scans():
            cut(scan, data / "scans" / f"{scan.document}.pdf", Path(scratch))
        return list(read(Path(scratch)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
