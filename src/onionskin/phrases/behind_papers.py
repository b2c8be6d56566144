"""What stands behind the noun of a cited paper: its number, its day, from whom and to whom, a relative clause.

A day may stand far behind: `statement made in the House on May 3`, `memorandum from Secretary Able, September 20`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onionskin.phrases.cited import Passage
from onionskin.phrases.dates import Day

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
PROPER = rf"(?!{MONTH})(?:O['’])?[A-Z][A-Za-z-]*[A-Za-z](?!['’][a-z])"
TITLE = (
    r"(?:President|Secretary(?:[-\s]General|\s+of\s+State)?|Prime\s+Minister|Minister|Chairman|Chancellor|Premier"
    r"|Ambassador|Senator|Governor|General|King|Shah|Pope|Mr\.?|Mrs\.?|Dr\.?|Lord|Sir)(?!['’A-Za-z])"
)
NAME = (
    rf"(?:(?:the\s+)?(?:(?:Deputy|Prime|Foreign|Vice|Acting|Under|Assistant)[-\s]+)*{TITLE}"
    rf"(?:\s+(?:(?:de|von|van|al|el|bin|di|da)\s+)?{PROPER}(?:\s+{PROPER})?)?"
    rf"|{PROPER}(?:\s+(?:[A-Z]\.\s+)?{PROPER})?)"
)
"""A person as one word or two with a title, or the title alone; not before a genitive, and no month."""

NUMBER = re.compile(
    r"\s+(?:[Nn]os?\.?|N[Oo]S?\.?|[Nn]umber|#)\s*(?P<number>[A-Z]{0,3}-?\d[\dA-Z]*(?:[/-][\dA-Z]+){0,4})(?![\w/-])"
)
"""`note No. 97/W/64`."""
OF_DATE = re.compile(r",?\s+(?:of|dated|on|sent|delivered)\s+(?:the\s+)?", re.IGNORECASE)
OF_TALK = re.compile(r"\s+(?:talk|conversation|meeting|discussion|interview)s?\b")
"""`memorandum of the March 4 talk`: the day is the talk's, and the paper's too."""
OF_YEAR = re.compile(
    r"(?:\s+(?:of|on)\s+(?:the\s+)?[A-Za-z]+(?:\s+(?:and\s+)?[A-Za-z]+){0,2})?\s+of\s+(?P<year>1[6-9]\d\d)(?![\d/-]|,\d)",
    re.IGNORECASE,
)
"""`treaty of 1948`, `Treaty of Friendship of 1948`."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = r"(?:\s+(?:morning|noon|afternoon|evening|night))"
OF_WHEN = re.compile(
    rf"""\s+(?:of|dated|sent|received|delivered|dispatched|written|issued|made)\s+ (?P<when>
    today | yesterday{PART}? | this\s+(?:morning|noon|afternoon|evening|date) | last\s+(?:night|evening|week|month)
    | (?:last\s+|this\s+)?{WEEKDAY}{PART}? (?:\s+last)?
    | (?:today['’]s|yesterday['’]s|even)\s+date
    | the\s+\d{{1,2}}(?:st|nd|rd|th|d)(?:\s+(?:instant|inst\.|ultimo|ult\.))? )
    (?![A-Za-z'’]|\s+(?:of\s+)?{MONTH})""",
    re.VERBOSE | re.IGNORECASE,
)
"""`press release of this morning`, `telegram received yesterday`, `letter of even date`, `note of the 14th instant`."""
TO_FROM = re.compile(rf"\s+(?P<way>to|from|by|TO|FROM|BY)\s+(?P<name>{NAME})")
AT_HAND = re.compile(
    r"\s+(?:(?P<carried>(?:(?:just|recently)\s+)?(?:received|sent|delivered|addressed|handed|transmitted))(?=\s+(?:to|from)\s)"
    r"|(?:sent|written|signed|made|issued)(?=\s+by\s))",
    re.IGNORECASE,
)
"""`telegram just received from Oslo`: the way follows."""
BETWEEN = re.compile(rf"\s+between\s+(?:the\s+)?(?P<one>{NAME})\s+and\s+(?:the\s+)?(?P<two>{NAME})")
CLAUSE = re.compile(
    rf"""\s+(?:(?:which|that)\s+)?(?P<who>I|[Ww]e|you|he|she|they|{NAME})
    (?:\s+of\s+(?:the\s+)?{PROPER}(?:\s+{PROPER})?)?
    (?:,\s+(?:(?:His|Her)\s+\w+\s+|Mr\.\s+)?(?P<named>(?:(?:{PROPER}|[A-Z]\.)\s+){{1,4}}{PROPER}),)?\s+
    (?:(?:have|has|had|am|is|are|was|were|will|would|just|recently|be|already)\s+){{0,3}}
    (?P<verb>sent|written|wrote|addressed|received|suggested|proposed|handed|delivered|left|transmitted|forwarded|drafted|gave|given|enclosing|attaching|sending|forwarding|mentioned|referred
      | (?<=will\s)(?:leave|deliver|send|hand|present|transmit|forward) )
    (?:\s+(?P<way>to|from)\s+(?P<name>{NAME}))?""",
    re.VERBOSE,
)
NAMED = re.compile(
    r"\s+(?:under\s+(?:reference|acknowledge?ment|reply)|(?:is\s+|now\s+)?being\s+(?:drafted|prepared|sent|pouched))\b",
    re.IGNORECASE,
)
"""Words that single out a paper: `despatch under reference`, `reply being drafted`."""

