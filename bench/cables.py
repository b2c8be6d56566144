"""`bench cables`: electronic telegrams, message pages alone, against the archive's attributes and 30 keyed by hand.

`./run bench cables [--data FOLDER] [--part score|build] [--json]`: the page of attributes is cut off here. Papers
are in one half or the other by the hash of their name (`bench.truth.half`); the first ten misses of each field, with
the ink that each value points at, are printed of the building half alone.

What is compared, and how:

- `papers`: a file is one telegram; every other paper read in it is extra.
- `document_number`, `day` (the day of `date`), `classification`: letter for letter, without spaces.
- `from`, `to`: the archive writes a post without its designator (`LA PAZ` for AMEMBASSY LA PAZ), the Department as
  STATE, Commerce as COM, none with Washington, longer names by their first words or their last (`USUN`, `VIENNA` for
  US MISSION IAEA VIENNA), or cut short (five letters are enough), and appends to `From` the office of the classifier
  (`OR-P`), which is taken off. Its `To` names the first addressee and at times one more, so the first addressee read
  must be the one it begins with, and every other it names must be among those read for action or information.
- `subject`: letters and digits alone. The archive's runs on to the first label or numbered paragraph; it ends before
  the first of its lines, not being the first, that holds a colon (`SUMMARY: ...`, `TEXT OF REPORT FOLLOWS:`). Where it
  is nowhere on the message (the archive's own mistake) it is left out and counted as `not printed`; so are references.
- `references`: post and number, without the year and the day. The archive keeps the first of a longer list, so what was
  read behind its last is not counted against the reader; references in the text below the heading are not looked at.
- `keyed ...`: the values keyed by hand, compared as `bench.truth.agree` says; `keyed hour` is day and clock together,
  `keyed references` all of them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.attributes import MONTHS, Message, message
from bench.case import Case
from bench.edited import DATA
from bench.onionskin_command import read
from bench.tally import Tally
from bench.truth import Cable, cables, half, subject_digest
from bench.truth.agree import tally

FOLDER = "cables-1970s"
DESIGNATORS = re.compile(r"(?:AMEMBASSY|AMCONSUL|AMCONGEN|US ?MISSION|USINT|USLO|EMBASSY) +")
STANDS_FOR = {"SECSTATE": "STATE", "USDOC": "COM"}
LEAST = 5
"""Letters of a post's name that are enough, where one of two is cut."""
DAY = re.compile(rf"(?:OF +)?\b(?:{'|'.join(each.upper() for each in MONTHS)})[A-Z]* +\d+(?:, *\d+)?")
CLASSIFIER = re.compile(r"\s+OR-\w+\Z")
NUMBERED = re.compile(r"(?P<post>[A-Z][A-Z ]*?)\s+(?P<number>A-?\d+|\d+)\b|(?P<lone>\bA-\d+)\b|(?P<group>\b\d{6}Z)\b")
LETTERS = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
FLOORS = {
    **dict.fromkeys(("document_number", "day", "from", "to", "classification", "subject"), 0.97),
    "references": 0.90,
}
"""The F1 that a field is to reach."""
WORST = 10

Record = Mapping[str, Any]
Row = tuple[str, Tally, object, object, Sequence[object]]
"""A field, its counts, what stands there, what was read, and where."""


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong in one field of one file, and the ink that was read for it."""

    file: str
    part: str
    there: object
    read: object
    evidence: Sequence[object]


def bare(text: str) -> str:
    """Letters and digits alone, in capitals."""
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def short(name: str) -> str:
    """A post as the archive writes it."""
    words = re.sub(r" WASHDC$| WASHINGTON(?:,? D\.?C\.?)?$", "", DESIGNATORS.sub("", name.upper(), count=1))
    return STANDS_FOR.get(bare(words), words)


def forms(name: str) -> set[str]:
    """The letters by which the archive may know a post: its words, the first of them, or the last."""
    words = [bare(each) for each in short(name).split() if bare(each)]
    heads = {"".join(words[:count]) for count in range(1, len(words) + 1)}
    return heads | {"".join(words[start:]) for start in range(len(words))}


def begins(left: str, name: str) -> int:
    """How many letters of what is left are that post's name, whole or cut; 0 where it does not begin so."""
    whole = max((len(each) for each in forms(name) if left.startswith(each)), default=0)
    cut = len(left) if len(left) >= LEAST and any(each.startswith(left) for each in forms(name)) else 0
    return max(whole, cut)


def ink(reading: Mapping[str, Any]) -> list[object]:
    """Where a value stands: page, characters, and the words there."""
    return [(e["page"], e["span"], reading.get("as_printed")) for e in reading["evidence"] if e["kind"] == "ink"]


def readings(record: Record, name: str) -> list[Mapping[str, Any]]:
    """The readings of a field that hold a value."""
    held = record["fields"].get(name, [])
    return [each for each in (held if isinstance(held, list) else [held]) if each.get("value") is not None]


def words(value: object) -> str:
    """A value as a string: of a post its words as printed."""
    return str(value.get("as_printed") or value["name"]) if isinstance(value, Mapping) else str(value)


