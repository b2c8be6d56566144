"""The list and the search as their pages show them: addresses of facets, pages and hits; snippets cut at matches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from onionskin.record.span import Span
from onionskin.record.titles import compose, kind_words
from onionskin.workbench import Hit, Row

PAGE_SIZE = 50
HITS = 20
FACETS = {"kind": "Kind", "year": "Year", "from": "From", "to": "To", "marking": "Marking"}
"""The facets of the list, by the names that addresses and the workbench use, in the order of the page."""

_HIT, _HIT_END = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; `href` chooses it, or gives it up where it is chosen."""

    value: str
    words: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its values, as the workbench orders them."""

    name: str
    words: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in the list we are, 1-based and inclusive; an empty address where there is no page on that side."""

    first: int
    last: int
    total: int
    earlier: str
    later: str


def facets(
    counted: Mapping[str, Sequence[tuple[str, int]]], chosen: Mapping[str, str], *, path: str = "/"
) -> tuple[Facet, ...]:
    """The facets that have anything to choose; a chosen value stays even where its own list no longer counts it."""
    out = []
    for name, words in FACETS.items():
        counts = list(counted.get(name, ()))
        if name in chosen and chosen[name] not in {value for value, _ in counts}:
            counts.insert(0, (chosen[name], 0))
        if counts:
            values = tuple(_facet_value(name, value, count, chosen, path) for value, count in counts)
            out.append(Facet(name, words, values))
    return tuple(out)


def pager(total: int, page: int, chosen: Mapping[str, str], *, size: int = PAGE_SIZE, path: str = "/") -> Pager:
    """The pager of a 1-based page of `size` rows."""
    last = min(page * size, total)
    return Pager(
        first=min((page - 1) * size + 1, total),
        last=last,
        total=total,
        earlier=address(path, {**chosen, "page": str(page - 1)} if page > 2 else chosen) if page > 1 else "",
        later=address(path, {**chosen, "page": str(page + 1)}) if page * size < total else "",
    )


def address(path: str, asked: Mapping[str, str]) -> str:
    """A path with its query; nothing empty in it."""
    held = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(held)}" if held else path


def snippet(text: str) -> tuple[tuple[str, bool], ...]:
    r"""A hit's line cut at its matches, which stand between `\x02` and `\x03`: (characters, whether they match)."""
    out = []
    for i, part in enumerate(text.split(_HIT)):
        match, end, rest = part.partition(_HIT_END) if i else ("", "", part)
        out += [(match, True), (rest, False)] if end or not i else [(part, False)]
    return tuple((part, is_match) for part, is_match in out if part)


def plain(text: str) -> tuple[str, list[list[int]]]:
    """The same line for programs: its characters, and the matches as half-open code-point offsets into them."""
    line, matches = "", []
    for part, is_match in snippet(text):
        if is_match:
            matches.append([len(line), len(line) + len(part)])
        line += part
    return line, matches


def passage(record: str, page: int, span: Span) -> str:
    """The address of a passage, lit: `/papers/os-…?light=p1:203-207#ink`; an empty one is the paper itself."""
    return f"/papers/{quote(record)}" + (f"?light=p{page}:{span.start}-{span.end}#ink" if len(span) else "")


def strip_address(hit: Hit) -> str:
    """Where the strip of the image is on which a hit stands."""
    return f"/api/records/{quote(hit.record)}/pages/{hit.page}/strip/{hit.span.start}-{hit.span.end}"


def image_address(record: str, page: int) -> str:
    """Where the picture of a page is, in full size; `?width=800` makes it smaller."""
    return f"/papers/{quote(record)}/pages/{page}/image"


def _facet_value(name: str, value: str, count: int, chosen: Mapping[str, str], path: str) -> FacetValue:
    is_chosen = chosen.get(name) == value
    others = {key: each for key, each in chosen.items() if key != name}
    href = address(path, others if is_chosen else {**others, name: value})
    return FacetValue(value, kind_words(value) if name == "kind" else value, count, is_chosen, href)


def row_title(row: Row) -> str:
    """What a historian would call the paper of a row, as far as the row tells."""
    return compose(
        kind=kind_words(row.kind),
        number=row.number,
        sender=row.sender,
        recipients=[row.recipients] if row.recipients else [],
        heading=row.subject,
        date=row.date,
    )
