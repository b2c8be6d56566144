"""`bench noise`: the papers of `bench reading` under OCR damage of 2, 5 and 10 % of characters, and what it costs.

The papers are read clean, then damaged by bench/noise/model.py and read again; bench/noise/verdict.py says when a value
read from a hurt page is right. A set's figure is the F1 of all its fields; it may fall by 2, 5 and 12 points. Half of
the confusions and seeds, `--part score`, are only for scoring: of them the counts are printed and no miss.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench import onionskin_command
from bench.case import Case
from bench.noise.alignment import extents, paired
from bench.noise.confusions import Part
from bench.noise.model import noisy
from bench.noise.verdict import Ink, Inks, Record, Trial, score
from bench.reading.__main__ import DATA, PAPERS, SETS, generate
from bench.reading.frus import NoTextsError
from bench.score import align
from bench.tally import PaperScore, by_field, total

ALLOWED = {0.02: 2.0, 0.05: 5.0, 0.10: 12.0}
"""By how many points the F1 of the fields may fall at each rate."""
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Stood:
    """A clean file as it was read: where its papers lie, and where the values that were read rightly stand."""

    papers: dict[int, Ink]
    inks: dict[int, Inks]
    spare: int


def read_clean(cases: Sequence[Case]) -> tuple[list[PaperScore], dict[str, Stood]]:
    """The scores of the clean files, and where everything stands in them."""
    records, scores, stood = onionskin_command.read(cases), [], {}
    for case in cases:
        found = records.get(case.name, [])
        noise = noisy(_text(case), 0.0, "build", case.name)
        where, pairs = extents(found, noise), align(case.papers, found)
        inks = {index: Inks() for index in range(len(case.papers))}
        trials = {index: Trial(noise, each, learn=True) for index, each in inks.items()}
        scores += list(_scored(case, found, pairs, trials))
        stood[case.name] = Stood(
            {index: where[place] for index, place in pairs.items()}, inks, max(0, len(found) - len(pairs))
        )
    return scores, stood


def read_noisy(cases: Sequence[Case], stood: dict[str, Stood], rate: float, part: Part) -> list[PaperScore]:
    """The scores of the same files after damage."""
    damage = {case.name: noisy(_text(case), rate, part, case.name) for case in cases}
    records = onionskin_command.read([replace(case, text=damage[case.name].text) for case in cases])
    scores = []
    for case in cases:
        found, noise, there = records.get(case.name, []), damage[case.name], stood[case.name]
        pairs = paired(there.papers, extents(found, noise))
        trials = {index: Trial(noise, each, learn=False) for index, each in there.inks.items()}
        # A cover sheet may be a record of its own: as many too many as the clean file had are none.
        scores += list(_scored(case, found, pairs, trials, max(0, len(found) - len(pairs) - there.spare)))
    return scores


def _text(case: Case) -> str:
    return case.text if isinstance(case.text, str) else case.text.decode()


def _scored(
    case: Case, records: Sequence[Record], pairs: dict[int, int], trials: dict[int, Trial], more: int = 0
) -> Iterator[PaperScore]:
    """The papers of one file; `more` records show none of them."""
    for index, truth in enumerate(case.papers):
        if truth.optional:
            continue
        paper = PaperScore(case.name, truth.kind, case.traits)
        record = records[pairs[index]] if index in pairs else None
        paper.count("papers", right=int(record is not None), missed=int(record is None), extra=more)
        more = 0
        if record is not None:
            alike = record["kind"] in truth.kind.split("|")
            paper.count("kind", right=int(alike), extra=int(not alike), missed=int(not alike))
            if not alike:
                paper.miss("kind", truth.kind, record["kind"])
        score(truth, record, trials[index], paper)
        yield paper


def f1(scores: Sequence[PaperScore]) -> float:
    """Of all fields of all papers, in points."""
    return 100 * (total(each.total() for each in scores).f1 or 0.0)


def measured(name: str, options: argparse.Namespace) -> dict[str, object]:
    """One set, read clean and at every rate."""
    cases = list(generate(name, options.data, options.seed, options.n, worn=False))
    clean, stood = read_clean(cases)
    runs = {rate: read_noisy(cases, stood, rate, options.part) for rate in ALLOWED}
    detail = options.part == "build" and name == "familiar"
    return {
        "set": name,
        "part": options.part,
        "clean": round(f1(clean), 2),
        "rates": [
            {
                "rate": rate,
                "f1": round(f1(run), 2),
                "fall": round(f1(clean) - f1(run), 2),
                "allowed": ALLOWED[rate],
                "fields": {field: {**asdict(each), "f1": each.f1} for field, each in by_field(run).items()},
                "worst": _worst(run) if detail else [],
            }
            for rate, run in runs.items()
        ],
        "fields": {field: {**asdict(each), "f1": each.f1} for field, each in by_field(clean).items()},
    }


def _worst(scores: Sequence[PaperScore]) -> list[dict[str, object]]:
    worst = sorted((each for each in scores if each.misses), key=lambda each: each.total().f1 or 0.0)
    return [
        {"file": each.file, "kind": each.kind, "misses": [f"{m.field}: {m.expected} / {m.got}" for m in each.misses]}
        for each in worst[:SHOWN]
    ]


def shown(report: dict[str, object], *, worst: bool) -> str:
    """The report for the terminal."""
    rates, fields = report["rates"], report["fields"]
    if not isinstance(rates, list) or not isinstance(fields, dict):
        return ""
    lines = [f"{report['set']}, {report['part']} half: F1 of the clean fields {report['clean']:.2f}"]
    lines += [
        f"  {each['rate']:>4.0%} damage: {each['f1']:.2f}, falls by {each['fall']:.2f} of {each['allowed']:.0f} points"
        for each in rates
    ]
    lines.append(f"  {'field':<20}{'clean':>8}" + "".join(f"{each['rate']:>8.0%}" for each in rates) + "   items")
    for name, tally in fields.items():
        cells = [tally["f1"], *(each["fields"].get(name, {}).get("f1") for each in rates)]
        row = "".join(f"{'-':>8}" if cell is None else f"{100 * cell:>8.1f}" for cell in cells)
        lines.append(f"  {name:<20}{row}{tally['right'] + tally['missed']:>8}")
    for each in rates if worst else ():
        for one in each["worst"]:
            lines += [f"  {each['rate']:.0%} {one['file']} ({one['kind']})", *(f"      {m}" for m in one["misses"])]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the report; 1 when a set falls by more than it may, or could not be read."""
    parser = argparse.ArgumentParser(prog="bench noise", description=__doc__)
    parser.add_argument("--set", choices=[*SETS, "both"], default="both", dest="chosen")
    parser.add_argument("--part", choices=("build", "score"), default="score", help="which half of the noise")
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help=f"papers of each set (default: {PAPERS})")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other papers (default: 1)")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object for each set")
    parser.add_argument("--worst", action="store_true", help="the worst papers; of the familiar set's build half alone")
    options = parser.parse_args(argv)
    good = True
    try:
        for name in SETS if options.chosen == "both" else [options.chosen]:
            report = measured(name, options)
            print(json.dumps(report, ensure_ascii=False) if options.json else shown(report, worst=options.worst) + "\n")
            rates = report["rates"]
            good = good and isinstance(rates, list) and all(each["fall"] <= each["allowed"] for each in rates)
    except (NoTextsError, onionskin_command.CommandError) as error:
        print(error, file=sys.stderr)
        return 1
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
