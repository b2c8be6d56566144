"""Paragraphs as lines: labels, insertions and words x-ed out."""

from __future__ import annotations

from onionskin.facsimile.ink import Block, Line, Look, Run, block
from onionskin.facsimile.sheets import Excised, Insertion, Paragraph, StruckOut, XedOut

EXCISED = "paragraph.excised"
"""The field of what was taken out, followed by how: `paragraph.excised.blackout`."""
STRUCK = "struck"
_WORD = 7
"""Letters of a word whose letters nobody knows, and the blank behind it."""

INDENT = 5
"""Columns before the first line of a typed paragraph."""


def text_blocks(
    paragraphs: tuple[Paragraph, ...],
    *,
    numbered: bool = False,
    opening: tuple[Run, ...] = (),
    indent: int = INDENT,
) -> tuple[Block, ...]:
    """One block a paragraph; `opening` runs stand before the first one's words, as a telegram's own number does."""
    blocks: list[Block] = []
    for item, paragraph in enumerate(paragraphs):
        label = (Run(f"{item + 1}. ", "paragraph.label", item),) if numbered else ()
        before = (*(opening if item == 0 else ()), *label)
        blocks += block(_line(paragraph, item, before, indent))
    return tuple(blocks)


def _line(paragraph: Paragraph, item: int, before: tuple[Run, ...], indent: int) -> Line:
    runs, above = list(before), list[Run]()
    for part in (paragraph,) if isinstance(paragraph, str) else paragraph:
        match part:
            case Insertion(text=text):
                # The slash replaces the space between the words it parts.
                while runs and runs[-1].field == "paragraph" and runs[-1].text.endswith(" "):
                    last = runs.pop()
                    runs.append(Run(last.text.rstrip(" "), "paragraph", item))
                above.append(Run(text, "paragraph.insertion", item))
                runs.append(Run("/", "furniture.caret", item))
            case XedOut(letters=letters):
                runs.append(Run("X" * letters, "paragraph.x-out", item, Look.STRUCK))
            case Excised(letters=letters, kind=kind):
                # Its words are gone: what is typed here is only as wide as they were.
                hidden = "".join(" " if n % _WORD == _WORD - 1 else "x" for n in range(letters)).rstrip()
                look = Look.STRUCK if kind == STRUCK else Look.TYPED
                runs.append(Run(hidden or "x", f"{EXCISED}.{kind}", item, look))
            case StruckOut(text=text):
                runs.append(Run(text, "paragraph.struck", item, Look.STRUCK))
            case _:
                follows_slash = bool(runs) and runs[-1].field == "furniture.caret"
                runs.append(Run(part.lstrip(" ") if follows_slash else part, "paragraph", item))
    return Line(tuple(run for run in runs if run.text), indent=indent, above=tuple(above))
