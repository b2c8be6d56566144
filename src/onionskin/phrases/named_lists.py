"""Those whom a clause lists: `in USIA by W. Kenneth Penrose, Deputy Assistant Director; and with the White House`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onionskin import lexicon
from onionskin.record.span import Span

CUT = re.compile(r"\s*[,;]\s*(?:and\s+(?:also\s+)?)?|\s+and\s+(?:also\s+)?")
JUNIOR = re.compile(r",(?=\s+(?:Jr|Sr|III|II)\b)|(?<=in Chief),|(?<=\bChief),(?=\s+[A-Z]{3})")
"""Commas within a name or a post: `Harry G. Marlow, Jr.`, `Commander in Chief, Pacific`, `Chief, MAAG Vietnam`."""
AGENT = re.compile(r"\b(?:by|with|in|at|from)\s")
"""A clause without any of these names nobody: `Drafted on March 5`."""
MANNER = re.compile(
    r"(?:(?:also|only|jointly|personally|both|then|in\s+(?:draft|substance|part|principle|form|final)|as\s+(?:accurate|amended|corrected)|by\s+(?:phone|telephone))"
    r"(?:\s+form)?\s*)+\b",
)
PREPOSITION = re.compile(r"(?P<word>(?:by|with|in|at|from|including)\s+)?(?:[Tt]he\s+)?")
OFFICE_BY = re.compile(r"(?:(?:in|within|at|for|on|earlier)\s+)(?:(?!\b(?:by|with)\b|,|;).)+?\s+(?:by|with)\s+")
TAIL = re.compile(
    r"\s+(?:of|on|at|in|for|from|who|whose|as|during|after|before|based|under|to|through|while|via|by|prior|that|which|when"
    r"|using|following|with|without|but|both|until|according|is|was|were|had|also|telephonically|ad)\b"
)
INSTITUTION = re.compile(
    r"(?:(?:Departments?|Bureau|Office|Division|Executive Office|Secretary|Joint Chiefs|Board|Embassy)\s+of"
    r"|White\s+House)\b"
)
POST = (
    r"(?:Deputy|Assistant|Under|Acting|Special|Chief|Director|Counsell?or|Ambassador|Secretary|Consultant|Staff|Officer"
    r"|Head|Executive|Vice|First|Second|Third|Political|Economic|Counsel|Legal|Administrative|Public|Member|Chairman"
    r"|Consul|Chargé|Minister|Attaché|Adviser|Advisor)"
)
ROLE = re.compile(rf"(?=(?:the\s+)?{POST}\b)(?:[\w-]+\s+){{0,6}}?{POST}(?:\s+(?:of|for|to|in|at|on|under|and)\b|\s*\Z)")
"""What stands behind a person's name and is his post, not another person: `Thomas C. Strand, Deputy Director for`."""
SECRETARY = re.compile(r"the\s+(?:(?:Acting|Deputy|Under)\s+)*Secretary[\s.]*\Z")
"""One who is named by his post alone: `S/S, the Secretary, and the White House`."""
NAMED_AT_THE_END = re.compile(
    r"\b(?:Affairs|Operations|Director|Advis[eo]r|Secretary(?:\s+of\s+(?:State|Defense|Commerce|Labor|Agriculture|the\s+\w+))?"
    r"|Counsell?or|Chief|Council|Staff|Officer|Assistant)\s+"
    rf"(?P<name>(?:(?!{POST})[A-Z][\w.’'-]*\s){{0,2}}(?!{POST}|Affairs|Council)[A-Z][\w’'-]+(?:\sI{{2,3}})?)"
    r"(?=\s+on\s|\.?\s*\Z)"
)
"""A post before the name: `Deputy Assistant Secretary for European Affairs William R. Tyler`."""
OFFICE_OF_ONE = re.compile(r"(?:Office|Bureau|Division|Section)\s+of\b")
"""Behind a person's full name his office, not another hand: `Arthur B. Dale, Office of the Legal Adviser`."""
OFFICE_BEFORE = re.compile(r"[A-Z]+/[A-Z/-]+\s+(?=[A-Z][a-z])")
AGENT_SHAPE = re.compile(
    r"(?:(?:de|di|du|van|von)\s(?:la\s|der?\s)?)?[A-Z][\w.'’/&-]*(?:\s(?:[A-Z&][\w.'’/&-]*|d[eui]|van|von|del|der|la|of|the)|\x00)*"
)
PLACE_SHAPE = re.compile(r"[A-Z].*|all\s.*")
ELSEWHERE = re.compile(r"\s+(?:through|under|with\s+(?:a\s+)?cop(?:y|ies))\b")
"""What follows tells of other hands: `to Dale with copies to Shaw and Wells`."""
OF = re.compile(r"\s*of\s+")
ANOTHER_TO = re.compile(r"(?:(?:[a-z]+\s+){0,3}?to\s+)?(?:the\s+)?")
TO = re.compile(r"(?:(?!\b(?:by|in|at|via|as|under)\b|[.;]).){0,45}?\bto\s+")
SEATED = "".join(
    rf"(?<!\b{mission})"
    for mission in ("Embassy", "Embassies", "Ambassador", "Legation", "Mission", "Consulate", "Delegation")
)
PLACE_TAIL = re.compile(
    rf"{SEATED}\s+(?:at|in(?!\s+Chief\b))\b|\s+(?:as|on|via"
    r"|by|with|which|where|who|whose|through|under|from|after|during|when|that|asking|requesting|also|exclusive"
    r"|[Ee]yes\s+[Oo]nly|(?i:niact|priority|immediate|routine|flash))\b"
)
"""Where a post ends: `CINCPAC niact for Dale`, `Paris where he was`; but `the Embassy in Peru` is whole."""
COMMAND = re.compile(r"(?:the\s+)?(?:Office\s+of\s+the\s+Commander\b.*|C(?:IN|OM)C?[A-Z]{2,})")
APPOSED = re.compile(r"(?:Director|Deputy|Assistant|Special|Head)\b(?:[^,]*?\s(?:of|for|to)\b|[^,]*\Z)")
SHORTENED = "".join(
    rf"(?<!\b{title})"
    for title in ("Mr", "Mrs", "Dr", "Gen", "Col", "Adm", "Lt", "Maj", "Capt", "Amb", "Sen", "Gov", "Jr", "Sr", "St")
)
COMMA_MISPRINTED = re.compile(rf"(?<=[a-z]){SHORTENED}\.(?=\s+[A-Z])")
"""A stop for a comma between names, not that of a title: `Paris. London, and Bonn`, but `Gen. Clifton`."""
TITLES = "Mr|Mrs|Miss|Dr|Gen|Col|Adm|Lt|Maj|Capt|General|Admiral|Colonel|Major|Captain|Commander|Lieutenant"


