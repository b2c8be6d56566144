"""The life of a paper as a picture: its acts on one line, in the order of time. The list below it says the same."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import drawsvg
from markupsafe import Markup

from onionskin.record.acts import Act, ActKind
from onionskin.record.dates import earliest
from onionskin.record.titles import date_in_words
from onionskin.web.ink import CONTROLS

OPENING = frozenset(
    {
        *(ActKind.REVIEWED, ActKind.EXCISED, ActKind.DENIED, ActKind.DOWNGRADED, ActKind.DECLASSIFIED),
        *(ActKind.RELEASED, ActKind.WITHDRAWN, ActKind.PUBLISHED, ActKind.REQUESTED),
    }
)
"""What is done to a paper so that others may see it, or not; all else was done while it was in use."""
STEP, MARGIN = 96, 90
"""The least distance between two days, and the room at either end, in the picture's own units."""
LINE, DOT = 16, 5
SHORT_YEAR = re.compile(r"\d\D+\d{1,2}\D+(\d\d)$")
"""Of `4-6-88`; `4/18` has none."""
MOST = 6
"""Acts named at one day; how many there are more is said."""
YEAR = 365.25
LONG = 2 * YEAR
"""Days between two acts from which on their distance is told in years."""


@dataclass(frozen=True, slots=True)
class Station:
    """One day of a life: its date in words, what was done, and how it stands on the line.

    `day` is None where the paper prints a date that can be several days: `7/12/97`.
    """

    day: date | None
    words: str
    deeds: tuple[str, ...]
    opening: bool


def stations(acts: Sequence[Act]) -> tuple[Station, ...]:
    """The days on which something was done, each once, those that can be several at the end; undated acts have none."""
    held: dict[tuple[date | None, str], list[Act]] = {}
    for act in sorted((act for act in acts if act.date), key=when):
        printed = act.date or ""
        in_doubt, day = when(act)
        at = None if in_doubt else date(*day)
        held.setdefault((at, f"“{printed}”" if in_doubt else date_in_words(printed.partition("T")[0])), []).append(act)
    return tuple(
        Station(at, words, tuple(_deeds(done)), opening=any(act.act in OPENING for act in done))
        for (at, words), done in held.items()
    )


def when(act: Act) -> tuple[int, tuple[int, int, int]]:
    """Acts in the order of time; then those whose century is not printed, by their two figures; then the undated."""
    try:
        return 0, earliest(act.date or "")
    except ValueError:
        year = SHORT_YEAR.search(act.date or "")
        return (1, (int(year[1]), 0, 0)) if year else (2, (0, 0, 0))


def lifeline(acts: Sequence[Act]) -> Markup | None:
    """The picture, without any style of its own; None where fewer than two days are known.

    Distances grow with the logarithm of the time between, or thirty years of rest would leave no room for the week in
    which a paper was written, sent and answered.
    """
    held = stations(acts)
    if len(held) < 2:
        return None
    places = _places([each.day for each in held])
    # Words stand above and below the line by turns, so that each has the room of two steps.
    above = max(_height(each) for each in held[::2]) + 2 * LINE
    below = max(_height(each) for each in held[1::2]) + 2 * LINE
    picture = drawsvg.Drawing(round(places[-1] + MARGIN), above + below, class_="lifeline", role="img")
    picture.append_title(f"What became of this copy, {held[0].words} to {held[-1].words}: the list below says the same")
    for (one, two), (x, to) in zip(pairwise(held), pairwise(places), strict=True):
        for each in _between(one, two, x, to, above):
            picture.append(each)
    for n, (each, x) in enumerate(zip(held, places, strict=True)):
        kind = "opening" if each.opening else "use"
        picture.append(drawsvg.Circle(x, above, DOT, class_=kind if each.day else f"{kind} doubtful"))
        top = above - LINE - _height(each) if n % 2 == 0 else above + LINE
        for line, (words, name) in enumerate([(each.words, "when"), *((deed, "deed") for deed in each.deeds)]):
            picture.append(drawsvg.Text(words, 13, x, top + (line + 1) * LINE - 4, text_anchor="middle", class_=name))
    return Markup(picture.as_svg(header="").translate(CONTROLS))  # noqa: S704 - drawsvg escapes all it is given


def _deeds(acts: Sequence[Act]) -> Iterator[str]:
    told = list(dict.fromkeys(act.act.value.replace("-", " ") for act in acts))
    yield from told[:MOST]
    if len(told) > MOST:
        yield f"and {len(told) - MOST} more"


def _places(days: Sequence[date | None]) -> list[float]:
    places = [float(MARGIN)]
    for one, two in pairwise(days):
        rest = (two - one).days if one and two else 0
        places.append(places[-1] + STEP * (1 + 0.5 * math.log10(1 + rest / 30)))
    return places


def _between(one: Station, two: Station, x: float, to: float, y: float) -> Iterator[drawsvg.DrawingElement]:
    """The line from one day to the next; a long rest is broken and says how long it was, one of unknown length `?`."""
    days = (two.day - one.day).days if one.day and two.day else None
    broken = days is None or days >= LONG
    yield drawsvg.Line(x + DOT + 2, y, to - DOT - 2, y, class_="rest" if broken else "line")
    if broken:
        words = "?" if days is None else f"{days / YEAR:.0f} years"
        yield drawsvg.Text(words, 12, (x + to) / 2, y - 6, text_anchor="middle", class_="rest")


def _height(station: Station) -> int:
    return LINE * (1 + len(station.deeds))
