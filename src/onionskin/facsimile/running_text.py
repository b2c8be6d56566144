"""Paragraphs as lines: labels, insertions and words x-ed out."""

from __future__ import annotations

from onionskin.facsimile.ink import Block, Line, Look, Run
from onionskin.facsimile.sheets import Insertion, Paragraph, XedOut

INDENT = 5
"""Columns before the first line of a typed paragraph."""


def text_blocks(
    paragraphs: tuple[Paragraph, ...], *, numbered: bool = False, opening: tuple[Run, ...] = ()
) -> tuple[Block, ...]:
    """One block a paragraph; `opening` runs stand before the first one's words, as a telegram's own number does."""
    blocks = []
    for item, paragraph in enumerate(paragraphs):
        label = (Run(f"{item + 1}. ", "paragraph.label", item),) if numbered else ()
        before = (*(opening if item == 0 else ()), *label)
        blocks.append((_line(paragraph, item, before),))
    return tuple(blocks)


def _line(paragraph: Paragraph, item: int, before: tuple[Run, ...]) -> Line:
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
            case _:
                follows_slash = bool(runs) and runs[-1].field == "furniture.caret"
                runs.append(Run(part.lstrip(" ") if follows_slash else part, "paragraph", item))
    return Line(tuple(run for run in runs if run.text), indent=INDENT, above=tuple(above))