def read_agents(text: str, within: Span) -> Iterator[Span]:
    """The persons and offices of `by A and B; in EUR; with the White House`, their names without title or post."""
    of = OF.match(text, within.start, within.end)
    within = Span(of.end(), within.end) if of else within
    if of is None and AGENT.search(text, within.start, within.end) is None:
        return
    first, post_before, person = True, False, False
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
        if OFFICE_OF_ONE.match(text, start, piece.end) and not said and person and text[: piece.start].endswith(", "):
            continue
        if post_before and not said and re.search(r"[^\s;,]\s+and\s+\Z", text[: piece.start]):
            continue
        alone = SECRETARY.search(text, piece.start, piece.end) is not None and not person
        post_before = not (first or said or alone) and ROLE.match(text[start : piece.end]) is not None
        agent = None if post_before else _agent(text, start, piece.end)
        person = agent is not None and re.search(r"[a-z.]\s[A-Z][a-z]", agent.of(text)) is not None
        if agent is not None:
            first = False
            yield agent


def read_subjects(text: str, within: Span) -> Iterator[Span]:
    """The persons before a verb, `Kohler, Tyler, and the President`; nobody where one of the words is no name."""
    found = []
    for piece in _pieces(text, within):
        lead = PREPOSITION.match(text, piece.start, piece.end)
        agent = _agent(text, lead.end() if lead else piece.start, piece.end)
        if agent is None or agent.end < piece.end:
            return
        found.append(agent)
    yield from found


def read_recipients(text: str, within: Span) -> Iterator[Span]:
    """The posts and persons of `for information to Bangkok, CINCPAC for POLAD, and the Department of Defense`."""
    to = TO.match(text, within.start, within.end)
    if to is None:
        return
    apposed, person, for_whom = False, False, False
    for piece in _seated(text, [*_pieces(text, Span(to.end(), within.end))]):
        apposed = apposed and re.search(r"[,;]\s*and\s+\Z|;\s*\Z", text[: piece.start]) is None
        if apposed:
            continue
        lead = ANOTHER_TO.match(text, piece.start, piece.end)
        start = lead.end() if lead else piece.start
        tail = PLACE_TAIL.search(text, start, piece.end)
        end = _trimmed(text, start, tail.start() if tail else piece.end)
        named = NAMED_AT_THE_END.search(text, start, end)
        title = _titles().match(text, start, end)
        if named is not None and re.match(rf"{POST}\b", text[start:end]) and not re.search(r"[A-Z]{2}", named["name"]):
            start = named.start("name")
        else:
            start = title.end() if title else start
            apposed = person and text[: piece.start].endswith(", ") and APPOSED.match(text, start, end) is not None
        if apposed or (for_whom and text[: piece.start].endswith(" and ") and _is_person(text, start, end, title)):
            continue
        for_whom = re.search(r"\sfor\s", text[start : piece.end]) is not None
        person = re.match(POST, text[start:end]) is None
        if end > start and PLACE_SHAPE.fullmatch(text, start, end) and not _day(text[start:end]):
            yield Span(start, end)
        if tail is not None and ELSEWHERE.match(text, tail.start()):
            return


def _is_person(text: str, start: int, end: int, title: re.Match[str] | None) -> bool:
    """Whether these words are one more of those for whom a post gets it: `Manila for Felt and Stump`."""
    words = text[start:end]
    return title is not None or (
        re.fullmatch(r"[A-Z][a-z]+", words) is not None and words.lower() not in lexicon.spellings("posts")
    )


def _seated(text: str, pieces: list[Span]) -> list[Span]:
    """The pieces; where only a command and the place it sits in are listed they are one: `CINCPAC, Honolulu`."""
    if len(pieces) != 2 or text[pieces[0].end : pieces[1].start].strip() != ",":
        return pieces
    command, seat = (piece.of(text) for piece in pieces)
    place = re.fullmatch(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?[.;,\s]*", seat)
    return [Span(pieces[0].start, pieces[1].end)] if COMMAND.fullmatch(command) and place else pieces


def _pieces(text: str, within: Span) -> Iterator[Span]:
    """What stands between commas, semicolons and `and`; ", Jr." stays with its name, a stop for a comma cuts."""
    masked = JUNIOR.sub("\x00", text[: within.end])
    masked = COMMA_MISPRINTED.sub(",", masked)
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
