"""`bench known`: papers that find what is known of them among 30,000, with their text damaged, and with it hidden.

Two figures. *Edited*: the first page of a paper, with 5 % of its characters hurt and no heading, is read as a file, and
ought to find the edited text it was taken from. *Calendared*: a paper whose text is hidden ought to find the entry that
another hand wrote for it (`entries.py`). A match said with confidence that leads to another paper is wrong in both.

The 30,000 are the papers of the volumes, the entries, and made-up others: a day, a number and two ends drawn from real
papers, and a text of real sentences put together by chance, so that single sentences of a paper stand in others too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.edited import DATA
from bench.linking.entries import Entry, as_volume, entries, in_order
from bench.noise.model import noisy
from onionskin.editions.documents import Edition, document_of
from onionskin.editions.volume import divisions, survey
from onionskin.linking.cards import card_of, keys_of
from onionskin.linking.fingerprints import fingerprint
from onionskin.linking.holdings import Card, Shelf
from onionskin.linking.known import SURE, match, match_keys
from onionskin.record.document import Document
from onionskin.record.references import SameAs, SameAsRelation
from onionskin.settings import Settings
from onionskin.workbench import read_records
from onionskin.workbench.linking import all_keys

HELD = 30_000
ENTRIES = 200
PAPERS = 400
"""Papers whose damaged first page is tried."""
PAGE = 2_500
"""Characters of a first page."""
SHORTEST = 600
RATE = 0.05
LEAST = {"edited_found": 0.97, "calendared_found": 0.90}


@dataclass(slots=True)
class Found:
    """How many of how many were found first, how many of them with confidence, and what was wrong with confidence."""

    tried: int = 0
    first: int = 0
    sure: int = 0
    wrong: int = 0
    misses: list[str] = field(default_factory=list)

    def shown(self, name: str) -> dict[str, float | int | None]:
        """The figures under the names that they have in `--json`."""
        return {
            f"{name}_found": self.first / self.tried if self.tried else None,
            f"{name}_sure": self.sure / self.tried if self.tried else None,
            f"{name}_wrong": self.wrong,
            f"{name}_tried": self.tried,
        }


def main(argv: Sequence[str] | None = None) -> int:
    """Prints both figures; 1 where one is under what it is to reach, or a match said with confidence was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench known", description=__doc__)
    parser.add_argument("volumes", nargs="*", type=Path, help="TEI files; by default all of the data folder")
    parser.add_argument("--scored", action="store_true", help="the half that nobody looks at while building")
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong; not of the scored half")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    asked = parser.parse_args(argv)
    files = asked.volumes or sorted((DATA / "frus").glob("*.xml"))
    edited_found, calendared_found = measure(files, scored=asked.scored)
    shown = edited_found.shown("edited") | calendared_found.shown("calendared")
    if asked.misses and not asked.scored:
        print(*edited_found.misses, *calendared_found.misses, sep="\n")
    for name, value in shown.items():
        least = f"  (at least {LEAST[name]})" if name in LEAST else ""
        print(f"{name:<20}{'-' if value is None else f'{value:.4f}' if isinstance(value, float) else value:>8}{least}")
    if asked.json:
        print(json.dumps(shown))
    short = any((shown[name] or 0.0) < least for name, least in LEAST.items())
    return int(short or edited_found.wrong > 0 or calendared_found.wrong > 0)


def measure(volumes: Sequence[Path], *, scored: bool) -> tuple[Found, Found]:
    """Edited and calendared, on the half that is for scoring or on the other."""
    shelf, held = Shelf(), {}
    for path in volumes:
        for document in _documents(path):
            held[document.source.source_ids[0]] = document
            _shelve(shelf, document)
    texts = [document for document in held.values() if document.text.reading]
    made = entries([path for path in volumes if "Supp" not in path.name], ENTRIES)
    with tempfile.TemporaryDirectory() as folder:
        calendar = Path(folder) / "calendar.xml"
        calendar.write_bytes(as_volume(made))
        entered = {each.of: document for each, document in zip(in_order(made), _documents(calendar), strict=True)}
    for document in entered.values():
        _shelve(shelf, document)
    for card, text in others(texts, HELD - len(held) - len(entered)):
        prints = fingerprint(text)
        shelf.put(replace(card, prints=len(prints)), [*keys_of(card), *match_keys(card), *prints])
    asked = [each for each in made if each.is_scored is scored]
    ids = {name: document.id for name, document in entered.items()}
    return edited(shelf, texts, ids, scored=scored), calendared(shelf, held, ids, asked)


