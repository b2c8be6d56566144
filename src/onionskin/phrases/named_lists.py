"""Those whom a clause lists: `in USIA by W. Kenneth Bunce, Deputy Assistant Director; and with the White House`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onionskin import lexicon
from onionskin.record.span import Span

CUT = re.compile(r"\s*[,;]\s*(?:and\s+(?:also\s+)?)?|\s+and\s+(?:also\s+)?")
JUNIOR = re.compile(r",(?=\s+(?:Jr|Sr|III|II)\b)|(?<=in Chief),")
AGENT = re.compile(r"\b(?:by|with|in|at|from)\s")
"""A clause without any of these names nobody: `Drafted on March 5`."""
MANNER = re.compile(
    r"(?:(?:also|only|jointly|personally|both|then|in\s+(?:draft|substance|part|principle|form|final)|as\s+(?:accurate|amended|corrected)|by\s+(?:phone|telephone))"
    r"(?:\s+form)?\s*)+\b",
)
PREPOSITION = re.compile(r"(?P<word>(?:by|with|in|at|from)\s+)?(?:the\s+)?")
OFFICE_BY = re.compile(r"(?:(?:in|within|at|for|on|earlier)\s+)(?:(?!\b(?:by|with)\b|,|;).)+?\s+(?:by|with)\s+")
TAIL = re.compile(
    r"\s+(?:of|on|at|in|for|from|who|whose|as|during|after|before|based|under|to|through|while|via|by|prior|that|which|when"
    r"|using|following|with|without|but|both|until|according|is|was|were|had|also|telephonically|ad)\b"
)
INSTITUTION = re.compile(
    r"(?:(?:Department|Bureau|Office|Division|Executive Office|Secretary|Joint Chiefs|Board|Embassy)\s+of"
    r"|White\s+House)\b"
)
POST = (
    r"(?:Deputy|Assistant|Under|Acting|Special|Chief|Director|Counsell?or|Ambassador|Secretary|Consultant|Staff|Officer"
    r"|Head|Executive|Vice|First|Second|Third|Political|Economic|Counsel|Legal|Administrative|Public|Member|Chairman"
    r"|Consul|Chargé|Minister|Attaché|Adviser|Advisor)"
)
ROLE = re.compile(rf"(?=(?:the\s+)?{POST}\b)(?:[\w-]+\s+){{0,6}}?{POST}(?:\s+(?:of|for|to|in|at|on|under|and)\b|\s*\Z)")
"""What stands behind a person's name and is his post, not another person: `Thomas C. Sorensen, Deputy Director for`."""
NAMED_AT_THE_END = re.compile(
    r"\b(?:Affairs|Operations|Director|Advis[eo]r|Secretary|Counsell?or|Chief|Council|Staff|Officer|Assistant)\s+"
    rf"(?P<name>(?:(?!{POST})[A-Z][\w.’'-]*\s){{0,2}}(?!{POST}|Affairs|Council)[A-Z][\w’'-]+(?:\sI{{2,3}})?)(?=\s+on\s|\s*\Z)"
)
"""A post before the name: `Deputy Assistant Secretary for European Affairs William R. Tyler`."""
OFFICE_BEFORE = re.compile(r"[A-Z]+/[A-Z/-]+\s+(?=[A-Z][a-z])")
AGENT_SHAPE = re.compile(r"[A-Z][\w.'’/&-]*(?:\s(?:[A-Z&][\w.'’/&-]*|d[eui]|van|von|del|der|la|of|the)|\x00)*")
PLACE_SHAPE = re.compile(r"[A-Z].*")
TO = re.compile(r"(?:(?!\b(?:by|in|at|via|as|under)\b|[.;]).){0,45}?\bto\s+")
PLACE_TAIL = re.compile(
    r"\s+(?:as|on|via|at|in(?!\s+Chief\b)|by|with|which|where|who|whose|through|under|from|after|during|when|that|asking|requesting)\b"
)
APPOSED = re.compile(r"(?:Director|Deputy|Assistant|Special|Head)\b(?:[^,]*?\s(?:of|for|to)\b|[^,]*\Z)")
TITLES = "Mr|Mrs|Miss|Dr|Gen|Col|Adm|Lt|Maj|Capt|General|Admiral|Colonel|Major|Captain|Commander|Lieutenant"


