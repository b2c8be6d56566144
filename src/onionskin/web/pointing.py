"""What stands on a paper's page thousands of times: the anchor of a statement, the link that lights its ink, the ink.

Written here and not as macros: through Jinja's calls, and their escaping of what is escaped, they took half of the time
of a long paper's page. All that comes from a paper is escaped.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from onionskin.web.ink import Part
from onionskin.web.views import FieldRow, Item

_SOME = 3
"""So many places are told one by one."""


def anchor(pointer: str) -> Markup:
    """The attributes by which a statement is found on the page: `#at-fields-to-0`."""
    return _ways(pointer)[0]


def places(item: Item[Any] | FieldRow, view: str, what: str) -> Markup:
    """The link that lights the ink of a statement, in words where it stands; empty where it has no ink.

    `what` completes "Light the ink of ...", `view` is how the page shows the paper.
    """
    found = item.grounds.places
    if not found:
        return Markup()
    what, seen = escape(what), f"view={escape(view)}&amp;" if view else ""
    where = "; ".join([f'<span class="no-break">p. {each.page}, l. {each.line}</span>' for each in found[:_SOME]])
    more = f" and {len(found) - _SOME} more" if len(found) > _SOME else ""
    current = ' aria-current="true"' if item.lit else ""
    return Markup(  # noqa: S704 - escaped
        f'<a class="place" href="?{seen}{_ways(item.pointer)[1]} data-what="{what}" '
        f'data-where="page {found[0].page}, line {found[0].line}"{current}>'
        f'<span class="unseen">Light the ink of {what}: </span>{where}{more}</a>\n'
    )


@lru_cache(maxsize=16_384)
def _ways(pointer: str) -> tuple[Markup, str]:
    """The anchor of a pointer, and the end of an address that lights it with the attribute after it."""
    told = escape(pointer)
    anchored = Markup(f'id="at{told.replace("/", "-")}" data-row="{told}"')  # noqa: S704 - escaped
    return anchored, f'light={escape(quote(pointer))}#ink" data-light="{told}"'


def pieces(part: Part) -> Markup:
    """The ink of one style, each piece with the pointers of all who claim it."""
    told = [
        f'<span data-ink="{escape(" ".join(each.pointers))}">{escape(each.text)}</span>'
        if each.pointers
        else escape(each.text)
        for each in part.pieces
    ]
    return Markup("".join(told))  # noqa: S704 - escaped
