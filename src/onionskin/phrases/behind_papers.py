"""What stands behind the noun of a cited paper: its number, its day, from whom and to whom, a relative clause.

A day may stand far behind: `statement made in the House on May 3`, `memorandum from Secretary Able, September 20`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onionskin.phrases.cited import Passage
from onionskin.phrases.dates import Day
from onionskin.phrases.late import LatePattern

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
PROPER = rf"(?!{MONTH})(?:O['’])?[A-ZÀ-Þ][A-Za-zÀ-ÿ-]*[A-Za-zÀ-ÿ](?!['’][a-z])"
TITLE = (
    r"(?:President|Secretary(?:[-\s]General|\s+of\s+State)?|Prime\s+Minister|Minister|Chairman|Chancellor|Premier"
    r"|Ambassador|Senator|Governor|General|King|Shah|Pope|Mr\.?|Mrs\.?|Dr\.?|Lord|Sir)(?!['’A-Za-z])"
)
PORTFOLIO = (
    "Finance|Defen[sc]e|Interior|Economics?|Economy|Trade|Commerce|Agriculture|Justice|Education|Labou?r|War|Planning"
    "|Information|Treasury|Transport|Industry|Industries|Oil|Petroleum|Home|Cabinet|Permanent|Colonial|State|Soviet"
)
"""What a minister's or a secretary's title may begin with."""
NAME = (
    rf"(?:(?:the\s+)?(?:(?:Deputy|Prime|Foreign|Vice|Acting|Under|Assistant|{PORTFOLIO})[-\s]+)*{TITLE}"
    rf"(?:\s+(?:(?:de|von|van|al|el|bin|di|da)\s+)?{PROPER}(?:\s+{PROPER})?)?"
    rf"|{PROPER}(?:\s+(?:[A-Z]\.\s+)?{PROPER})?)"
)
"""A person as one word or two with a title, or the title alone; not before a genitive, and no month."""

NUMBER = re.compile(
    r"\s+(?:[Nn]os?\.?|N[Oo]S?\.?|[Nn]umber|#)\s*(?P<number>[A-Z]{0,3}-?\d[\dA-Z]*(?:[/-][\dA-Z]+){0,4})(?![\w/-])"
)
"""`note No. 97/W/64`."""
NOTE_NUMBER = re.compile(r"\s+(?P<number>\d{1,4})(?![\w/]|[.,:]\d)")
"""`Embassy note 87`: of a note whose it is, the number needs no more."""
LETTERED = re.compile(r"\s+(?P<number>[A-Z]{1,3}-\d{1,4}(?:-\d{2})?)(?![\w/-])")
"""`report C-107-65`."""
OF_DATE = re.compile(r",?\s+(?:of|dated|on|sent|delivered)\s+(?:the\s+)?", re.IGNORECASE)
OF_TALK = re.compile(r"\s+(?:talk|conversation|meeting|discussion|interview|session)s?\b")
"""`memorandum of the March 4 talk`: the day is the talk's, and the paper's too."""
OF_YEAR = re.compile(
    r"(?:\s+(?:of|on)\s+(?:the\s+)?[A-Za-z]+(?:\s+(?:and\s+)?[A-Za-z]+){0,2})?\s+of\s+(?P<year>1[6-9]\d\d)(?![\d/-]|,\d)",
    re.IGNORECASE,
)
"""`treaty of 1948`, `Treaty of Friendship of 1948`."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = r"(?:\s+(?:morning|noon|afternoon|evening|night))"
IN_WORDS = (
    r"(?:(?:twenty|thirty)[-\s])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
OF_WHEN = LatePattern(
    rf"""\s+(?:of|dated|sent|received|delivered|dispatched|written|issued|made)\s+ (?P<when>
    today | yesterday{PART}? | this\s+(?:morning|noon|afternoon|evening|date)
    | last\s+(?:night|evening|week|month|spring|summer|fall|autumn|winter|{MONTH})
    | (?:last\s+|this\s+)?{WEEKDAY}{PART}? (?:\s+last)?
    | (?:today['’]s|yesterday['’]s|even)\s+date
    | the\s+(?:\d{{1,2}}(?:st|nd|rd|th|d)|{IN_WORDS})(?:\s+(?:instant|inst\.|ultimo|ult\.))? )
    (?![A-Za-z'’]|\s+(?:of\s+)?{MONTH})""",
    re.VERBOSE | re.IGNORECASE,
)
"""`press release of this morning`, `telegram received yesterday`, `letter of even date`, `note of the 14th instant`."""
BARE_WHEN = re.compile(
    rf"\s+(?P<when>today|yesterday{PART}?|this\s+(?:morning|noon|afternoon|evening)|last\s+(?:night|evening))(?![A-Za-z'’])",
    re.IGNORECASE,
)
"""`his note to me this morning`: behind to whom it went no small word leads to the day."""
THEM = r"(?:me|you|him|her|us|them|(?:both|(?:the\s+)?two)\s+(?:sides|parties|governments))(?![A-Za-z])"
TO_THEM = re.compile(rf"\s+to\s+(?P<name>{THEM})", re.IGNORECASE)
"""`his note to me`, `British note to both sides`: this singles a paper out with whose it is alone."""
TO_FROM = LatePattern(rf"\s+(?P<way>to|from|by|TO|FROM|BY)\s+(?P<name>{NAME})")
AT_HAND = re.compile(
    r"\s+(?:(?P<carried>(?:(?:just|recently)\s+)?(?:received|sent|delivered|addressed|handed|transmitted))(?=\s+(?:to|from)\s)"
    r"|(?:sent|written|signed|made|issued)(?=\s+by\s))",
    re.IGNORECASE,
)
"""`telegram just received from Oslo`: the way follows."""
BETWEEN = LatePattern(rf"\s+(?:exchanged\s+)?between\s+(?:the\s+)?(?P<one>{NAME})\s+and\s+(?:the\s+)?(?P<two>{NAME})")
WHO = rf"(?P<who>I|[Ww]e|you|he|she|they|{NAME}|(?:the|his|our|their|her|its|my|your)\s+(?:{PROPER}\s+){{0,2}}{PROPER})"
GIVEN = "sent|addressed|given|left|presented|submitted"
HANDED = f"{GIVEN}|handed|delivered|transmitted|forwarded|furnished|passed|shown"
"""What is done with a paper; who does the first of these wrote it as a rule."""
CLAUSE = LatePattern(
    rf"""(?:\s+(?:on|about)\s+(?:the\s+)?[A-Za-z-]+(?:\s+[A-Za-z-]+){{0,2}}?(?=\s+(?:which|that)\s))?
    \s+(?:(?:which|that)\s+)?{WHO}
    (?:\s+of\s+(?:the\s+)?{PROPER}(?:\s+{PROPER})?)?
    (?:,\s+(?:(?:His|Her)\s+\w+\s+|Mr\.\s+)?(?P<named>(?:(?:{PROPER}|[A-Z]\.)\s+){{1,4}}{PROPER}),)?\s+
    (?:(?:have|has|had|am|is|are|was|were|will|would|just|recently|be|already)\s+){{0,3}}
    (?P<verb>{HANDED}|gave|showed|written|wrote|received|suggested|proposed|drafted|enclosing|attaching|sending|forwarding|mentioned|referred
      | (?<=will\s)(?:leave|deliver|send|hand|present|transmit|forward) )
    (?P<over>\s+over)? (?:\s+(?P<way>to|from|with)\s+(?P<name>{NAME}|{THEM})|\s+(?P<whom>{THEM}))?""",
    re.VERBOSE,
)
IN_CAPITALS = LatePattern(
    rf"""\s+(?:WHICH|THAT)\s+(?P<who>I|WE|HE|SHE|THEY|YOU|(?:THE\s+)?[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’-]+){{0,3}}?)\s+
    (?:(?:HAVE|HAS|HAD|IS|WAS|WERE|WILL|WOULD|JUST|RECENTLY|ALREADY)\s+){{0,3}}
    (?P<verb>{HANDED.upper()}|GAVE|SHOWED|WRITTEN|WROTE|RECEIVED)(?![A-Z])
    (?:\s+(?P<way>TO|FROM|WITH)\s+(?P<name>(?:THE\s+)?(?i:{TITLE}\s+)?(?!(?:BY|ON|AND|IN)\b)[A-Z][A-Z'’-]+|(?i:{THEM})))?""",
    re.VERBOSE,
)
"""`LETTER WHICH PRESIDENT ABLE HAS SENT TO PRESIDENT BAKER`."""
PASSIVE = LatePattern(
    rf"""\s+(?:(?:just|recently|which\s+was|that\s+was)\s+)?(?P<verb>{HANDED}|{HANDED.upper()})(?:\s+(?:over|OVER))?
    \s+(?:(?:to|with|TO|WITH)\s+)?(?P<whom>(?i:{THEM})|(?:the\s+)?(?:{TITLE}\s+{PROPER}|Department|Dept|Embassy|Secretary|Ambassador|President)(?![A-Za-z'’]))
    (?:\s+(?:by|BY)\s+(?P<who>{NAME}))?""",
    re.VERBOSE,
)
"""`aide-memoire left with me`, `paper handed us by the Foreign Minister`, `memorandum given Ambassador Able`."""
NAMED = re.compile(
    r"\s+(?:under\s+(?:reference|acknowledge?ment|reply)|(?:is\s+|now\s+)?being\s+(?:drafted|prepared|sent|pouched))\b",
    re.IGNORECASE,
)
"""Words that single out a paper: `despatch under reference`, `reply being drafted`."""

CONTAINED = LatePattern(
    r"""\s+(?P<done>(?:(?:as|which\s+was)\s+)?(?:contained|transmitted|forwarded|quoted|proposed|described|enclosed
      |set\s+forth|outlined|given|reported))
    \s+(?:(?:in|with|to|by|under)\s+)?(?=(?:the\s+|your\s+|our\s+|my\s+)?(?:ref(?:tel|air|\.?\s[A-H])
      |(?:(?!on\b)[A-Za-z.]+['’]?s?\s+){0,4}?(?:no\.\s)?(?:[A-Z]{1,2}-)?\d{2,6}(?![\d/]|,\d)))""",
    re.VERBOSE | re.IGNORECASE,
)
"""`draft statement contained Embtel 391`, `MAP FORWARDED WITH REF D`: where it stands."""
NO_NAME = (
    "A|AN|AS|IS|ARE|WAS|WERE|BE|BEEN|HAS|HAD|HAVE|HE|SHE|IT|WE|YOU|THEY|WHO|WHICH|THAT|THIS|THESE|WILL|WOULD|SHALL"
    "|SHOULD|MAY|MIGHT|CAN|COULD|MUST|NOT|BUT|OR|IF|WHEN|WHILE|UNTIL|BEFORE|AFTER|SINCE|ON|BY|TO|FROM|AT|WITH|OF|IN|FOR"
    "|AND|SAID|TOLD|ASKED|STATED|MADE|MET|SO|NO|THERE|ALSO|ONLY|ONE|ALL|ANY|ITS|HIS|OUR|THEIR|THE|DURING|ABOUT|PROCEED|TAKE|SET|SCHEDULED"
)
"""Words that no name holds, where the whole text stands in capitals."""
PAPER = "(?i:aides?-m|memorand|letters?\\b|notes?\\b|declaration)"
WORD = rf"(?:(?:MR|Mr|MRS|Mrs|DR|Dr|ST|St|[A-Z])\.|(?!(?:{NO_NAME})\b|{PAPER}){PROPER})"
PERSON = (
    rf"(?:(?:the|THE|his|HIS|our|OUR|their|THEIR|a|an|all|ALL)\s+)?(?:{WORD}"
    rf"(?:[\s-](?:(?:of|for|and|the|in|de|OF|FOR|AND|THE|IN)\s+){{0,2}}{WORD}){{0,6}}"
    r"|(?:you|me|him|her|us|them|YOU|ME|HIM|US|THEM|press|Parliament)(?![A-Za-z]))"
    r"|the\s+(?:[a-z]+\s+){0,2}[a-z]+"
)
"""Whom or what a small word leads to: a name with offices and places in it, a pronoun, `the reporting officer`."""
DONE = (
    "made|issued|signed|delivered|handed|released|submitted|tabled|presented|published|adopted|announced|concluded"
    "|broadcast|transmitted|forwarded|addressed|circulated|approved|initialed|exchanged|sent|written|given|left"
)
WAYS = "to|from|by|in|at|before|with|between|for|of|through|via|concerning|regarding"
TRAIL = LatePattern(
    rf"(?P<trail>(?:,?\s+(?:(?:which\s+was\s+|as\s+)?(?:{DONE}|{DONE.upper()})|(?:{WAYS}|{WAYS.upper()})\s+(?:{PERSON}))){{0,4}})"
    r"(?:,?\s+(?:of|dated|on|OF|DATED|ON|under\s+date\s+of)\s+(?:the\s+)?(?:(?:morning|afternoon|evening)\s+of\s+)?"
    r"|(?P<bare>,?[ ]))"
)
"""What may stand between a noun and its day."""
FARTHEST = 90
"""Characters between a noun and its day at the most."""
DAY_OF_ANOTHER = re.compile(
    r"\s+(?:\w+\s+)?(?:meetings?|session|conference|talks?|conversations?|visit|elections?|deadline|plan|letters?|notes?|speech)\b",
    re.IGNORECASE,
)
"""Behind a day that is another's: `paper for NSC July 3 meeting`."""
WROTE = LatePattern(
    rf"(?P<verb>wrote|written|write|WROTE|WRITTEN|telegraphed|cabled|wired|TELEGRAPHED|CABLED|WIRED)\s+(?:(?:to|TO)\s+)?(?:{PERSON})"
    r"\s+(?:(?:on|of|ON|OF|under\s+date\s+of)\s+)?"
)
"""`he had written to Mr. Able on July 2`: a letter by its day."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What was read behind a noun, and where the words that name the paper end.

    `named`: the words single it out without a day ("under reference"). `year` is that of a pact. `handed`: they say who
    gave it to whom; `them`: to "me", to "both sides"; `inside`: a cited paper holds it, and where the words end that
    say so.
    """

    end: int
    day: Day | None = None
    sender: str | None = None
    receiver: str | None = None
    clause: bool = False
    number: str | None = None
    when: str | None = None
    year: str | None = None
    named: bool = False
    handed: bool = False
    them: bool = False
    inside: int | None = None


def behind_noun(passage: Passage, at: int, *, plural: bool, numbers: Sequence[re.Pattern[str]], bare: bool) -> Behind:
    """What belongs to the noun that ends at `at`.

    `numbers`: how its number may be written (group "number"). Behind a `bare` one its day may follow with no more than
    a comma.
    """
    text = passage.text
    number, end = _own_number(passage, at, numbers)
    day: Day | None = None
    sender = receiver = when = None
    clause = carried = handed = them = False
    for _ in range(5):
        dated = OF_DATE.match(text, end)
        date = passage.date_at(dated.end()) if dated and day is None else None
        if date is not None:
            day, end = date[0].value, date[1]
            talk = OF_TALK.match(text, end) if dated and " the " in f"{dated[0].lower()} " else None
            end = talk.end() if talk else end
            continue
        said_when = OF_WHEN.match(text, end) or (BARE_WHEN.match(text, end) if them or handed else None)
        if said_when is not None and when is None:
            when, end = " ".join(said_when["when"].split()), said_when.end()
            continue
        at_hand = AT_HAND.match(text, end)
        way = TO_FROM.match(text, at_hand.end() if at_hand else end)
        carried = carried or bool(at_hand and at_hand["carried"])
        if way is not None and carried and way["way"].lower() == "by":
            break
        if way is not None and not clause and (receiver if way["way"].lower() == "to" else sender) is None:
            to = way["way"].lower() == "to"
            sender, receiver = (sender, bare_name(way["name"])) if to else (bare_name(way["name"]), receiver)
            end = way.end("name")
            continue
        to_them = TO_THEM.match(text, end) if not clause else None
        if to_them is not None and not them:
            them, end = True, to_them.end()
            continue
        between = BETWEEN.match(text, end) if text[at - 1] in "sS" and not clause else None  # exchange of letters too
        if between is not None:
            sender, end, clause = bare_name(between["one"]), between.end(), True
            receiver = bare_name(between["two"])
            continue
        told = _clause(text, end, passive=not handed and receiver is None) if not clause else None
        if told is None:
            break
        clause, handed, end = told.clause, told.handed, told.end
        sender, receiver = told.sender or sender, told.receiver or receiver
    read = Behind(end, day, sender, receiver, clause, number, when, handed=handed, them=them)
    return _to_the_end(passage, read, plural=plural, bare=bare or end > at)


def _own_number(passage: Passage, at: int, numbers: Sequence[re.Pattern[str]]) -> tuple[str | None, int]:
    """The number of the paper, and where it ends; none in `Embassy note 3 May`."""
    own = next((m for pattern in numbers if (m := pattern.match(passage.text, at))), None)
    if own is None or own.start("number") in passage.by_start:
        return None, at
    return own["number"], own.end()


def _to_the_end(passage: Passage, read: Behind, *, plural: bool, bare: bool) -> Behind:
    """The same with the day far behind, the year of a pact, and the words that single it out."""
    text, end, day = passage.text, read.end, read.day
    if day is None and read.when is None and (far := day_far_behind(passage, end, bare=bare)) is not None:
        day, end = far
    year = OF_YEAR.match(text, end) if day is None else None
    end = year.end() if year else end
    named = NAMED.match(text, end) if not plural else None
    end = named.end() if named else end
    held = CONTAINED.match(text, end) if not plural else None
    said_year = year["year"] if year else None
    return replace(read, end=end, day=day, year=said_year, named=named is not None, inside=held and held.end("done"))


NOT_HANDED = frozenset({"received", "suggested", "proposed", "drafted", "mentioned", "referred"})


def _clause(text: str, at: int, *, passive: bool) -> Behind | None:
    """What a relative clause or a participle says: `which Able sent to Baker`, `handed us by the Foreign Minister`."""
    said = CLAUSE.match(text, at) or (IN_CAPITALS.match(text, at) if text[at + 1 : at + 2].isupper() else None)
    if said is None:
        done = PASSIVE.match(text, at) if passive else None
        if done is None:
            return None
        who = bare_name(done["who"]) if done["who"] and done["verb"].lower() in GIVEN.split("|") else None
        return Behind(done.end(), sender=who, receiver=_receiver(done["whom"]), handed=True)
    groups = said.groupdict()
    sender, receiver = groups.get("named"), None
    if said["name"] and said["way"].lower() == "from":
        sender = bare_name(said["name"])
    elif said["name"]:
        receiver = _receiver(said["name"])
    handed = bool(said["name"] or groups.get("whom") or groups.get("over")) and said["verb"].lower() not in NOT_HANDED
    return Behind(said.end(), sender=sender, receiver=receiver, clause=True, handed=handed)


def _receiver(words: str) -> str | None:
    """To whom, by name; None of a pronoun."""
    return None if re.fullmatch(THEM, words, re.IGNORECASE) else bare_name(words)


def day_far_behind(passage: Passage, at: int, *, bare: bool) -> tuple[Day, int] | None:
    """The day to which nothing but persons, places and what was done with the paper lead, and where it ends."""
    n = bisect_left(passage.starts, at)
    if n == len(passage.starts) or passage.starts[n] > at + FARTHEST:
        return None
    m = TRAIL.fullmatch(passage.text, at, passage.starts[n])
    if m is None or (m["bare"] and not (bare or m["trail"])):
        return None
    found = passage.date_at(passage.starts[n])
    if found is None or not found[0].value.day or DAY_OF_ANOTHER.match(passage.text, found[1]):
        return None
    return found[0].value, found[1]


def bare_name(words: str) -> str:
    """A name without its article and genitive."""
    return re.sub(r"^the\s+", "", re.sub(r"['’]s$", "", " ".join(words.split())))
