"""Meetings and press conferences cited: `last press conference`, `your meeting tomorrow`, `conversation on Sunday`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.before_papers import SURE_PRONOUNS, Before, before_noun
from onionskin.phrases.behind_papers import BETWEEN, NAME, PROPER, WORD, day_far_behind
from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.dates import Day
from onionskin.phrases.found import Found
from onionskin.phrases.late import LatePattern
from onionskin.record.references import ReferenceKind
from onionskin.record.span import Span

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = r"(?:morning|afternoon|evening|night)"
FULL_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WHEN = LatePattern(
    rf"""\s+ (?:of\s+)? (?P<when>
      (?: on\s+ | next\s+ | last\s+ | this\s+(?:coming\s+)? )? {WEEKDAY} (?: \s+ {PART} )?
    | tomorrow (?: \s+ {PART} )? | yesterday (?: \s+ {PART} )? | today | tonight
    | this \s+ {PART} | last \s+ (?: night | evening | week ) | next \s+ week
    | (?: early | later | late ) \s+ (?: this | next ) \s+ week
    | (?: in | last | next ) \s+ (?: (?: early | mid | late ) [ -] )? {FULL_MONTH}
    ) (?![A-Za-z])""",
    re.VERBOSE | re.IGNORECASE,
)
ON_DATE = re.compile(r",?\s+(?:on|of|held\s+on|held|ON|OF)\s+(?:the\s+)?|[ \t]*\n?[ \t]*")
WITH = LatePattern(rf"\s+with\s+(?:the\s+)?(?P<name>{NAME})(?:\s+and\s+(?:the\s+)?(?P<more>{NAME}))?")
PLACE = re.compile(rf"\s+(?:in|at)\s+(?:the\s+)?{PROPER}(?:\s+{PROPER})?(?=,?\s)")
"""`your talk in Cairo on May 6`."""
CLAUSE = LatePattern(
    rf"""\s+(?:which\s+|that\s+)?(?:I|[Ww]e|you|he|she|they|{NAME})\s+
    (?:(?:is|are|am|was|were)\s+to\s+have|will\s+have|(?:have|has|had)(?:\s+just)?(?:\s+had)?|held|expects?\s+to\s+have|plans?\s+to\s+have)(?![a-z])""",
    re.VERBOSE,
)
MEETING = re.compile(
    r"(?:meetings?|conversations?|talks?|discussions?|interviews?|luncheon|lunch|dinner|sessions?|(?<!press\s)(?<!news\s)conferences?|audience|appointment"
    r"|(?:tele)?phone\s+call)(?![A-Za-z])",
    re.IGNORECASE,
)
CONFERENCE = re.compile(r"(?:press|news)\s+(?:conference|briefing)(?P<many>s)?(?![A-Za-z])", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:to|be|is|are|was|were|been|by|will|can|may|shall|should|would|could|might|must|I|we|you|they|not)\s+\Z",
    re.IGNORECASE,
)
"""Behind these "meeting" and "talk" are verbs: "no objection to meeting this afternoon"."""

ORDINAL = (
    r"(?:\d{1,4}(?:st|nd|rd|th|d)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|next"
    r"|last|final)"
)
ROUND = LatePattern(
    rf"""{ORDINAL} \s+ round (?![A-Za-z]) (?:
      \s+ of \s+ (?: the \s+ )? (?: [A-Za-z-]+ \s+ ){{0,2}}? (?: talks | negotiations | discussions | conversations
        | consultations | meetings ) (?![A-Za-z])
      (?: \s+ (?: in | at ) \s+ {PROPER} )?
    | \s+ (?: in | at ) \s+ (?: the \s+ )? {PROPER} )?""",
    re.VERBOSE | re.IGNORECASE,
)
"""`third round of talks`, `the third round in Madrid`."""
BY_ORDINAL = re.compile(
    rf"(?<![A-Za-z\d])\d{{1,4}}(?:st|nd|rd|th|d)\s+(?P<which>(?:(?:plenary|regular|special|formal|closed|{PROPER})\s+){{0,3}})\Z"
)
ORDER = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "initial",
        "opening",
        "closing",
        "final",
    }
)
"""`at our second meeting`, `the opening session`: parties count theirs."""
COUNTED = frozenset({"meeting", "session", "conversation", "talk", "interview", "discussion"})
HELD = COUNTED | {"talks", "meetings", "sessions", "conference"}
"""What a place may name: `the Vienna meeting`, `the Geneva talks`."""
NO_MEETING = re.compile(r"\s+(?:place|point|ground|room|hall|of\s+(?:the\s+)?minds)(?![A-Za-z])", re.IGNORECASE)
OF_BODY = re.compile(rf"\s+of\s+(?:the\s+)?{PROPER}(?:\s+(?:(?:of|for|and)\s+(?:the\s+)?)?{PROPER}){{0,4}}")
"""`345th meeting of the National Security Council`, `23rd session of the Assembly`: bodies count theirs."""
OPENS = LatePattern(
    rf"\s+(?:opens?|opened|begins?|began|starts?|started|convenes?|convened)\s+(?:on\s+)?(?:(?P<when>(?:next\s+)?{WEEKDAY}|today|tomorrow|yesterday|next\s+week)(?![A-Za-z])|(?=\S))",
    re.IGNORECASE,
)
"""`meeting opens Wednesday`, `when the fourth round opens on December 9`."""
HOUR = re.compile(
    r"(?P<when>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[-\s]thirty)?\s+o['’]clock|\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\.?)\s+\Z",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(
    rf"""(?<![A-Za-z])
    (?P<when> yesterday(?:\s+{PART})? | today | this\s+{PART} | last\s+(?:night|evening|week) | on\s+{WEEKDAY} )
    \s+ (?:at|in|during) \s+ (?:(?:the|our|your|his|a)\s+)? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
