"""Characters that OCR takes for one another, in two halves: one to build readers against, one only for scoring.

Written down from the look of typewriter and print faces, before any reader was tried on them, and drawn from no list of
the package. No pair stands in both halves, so that what a reader owes to having met a pair does not count in its score.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Part = Literal["build", "score"]

_BUILD = """
O:0 0:O l:1 1:l I:l S:5 5:S B:8 8:B e:c c:e h:b b:h n:u u:n t:f f:t a:o o:a s:a r:t i:j j:i E:F F:E T:I G:C C:G
D:O Q:O Z:2 2:Z z:2 6:b 7:T 4:A A:R 9:g g:q q:g p:n y:v v:y w:vv m:rn rn:m d:cl cl:d k:lc x:z N:H H:N M:N R:B K:X
L:I P:F U:O V:Y W:N X:K Y:V J:I 3:8 .:, ,:. ::; ;:: -:= /:l ':` ":' (:[ ):] ii:u
"""

_SCORE = """
O:Q 0:o l:i 1:I I:1 S:8 5:6 B:R 8:6 e:o c:o h:n b:6 n:r u:ii t:l f:l a:e o:e s:e r:n i:l j:; E:B F:P T:Y G:6 C:O
D:0 Q:0 Z:7 2:? z:s 6:8 7:1 4:1 A:4 9:4 g:9 q:9 p:o y:g v:r w:u m:in d:a k:h x:r N:M H:M M:H R:K K:R L:1 P:R U:V
V:U W:VV X:Y Y:T J:1 3:5 .:' ,:; ::. ;:, -:— /:1 ':, ":` (:C ):J ri:n nn:m li:h tt:H in:m
"""


def _pairs(written: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair in written.split():
        # The colon itself is the first character of its own pair.
        there, _, instead = (":", ":", pair[2:]) if pair.startswith("::") else pair.partition(":")
        found[there] = (*found.get(there, ()), instead)
    return MappingProxyType(found)


CONFUSIONS: Mapping[Part, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"build": _pairs(_BUILD), "score": _pairs(_SCORE)}
)
"""What may come for one or two characters, by half."""

SPECKS: Mapping[Part, str] = MappingProxyType({"build": ".'-:", "score": ",`^;"})
"""What dirt on the page is read as."""
