"""Where the words of a text stand, for whoever lights those that were looked for."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onionskin.search.words import at_once, one_by_one


class Places(NamedTuple):
    """The words of a text as they are compared, and where each begins and ends."""

    words: list[str]
    spans: list[tuple[int, int]]


def places(text: str) -> Places:
    """The words of a text in order. A hyphen or stop divides: `IL-28's` is `il` and `28`, `737.56361` is two words."""
    folded = at_once(text)
    if folded is not None:
        return Places(folded.split(), _spans(folded))
    found = list(one_by_one(text))
    return Places([word for word, _ in found], [span for _, span in found])


def _spans(folded: str) -> list[tuple[int, int]]:
    """Where each word of a folded text of ASCII begins and ends."""
    codes = np.frombuffer(f" {folded} ".encode("ascii"), dtype=np.uint8)
    edges = np.flatnonzero(np.diff((codes > ord(" ")).view(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