CALL = LatePattern(
    rf"(?:call|CALL|Call)s?\s+(?:on|upon|ON|UPON)\s+(?:(?:the|THE)\s+)?"
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}}(?:\s+(?:of|OF|for|FOR)\s+(?:the\s+)?{WORD})?)"
)
BY_TELEPHONE = re.compile(r"phone\s+(?:conversation|talk|call)\Z", re.IGNORECASE)
PLANNED = re.compile(
    r"\s+(?:(?:should|will|to|is|be|was|has\s+been)\s+){0,2}(?:proceed|take\s+place|scheduled|set|arranged|fixed|planned)\s+(?:for|on)\s+",
    re.IGNORECASE,
)
STEMS = (
    "meeting",
    "conversation",
    "talk",
    "discussion",
    "interview",
    "lunch",
    "dinner",
    "session",
    "conference",
    "audience",
    "appointment",
    "tele",
    "telcon",
    "phone call",
)
POINTING = frozenset({"last", "next", "latest", "recent", "previous", "earlier"})


def find_events(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Press conferences that the words single out, and meetings with a day or with whose and with whom."""
    for stem in ("press", "news"):
        for at in passage.positions(stem):
            m = CONFERENCE.match(passage.text, at)
            if m is not None and (find := _press_conference(passage, m)) is not None:
                yield find
    for stem in STEMS:
        for at in passage.positions(stem):
            m = MEETING.match(passage.text, at)
            for find in (_meeting(passage, m), _numbered(passage, m)) if m else ():
                if find is not None:
                    yield find
    yield from _calls(passage)
    yield from _rounds(passage)


def _rounds(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Rounds by their ordinal: of talks, at a place, or with the day on which they open."""
    for at in passage.positions("round"):
        for m in ROUND.finditer(passage.text, max(0, at - 12)):
            if m.start() < at < m.end() and "\n\n" not in m[0]:
                end, day, when = _when(passage, m.end())
                if not (day or when):
                    end, day, when = _opens(passage, m.end())
                if day or when or m[0].split()[-1].lower() != "round":
                    yield _made(passage, ReferenceKind.MEETING, Before(m.start()), end, day, when)
            break


def _numbered(passage: Passage, m: re.Match[str]) -> Found[CitedPaper] | None:
    """The meeting or session of a body that counts its meetings: the number before, the body before or behind."""
    before = BY_ORDINAL.search(passage.text, max(0, m.start() - 40), m.start())
    body = OF_BODY.match(passage.text, m.end()) if before else None
    if before is None or before.start() in passage.by_start or not (body or before["which"][:1].isupper()):
        return None
    end, day, when = _when(passage, body.end() if body else m.end())
    return _made(passage, ReferenceKind.MEETING, Before(before.start()), end, day, when)


def _opens(passage: Passage, end: int) -> tuple[int, Day | None, str | None]:
    """The day on which a meeting is said to open, and where the words end."""
    opens = OPENS.match(passage.text, end)
    if opens is None:
        return end, None, None
    if opens["when"]:
        return opens.end(), None, " ".join(opens["when"].split())
    date = passage.date_at(opens.end())
    return (date[1], date[0].value, None) if date and date[0].value.day else (end, None, None)


def _press_conference(passage: Passage, m: re.Match[str]) -> Found[CitedPaper] | None:
    before = before_noun(passage, m.start())
    end, day, when = _when(passage, m.end())
    relative = before.when
    single = not m["many"]
    if not (day or before.day or when or relative or (single and (before.whose or before.pointing in POINTING))):
        return None
    if (
        before.whose
        and before.whose.lower() in ("his", "her", "their")
        and not (day or when or before.day or before.pointing)
    ):
        return None
    return _made(passage, ReferenceKind.PRESS_CONFERENCE, before, end, day or before.day, when or relative)


def _meeting(passage: Passage, m: re.Match[str]) -> Found[CitedPaper] | None:
    before = before_noun(passage, m.start(), "before-a-meeting")
    end, day, when = _opens(passage, m.end()) if OPENS.match(passage.text, m.end()) else _when(passage, m.end())
    text = passage.text
    place = PLACE.match(text, end) if not (day or when) else None
    if place is not None and any((held := _when(passage, place.end()))[1:]):
        end, day, when = held
    clause = CLAUSE.match(text, end)
    if clause is not None:
        end = clause.end()
    company, met = _company(text, end)
    counterpart, end = (company[-1], met) if company else (None, end)
    if day is None and when is None:
        after, day, when = _when(passage, end)
        if clause is not None and not company and not (day or when):
            return None
        end = after
    if day is None and when is None and (far := day_far_behind(passage, end, bare=False)) is not None:
        day, end = far
    relative = before.when
    dated = bool(day or when or relative or before.day)
    there = place if end == m.end() else None
    singled = counterpart or there or before.pointing in POINTING or BY_TELEPHONE.search(text, before.start, m.end())
    owned = before.whose is not None and before.whose.lower() in SURE_PRONOUNS and bool(singled)
    if there is not None and owned and not dated:
        end = there.end()
    before, told = _day_before(passage, before) if not dated else (before, None)
    when, dated = when or told, dated or told is not None
    known = owned or _known(passage, m, before, company)
    if (not dated and not known) or (before.whose is None and VERB.search(text[max(0, m.start() - 8) : m.start()])):
        return None
    if (
        dated
        and not (day or before.day)
        and m[0].lower() in ("talk", "talks", "discussion", "lunch")
        and before.whose is None
        and before.when is None
        and not counterpart
    ):
        return None  # "we can talk tomorrow"
    if len(company) > 1 and before.whose is None:
        before = replace(before, whose=company[0])
    return _made(passage, ReferenceKind.MEETING, before, end, day or before.day, when or relative, counterpart)


def _company(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """Who met behind the noun, and where the words end: `with Able`, or `between Able and Baker` both of them."""
    with_whom = WITH.match(text, end)
    if with_whom is not None:
        return (with_whom["name"],), with_whom.end()
    both = BETWEEN.match(text, end)
    return ((both["one"], both["two"]), both.end()) if both else ((), end)


def _known(passage: Passage, m: re.Match[str], before: Before, company: Sequence[str]) -> bool:
    """Whether the words single out one meeting without its day: by who met, by its place, by its order among theirs."""
    noun = m[0].lower().split()[-1]
    definite = before.whose is not None or (before.article and before.definite)
    if not definite or noun not in HELD or NO_MEETING.match(passage.text, m.end()):
        return False
    between = passage.text[before.start : m.start()].lower().split()
    return (
        len(company) > 1
        or (len(company) == 1 and noun in COUNTED)
        or before.pointing == "place"
        or (noun in COUNTED and not ORDER.isdisjoint(between))
    )


def _day_before(passage: Passage, before: Before) -> tuple[Before, str | None]:
    """A day that stands before all of it, or an hour: `yesterday at the staff meeting`, `the four o'clock meeting`."""
    start = before.start
    hour = HOUR.search(passage.text, max(0, start - 24), start)
    if hour is not None:
        return replace(before, start=hour.start()), " ".join(hour["when"].split())
    m = DAY_BEFORE.search(passage.text, max(0, start - 40), start)
    return (replace(before, start=m.start()), m["when"]) if m else (before, None)


def _calls(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """`my call on the Foreign Minister yesterday`, `the Chargé's call on Able`: a visit, with whose it is."""
    for at in passage.positions("call"):
        m = CALL.match(passage.text, at)
        before = before_noun(passage, at, "before-a-meeting") if m else None
        if m is None or before is None or not (before.whose or before.day or before.when):
            continue
        end, day, when = _when(passage, m.end())
        if day is None and when is None and (far := day_far_behind(passage, m.end(), bare=False)) is not None:
            day, end = far
        planned = PLANNED.match(passage.text, m.end()) if not (day or when) else None
        if planned is not None and (date := passage.date_at(planned.end())) and date[0].value.day:
            day, end = date[0].value, date[1]
        when = when or before.when
        if (
            before.whose
            and before.whose.lower() not in SURE_PRONOUNS
            and not (day or when or before.whose[:1].isupper())
        ):
            continue
        yield _made(passage, ReferenceKind.MEETING, before, end, day or before.day, when, m["name"])


def _when(passage: Passage, end: int) -> tuple[int, Day | None, str | None]:
    """The day behind a noun, as a date or in words, and where it ends."""
    said = WHEN.match(passage.text, end)
    gap = ON_DATE.match(passage.text, end)
    date = passage.date_at(gap.end()) if gap else None
    if date is not None and date[0].value.day:
        return date[1], date[0].value, None
    if said is not None:
        return said.end(), None, " ".join(said["when"].split())
    return end, None, None


def _made(  # noqa: PLR0913, PLR0917 - one event, and where it stands
    passage: Passage,
    kind: ReferenceKind,
    before: Before,
    end: int,
    day: Day | None,
    when: str | None,
    to: str | None = None,
) -> Found[CitedPaper]:
    start = before.start
    whose = (
        before.whose if before.whose and before.whose.lower() not in SURE_PRONOUNS | {"his", "her", "their"} else None
    )
    value = CitedPaper(kind, None, None, whose, to, edtf_of(day), None, day, when)
    return Found(Span(start, end), value, passage.text[start:end], 0.9 if day or when else 0.75)