def read_agents(text: str, within: Span) -> Iterator[Span]:
    """The persons and offices of `by A and B; in EUR; with the White House`, their names without title or post."""
    if AGENT.search(text, within.start, within.end) is None:
        return
    first, post_before = True, False
    for piece in _pieces(text, within):
        start = piece.start
        named = NAMED_AT_THE_END.search(text, piece.start, piece.end)
        if named is not None:
            first, post_before = False, False
            yield Span(*named.span("name"))
            continue
        manner = MANNER.match(text, start, piece.end)
        start = _space(text, manner.end()) if manner else start
        office = OFFICE_BY.match(text, start, piece.end)
        lead = PREPOSITION.match(text, office.end() if office else start, piece.end)
        start = lead.end() if lead else start
        said = lead is not None and lead["word"] is not None
        if post_before and not said and re.search(r"[^\s;,]\s+and\s+\Z", text[: piece.start]):
            continue
        post_before = not (first or said) and ROLE.match(text[start : piece.end]) is not None
        agent = None if post_before else _agent(text, start, piece.end)
        if agent is not None:
            first = False
            yield agent


def read_addressees(text: str, within: Span) -> Iterator[Span]:
    """The posts and persons of `for information to Bangkok, CINCPAC for POLAD, and the Department of Defense`."""
    to = TO.match(text, within.start, within.end)
    if to is None:
        return
    for piece in _pieces(text, Span(to.end(), within.end)):
        lead = re.compile(r"(?:(?:[a-z]+\s+){0,3}?to\s+)?(?:the\s+)?").match(text, piece.start, piece.end)
        start = lead.end() if lead else piece.start
        tail = PLACE_TAIL.search(text, start, piece.end)
        end = _trimmed(text, start, tail.start() if tail else piece.end)
        title = _titles().match(text, start, end)
        start = title.end() if title else start
        if APPOSED.match(text, start, end) and piece.start > to.end():
            return
        if end > start and PLACE_SHAPE.fullmatch(text, start, end) and not _day(text[start:end]):
            yield Span(start, end)
        if tail is not None and tail[0].strip() == "through":
            return


def _pieces(text: str, within: Span) -> Iterator[Span]:
    """What stands between commas, semicolons and `and`; ", Jr." stays with its name, a stop for a comma cuts."""
    masked = JUNIOR.sub("\x00", text[: within.end])
    masked = re.sub(r"(?<=[a-z])\.(?=\s+[A-Z])", ",", masked)
    at = within.start
    for m in [*CUT.finditer(masked, within.start), None]:
        start, end = _space(text, at), m.start() if m else within.end
        if text[:end].endswith(" and"):
            end -= 4
        if end > start:
            yield Span(start, end)
        at = m.end() if m else at


def _agent(text: str, start: int, end: int) -> Span | None:
    """The name at `start`, cut where something else is said; None for a day, or words that are no name."""
    institution = INSTITUTION.match(text, start, end)
    tail = TAIL.search(text, institution.end() if institution else start, end)
    end = _trimmed(text, start, tail.start() if tail else end)
    for before in (OFFICE_BEFORE, _titles()):
        m = before.match(text, start, end)
        start = m.end() if m else start
    words = JUNIOR.sub("\x00", text[start:end])
    if not words or not AGENT_SHAPE.fullmatch(words) or _day(words):
        return None
    return Span(start, end)


def _day(words: str) -> bool:
    return words.split(maxsplit=1)[0].rstrip(",").lower() in lexicon.spellings("months")


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without space and stops; the stop of an initial or of `Jr.` belongs to the name."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if end > start and text[end - 1] == "." and not re.search(r"(?:\b[JS]r|\.[A-Z])\.\Z", text[start:end]):
        return _trimmed(text, start, end - 1)
    return end


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@cache
def _titles() -> re.Pattern[str]:
    rank = (
        r"(?:(?:Deputy|Acting|Assistant|Under|Vice|Executive)\s+)*"
        r"(?:President|Secretary|Ambassador|Minister|Director|Attorney\s+General)"
    )
    return re.compile(rf"(?:{rank}|(?:{TITLES})\.?)\s+(?=[A-Z])")
