"""`bench packets`: files of many papers taken apart, and whether enclosures lie under the papers that carry them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import onionskin_command
from bench.case import Case
from bench.packets import releases, scans
from bench.packets.files import generate, shown, shuffled
from bench.packets.leaves import Packet
from bench.packets.score import Records, Score, as_json, begin_of, questions
from bench.reading.frus import NoTextsError

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
F1, NESTED, QUESTIONS = 0.95, 0.90, 0.05
"""Floors of boundaries and enclosures, and the ceiling of questions for each page turn, on papers set in type."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the scores; 1 where the papers set in type miss a floor, or there is nothing to read."""
    parser = argparse.ArgumentParser(prog="bench packets", description=__doc__)
    parser.add_argument("--half", choices=("build", "score"), default="score", help="default: score")
    parser.add_argument("-n", type=int, default=24, metavar="N", help="packets of each set (default: 24)")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other packets (default: 1)")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/, scans/ (default: %(default)s)")
    parser.add_argument(
        "--engine", type=Path, metavar="FILE", help="pages of the scans as `onionskin read scans --json` printed them"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object for each set")
    parser.add_argument("--wrong", action="store_true", help="list what went wrong; only with --half build")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the packets there and read nothing")
    asked = parser.parse_args(argv)
    if asked.wrong and asked.half == "score":
        parser.error("the misses of the scoring half are not looked at")
    try:
        drawn = (asked.half, asked.seed, asked.n)
        sets = {
            "typed": list(generate(asked.data, *drawn)),
            "scans": list(shuffled("scans", scans.bundles(asked.data, asked.half, asked.engine), *drawn)),
            "releases": list(shuffled("releases", releases.bundles(asked.data, asked.half), *drawn)),
            "shown": [shown(asked.data, asked.engine)],
        }
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for packets in sets.values():
                onionskin_command.write(map(case, packets), asked.keep)
            return 0
        read = onionskin_command.read([case(packet) for packets in sets.values() for packet in packets])
    except (NoTextsError, FileNotFoundError, onionskin_command.CommandError) as error:
        print(error, file=sys.stderr)
        return 1
    scores = {name: Score() for name in sets}
    for name, packets in sets.items():
        for packet in packets:
            scores[name].add(packet, read.get(packet.name, []))
    for name, score in scores.items():
        print(json.dumps(as_json(name, score)) if asked.json else in_words(name, score))
        if asked.wrong:
            print("\n".join(f"    {line}" for line in score.wrong))
    if not asked.json:
        print("\n".join(page_by_page(sets["shown"][0], read.get(sets["shown"][0].name, []))))
    typed = scores["typed"]
    kept = typed.f1 >= F1 and typed.nested >= NESTED * typed.enclosures
    return 0 if kept and typed.questions <= QUESTIONS * typed.turns else 1


def case(packet: Packet) -> Case:
    """The packet as the command gets it."""
    return Case(name=packet.name, text=packet.text, papers=())


def in_words(name: str, score: Score) -> str:
    """One set on three lines."""
    return (
        f"{name}: {score.turns} page turns; boundaries F1 {score.f1:.3f} "
        f"(right {score.right}, extra {score.extra}, missed {score.missed})\n"
        f"    questions {score.questions} ({score.questions / max(score.turns, 1):.1%} of the page turns; "
        f"{score.asked_in_vain} where the record was right)\n"
        f"    enclosures nested right {score.nested} of {score.enclosures}, astray {score.astray}; "
        f"roles {score.roles} of {score.pages} pages"
    )


def page_by_page(packet: Packet, records: Records) -> list[str]:
    """Each page of a packet: its role, whether a paper begins there by eye, and what was read."""
    begins = {begin_of(record)[0]: record for record in records}
    asked = {each["page"]: each for record in records for each in questions(record)}
    out = []
    for n, leaf in enumerate(packet.leaves, 1):
        read = f"begins a {begins[n]['kind']}" if n in begins else "goes on"
        right = "" if (n in begins) == (n in packet.begins) or leaf.role == "blank" else "  WRONG"
        question = f"  question: {'; '.join(asked[n]['reasons'])}" if n in asked else ""
        out.append(
            f"  page {n:2}  by eye {'begins' if n in packet.begins else leaf.role:13} read: {read}{right}{question}"
        )
    return out


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
