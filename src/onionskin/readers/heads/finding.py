"""Where papers begin in a text, and what says so: titles of forms, salutations, blocks of labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onionskin.phrases.page_marks import CAPTION_TO, enclosure_caption, enclosure_number
from onionskin.phrases.printed_forms import find_printed_forms
from onionskin.readers.heads.electronic import electronic_heads, heading_groups, teletyped_heads
from onionskin.readers.heads.head import Head, within
from onionskin.readers.heads.labelled import faint_head, labelled_heads
from onionskin.readers.heads.titled import (
    cited_heads,
    of_form,
    printed_heads,
    saluted_heads,
    titled_heads,
    under_its_title,
)
from onionskin.record.fields import Kind
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

CAPTIONED = 0.8
"""How sure the caption of an enclosure is, where no page turn stands before it."""


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """Every head in order of its line; several may be of one paper. `lines` are without those that marks answer for."""
    inked = [line for line in lines if not line.blank]
    titled = list(titled_heads(inked))
    forms = [under_its_title(form, titled, inked) for form in find_printed_forms(inked)]
    titles = [h for h in (*titled, *saluted_heads(inked), *cited_heads(inked)) if not of_form(h, forms, inked)]
    groups = heading_groups(inked)
    electronic = electronic_heads(inked, titles, groups)
    heads = [h for h in (*printed_heads(forms), *titles) if not any(within(h, other) for other in electronic)]
    by_labels = [
        h for h in labelled_heads(inked, [h.line for h in (*heads, *electronic)]) if not of_form(h, forms, inked)
    ]
    if not electronic:
        by_labels += [h for h in teletyped_heads(inked, groups) if not of_form(h, forms, inked)]
    heads += [h for h in by_labels if not any(within(h, other) for other in electronic)]
    if inked and inked[0].page == inked[-1].page:
        heads += _captioned(inked)
    return sorted([*heads, *electronic], key=lambda h: h.line)


def _captioned(lines: Sequence[Line]) -> Iterator[Head]:
    """`Enclosure No. 2`, `TAB B` on a line of its own with text below it; one of a list has another below it."""
    captions = [at for at, line in enumerate(lines) if enclosure_caption(line.text) and _is_numbered(line)]
    for at, after in pairwise([*captions, len(lines)]):
        if at and any(is_prose(line.text) for line in lines[at + 1 : after]):
            line, held = lines[at], faint_head(lines[at + 1 : after])
            kind = held.kind if held else Kind.OTHER
            reason = f"the caption {line.text.strip()!r}"
            yield Head(line.index, kind, reason, CAPTIONED, top=True, caption=True)


def _is_numbered(caption: Line) -> bool:
    """Whether a caption says which enclosure it is, or of what: one that does not is the note under a letter."""
    return enclosure_number(caption.text) is not None or CAPTION_TO.search(caption.text) is not None