def said(record: Record, name: str) -> list[str]:
    """The values of a field."""
    return [words(each["value"]) for each in readings(record, name)]


def one(there: str | None, got: Sequence[str]) -> Tally:
    """One value against those read, all but their spaces."""
    right = int(there is not None and any(bare(there) == bare(each) for each in got))
    return Tally(right, len(got) - right, int(there is not None) - right)


def addressees(there: str | None, record: Record) -> Tally:
    """The archive's `To`, taken apart by the addressees that were read."""
    first = said(record, "to")[:1]
    others = [each for name in ("to", "info") for each in said(record, name)]
    left = bare(there or "")
    if not left:
        return Tally(0, len(first), 0)
    if not first or not begins(left, first[0]):
        return Tally(0, len(first), 1)
    left = left[begins(left, first[0]) :]
    right = 1
    while length := max((begins(left, each) for each in others), default=0):
        left, right = left[length:], right + 1
    return Tally(right, 0, int(bool(left)))


def cited(text: str) -> list[tuple[str, str]]:
    """Post and number of every reference in a string, in order."""
    out = []
    for found in NUMBERED.finditer(DAY.sub(" ; ", re.sub(r"\(?\b[A-Z]\)", " ; ", text.upper()))):
        number = found["number"] or found["lone"] or found["group"]
        post = "" if found["group"] or found["lone"] else bare(found["post"])
        out.append((post, re.sub(r"(?<!\d)0+", "", bare(number))))
    return out


def of_heading(record: Record) -> list[Mapping[str, Any]]:
    """References that stand in the heading: on the line of a reference label, or the lines below it."""
    pages = {page["n"]: page["text"] for page in record["pages"]}
    out = []
    for each in record["references"]:
        place = each["evidence"][0]
        before = pages[place["page"]][: place["span"][0]]
        label = list(re.finditer(r"(?m)^ *REF[A-Z]{0,8}\b.*", before + "."))
        if label and not re.search(r"(?m)^ *(?:\d+\.|.{0,20}\bSUMMARY\b)", before[label[-1].start() :]):
            out.append(each)
    return out


def references(there: str | None, record: Record) -> tuple[Tally, list[object]]:
    """References of the heading against the archive's, which may be the first of a longer list."""
    held = [each for each in of_heading(record) if each.get("number") and each["kind"] not in ("letter", "meeting")]
    got = [pair for each in held for pair in cited(each["text"])[:1]]
    wanted = cited(there or "")
    last = max((at for at, pair in enumerate(got) if pair in wanted), default=-1) if wanted else len(got)
    right = sum(pair in got for pair in wanted)
    extra = sum(pair not in wanted for pair in got[: last + 1])
    return Tally(right, extra, len(wanted) - right), [each["text"] for each in held]


def own_subject(paper: Message) -> str:
    """The archive's subject without the lines of the text that ran into it."""
    subject = (paper.value("Subject") or "").replace("\\'", "'")
    lines = paper.text.splitlines()
    start = next((at for at, line in enumerate(lines) if bare(line).startswith(("SUBJ", "SUBJECT"))), len(lines))
    kept = ""
    for at, line in enumerate(lines[start:]):
        words = bare(re.sub(r"^ *SUBJ(?:ECT)?\b", "", line.upper()) if not at else line)
        left = bare(subject)[len(kept) :]
        if not left or not left.startswith(words[: len(left)]):
            break
        if at and ":" in line:
            return kept
        kept += words
    return subject


def archive(paper: Message, record: Record) -> Iterator[Row]:
    """Each field that the archive knows: the counts, what it says, what was read, and where."""

    def row(part: str, name: str, there: str | None, got: Tally) -> tuple[str, Tally, object, object, list[object]]:
        return part, got, there, said(record, name), [i for each in readings(record, name) for i in ink(each)]

    number = paper.value("Document Number")
    yield row("document_number", "document_number", number, one(number, said(record, "document_number")))
    yield row("day", "date", paper.day, one(paper.day, [each[:10] for each in said(record, "date")]))
    sender = CLASSIFIER.sub("", paper.value("From") or "") or None
    got = said(record, "from")
    right = int(sender is not None and any(begins(bare(sender), each) == len(bare(sender)) for each in got))
    yield row("from", "from", sender, Tally(right, len(got) - right, int(sender is not None) - right))
    yield row("to", "to", paper.value("To"), addressees(paper.value("To"), record))
    level = paper.value("Original Classification")
    yield row("classification", "classification", level, one(level, said(record, "classification")))
    subject = own_subject(paper)
    if bare(subject) in bare(paper.text):
        yield row("subject", "subject", subject, one(subject, said(record, "subject")))
    else:
        yield row("not printed", "subject", subject, Tally())
    printed = paper.value("Reference")
    if any(not re.search(rf"0*{number}\b", paper.text) for _, number in cited(printed or "") if number.isdigit()):
        yield row("not printed", "references", printed, Tally())
        return
    counts, names = references(printed, record)
    yield "references", counts, printed, names, []


