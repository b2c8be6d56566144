"""What each sign of a clause is worth for each type of statement, fitted to all papers that may be looked at.

    python -m bench.ledger.weighing                        writes src/onionskin/lexicon/ledger_weights.toml
    python -m bench.ledger.weighing --held-out             says how papers of `learning` that are left out are told
    python -m bench.ledger.weighing --held-out --volumes   the same, all papers of a volume left out together

A logistic regression for each type, drawn towards nothing, since most signs stand on few clauses. Where two readers of
good sense may differ either type is right. What the rules of the grammar say is a sign in the papers of `learning`
alone: the other papers were read while rules were written, and there the rules would be trusted too much. A word is a
sign where papers of several volumes have it; no name is one.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.ledger import door
from bench.ledger.scoring import Score, stands_on
from bench.ledger.truth import Told, Words, listed, looked_at, papers, told
from bench.reading.__main__ import DATA
from bench.truth.choose import Pair
from onionskin.ledger.clause_signs import ALWAYS, Signs, signs_of
from onionskin.ledger.weighing import FACTS, LEAST, is_weighed

Rows = npt.NDArray[np.float32]
LEXICON = Path(__file__).resolve().parents[2] / "src/onionskin/lexicon/ledger_weights.toml"
PENALTY, ROUNDS, STEP = 10.0, 150, 0.1
"""By papers left out: from 6 to 12 did about as well."""
SEEN, OF_A_WORD, VOLUMES = 5, 8, 3
"""Clauses on which a sign must stand to be weighed, on which a word, and of how many volumes."""
LIGHT = 5
"""A sign that is worth less than so many hundredths for every type is left out."""
PARTS = 11
"""Into so many parts the papers are parted, to leave out one after the other."""
OF_WORDS = ("word-", "saying-", "about-")
"""How signs begin that are words."""
WORD = re.compile(r"[a-z]+-[a-z'-]+")
WITHIN = re.compile(r"(?<=[a-z,;] )[^\W\d_][\w'’-]+")
"""A word that begins no sentence."""
OF_RULES = ("rule-", "told-")
"""How signs begin that tell what the rules say."""
HEAD = """# Made by `python -m bench.ledger.weighing`; do not edit.
[form]
about = "Signs of what a clause does: what each is worth for a type of statement, in hundredths of log-odds"
name = "[a-z'-]+[0-9]?"
facts = { %s }

