"""The heading and dateline that editors print over a paper: `12. Telegram From the Embassy in Egypt to ...`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.phrases.found import Found, printed

ENTRY = re.compile(r"\s*(?P<entry>\d{1,4}[A-Za-z]?)\s?\.\s*")
NOUNS = re.compile(
    r"""(?:Special\s+)?National\s+Intelligence\s+Estimate
      | Summary\s+Record | Talking\s+Paper | Press\s+(?:Release|Guidance) | Executive\s+Order
      | Terms\s+of\s+Reference | Fact\s+Sheet
      | National\s+Security\s+(?:Action|Study|Decision|Council)\s+(?:Memorandum|Action|Report)
      | (?: (?: draft | daily | weekly | monthly | action | progress | contingency
              | proposed | special | intelligence | research | information | survey | summary | rough
              | handwritten | briefing | strategic | position | background | policy | current | working | scope | status
              | interim | joint | circular | oral | informal | diary ) \s+ )*
        (?: memorand(?:um|a)
                (?: \s+of\s+(?:an?\s+|the\s+)?(?:telephone\s+)?(?:conversation|conference|discussion|record)s?
                         | \s+of\s+(?:agreement|understanding)
                         | \s+for\s+(?:the\s+)?(?:record|files?)\b )?
          | memcon | telcon | tel(?=[.\s]) | ltr(?=[.\s]) | desp(?=[.\s]) | memo(?=[.\s])
          | telegram | airgram | despatch | letter | message | minutes | paper | report | plan\s+of\s+action
          | (?:notes|record|transcript|summary)\s+o[fn]\s+(?:an?\s+|the\s+)?(?:telephone\s+)?conversations?
          | notes (?:\s+from\s+transcripts?)? | summary | statement
          | record\s+of\s+actions? | record | aide-m[eé]moire | editorial\s+note | instruction | supplement
          | excerpts? | debriefing | evaluation | note\s+verbale | note | annex | attachment | enclosure
          | appendix | tab | list | plan
          | guidelines | directive | brief | instructions | program\s+review | entry | talking\s+points | highlights
          | communication | agenda | aide\s+memoire | assessment | estimate | briefing | cable | checklist | chronology
          | declaration | outline | proposal | resolution | review | study | survey | testimony | transcript ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a paper is, as editors call it; the longest that stands first in the heading.

What it is made of or tells of is part of that (`record of action`, `Notes from transcripts`), the body that met is not.
"""

CUT = re.compile(
    r"\s+(?:From|from|to|Prepared|prepared|Agreed|Presented|Transmitted|by|By|Between|between|Among|among|With|with|for|For|at|on|of)\s|,"
)
MEETING = re.compile(
    r"memorandum\s+of\s+(?:(?!(?:between|among|with|by|at)\b)[^\s,]+\s+){0,8}?"
    r"(?P<what>meeting|(?:telephone\s+)?conversation)\b",
    re.IGNORECASE,
)
"""Whose meeting it was stands between: `Memorandum of Executive Committee meeting`."""
NUMBER = re.compile(
    r"\.?\s+(?:No\.\s*)?(?P<number>(?:[A-Z][A-Za-z]+\s)?(?:[A-Z]{1,4}(?:/[A-Z]+)*[-–/])?\d[\w./–-]*)(?=[\s,.]|\Z)"
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
A_MONTH = "|".join(MONTHS)
DAY = re.compile(
    rf"(?P<month>{A_MONTH})\s+(?P<day>\d{{1,2}})(?!\d)(?:\s?[–-]\s?(?P<until>\d{{1,2}})(?!\d))?"
    r"(?:\s?[,.]?\s*(?P<year>(?:18|19|20)\d\d))?"
)
MONTH = re.compile(rf"(?P<month>{A_MONTH})(?:\s?,)?\s+(?P<year>(?:18|19|20)\d\d)(?!\d)")
"""A month without its day: `Washington, November 1962.`"""
CLOCK = (
    r"(?:\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?\s?[–-]\s?)?"
    r"(?:\d{1,2}(?::\d\d)?\s?[ap]\.\s?m\.|\d{4}Z|(?i:noon|midnight)\b)"
)
UNDATED = re.compile(r"\bundated\b", re.IGNORECASE)
TIME = re.compile(rf"\s*(?:[,.;—–-]|at|\s)\s*(?P<time>{CLOCK})")
FROM = re.compile(r"\s*\b(?:[Ff]rom|form(?=\s+[A-Z]))\s+(?:the\s+)?")
TURNED = re.compile(r"\s+[Ff]rom\s+(?:the\s+)?")
"""The sender behind the addressee: `Message to the Ambassador from Shaw`."""
TO = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?")
POST_TO = re.compile(
    r"\b(?:Ambassadors?|Assistants?|Counsell?or|Advis[eo]r|Mission|Delegation|Representatives?|Minister|Consultant|Liaison"
    r"|Delegate|Commissioner|Observer|Envoy|Secretary|Aide|Deputy)\Z"
)
"""What has its own `to`: "the Ambassador to the Soviet Union (Thompson) to Secretary of State Rusk"."""
OWN = re.compile(r",\s+[A-Z]{3,6}[-–]\d{2,}[\w–/-]*")
"""A number behind the addressee: `to McNamara, JCSM-236–61`."""
ENCLOSING = re.compile(r",?\s+(?:transmitting|covering|enclosing|forwarding|attaching)\b")
OPENING = re.compile(
    r"(?P<number>(?:(?:[A-Z][A-Za-z]{1,7}|[A-Z]{2,6}\d{0,3}|[A-Z]{2,6}[–-][A-Z]{1,3})\s)?"
    r"(?:[A-Z]{1,2}[–-]?)?\d{1,6}(?:/\d+)?)\.\s"
)
"""The number with which the text of a telegram begins: `Delga 618. Verbatim text.`, `MAGTN–PO 1432. Situation`."""

ALONE = re.compile(
    r"""(?: No\.\s(?P<serial>\d{1,5})                                                        # No. 343
          | (?P<number> (?:[A-Z]{2,6}\s)?(?:No\.\s)?[A-Z]{0,6}[–-]?\d[\w.,/–-]*[–/-]\d[\w./–-]*  # OCI No. 2341/63
                      | [A-Z]{1,3}[–-]\d{1,6}                                                # G–46
                      | [A-Za-z]{2,6}(?:/[A-Za-z][\w.]*)+[–/-]\d[\w/.]* ) )\s*\Z             # US/DEL/MC–5""",
    re.VERBOSE,
)
"""A number on a line of its own; `No.` belongs to it only behind a series."""
TELEGRAPHED = ("telegram", "airgram", "despatch", "instruction")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says, as printed; `end` is where what it says of kind, number and parties ends."""

    entry: Found[str] | None
    kind: Found[str]
    number: Found[str] | None
    from_: Found[str] | None
    to: Found[str] | None
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, day and clock time as printed; `year` is None where the edition leaves it to its chapter."""

    place: Found[str] | None
    day: Found[str] | None
    edtf: str | None
    time: Found[str] | None