def by_hand(true: Cable, record: Record) -> Iterator[Row]:
    """Each field that was keyed by hand."""
    day, month, year = true.hour.split()
    hour = f"19{year}-{MONTHS.index(month.lower()) + 1:02}-{day[:2]}T{day[2:4]}:{day[4:6]}"
    moments = [each[:16] for each in said(record, "date") if each.endswith(("Z", "+00:00"))]
    given: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        "hour": ([hour], moments),
        "from": (true.from_, said(record, "from")),
        "to": (true.to, said(record, "to")),
        "info": (true.info, said(record, "info")),
        "captions": (true.captions, said(record, "captions")),
        "tags": (true.tags, said(record, "tags")),
    }
    words_of_action = (true.action_precedence or "").split()
    letters = [LETTERS[each] for each in true.precedence]
    given["precedence"] = (list(dict.fromkeys([*letters, *words_of_action])), said(record, "precedence"))
    subjects = said(record, "subject")
    if true.subject_sha256:
        subjects = [true.subject_sha256 if subject_digest(each) == true.subject_sha256 else each for each in subjects]
    given["subject"] = ([true.subject_sha256 or true.subject or ""], subjects)
    for name, (there, got) in given.items():
        counts = one(there[0], got) if name == "hour" else Tally(*tally(name, there, got))
        where = [i for each in readings(record, "date" if name == "hour" else name) for i in ink(each)]
        yield f"keyed {name}", counts, there, got, where
    held = [each["text"] for each in of_heading(record) if each.get("number") and each["kind"] != "letter"]
    wanted = [pair for each in true.references for pair in cited(each)[:1]]
    got_pairs = [pair for each in held for pair in cited(each)[:1]]
    right = sum(pair in got_pairs for pair in wanted)
    extra = sum(pair not in wanted for pair in got_pairs)
    yield "keyed references", Tally(right, extra, len(wanted) - right), true.references, held, []


def scored(papers: Sequence[Message]) -> tuple[dict[str, Tally], list[Miss]]:
    """The counts by field, and every field that went wrong."""
    records = read(Case(name=each.name, text=each.pdf, papers=()) for each in papers)
    keyed = {each.document: each for each in cables()}
    sums: defaultdict[str, Tally] = defaultdict(Tally)
    misses: list[Miss] = []
    for paper in papers:
        held = [each for each in records[paper.name] if each["kind"] == "telegram"]
        record: Record = held[0] if held else {"fields": {}, "references": [], "pages": []}
        counts = Tally(int(bool(held)), max(0, len(records[paper.name]) - 1), int(not held))
        rows: list[Row] = [("papers", counts, 1, [each["kind"] for each in records[paper.name]], ())]
        rows += archive(paper, record)
        rows += by_hand(keyed[paper.name], record) if paper.name in keyed else ()
        for part, count, there, got, where in rows:
            sums[part].add(count)
            if part == "not printed":
                sums[part].add(Tally(missed=1))
            elif count.extra or count.missed:
                misses.append(Miss(paper.name, part, there, got, where))
    return dict(sums), misses


def table(sums: Mapping[str, Tally]) -> Iterator[str]:
    """The counts for the terminal."""
    yield f"{'field':<20}{'right':>6}{'extra':>6}{'missed':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    for name, each in sums.items():
        figures = "".join(
            f"{'-' if figure is None else f'{figure:.3f}':>{width}}"
            for figure, width in ((each.precision, 11), (each.recall, 8), (each.f1, 7))
        )
        yield f"{name:<20}{each.right:>6}{each.extra:>6}{each.missed:>7}{figures}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the scores; 1 when a field is under what it is to reach."""
    parser = argparse.ArgumentParser(
        prog="bench cables", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA, help=f"the folder that holds {FOLDER}/")
    parser.add_argument("--part", choices=("score", "build"), default="score", help="which half of the papers")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args(argv)
    files = [each for each in sorted((asked.data / FOLDER).glob("*.pdf")) if half(FOLDER, each.name) == asked.part]
    if not files:
        print(f"There is no {FOLDER}/*.pdf in {asked.data}; name the data folder with --data.", file=sys.stderr)
        return 2
    sums, misses = scored([message(each) for each in files])
    worst = misses if asked.part == "build" else []
    if asked.json:
        fields = {name: {**asdict(each), "f1": each.f1} for name, each in sums.items()}
        print(
            json.dumps(
                {"part": asked.part, "papers": len(files), "fields": fields, "worst": [asdict(m) for m in worst]}
            )
        )
    else:
        print(f"{len(files)} telegrams of the half {asked.part!r}", *table(sums), sep="\n")
        for part in dict.fromkeys(each.part for each in worst):
            print(f"\n{part}")
            for each in [m for m in worst if m.part == part][:WORST]:
                print(f"  {each.file}: there {each.there!r}, read {each.read!r}, at {list(each.evidence)!r}")
    low = any((sums[name].f1 or 0.0) < least for name, least in FLOORS.items())
    exact = sums["references"]
    return int(low or (exact.precision or 0) < 0.95 or (exact.recall or 0) < 0.85)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
