"""Addresses that no page links to: what people type, and what scripts and viewers of images ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Any, cast
from urllib.parse import quote, urlencode

from bench.room.routes import NEEDS, Route

Paper = Mapping[str, Any]
"""A row of the list, as JSON has it."""
Told = Callable[[str], Mapping[str, object]]
"""What a JSON route says."""

TILE = 512
ASKED_WITH = frozenset(
    {
        *("/papers/{record_id}/correct", "/collection/remove", "/api/removals/preview", "/search/form"),
        *("/ledger/between", "/api/ledger/between", "/collection/page"),
    }
)
"""Routes that refuse to be asked with nothing, or have nothing to show then; OpenAPI does not say so."""
NOTES = ("lines", "marks")
ENDINGS = ("txt", "bib", "ris", "json")
FIELDS = ("date", "to")
"""Where a row has one, its record has it too; what a row says of others may come from elsewhere."""
_WORD = re.compile(r"\S+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|\Z)")


def members(told: Mapping[str, object], name: str) -> Sequence[Paper]:
    """A list that a JSON route gives."""
    return cast("Sequence[Paper]", told[name])


def whole(told: Mapping[str, object], name: str) -> int:
    """A number that a JSON route gives."""
    return cast("int", told[name])


def folder_at(name: str) -> str:
    """Where the sources of a folder are listed."""
    return f"/api/files?{urlencode({'folder': name, 'limit': 500})}"


def searches(papers: Sequence[Paper], random: Random, most: int) -> Iterator[str]:
    """What people look for: a word, some words, a phrase, a name that is misspelt, words with a field."""
    for query in _queries(papers, random, most):
        yield f"/search?{urlencode({'q': query})}"


def _queries(papers: Sequence[Paper], random: Random, most: int) -> Iterator[str]:
    subjects = [words for each in papers if len(words := re.findall(r"[A-Za-z]{4,}", each["subject"])) > 3]
    for nth in range(most):
        words, paper = random.choice(subjects), random.choice(papers)
        at = random.randrange(len(words) - 2)
        match nth % 6:
            case 0:
                yield words[at]
            case 1:
                yield f"{words[at]} {words[-1]}"
            case 2:
                yield f'"{words[at]} {words[at + 1]}"'
            case 3:
                yield words[at][:-2] + words[at][-1] + words[at][-2]
            case 4:
                yield f"{words[at]} kind:{paper['kind']}"
            case _:
                yield f"{words[at]} date:{paper['date'][:4] or 1962}"


def unlinked(  # noqa: PLR0913, PLR0917 - what there is to draw from
    told: Told, known: Sequence[Route], papers: Sequence[Paper], scans: Sequence[Paper], random: Random, most: int
) -> Iterator[tuple[str, list[str]]]:
    """Routes with addresses that they answer; what a route needs is taken from papers that have it."""
    by_path = {each.path: each for each in known}
    for route in known:
        if route.path in ASKED_WITH:
            continue
        if route.parts == ("record_id",) and not route.needs:
            yield route.path, [route.filled({"record_id": each["id"]}) for each in papers[:most]]
        elif not route.parts and not route.needs:
            yield route.path, [route.path]
    yield from _of_papers(by_path, papers[:most], random)
    yield from _of_words(by_path, told, papers[: most // 4], random)
    yield from _of_images(by_path, told, scans, random)


def _of_papers(known: Mapping[str, Route], papers: Sequence[Paper], random: Random) -> Iterator[tuple[str, list[str]]]:
    explain = known["/api/records/{record_id}/explain/{field:path}"]
    fields = [{"record_id": each["id"], "field": name} for each in papers for name in FIELDS if each[name]]
    yield explain.path, [explain.filled(each) for each in random.sample(fields, min(len(fields), len(papers)))]
    cited = known["/papers/{record_id}/cite.{ending}"]
    yield cited.path, [cited.filled({"record_id": each["id"], "ending": random.choice(ENDINGS)}) for each in papers]
    for path in ("/api/removals/preview", "/collection/remove"):
        yield path, [known[path].filled({}, {"paper": each["id"]}) for each in papers]
    days = [found[0] for each in papers if (found := _DAY.match(each["date"]))]
    spans = [{"since": since, "until": until} for since, until in pairwise(days) if since < until]
    for path in NEEDS:
        yield path, [known[path].filled({}, span) for span in spans]
    form = known["/search/form"]
    yield form.path, [form.filled({}, {"words": each["subject"][:20]}) for each in papers]


def _of_words(
    known: Mapping[str, Route], told: Told, papers: Sequence[Paper], random: Random
) -> Iterator[tuple[str, list[str]]]:
    """A word that somebody marks: what else it can be, and the form by which it is corrected."""
    passage, correct = known["/api/records/{record_id}/passage"], known["/papers/{record_id}/correct"]
    passages, corrections = [], []
    for each in papers:
        pages = [(page["n"], page["text"]) for page in members(told(f"/api/records/{each['id']}"), "pages")]
        n, text = random.choice(pages)
        for word in random.sample(held := list(_WORD.finditer(text)), min(4, len(held))):
            asked = {"page": n, "start": word.start(), "end": word.end()}
            passages.append(passage.filled({"record_id": each["id"]}, asked))
            corrections.append(correct.filled({"record_id": each["id"]}, asked))
    yield passage.path, passages
    yield correct.path, corrections


def _of_images(
    known: Mapping[str, Route], told: Told, scans: Sequence[Paper], random: Random
) -> Iterator[tuple[str, list[str]]]:
    """What a viewer asks: what an image can, its tiles, notes and text, and the strip of a word."""
    made: dict[str, list[str]] = {}
    for each in scans:
        for page in members(told(f"/api/records/{each['id']}/words"), "pages"):
            if page["width"]:
                parts = {"record_id": each["id"], "page": str(page["n"])}
                for path in ("/iiif/3/{record_id}/{page}", "/iiif/3/{record_id}/{page}/info.json"):
                    made.setdefault(path, []).append(known[path].filled(parts))
                made.setdefault(TILES, []).extend(_tile(parts, page, random) for _ in range(3))
                for path in (_NOTES, "/iiif/papers/{record_id}/canvas/{page}/text.svg"):
                    made.setdefault(path, []).append(known[path].filled({**parts, "notes": random.choice(NOTES)}))
                for start, end, *_ in random.sample(page["words"], min(2, len(page["words"]))):
                    asked = {**parts, "start": str(start), "end": str(end)}
                    made.setdefault(_STRIP, []).append(known[_STRIP].filled(asked))
    yield from made.items()


TILES = "/iiif/3/{record_id}/{page}/{region}/{size}/{rotation}/{quality_and_format}"
_NOTES = "/iiif/papers/{record_id}/canvas/{page}/{notes}.json"
_STRIP = "/api/records/{record_id}/pages/{page}/strip/{start}-{end}"


def _tile(parts: Mapping[str, str], page: Paper, random: Random) -> str:
    """A tile as a viewer asks for it: at full size, half or a quarter."""
    scale = random.choice((1, 2, 4))
    left = random.randrange(0, page["width"], TILE * scale)
    top = random.randrange(0, page["height"], TILE * scale)
    wide, high = min(TILE * scale, page["width"] - left), min(TILE * scale, page["height"] - top)
    size = f"{-(-wide // scale)},{-(-high // scale)}"
    return f"/iiif/3/{quote(parts['record_id'])}/{parts['page']}/{left},{top},{wide},{high}/{size}/0/default.jpg"