def read_heading(text: str, start: int = 0, end: int | None = None) -> Heading | None:
    """The heading, None for a text without a noun that we know in its first words and without an entry's number.

    `Memorandum From the Ambassador to the Soviet Union (Thompson) to Secretary of State Rusk` is from the ambassador
    and to the secretary.
    """
    end = len(text) if end is None else end
    entry = ENTRY.match(text, start, end)
    at = entry.end() if entry else start
    day = DAY.search(text, at, end)
    stop = day.start() if day else end
    kind = _kind(text, at, stop)
    if kind is None:
        return None
    number = NUMBER.match(text, kind.span.end, stop)
    after = number.end() if number else kind.span.end
    from_, to = _parties(text, after, end, kind.value.lower())
    return Heading(
        printed(text, entry.start("entry"), entry.end("entry")) if entry else None,
        kind,
        printed(text, number.start("number"), number.end("number")) if number else None,
        from_,
        to,
        max([after, *(party.span.end for party in (from_, to) if party)]),
    )


def read_dateline(text: str, start: int = 0, end: int | None = None) -> Dateline:
    """Place, day and time: `Washington, March 11, 1957—7:55 p.m.`, `Bonn, July 2, 1965, 1159Z`, `Cairo, undated`.

    `Washington, November 1962.` gives the month, `1962-11`.
    """
    end = len(text) if end is None else end
    day = DAY.search(text, start, end) or MONTH.search(text, start, end)
    undated = None if day else UNDATED.search(text, start, end)
    first = day or undated
    place_end = _trimmed(text, start, first.start() if first else end)
    comma = text.rfind(", ", start, place_end)
    place_start = comma + 2 if first and comma >= 0 else start if first else place_end
    place = printed(text, place_start, place_end) if place_end > place_start else None
    if day is None:
        return Dateline(place, None, None, None)
    time = TIME.match(text, day.end(), end)
    return Dateline(
        place,
        printed(text, day.start(), day.end()),
        edtf_of(day),
        printed(text, time.start("time"), time.end("time")) if time else None,
    )


