"""`bench ledger`: the statements of papers held against what annotators read in them before there was a grammar.

Half of the papers are for building; of the other, `--part score`, totals alone are printed. Beside them: how far a
second annotator agrees with the first (no grammar need agree better), the same papers under OCR damage, the seeds'
case, and how many papers a second one core reads.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import onionskin_command
from bench.ledger import case, dispositions, door, held, negotiation, pairs
from bench.ledger.scoring import Score, Verdict, parts
from bench.ledger.truth import Paper, Told, listed, papers, second, told
from bench.reading.__main__ import DATA
from bench.tally import Tally
from bench.truth import half
from bench.truth.choose import Pair, edited_volumes
from onionskin.errors import OnionskinError
from onionskin.ledger.matching import ASSERTED

Truth = Mapping[Pair, Sequence[Told]]
WANTED = {"precision": 0.80, "recall": 0.75, "polarity": 0.99, "condition": 0.85}
RATE, FALL = 0.05, 0.08
FASTEST = 100
"""Papers a second that are asked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; with --json as one object. 1 when something is below what is asked, 2 without the data."""
    options = _parser().parse_args(argv)
    if options.pairs:
        return _pairs(options)
    if options.dispositions or options.kept:
        return _dispositions(options, "kept" if options.kept else "dispositions")
    lines = listed(options.part)
    if not lines:
        print(f"bench/truth/ledger has no {options.part}.jsonl.", file=sys.stderr)
        return 2
    again = listed(second(options.part))
    wanted = sorted(lines)
    try:
        printed = papers(options.data, sorted({*lines, *again}))
        documents = door.taken_in(options.data, wanted)
    except OSError as error:
        print(f"The volumes are not there: {error}", file=sys.stderr)
        return 2
    truth = {pair: [told(each, printed[pair]) for each in lines[pair]] for pair in wanted}
    score = Score()
    for pair in wanted:
        found = door.read(documents[pair], printed[pair])
        verdict = score.add(truth[pair], found.told)
        if options.misses and _may_be_seen(options.part, pair):
            _print_misses(pair, printed[pair], verdict)
    report: dict[str, Any] = {"part": options.part, "papers": len(wanted), **_figures(score)}
    report["types"] = _rows(score.types)
    if options.part == "build":
        report |= _detail(score)
    if not options.quick:
        report["further"] = _further(options.data)
        report["noise"] = _under_noise(documents, printed, truth, options)
        report["second annotator"] = _second(again, truth, printed)
        report["papers a second"] = _speed(options.data)
        report["seeds"] = _seeds(options.data.parent)
    print(json.dumps(report, ensure_ascii=False) if options.json else "\n".join(_shown(report)))
    return int(not _good(report))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench ledger", description=__doc__)
    parser.add_argument(
        "--part",
        choices=("build", "learning", "score", "further", "fresh", "later"),
        default="score",
        help="which papers",
    )
    parser.add_argument("--misses", action="store_true", help="what is wrong, of papers for building alone")
    parser.add_argument("--quick", action="store_true", help="only the papers as they are printed")
    parser.add_argument(
        "--pairs", action="store_true", help="the reports of instructions instead (bench/ledger/pairs.py)"
    )
    parser.add_argument(
        "--dispositions", action="store_true", help="what became of proposals instead (bench/ledger/dispositions.py)"
    )
    parser.add_argument("--kept", action="store_true", help="whether commitments were kept instead (the same module)")
    parser.add_argument("--collection", type=Path, help="with --pairs: one that has the volumes, linked")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return parser


def _dispositions(options: argparse.Namespace, name: str) -> int:
    try:
        report = dispositions.measured(options.data, options.part, name)
    except OSError as error:
        print(f"The volumes are not there: {error}", file=sys.stderr)
        return 2
    print(json.dumps(report, ensure_ascii=False) if options.json else "\n".join(_shown(report)))
    return int(any((report[part] or 0.0) < WANTED[part] for part in ("precision", "recall")))


def _pairs(options: argparse.Namespace) -> int:
    volumes = frozenset({negotiation.CALENDAR, *(volume for volume, _ in pairs.listed(options.part))})
    shared = options.data.parent
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        folder = options.collection or Path(scratch) / "collection"
        try:
            if options.collection is None:
                files = [options.data / "frus" / f"{each}.xml" for each in sorted(volumes)]
                held.take_in(files, shared / "seeds", folder)
            papers = held.held(folder, volumes, shared / "seeds")
            counts = held.phrase_counts(papers)
            report = pairs.measured(papers, counts, options.part)
            asked, faults = negotiation.faults(papers, counts, shared)
            report["seeds"] = {"right": asked - len(faults), "of": asked, "faults": faults}
        except (onionskin_command.CommandError, OnionskinError, OSError, KeyError) as error:
            print(f"The volumes are not there: {error}", file=sys.stderr)
            return 2
    print(json.dumps(report, ensure_ascii=False) if options.json else "\n".join(_shown(report)))
    asserted = report["asserted"]
    good = report["report among three"] >= pairs.WANTED and asserted["right"] >= asserted["of"] * ASSERTED
    return int(not good or bool(faults))


def _figures(score: Score) -> dict[str, Any]:
    statements = score.statements
    return {
        "statements": statements.right + statements.missed,
        "found": statements.right + statements.extra,
        "precision": statements.precision,
        "recall": statements.recall,
        "f1": statements.f1,
        "whatever the type": {"precision": score.places.precision, "recall": score.places.recall},
        **{
            part: {"right": tally.right, "of": tally.right + tally.missed}
            for part, tally in sorted(score.parts.items())
        },
    }


def _rows(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    return {
        name: {"right": each.right, "extra": each.extra, "missed": each.missed}
        for name, each in sorted(tallies.items())
    }


def _detail(score: Score) -> dict[str, Any]:
    """What may be told of the build half alone."""
    mistaken = [f"{want} found as {got}: {count}" for (want, got), count in score.mistaken.most_common(12)]
    return {"rules": _rows(score.rules), "mistaken": mistaken}


def _under_noise(
    documents: Mapping[Pair, Any], printed: Mapping[Pair, Paper], truth: Truth, options: argparse.Namespace
) -> dict[str, Any]:
    score = Score()
    for pair, document in documents.items():
        score.add(truth[pair], door.read(document, printed[pair], RATE, options.part).told)
    return {"rate": RATE, **_figures(score)}


def _may_be_seen(part: str, pair: Pair) -> bool:
    return part != "score" and half(*pair) == "build"


def _further(data: Path) -> dict[str, Any]:
    """The papers of the third list, which was made when the grammar stood."""
    lines = listed("further")
    pairs = sorted(lines)
    printed, documents, score = papers(data, pairs), door.taken_in(data, pairs), Score()
    for pair in pairs:
        score.add([told(each, printed[pair]) for each in lines[pair]], door.read(documents[pair], printed[pair]).told)
    return {"papers": len(pairs), **_figures(score)}


def _second(again: Mapping[Pair, Sequence[Any]], truth: Truth, printed: Mapping[Pair, Paper]) -> dict[str, Any]:
    """The other annotator's statements scored as if a grammar had found them."""
    score = Score()
    for pair in sorted(set(again) & set(truth)):
        score.add(truth[pair], [each for line in again[pair] if not (each := told(line, printed[pair])).maybe])
    return {"papers": len(set(again) & set(truth)), **_figures(score)}


