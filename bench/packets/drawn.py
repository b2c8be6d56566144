"""Papers on forms: in the half to build from those of `bench.reading`, in the half to score those of `unfamiliar`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path

from bench.case import Case
from bench.packets.leaves import Bundle, Half, paper

GENERATORS = {"build": "bench.reading.files", "score": "bench.unfamiliar"}
ONE_PAGE = 2600
"""Characters up to which a file without a form feed is one page."""


def papers(data: Path, part: Half, seed: int, count: int) -> Iterator[tuple[Case, Bundle]]:
    """Files of one paper each whose page turns are known, `count` of them at most."""
    cases: Iterator[Case] = import_module(GENERATORS[part]).generate(data, seed, count)
    for case in cases:
        text = case.text if isinstance(case.text, str) else case.text.decode()
        pages = [page for page in text.split("\f") if page.strip()]
        if len(case.papers) == 1 and (len(pages) > 1 or len(text) <= ONE_PAGE):
            yield case, Bundle((paper(pages),))


def encloses(case: Case) -> int:
    """How many enclosures the paper names."""
    held = case.papers[0].fields.get("enclosures")
    if isinstance(held, dict):
        return int(held["at_least"])
    return len(list(held)) if isinstance(held, (list, tuple)) else 0


def pages_of(bundle: Bundle) -> list[str]:
    """The texts of all leaves."""
    return [leaf.text for leaf in chain(*bundle.papers)]
