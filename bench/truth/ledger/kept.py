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
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.search.passages import folded, paragraphs
from bench.truth import half
from bench.truth.choose import XML_ID, Pair, documents, edited_volumes, rank
from bench.truth.ledger.place import place, printed

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


def _near(one: str, other: str) -> re.Pattern[str]:
    return re.compile(
        rf"{one}(?:[^\w.]+\w+){{0,12}}?[^\w.]+{other}|{other}(?:[^\w.]+\w+){{0,12}}?[^\w.]+{one}", re.IGNORECASE
    )


NETS = (("done", _near(BOUND, DONE), 2), ("seen", _near(BOUND, SEEN), 1))
SHORTEST, LONGEST = 15, 110


def drawn(data: Path) -> Iterator[tuple[Pair, int, str]]:
    """The paragraphs that were read, at most one of a paper for each net, each with its number."""
    for volume in edited_volumes(data):
        for name, net, of_each in NETS:
            caught = sorted(
                (rank(f"ledger-kept-{name}/{n}", pair), pair, n, text)
                for each in documents(volume)
                for pair in [(volume.stem, str(each.get(XML_ID)))]
                for n, text in enumerate(paragraphs(each))
                if SHORTEST <= len(folded(text)) <= LONGEST and net.search(text)
            )
            for part in ("build", "score"):
                taken: dict[Pair, tuple[int, str]] = {}
                for _, pair, n, text in caught:
                    if half(*pair) == part and len(taken) < of_each:
                        taken.setdefault(pair, (n, text))
                yield from ((pair, n, text) for pair, (n, text) in taken.items())


def placed(working: str, data: Path) -> Iterator[dict[str, object]]:
    """A line for each paragraph of the working form.

    Raises:
        ValueError: A line is not of the form, or its words do not stand where it says; the message shows the line.
    """
    volume = document = ""
    made: dict[tuple[str, str, int], list[dict[str, object]]] = {}
    for line in filter(None, map(str.strip, working.splitlines())):
        if line.startswith("#"):
            volume, document = line.lstrip("# ").split()[:2]
            continue
        number, *rest = (each.strip() for each in line.split("|"))
        told = made.setdefault((volume, document, int(number)), [])
        if rest == ["none"]:
            continue
        label, quote, *more = rest
        if label not in LABELS or more not in ([], ["maybe"]):
            raise ValueError(f"{volume} {document}: a word that the form does not know: {line}")
        try:
            at = place(quote, int(number), printed(data, volume)[document])
        except ValueError as error:
            raise ValueError(f"{volume} {document}: {error}: {line}") from error
        told.append({"as": [label], "at": at} | ({"maybe": True} if more else {}))
    for (name, paper, n), told in made.items():
        yield {"volume": name, "document": paper, "paragraph": n, "told": told}


def main(arguments: list[str]) -> int:
    """Print the paragraphs that are read, or the list of a working form."""
    if arguments[:1] == ["choose"] and len(arguments) == 2:
        for pair, n, text in drawn(Path(arguments[1])):
            print(f"# {' '.join(pair)} {half(*pair)}\n[{n}] {text}")
        return 0
    if arguments[:1] == ["place"] and len(arguments) == 3:
        lines = placed(Path(arguments[1]).read_text(encoding="utf-8"), Path(arguments[2]))
        print("\n".join(json.dumps(each, ensure_ascii=False) for each in lines))
        return 0
    sys.stderr.write(__doc__ or "")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
