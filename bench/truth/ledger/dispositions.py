"""What became of proposals, read by hand: the working form with its quotes becomes a list of numbers and labels.

    python -m bench.truth.ledger.dispositions choose DATA               > drawn.txt
    python -m bench.truth.ledger.dispositions place WORKING DATA        > dispositions.jsonl

`choose` prints the paragraphs that were read, from each volume and half five that are drawn by the hash of their names
among those in which a word for something proposed stands near a word for what can become of it (a wide net: half of
what it catches tells of no disposition). `place` finds the words of the working form:

    # frus1961-63v03 d97
    2 | taken-up | which has been approved by Admiral Felt | of=The Comprehensive Plan described above

and prints a line for each paragraph that was read, with what is told in it: `as` (one label, or those between which two
readers of good sense may differ), `at` and `of` as `[paragraph, first word, number of words]`, `maybe`, and in `from`
the document of the volume that makes the proposal, where that is another one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.truth.ledger.drawing import Net, near, placed, print_drawn
from bench.truth.ledger.place import Paper, place

LABELS = frozenset({"taken-up", "declined", "deferred", "edited", "well-received", "withdrawn"})
PUT = r"\b(?:proposals?|suggestions?|recommendations?|recommended|proposed|suggested|draft|formula|plan|idea)\b"
OUT = (
    r"\b(?:approved?|accepted|acceptable|unacceptable|adopted|concur(?:red|s)?|agreed?|rejected|turned down|declined|"
    r"deferred|postponed|await|hold off|holding up|abeyance|under (?:study|consideration|review)|study|revised|amended|"
    r"editing|edited|modified|changes|changed|withdr[ae]wn?|dropped|favor(?:ed|able|ably)?|opposed?|"
    r"welcomed?|well received|disapproved|sympathetic|taken up|authorized|"
    r"carried out|overruled|vetoed|shelved|premature|inclined)\b"
)
NET = Net("ledger-dispositions", near(PUT, OUT, 10, 7), longest=170, of_each=5)


def _told(parts: Sequence[str], number: int, paper: Paper) -> dict[str, object]:
    labels, quote, *more = parts
    if not set(labels.split(",")) <= LABELS:
        raise ValueError("a label that the form does not know")
    made: dict[str, object] = {"as": labels.split(","), "at": place(quote, number, paper)}
    for each in more:
        key, _, value = each.partition("=")
        if each == "maybe":
            made["maybe"] = True
        elif key == "of":
            made["of"] = place(value, number, paper)
        elif key == "from":
            made["from"] = value
        else:
            raise ValueError(f"what is {each!r}?")
    return made


def main(arguments: list[str]) -> int:
    """Print what is to be read, or the list of what was read."""
    if len(arguments) == 2 and arguments[0] == "choose":
        print_drawn(Path(arguments[1]), [NET])
        return 0
    if len(arguments) != 3 or arguments[0] != "place":
        sys.stderr.write(__doc__ or "")
        return 2
    for each in placed(Path(arguments[1]).read_text(encoding="utf-8"), Path(arguments[2]), _told):
        print(json.dumps(each, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