[[group]]
source = "bench/truth/ledger: learning.jsonl, build.jsonl; of further, fresh, later.jsonl the papers of the half build"
table = '''"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A clause: its signs and words, what the rules say of it, whether that is weighed, and which `FACTS` are right."""

    signs: Signs
    words: Words
    ruled: str | None
    weighed: bool
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A paper: its clauses, and what was read in it by hand."""

    clauses: tuple[Seen, ...]
    truth: tuple[Told, ...]


def rights(words: Sequence[Words], truth: Sequence[Told]) -> list[tuple[bool, ...]]:
    """What is right of the clauses that stand on these words; those first that overlap most with what was read."""
    by_overlap = sorted(
        (-len(asked.words & each) / len(asked.words | each), i, j)
        for i, asked in enumerate(truth)
        for j, each in enumerate(words)
        if each and stands_on(asked, each)
    )
    met: dict[int, Told] = {}
    taken: set[int] = set()
    for _, i, j in by_overlap:
        if i not in taken and j not in met:
            taken.add(i)
            met[j] = truth[i]
    return [tuple(j in met and fact in met[j].types for fact in FACTS) for j in range(len(words))]


def names(read: Mapping[Pair, Read], proper: Container[str] = ()) -> list[str]:
    """The signs that are weighed."""
    counts = Counter(sign for each in read.values() for clause in each.clauses for sign in clause.signs)
    volumes: dict[str, set[str]] = {}
    for (volume, _), each in read.items():
        for sign in {sign for clause in each.clauses for sign in clause.signs if sign.startswith(OF_WORDS)}:
            volumes.setdefault(sign, set()).add(volume)

    def weighs(name: str, count: int) -> bool:
        if not name.startswith(OF_WORDS):
            return count >= SEEN
        general = WORD.fullmatch(name) is not None and name.partition("-")[2] not in proper
        return general and count >= OF_A_WORD and len(volumes[name]) >= VOLUMES

    return sorted(name for name, count in counts.items() if weighs(name, count))


def proper_names(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand with a capital within sentences oftener than without, in small letters."""
    capital: Counter[str] = Counter()
    for text in texts:
        if not text.isupper():
            for word in WITHIN.findall(text):
                capital[word.lower().replace("’", "'")] += 1 if word[0].isupper() else -1
    return frozenset(word for word, more in capital.items() if more > 0)


def fitted(seen: Sequence[Seen], signs: Sequence[str]) -> Rows:
    """The weights, a row for each sign, by steps that are suited to each (Kingma and Ba, `Adam`, 2015)."""
    rows, right = table(seen, signs), np.array([each.right for each in seen], dtype=np.float32)
    weights = np.zeros((len(signs), len(FACTS)), dtype=np.float32)
    penalty = np.array([[0.0 if name == ALWAYS else PENALTY] for name in signs], dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for n in range(1, ROUNDS + 1):
        slope = rows.T @ (shares(rows @ weights) - right) + penalty * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        step = (first / (1 - 0.9**n)) / (np.sqrt(second / (1 - 0.99**n)) + 1e-6)
        weights -= STEP * (1 - (n - 1) / ROUNDS) * step
    return weights


def table(seen: Sequence[Seen], signs: Sequence[str]) -> Rows:
    """The clauses as rows of signs."""
    place = {name: at for at, name in enumerate(signs)}
    rows = np.zeros((len(seen), len(signs)), dtype=np.float32)
    for row, each in zip(rows, seen, strict=True):
        row[[place[sign] for sign in each.signs if sign in place]] = 1
    return rows


def shares(odds: Rows) -> Rows:
    """How likely each of `FACTS` is."""
    out: Rows = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return out


def held_out(read: Mapping[Pair, Read], proper: Container[str], by_volume: bool = False) -> Iterator[str]:
    """How the papers of `learning` are told by the rules, and by weights that were fitted without them."""
    asked = sorted(set(listed("learning")) & set(read))
    volumes = sorted({volume for volume, _ in asked})
    parted = [[pair for pair in asked if pair[0] == volume] for volume in volumes] if by_volume else None
    ruled, weighed = Score(), Score()
    sure: dict[int, list[bool]] = {}
    for out in parted or [asked[n::PARTS] for n in range(PARTS)]:
        gone = {pair for pair in read if pair in out or (by_volume and pair[0] == out[0][0])}
        kept = {pair: read[pair] for pair in sorted(set(read) - gone)}
        seen, signs = [each for of in kept.values() for each in of.clauses], names(kept, proper)
        weights = fitted(seen, signs)
        for pair in out:
            clauses = read[pair].clauses
            likely = shares(table(clauses, signs) @ weights)
            ruled.add(read[pair].truth, [_told(each.ruled, each) for each in clauses if each.ruled])
            found = [(_type(each, row), each) for each, row in zip(clauses, likely, strict=True)]
            weighed.add(read[pair].truth, [_told(type_, each) for type_, each in found if type_])
            for (type_, each), row in zip(found, likely, strict=True):
                if each.weighed and type_ in FACTS:
                    at = FACTS.index(type_)
                    sure.setdefault(int(10 * row[at]), []).append(each.right[at])
    for name, score in (("rules", ruled), ("weighed", weighed)):
        counts, words = score.statements, score.places
        yield f"{name}: precision {counts.precision:.3f}, recall {counts.recall:.3f}, f1 {counts.f1:.3f}"
        yield f"  whatever the type: precision {words.precision:.3f}, recall {words.recall:.3f}"
    for tenth, right in sorted(sure.items()):
        yield f"told to be right in {tenth * 10} to {tenth * 10 + 10} of 100: {sum(right)} of {len(right)}"


def _type(each: Seen, likely: Rows) -> str | None:
    """What a clause is told to be, as `onionskin.ledger.weighing.weighed` tells it."""
    if not each.weighed:
        return each.ruled
    best = int(likely.argmax())
    return FACTS[best] if likely[best] >= LEAST else None


def _told(type_: str | None, each: Seen) -> Told:
    return Told(types=(type_ or "",), words=each.words)


def written(weights: Rows, signs: Sequence[str]) -> str:
    """The lexicon's file."""
    rows = []
    for name, row in zip(signs, np.rint(weights * 100).astype(int), strict=True):
        rows += [" ".join(map(str, (name, *row)))] if abs(row).max() >= LIGHT else []
    return "\n".join([HEAD % ", ".join(f'{fact} = "integer"' for fact in FACTS), *rows, "'''", ""])


def read_by_hand(data: Path) -> tuple[dict[Pair, Read], frozenset[str]]:
    """All papers that may be looked at, and which words in them are names."""
    learning, lines = listed("learning"), looked_at()
    printed, documents = papers(data, sorted(lines)), door.taken_in(data, sorted(lines))
    read = {}
    for pair, said in lines.items():
        truth = tuple(told(each, printed[pair]) for each in said)
        heard = door.heard(documents[pair], printed[pair])
        right = rights([words for _, words in heard], truth)
        clauses = []
        for (each, words), fact in zip(heard, right, strict=True):
            signs = signs_of(each)
            signs = signs if pair in learning else tuple(name for name in signs if not name.startswith(OF_RULES))
            ruled = each.told.type.value if each.told is not None else None
            clauses.append(Seen(signs, words, ruled, is_weighed(each), fact))
        read[pair] = Read(tuple(clauses), truth)
    texts = (paragraph.text for each in documents.values() for paragraph in each.text.paragraphs)
    return read, proper_names(texts)


def main() -> int:
    """Writes the weights into the lexicon, or says what they are worth."""
    parser = argparse.ArgumentParser(prog="bench.ledger.weighing", description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="write nothing; say how papers left out are told")
    parser.add_argument("--volumes", action="store_true", help="with --held-out: all papers of a volume together")
    parser.add_argument("--data", type=Path, default=DATA)
    asked = parser.parse_args()
    read, proper = read_by_hand(asked.data)
    if asked.held_out:
        print("\n".join(held_out(read, proper, asked.volumes)))
        return 0
    seen = [each for pair in sorted(read) for each in read[pair].clauses]
    signs = names(read, proper)
    LEXICON.write_text(written(fitted(seen, signs), signs), encoding="utf-8")
    print(f"{len(signs)} signs of {len(seen)} clauses")
    return 0


if __name__ == "__main__":
    sys.exit(main())