def edited(shelf: Shelf, texts: Sequence[Document], entered: dict[str, str], *, scored: bool) -> Found:
    """Damaged first pages against the edited texts they were taken from."""
    out = Found()
    long = [document for document in texts if len(document.text.reading) >= SHORTEST]
    draw = random.Random("scored" if scored else "looked at")
    half = [each for each in long if (int(each.id[-1], 36) % 2 == 0) is scored]
    for document in draw.sample(half, min(PAPERS // 2, len(half))):
        clean = "\n\n".join(textwrap.fill(part, 70) for part in document.text.reading.split("\n\n"))[:PAGE]
        page = noisy(clean, RATE, "score" if scored else "build", document.id).text
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.txt"
            path.write_text(page, encoding="utf-8")
            paper = next(iter(read_records([path], Settings(engine="null"))))
        name = document.source.source_ids[0]
        _count(out, _same(paper, shelf), [document.id, entered.get(name, "")], name)
    return out


def calendared(shelf: Shelf, held: dict[str, Document], entered: dict[str, str], asked: Sequence[Entry]) -> Found:
    """Papers without their text against the entries written for them."""
    out = Found()
    for each in asked:
        paper = held[each.of]
        hidden = replace(paper, text=replace(paper.text, reading="", paragraphs=()))
        _count(out, _same(hidden, shelf), [entered[each.of]], f"{each.of}\t{each.head}")
    return out


def _same(paper: Document, shelf: Shelf) -> list[SameAs]:
    return [each for each in match(paper, shelf).same_as if each.relation is SameAsRelation.SAME_PAPER]


def _count(out: Found, same: Sequence[SameAs], right: Sequence[str], name: str) -> None:
    """The first of `right` is the record wanted; the others are of the same paper too."""
    best = next(iter(same), None)
    out.tried += 1
    first = best is not None and best.record in right
    out.first += first
    out.sure += any(each.record == right[0] and each.score >= SURE for each in same)
    wrong = [each for each in same if each.score >= SURE and each.record not in right]
    out.wrong += bool(wrong)
    for each in wrong:
        out.misses.append(f"wrong\t{name}\t{each.record} {each.score}: {'; '.join(each.reasons)}")
    if not first and not wrong:
        told = f"{best.score}: {'; '.join(best.reasons)}" if best else "nothing"
        out.misses.append(f"missed\t{name}\t{told}")


def others(texts: Sequence[Document], count: int) -> Iterator[tuple[Card, str]]:
    """Made-up papers, as others know them."""
    draw = random.Random("others")
    cards = [card_of(document) for document in texts]
    sentences = [part for document in texts for part in document.text.reading.split(". ") if 40 < len(part) < 300]
    for n in range(count):
        day, ends, last = draw.choice(cards), draw.choice(cards), draw.choice(cards)
        number = str(max(1, int(ends.number) + draw.randint(-400, 400))) if ends.number.isdigit() else ""
        text = ". ".join(draw.choices(sentences, k=draw.randint(4, 25)))
        card = replace(
            ends, record=f"os-made{n:016}", source=f"made-up {n % 40}", date=day.date, number=number, carried_by=()
        )
        yield replace(card, subject=last.subject, file_number=last.file_number, words=text.count(" ") + 1), text


def _documents(path: Path) -> Iterator[Document]:
    edition = Edition(path.name, hashlib.sha256(path.name.encode()).hexdigest(), survey(path))
    return (document_of(division, edition) for division in divisions(path))


def _shelve(shelf: Shelf, document: Document) -> None:
    card = card_of(document)
    shelf.put(card, all_keys(document, card))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
