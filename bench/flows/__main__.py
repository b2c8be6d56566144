"""`bench flows`: what people come to the room for, done in Chromium with the mouse and with the keyboard alone.

The collection is copied first, and nothing is done to it but to the copy. For each flow its seconds are told, by keys
the most presses of Tab that one step took, and the longest wait of a step, by the clock and of the room's processor,
which others on the machine do not make longer. 1 where a flow did not come to its end, or the room took longer than a
second of the processor over a step (a backup is work, and may).
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.web.browsing import browser

from bench.flows.person import GaveUpError, Person
from bench.flows.walks import FLOWS, Facts
from bench.room.opening import opened

LONGEST = 1.0
"""Seconds that a person waits without wondering."""
WORK = frozenset({"back up"})
"""Flows whose waiting is for work that takes as long as the collection is large."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where a flow failed or was slow."""
    parser = argparse.ArgumentParser(prog="bench flows", description=__doc__)
    parser.add_argument("-c", "--collection", type=Path, required=True, help="linked (`onionskin link`), with scans")
    parser.add_argument("--only", nargs="*", default=(), metavar="WORD", help="flows whose name has it")
    parser.add_argument("--steps", action="store_true", help="tell each step")
    asked = parser.parse_args(argv)
    chosen = {name: flow for name, flow in FLOWS.items() if not asked.only or any(word in name for word in asked.only)}
    bad = 0
    print(f"{'flow':<38}{'mouse':>16}{'keys':>16}{'longest wait':>16}{'processor':>12}")
    with TemporaryDirectory() as work:
        copy = Path(work) / "collection"
        shutil.copytree(asked.collection, copy)
        with opened(copy) as room, browser() as chromium:
            for name in chosen:
                told, slowest, dearest = [], 0.0, 0.0
                for by_keys in (False, True):
                    context = chromium.new_context(base_url=room.address, viewport={"width": 1440, "height": 900})
                    person = Person(context.new_page(), by_keys, lambda: room.spent() / 1000)
                    words = walked(person, name, Facts(copy, Path(work)))
                    told.append(words)
                    slowest = max([slowest, *(each.seconds for each in person.steps)])
                    spent = max((each.spent for each in person.steps), default=0.0)
                    dearest = max(dearest, spent)
                    bad += words.startswith("FAILED") or (spent > LONGEST and name not in WORK)
                    if asked.steps or words.startswith("FAILED"):
                        tell_steps(person, words)
                    context.close()
                print(f"{name:<38}{told[0]:>16}{told[1]:>16}{slowest:>14.2f} s{dearest:>10.2f} s", flush=True)
    return int(bad > 0)


def walked(person: Person, name: str, facts: Facts) -> str:
    """How a flow went, in a few words."""
    try:
        FLOWS[name](person, facts)
        words = f"{sum(each.seconds for each in person.steps):.1f} s"
        if person.by_keys:
            words += f", {max(each.tabs for each in person.steps)} tabs"
    except (GaveUpError, Exception) as fault:  # noqa: BLE001 - whatever stops a person is told
        words = f"FAILED: {str(fault).splitlines()[0]}"
    return words


def tell_steps(person: Person, words: str) -> None:
    """Each step of a flow, its seconds and its presses of Tab."""
    print(f"  {'keys' if person.by_keys else 'mouse'}: {words}")
    for each in person.steps:
        print(f"    {each.seconds:6.2f} s {each.spent:6.2f} s {each.tabs:4} tabs  {each.what}")


if __name__ == "__main__":
    sys.exit(main())
