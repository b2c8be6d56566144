"""The fingerprint of a text: pairs of its words that misreading, cutting and folding leave standing in part.

Of words of at least five letters each pair of neighbours makes a key. Of the first pairs all are kept, of those behind
them a sample that depends on the pair alone, so that two readings of one page choose the same ones.
With one character in twenty misread about two pairs in five survive; two papers of the same file share hardly any.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from onionskin.linking.holdings import key

WORD = re.compile(r"[^\W\d_]{5,}")
FIRST = 40
"""Pairs of the beginning that are all kept."""
MOST = 300
"""Pairs that are looked at: about the first two pages."""
SAMPLE = 6
"""Of the pairs behind the first, one in so many is kept."""
TEXTS_REMEMBERED = 64
"""The papers of one source, more or less."""


@lru_cache(maxsize=TEXTS_REMEMBERED)
def fingerprint(text: str) -> tuple[int, ...]:
    """Keys of a text's beginning; few for a short one, none for an entry without text.

    A paper that is linked is asked for them four times: for its card, for its keys, and when others are compared.
    """
    words = [m[0].casefold() for m in islice(WORD.finditer(text), MOST + 1)]
    kept = []
    for place, pair in enumerate(pairwise(words)):
        value = key("print", *pair)
        if place < FIRST or value % SAMPLE == 0:
            kept.append(value)
    return tuple(dict.fromkeys(kept))
