"""Scores of readers of edited volumes against papers annotated by hand; for its doors see `notes` and `heads`.

The text of a note or head is taken from the TEI here, with nothing of the importer's.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from lxml import etree

from bench.tally import Tally
from bench.truth import Annotation, values
from bench.truth.agree import Value, tally
from bench.truth.choose import TEI, XML_ID, documents

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FLOOR = 0.97
"""What every part is to reach."""

Read = Callable[[etree._Element], Mapping[str, Value]]  # noqa: SLF001 - lxml has no other name for it
Miss = tuple[Annotation, str, Value, Value]


def words(element: etree._Element, *, with_notes: bool = True) -> str:
    """The text of an element, spaces folded, its notes left out when asked."""
    element = copy.deepcopy(element)
    element.tail = None
    if not with_notes:
        etree.strip_elements(element, "{*}note", with_tail=False)
    return re.sub(r"\s+", " ", "".join(str(each) for each in element.itertext())).strip()


@cache
def volume(file: Path) -> dict[str, etree._Element]:
    """The documents of a volume by their ids."""
    return {str(each.get(XML_ID)): each for each in documents(file)}


def document(data: Path, paper: Annotation) -> etree._Element:
    """The annotated paper."""
    return volume(data / "frus" / f"{paper.volume}.xml")[paper.document]


def head(element: etree._Element) -> etree._Element:
    """The head of a document, which each that is annotated has."""
    found = element.find("t:head", TEI)
    if found is None:
        raise SystemExit(f"The document {element.get(XML_ID)} has no head.")
    return found


def scored(
    data: Path, papers: Iterable[Annotation], names: Sequence[str], read: Read
) -> Iterator[tuple[Annotation, str, tuple[int, int, int], Value, Value]]:
    """For each paper and part: right, extra and missed, what stands there and what was read."""
    for paper in papers:
        got, there = read(document(data, paper)), values(paper)
        for name in names:
            yield paper, name, tally(name, there.get(name), got.get(name)), there.get(name), got.get(name)


def report(title: str, data: Path, papers: Sequence[Annotation], names: Sequence[str], read: Read) -> dict[str, object]:
    """The scores by part and the misses, as one object."""
    sums: defaultdict[str, Tally] = defaultdict(Tally)
    misses: list[Miss] = []
    for paper, name, (right, extra, missed), there, got in scored(data, papers, names, read):
        sums[name].add(Tally(right, extra, missed))
        if extra or missed:
            misses.append((paper, name, there, got))
    parts = {name: {**asdict(sums[name]), "f1": sums[name].f1} for name in names}
    shown = [
        {"paper": f"{paper.volume}/{paper.document}", "part": name, "there": there, "read": got}
        for paper, name, there, got in misses
    ]
    return {"list": title, "papers": len(papers), "parts": parts, "misses": shown}


def table(scores: Mapping[str, object], *, with_misses: bool) -> str:
    """The report for the terminal."""
    lines = [
        f"{scores['list']}: {scores['papers']} papers",
        f"{'part':<16}{'right':>7}{'extra':>7}{'missed':>7}{'F1':>8}",
    ]
    parts, misses = scores["parts"], scores["misses"]
    if isinstance(parts, dict):
        for name, each in parts.items():
            f1 = "-" if each["f1"] is None else f"{each['f1']:.3f}"
            lines.append(f"{name:<16}{each['right']:>7}{each['extra']:>7}{each['missed']:>7}{f1:>8}")
    if with_misses and isinstance(misses, list):
        lines += [
            f"  {each['paper']} {each['part']}: there {each['there']!r}, read {each['read']!r}" for each in misses
        ]
    return "\n".join(lines)


def options(about: str, argv: Sequence[str] | None) -> argparse.Namespace:
    """What the two benchmarks are asked."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder that holds frus/")
    parser.add_argument(
        "--part", choices=("score", "build"), default="score", help="which half of the annotated papers"
    )
    parser.add_argument("--misses", action="store_true", help="print what was not read as it stands")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return parser.parse_args(argv)


def shown(asked: argparse.Namespace, reports: Sequence[Mapping[str, object]]) -> int:
    """Prints the reports; 1 when a part is under the floor."""
    if asked.json:
        print(json.dumps(list(reports), ensure_ascii=False))
    else:
        print("\n\n".join(table(each, with_misses=asked.misses) for each in reports))
    f1 = [each["f1"] for one in reports if isinstance(parts := one["parts"], dict) for each in parts.values()]
    return int(any(each is not None and each < FLOOR for each in f1))