def read_own_number(opening: str, kind: str, *, first: bool = True) -> Found[str] | None:
    """The number that a paragraph begins with, `1181. Eyes only for Ambassador`; "1." counts paragraphs and is none.

    A number of one digit counts only where it begins the `first` paragraph.
    """
    alone = ALONE.match(opening)
    if alone is not None:
        return printed(opening, *alone.span(alone.lastgroup or 0))
    if not any(word in kind.lower() for word in TELEGRAPHED):
        return None
    m = OPENING.match(opening)
    if m is None or m["number"] == "1" or not (first or len(m["number"]) > 1):
        return None
    return printed(opening, *m.span("number"))


def edtf_of(day: re.Match[str]) -> str:
    """A day as EDTF, `XXXX` for a year that is not printed: `October 21–25` is `XXXX-10-21/XXXX-10-25`."""
    month = MONTHS.index(day["month"]) + 1
    if "day" not in day.re.groupindex:
        return f"{day['year']}-{month:02}"
    first = f"{day['year'] or 'XXXX'}-{month:02}-{int(day['day']):02}"
    return f"{first}/{first[:8]}{int(day['until']):02}" if day["until"] else first


def _kind(text: str, at: int, stop: int) -> Found[str] | None:
    cut = CUT.search(text, at, stop)
    lead = cut.start() if cut else stop
    meeting = MEETING.match(text, at, stop)
    noun = next((m for m in NOUNS.finditer(text, at, stop) if m.start() < lead), None)
    if meeting is not None and (noun is None or len(noun[0].split()) == 1):
        return Found(
            printed(text, at, meeting.end()).span, f"{text[at:].split(maxsplit=1)[0]} of {meeting['what']}", meeting[0]
        )
    if noun is not None:
        whole = printed(text, noun.start(), noun.end())
        following = "" if NUMBER.match(text, noun.end(), stop) else text[noun.end() : lead].strip(" .")
        if not following or following[0].islower():
            return whole
    beyond = [*NOUNS.finditer(text, at, stop)]
    if beyond and noun is None:
        return printed(text, beyond[-1].start(), beyond[-1].end())
    number = NUMBER.search(text, at, lead)
    lead = _trimmed(text, at, number.start() if number else lead)
    return printed(text, at, lead) if lead > at and ENTRY.match(text) else None


def _parties(text: str, at: int, end: int, kind: str) -> tuple[Found[str] | None, Found[str] | None]:
    """Sender and addressee; `from` of an excerpt and `to` of a supplement are neither."""
    day = DAY.search(text, at, end) or MONTH.search(text, at, end) or UNDATED.search(text, at, end)
    enclosing = ENCLOSING.search(text, at, end)
    end = min(_trimmed(text, at, day.start() if day else end), enclosing.start() if enclosing else end)
    if kind.endswith(("excerpt", "supplement", "notes", "minutes", "annex", "tab", "list", "plan", "attachment")):
        return None, None
    sender = FROM.match(text, at, end)
    if sender is None:
        to = TO.match(text, at, end)
        if to is None or (to[0].split()[0] == "for" and not kind.endswith(("memorandum", "message", "telegram"))):
            return None, None
        turned = TURNED.search(text, to.end(), end)
        from_ = _party(text, turned.end(), end) if turned else None
        return from_, _party(text, to.end(), turned.start() if turned else end)
    splits = [m for m in TO.finditer(text, sender.end(), end) if text[m.start() :].lstrip().startswith("to")]
    splits = [m for m in splits if text.count("(", at, m.start()) == text.count(")", at, m.start())]
    plain = [m for m in splits if not POST_TO.search(text, sender.end(), m.start())] or splits[-1:]
    if not plain:
        return _party(text, sender.end(), end), None
    return _party(text, sender.end(), plain[0].start()), _party(text, plain[0].end(), end)


def _party(text: str, start: int, end: int) -> Found[str] | None:
    own = OWN.search(text, start, end)
    end = own.start() if own else end
    end = _trimmed(text, start, end)
    return printed(text, start, end) if end > start else None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;.—"):
        end -= 1
    return end
