"""`bench reenactment`: the acts that the seed papers show are done at a desk, and its records compared with the papers.

    ./run bench reenactment [--print | --aged]

Told are the parts in which the record of the acts differs from the one that was read, each with its reason, and how
each paper stood on four days, with the acts that made it so. With `--print` the form that each record prints is read
again; with `--aged` as a scan that has aged (that takes an engine, and minutes). 1 where a difference has no reason, a
reason no difference, or a paper stood otherwise than it says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.reenactment.comparing import differences, idle, seeds, stood, told
from bench.reenactment.performing import Enacted, enacted
from bench.reenactment.printing import again, kept

EXAMPLES = Path(__file__).parents[2] / "examples"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the tables; 1 where they do not agree."""
    parser = argparse.ArgumentParser(prog="bench reenactment", description=__doc__.split("\n")[0])
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--print", action="store_true", help="read again what each record prints")
    how.add_argument("--aged", action="store_true", help="the same, aged and scanned")
    asked = parser.parse_args(argv)
    with TemporaryDirectory(prefix="onionskin-reenactment-") as scratch:
        made = enacted(Path(scratch) / "desk")
        broken = _compared(made) | _stood(made)
        if asked.print or asked.aged:
            _printed(made, Path(scratch), aged=asked.aged)
    return int(broken)


def _compared(made: Mapping[str, Enacted]) -> bool:
    read = seeds(EXAMPLES)
    found = list(differences(read, made))
    parts = sum(len(told(read[name]).keys() | told(paper.whole).keys()) for name, paper in made.items())
    print(f"{parts} parts of {len(made)} papers: {parts - len(found)} agree, {len(found)} differ\n")
    for each in found:
        print(f"{each.paper:10} {each.what:14} read {_list(each.read)}; enacted {_list(each.enacted)}")
        print(f"{'':25} {each.reason or 'NO REASON IS STATED'}")
    strays = idle(found)
    print("".join(f"a reason for {what} of {paper or 'all'}, which does not differ\n" for paper, what in strays))
    return bool(strays) or any(not each.reason for each in found)


def _list(values: frozenset[str]) -> str:
    return ", ".join(each if len(each) < 40 else f"{each[:37]}..." for each in sorted(values)) or "nothing"


def _stood(made: Mapping[str, Enacted]) -> bool:
    wrong = False
    for each in stood(made):
        right = each.wanted == each.found
        wrong |= not right
        state = ", ".join(str(value or "-") for value in each.found.values())
        print(f"{each.paper:10} {each.on}  {'as the paper says' if right else 'OTHERWISE'}: {state}")
        print("".join(f"{'':25} {reason}\n" for reason in each.because), end="")
    return wrong


def _printed(made: Mapping[str, Enacted], folder: Path, *, aged: bool) -> None:
    for name, paper in made.items():
        values = list(kept(paper, again(paper, folder, aged=aged)))
        lost = [value for value, is_kept in values if not is_kept]
        print(f"\n{name}: {len(values) - len(lost)} of {len(values)} values of the form read again")
        print("".join(f"  not read again: {value}\n" for value in lost), end="")


if __name__ == "__main__":
    sys.exit(main())
