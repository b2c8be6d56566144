"""Where the words of an annotator stand: the working form with its quotes becomes a list of numbers and labels.

    python -m bench.truth.ledger.place WORKING DATA > build.jsonl

Each line of the list is one statement: `volume`, `document`, `types`, `at` and where it hangs on a condition `when`,
both `[paragraph, first word, number of words]`, counted from 0 in `bench.search.passages.folded` of the paragraphs.
Every line that cannot be placed is told on stderr, and then nothing is printed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from bench.search.passages import folded, paragraphs
from bench.truth.choose import XML_ID, documents

TYPES = frozenset(
    {
        "instruction",
        "position",
        "offer",
        "disclosure",
        "deadline",
        "assessment",
        "rescission",
        "report",
        "proposal",
        "commitment",
    }
)
POLARITIES = frozenset({"do", "do-not", "-"})
STRENGTHS = frozenset({"must", "should", "may", "-"})
NAMED = ("party", "counterpart")
MOST_TYPES = 3

Paper = tuple[tuple[str, ...], ...]
"""The folded words of each paragraph."""


def placed(working: str, data: Path) -> Iterator[dict[str, object]]:
    """The statements of a working form.

    Raises:
        ValueError: A line is not of the form, or its words do not stand where it says; the message shows the line.
    """
    volume = document = ""
    for line in filter(None, map(str.strip, working.splitlines())):
        if line.startswith("#"):
            volume, document = line.lstrip("# ").split()[:2]
            continue
        try:
            yield {"volume": volume, "document": document} | statement(line, printed(data, volume)[document])
        except (ValueError, KeyError, IndexError) as error:
            raise ValueError(f"{volume} {document}: {error}: {line}") from error


def statement(line: str, paper: Paper) -> dict[str, object]:
    """One line of the working form.

    Raises:
        ValueError: It is not of the form, or its words do not stand there.
    """
    paragraph, types, polarity, strength, quote, *more = (each.strip() for each in line.split(" | "))
    sorts = types.split("|")
    if not set(sorts) <= TYPES or len(sorts) > MOST_TYPES or polarity not in POLARITIES or strength not in STRENGTHS:
        raise ValueError("a word that the form does not know")
    made: dict[str, object] = {"types": sorts, "at": place(quote, int(paragraph), paper)}
    made |= {key: value for key, value in (("polarity", polarity), ("strength", strength)) if value != "-"}
    for each in more:
        key, _, value = each.partition("=")
        if each == "maybe":
            made["maybe"] = True
        elif key == "when":
            made["when"] = place(value, int(paragraph), paper)
        elif key in NAMED and value:
            made[key] = value
        else:
            raise ValueError(f"what is {each!r}?")
    return made


@cache
def printed(data: Path, volume: str) -> Mapping[str, Paper]:
    """The papers of a volume, by document."""
    file = data / "frus" / f"{volume}.xml"
    return {str(each.get(XML_ID)): tuple(map(folded, paragraphs(each))) for each in documents(file)}


def place(quote: str, paragraph: int, paper: Paper) -> list[int]:
    """A quote of a working form, with `@3` where it stands in another paragraph, as paragraph, first word and number.

    Raises:
        ValueError: Its words do not stand there.
    """
    words, _, other = quote.partition("@")
    if other:
        paragraph = int(other)
    runs = [folded(each) for each in words.split("...")]
    first, end = None, 0
    for run in filter(None, runs):
        at = _standing(run, paper[paragraph], end)
        first, end = at if first is None else first, at + len(run)
    if first is None:
        raise ValueError("no words")
    return [paragraph, first, end - first]


def _standing(run: tuple[str, ...], words: tuple[str, ...], start: int) -> int:
    for at in range(start, len(words) - len(run) + 1):
        if words[at : at + len(run)] == run:
            return at
    raise ValueError(f"no such words: {' '.join(run)!r}")


def main(arguments: list[str]) -> int:
    """Print the list of a working form, or tell each line that is wrong."""
    if len(arguments) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    lines, head, made, wrong = Path(arguments[0]).read_text(encoding="utf-8").splitlines(), "", [], 0
    for line in lines:
        head = line if line.startswith("#") else head
        try:
            made += list(placed(f"{head}\n{line}" if line != head else "", Path(arguments[1])))
        except ValueError as error:
            wrong += 1
            sys.stderr.write(f"{error}\n")
    if not wrong:
        print("\n".join(json.dumps(each, ensure_ascii=False) for each in made))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
