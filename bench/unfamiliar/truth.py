"""From a typed paper and its worn pages to what must be read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.case import Entry, PaperTruth
from bench.unfamiliar.sheet import Paper
from bench.unfamiliar.wear import Worn

__all__ = ["Place", "paper_truth"]

SENTENCES = 4
_SHORTEST, _LONGEST, _SCRAP = 45, 230, 28
"""Characters of a sentence, and of a whole line that stands for hurt ones."""
_CITED = re.compile(r"\b(?P<series>Embtel|Deptel|Contel|Polto|Topol|Secto|Tosec) (?P<number>\d{1,4})\b", re.IGNORECASE)
_CARRIED = {"letter": {"from": "signed_by", "to": "inside_address"}, "memorandum": {}}
"""Fields without ink of their own, and the field whose ink carries them."""


@dataclass(frozen=True, slots=True)
class Place:
    """An ink as it came out, and the page of the file it stands on."""

    page: int
    worn: Worn


def paper_truth(paper: Paper, places: Sequence[Place], *, once: frozenset[str]) -> PaperTruth:
    """What must be read; `once` are the sentences that stand only once in the file."""
    body = " ".join(paper.sentences)
    return PaperTruth(
        kind=paper.kind,
        subkind=paper.subkind,
        fields={name: value for name, value in paper.fields.items() if value not in ("", [], {})},
        markings=tuple(_markings(places)),
        stamps=tuple(_stamps(paper, places)),
        references=tuple(_references(paper, places)),
        form_boxes=tuple(_entries(places, "box")),
        distribution=tuple(_entries(places, "symbol")),
        copy=paper.copy,
        excisions=tuple(paper.excisions),
        reading_contains=tuple(_contained(paper, places, once)),
        reading_excludes=tuple(_excluded(paper, places, body)),
        damaged=_damaged(paper, places),
        unjudged=frozenset(paper.unjudged),
        optional=paper.optional,
    )


def _damaged(paper: Paper, places: Sequence[Place]) -> dict[str, str]:
    found = {}
    for name, value in paper.fields.items():
        if name in ("classification", "captions"):
            wanted = [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []
            key = "level" if name == "classification" else "caption"
            marks = [p.worn for p in places if p.worn.ink.of == "marking" and key in p.worn.ink.entry]
            clean = {w.ink.entry[key] for w in marks if not w.hit}
            if any(each not in clean for each in wanted):
                found[name] = " ".join(w.text for w in marks)
            continue
        ink = _CARRIED.get(paper.kind, {}).get(name, name)
        printed = [p.worn for p in places if p.worn.ink.of in (f"field.{name}", f"field.{ink}")]
        if any(worn.hit for worn in printed):
            found[name] = " ".join(worn.text for worn in printed)
    return found


def _markings(places: Sequence[Place]) -> Iterator[Entry]:
    for place in places:
        if place.worn.ink.of == "marking":
            yield {**place.worn.ink.entry, "page": place.page, **_hurt(place.worn.hit)}


def _stamps(paper: Paper, places: Sequence[Place]) -> Iterator[Entry]:
    for number, entry in enumerate(paper.stamps):
        inks = [p.worn for p in places if p.worn.ink.of == "stamp" and p.worn.ink.entry["number"] == number]
        yield {**entry, **_hurt(any(worn.hit for worn in inks))}


def _entries(places: Sequence[Place], of: str) -> Iterator[Entry]:
    """Boxes with their labels, symbols of the distribution: one entry for each, however many inks it has."""
    seen: list[Entry] = []
    for place in places:
        entry = place.worn.ink.entry
        if place.worn.ink.of == of and entry not in seen:
            seen.append(entry)
            yield {
                **entry,
                **_hurt(any(p.worn.hit for p in places if p.worn.ink.of == of and p.worn.ink.entry == entry)),
            }


def _references(paper: Paper, places: Sequence[Place]) -> Iterator[Entry]:
    seen = set()
    for n, sentence in enumerate(paper.sentences):
        standing = " ".join(p.worn.text for p in places if _of_sentence(p.worn, n))
        for cited in _CITED.finditer(sentence):
            key = cited["series"].upper(), cited["number"]
            if key not in seen:
                seen.add(key)
                yield {"kind": "telegram", "series": key[0], "number": key[1], **_hurt(cited[0] not in standing)}


def _of_sentence(worn: Worn, n: int) -> bool:
    return worn.ink.of == "body" and worn.ink.entry["sentence"] == n


def _hurt(hit: bool) -> dict[str, object]:
    return {"damaged": True} if hit else {}


def _contained(paper: Paper, places: Sequence[Place], once: frozenset[str]) -> list[str]:
    """Undamaged sentences: those over a page's end, then from the whole text; else lines that damage left whole."""
    whole, turning, scraps = list[str](), list[str](), list[str]()
    for n, sentence in enumerate(paper.sentences):
        mine = [p for p in places if _of_sentence(p.worn, n)]
        if sentence not in once:
            continue
        if any(p.worn.hit for p in mine):
            scraps += [p.worn.text for p in mine if not p.worn.hit and len(p.worn.text) > _SCRAP]
        if any(p.worn.hit for p in mine) or not _SHORTEST <= len(sentence) <= _LONGEST:
            continue
        (turning if len({p.page for p in mine}) > 1 else whole).append(sentence)
    spread = whole[:1] + whole[len(whole) // 2 :][:1] + whole[-1:]
    return list(dict.fromkeys(turning[:2] + (spread or scraps[:2])))[:SENTENCES]


def _excluded(paper: Paper, places: Sequence[Place], body: str) -> list[str]:
    """Heads of further pages, notices, and the first words of each stamp."""
    words = list(paper.gone)
    stamps = set[object]()
    for place in places:
        ink = place.worn.ink
        if ink.of == "furniture" or (ink.of == "stamp" and ink.entry["number"] not in stamps):
            stamps |= {ink.entry["number"]} if ink.of == "stamp" else set()
            words += [ink.text] if not place.worn.hit else []
    return list(dict.fromkeys(w for w in words if len(w) > 6 and w not in body))