NO_NAME = (
    "A|AN|AS|IS|ARE|WAS|WERE|BE|BEEN|HAS|HAD|HAVE|HE|SHE|IT|WE|YOU|THEY|WHO|WHICH|THAT|THIS|THESE|WILL|WOULD|SHALL"
    "|SHOULD|MAY|MIGHT|CAN|COULD|MUST|NOT|BUT|OR|IF|WHEN|WHILE|UNTIL|BEFORE|AFTER|SINCE|ON|BY|TO|FROM|AT|WITH|OF|IN|FOR"
    "|AND|SAID|TOLD|ASKED|STATED|MADE|MET|SO|NO|THERE|ALSO|ONLY|ONE|ALL|ANY|ITS|HIS|OUR|THEIR|THE|DURING|ABOUT|PROCEED|TAKE|SET|SCHEDULED"
)
"""Words that no name holds, where the whole text stands in capitals."""
WORD = rf"(?:(?:MR|Mr|MRS|Mrs|DR|Dr|ST|St|[A-Z])\.|(?!(?:{NO_NAME})\b){PROPER})"
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
TRAIL = re.compile(
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
WROTE = re.compile(
    rf"(?P<verb>wrote|written|write|WROTE|WRITTEN|telegraphed|cabled|wired|TELEGRAPHED|CABLED|WIRED)\s+(?:(?:to|TO)\s+)?(?:{PERSON})"
    r"\s+(?:(?:on|of|ON|OF|under\s+date\s+of)\s+)?"
)
"""`he had written to Mr. Able on July 2`: a letter by its day."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What was read behind a noun, and where the words that name the paper end.

    `named`: the words single it out without a day ("under reference"). `year` is that of a pact.
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


def behind_noun(passage: Passage, at: int, *, plural: bool, numbered: bool, bare: bool) -> Behind:
    """What belongs to the noun that ends at `at`.

    A `numbered` one may have a number of its own; behind a `bare` one its day may follow with no more than a comma.
    """
    text = passage.text
    own = NUMBER.match(text, at) if numbered else None
    end = own.end() if own else at
    number = own["number"] if own else None
    day: Day | None = None
    sender = receiver = when = None
    clause = carried = False
    for _ in range(4):
        dated = OF_DATE.match(text, end)
        date = passage.date_at(dated.end()) if dated and day is None else None
        if date is not None:
            day, end = date[0].value, date[1]
            talk = OF_TALK.match(text, end) if dated and " the " in f"{dated[0].lower()} " else None
            end = talk.end() if talk else end
            continue
        said_when = OF_WHEN.match(text, end) if when is None else None
        if said_when is not None:
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
        between = BETWEEN.match(text, end) if plural and not clause else None
        if between is not None:
            sender, end, clause = bare_name(between["one"]), between.end(), True
            receiver = bare_name(between["two"])
            continue
        said = CLAUSE.match(text, end) if not clause else None
        if said is None:
            break
        clause, end = True, said.end()
        sender = sender or said["named"]  # the President of Norland, His Excellency John Able, has addressed to
        if said["name"]:
            sender, receiver = (
                (bare_name(said["name"]), receiver) if said["way"] == "from" else (sender, bare_name(said["name"]))
            )
    if day is None and when is None and (far := day_far_behind(passage, end, bare=bare or end > at)) is not None:
        day, end = far
    year = OF_YEAR.match(text, end) if day is None else None
    end = year.end() if year else end
    named = NAMED.match(text, end) if not plural else None
    end = named.end() if named else end
    return Behind(end, day, sender, receiver, clause, number, when, year["year"] if year else None, named is not None)


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
