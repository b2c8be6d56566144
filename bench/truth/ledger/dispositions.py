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
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.search.passages import folded, paragraphs
from bench.truth import half
from bench.truth.choose import XML_ID, Pair, documents, edited_volumes, rank
from bench.truth.ledger.place import Paper, place, printed

LABELS = frozenset({"taken-up", "declined", "deferred", "edited", "well-received", "withdrawn"})
PUT = r"\b(?:proposals?|suggestions?|recommendations?|recommended|proposed|suggested|draft|formula|plan|idea)\b"
OUT = (
    r"\b(?:approved?|accepted|acceptable|unacceptable|adopted|concur(?:red|s)?|agreed?|rejected|turned down|declined|"
    r"deferred|postponed|await|hold off|holding up|abeyance|under (?:study|consideration|review)|study|revised|amended|"
    r"editing|edited|modified|changes|changed|withdr[ae]wn?|dropped|favor(?:ed|able|ably)?|opposed?|"
    r"welcomed?|well received|disapproved|sympathetic|taken up|authorized|"
    r"carried out|overruled|vetoed|shelved|premature|inclined)\b"
)
NET = re.compile(rf"{PUT}(?:[^\w.]+\w+){{0,10}}?[^\w.]+{OUT}|{OUT}(?:[^\w.]+\w+){{0,7}}?[^\w.]+{PUT}", re.IGNORECASE)
SHORTEST, LONGEST, OF_EACH = 15, 170, 5


def drawn(data: Path) -> Iterator[tuple[Pair, int, str]]:
    """The paragraphs that were read, at most one of a paper, each with its number."""
    for volume in edited_volumes(data):
        caught = [
            (rank(f"ledger-dispositions/{n}", pair), pair, n, text)
            for each in documents(volume)
            for pair in [(volume.stem, str(each.get(XML_ID)))]
            for n, text in enumerate(paragraphs(each))
            if SHORTEST <= len(folded(text)) <= LONGEST and NET.search(text)
        ]
        for part in ("build", "score"):
            taken: dict[Pair, tuple[int, str]] = {}
            for _, pair, n, text in sorted(caught):
                if half(*pair) == part and len(taken) < OF_EACH:
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
            volume, document = line.lstrip("# ").split()
            continue
        number, *told = (each.strip() for each in line.split(" | "))
        found = made.setdefault((volume, document, int(number)), [])
        try:
            found += [_told(told, int(number), printed(data, volume)[document])] if told else []
        except (ValueError, KeyError, IndexError) as error:
            raise ValueError(f"{volume} {document}: {error}: {line}") from error
    for (volume, document, n), found in made.items():
        yield {"volume": volume, "document": document, "paragraph": n, "told": found}


def _told(parts: list[str], number: int, paper: Paper) -> dict[str, object]:
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
        for pair, n, text in drawn(Path(arguments[1])):
            print(f"\n# {' '.join(pair)} {half(*pair)}\n[{n}] {text}")
        return 0
    if len(arguments) != 3 or arguments[0] != "place":
        sys.stderr.write(__doc__ or "")
        return 2
    for each in placed(Path(arguments[1]).read_text(encoding="utf-8"), Path(arguments[2])):
        print(json.dumps(each, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