def _speed(data: Path) -> float:
    """Of one volume's papers that have a text."""
    documents = [each for _, each in door.volume(edited_volumes(data)[0]) if each.text.paragraphs]
    return len(documents) / door.seconds(documents)


def _seeds(shared: Path) -> dict[str, Any]:
    try:
        asked = list(case.asked(shared))
    except (OSError, onionskin_command.CommandError) as error:
        return {"right": 0, "of": 0, "faults": [str(error)]}
    faults = [f"{each.paper}: {each.quote}: {'; '.join(each.faults)}" for each in asked if each.faults]
    return {"right": len(asked) - len(faults), "of": len(asked), "faults": faults}


def _good(report: Mapping[str, Any]) -> bool:
    good = all((report[part] or 0.0) >= WANTED[part] for part in ("precision", "recall"))
    for part in ("polarity", "condition"):
        counts = report.get(part, {"right": 0, "of": 0})
        good = good and counts["right"] >= WANTED[part] * counts["of"]
    if "noise" in report:
        good = good and (report["recall"] or 0.0) - (report["noise"]["recall"] or 0.0) <= FALL
        good = good and report["papers a second"] >= FASTEST and report["seeds"]["right"] == report["seeds"]["of"]
    return good


def _shown(report: Mapping[str, Any], indent: str = "") -> list[str]:
    lines = []
    for key, value in report.items():
        if isinstance(value, Mapping) and set(value) == {"right", "of"}:
            share = f" ({value['right'] / value['of']:.3f})" if value["of"] else ""
            lines.append(f"{indent}{key}: {value['right']} of {value['of']}{share}")
        elif isinstance(value, Mapping) and set(value) == {"right", "extra", "missed"}:
            lines.append(
                f"{indent}{key:<28}{value['right']:>5} right {value['extra']:>5} extra {value['missed']:>5} missed"
            )
        elif isinstance(value, Mapping):
            lines += [f"{indent}{key}:", *_shown(value, indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{key}:", *(f"{indent}  {each}" for each in value)]
        else:
            lines.append(f"{indent}{key}: {value:.3f}" if isinstance(value, float) else f"{indent}{key}: {value}")
    return lines


def _print_misses(pair: Pair, of: Paper, verdict: Verdict) -> None:
    print(f"# {' '.join(pair)}")
    for each in verdict.missed:
        print(f"  missed {'|'.join(each.types)}: {of.said(each.words)}")
    for each in verdict.extra:
        print(f"  extra {each.types[0]} ({each.rule}): {of.said(each.words)}")
    for asked, got in verdict.right:
        for part, right in sorted(set(_wrong(asked, got))):
            print(f"  {part} {right}: {of.said(asked.words)}")


def _wrong(asked: Told, got: Told) -> list[tuple[str, str]]:
    shown = {"condition": "", "condition where none is": "", "party or its side": ""}
    return [
        (part, shown.get(part, f"{getattr(got, part.split()[0], '')!r}"))
        for part, right in parts(asked, got)
        if not right
    ]


if __name__ == "__main__":
    sys.exit(main())
