"""Whether commitments were kept, and how they are to be verified, read by hand: quotes become numbers and labels.

    python -m bench.truth.ledger.kept choose DATA               > drawn.txt
    python -m bench.truth.ledger.kept place WORKING DATA        > kept.jsonl

`choose` prints the paragraphs that were read: from each volume and half two that are drawn by the hash of their names
among those in which a word for a commitment stands near one for keeping or breaking it, and one in which it stands near
a word for verifying it. `place` finds the words of the working form and prints a line for each paragraph:

    # frus1961-63v06 d65
    3 | kept | the missile bases have been dismantled
    3 | verified | under United Nations supervision | maybe
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.truth.ledger.drawing import Net, near, placed, print_drawn
from bench.truth.ledger.place import Paper, place

LABELS = frozenset({"kept", "broken", "verified"})
BOUND = (
    r"\b(?:agree(?:d|ments?)|undertak\w+|commitments?|pledge[ds]?|promise[ds]?|assur\w+|obligations?|armistice|"
    r"accords?)\b"
)
DONE = (
    r"\b(?:fulfill?\w*|honou?r(?:ed|s)?|carr(?:y|ied|ying) out|compl(?:y|ied|iance)\w*|violat\w+|breach\w*|broken?|"
    r"failed|failure|kept|implement\w*|observed|abid\w+|liv(?:ed|ing) up|reneg\w+|evad\w+|dismantled|withdrawn)\b"
)
SEEN = r"\b(?:inspect\w*|supervis\w+|verif\w+|safeguards?|observers?|observation|controls?|monitor\w*|guarantees?)\b"

LONGEST = 110
NETS = (
    Net("ledger-kept-done", near(BOUND, DONE, 12, 12), LONGEST, 2),
    Net("ledger-kept-seen", near(BOUND, SEEN, 12, 12), LONGEST, 1),
)


def _told(parts: Sequence[str], number: int, paper: Paper) -> dict[str, object]:
    label, quote, *more = parts
    if label not in LABELS or more not in ([], ["maybe"]):
        raise ValueError("a word that the form does not know")
    return {"as": [label], "at": place(quote, number, paper)} | ({"maybe": True} if more else {})


def main(arguments: list[str]) -> int:
    """Print the paragraphs that are read, or the list of a working form."""
    if arguments[:1] == ["choose"] and len(arguments) == 2:
        print_drawn(Path(arguments[1]), NETS)
        return 0
    if arguments[:1] == ["place"] and len(arguments) == 3:
        lines = placed(Path(arguments[1]).read_text(encoding="utf-8"), Path(arguments[2]), _told)
        print("\n".join(json.dumps(each, ensure_ascii=False) for each in lines))
        return 0
    sys.stderr.write(__doc__ or "")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
