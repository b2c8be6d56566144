"""Printed boxes and whether they are ticked, in all the ways a typist, an OCR engine or a vision model prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.record.span import Span

BOX = re.compile(
    r"""
      (?P<empty>   [☐□◻▢❏❑⬜○◯]
                 | \( \s{0,4} \) | \[ \s{0,4} \] | \{ \s{0,4} \}
                 | \( \s? _{1,4} \s? \) | \[ \s? _{1,4} \s? \]
                 | (?<! \S ) / [\s_]{1,3} / (?= \s+ [A-Z] )    # "/ / COLLECT": a box typed with two strokes
      )
    | (?P<ticked>  [☒☑■▣◼⊠⊗●◉⬛✓✔✗✘]
                 | (?<! \S ) / \s? [Xx] \s? / (?= \s+ [A-Z] )
                 | [(\[{] \s? (?: [Xx×✓✔✗✘✕VvKk*+] | [Xx]{2} | [☒☑■✓✔] ) \s? [)\]}]
      )
    | (?P<half>    [(\[] \s? [Xx×] (?= \s+ [A-Z] )           # "(X RELEASE": the second bracket is lost
                 | (?<! \S ) [Xx×] \s? [)\]] (?= \s )         # "X) RELEASE"
      )
    | (?P<typed>   (?<! \S ) [Xx×] (?! \S ) )               # an X typed beside the label
    | (?P<blank>   _{1,12} (?: [Xx✓] _{0,12} )? )            # "RELEASE ____", "EXCISE_X": a line to tick on
    | (?P<marked>  [(\[] \s? (?P<mark> [^\s()\[\]] ) \s? [)\]] )  # a tick that was read as some other character
    """,
    re.VERBOSE,
)
GLYPHS = "☐□◻▢❏❑⬜○◯☒☑■▣◼⊠⊗●◉⬛✓✔✗✘"
ROUND = "oO0cCQD"
HAS_BOX = re.compile(
    rf"[{GLYPHS}/(\[{{](?:(?<=[{GLYPHS}])|(?<=/)\s?[Xx _]\s?/|(?<=[(\[{{])\s{{0,4}}[)\]}}]|(?<=[(\[])\s?[Xx×]\s?[)\]])"
)
"""Whether a text can hold a box that is not a bare X: a cheap look before the grammar.

All of it begins in one class of characters, which the engine skips to; so do the other cheap looks at a whole text.
"""


@dataclass(frozen=True, slots=True)
class PrintedBox:
    """One box. `certain` is False for what may be text: a bare X, half a bracket, `(s)`, a blank to fill in.

    `ticked` is None where what stands in the bracket may be a tick or an empty ring: `(o)`.
    """

    span: Span
    ticked: bool | None
    certain: bool = True


def find_boxes(text: str) -> Iterator[PrintedBox]:
    """Every box of a line, in order: `RELEASE ☒ EXCISE ☐`, `(X) RELEASE`, `[ ] COLLECT`, `X DECLASSIFY`."""
    for m in BOX.finditer(text):
        unticked = m["empty"] is not None or (m["blank"] is not None and not m["blank"].strip("_"))
        ticked = None if m["mark"] and m["mark"] in ROUND else not unticked
        yield PrintedBox(Span(*m.span()), ticked, m["empty"] is not None or m["ticked"] is not None)
