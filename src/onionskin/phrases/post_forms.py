"""The heads of the Foreign Service's own telegram forms, on which posts received and sent: `INCOMING   Foreign Service
of the / United States of America`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.phrases.found import Found
from onionskin.phrases.posts import read_posts
from onionskin.record.named import Named, NamedKind

FORM = re.compile(
    r"\W*(?P<way>INCOMING|OUTGOING)\b(?:\s+TELEGRAM\b)?[\s:]*(?P<post>\S.{2,40}?)??\s*\bForeign Service of the\b.*",
    re.IGNORECASE,
)
CUE = "foreign service of"


@dataclass(frozen=True, slots=True)
class PostForm:
    """Whether the post received or sent (`direction`, as its form prints it), and the post where it is named there."""

    direction: str
    post: Found[Named] | None


def post_form(line: str) -> PostForm | None:
    """The form that a line heads: `OUTGOING   AmConGen MUNICH   Foreign Service of the` was sent by that post."""
    m = FORM.fullmatch(line) if CUE in line.lower() else None
    if m is None:
        return None
    posts = [each for each in read_posts(m["post"] or "") if each.value.kind is NamedKind.POST]
    post = posts[0].shifted(m.start("post")) if len(posts) == 1 else None
    return PostForm(m["way"].lower(), post)
