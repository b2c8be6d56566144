"""What stands before a number and makes it a telegram's: a series, a post, a pronoun, a letter and a dash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from onionskin import lexicon
from onionskin.phrases.behind_papers import TITLE
from onionskin.phrases.cited import Passage
from onionskin.phrases.damage import DASH, digits
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.record.references import ReferenceKind

GENITIVE = re.compile(r"['’][sS]?$")
NO = re.compile(r"(?:[Nn]os?\.?|NOS?\.?|[Nn]umbers?)\Z")
WORD_BEHIND = re.compile(r"(?P<gap>[\s,]*)(?P<word>[A-Za-z]*)")
PRONOUNS = frozenset({"our", "your", "my", "ur"})
SHORT = frozenset({"ourtel", "urtel", "mytel", "reftel", "reurtel", "remytel", "ourmsg", "urmsg", "mymsg", "refmsg"})
SHORT_DESPATCH = re.compile(r"(?:re)?(?:ref|ur|my|our)(?:air(?:gram)?|desp?|disp|despatch)")
TELEGRAMS = frozenset({"telegram", "tel", "cable", "message", "msg", "telegrams", "tels", "cables", "messages"})
DESPATCHES = frozenset({"despatch", "dispatch", "despatches", "dispatches", "airgram", "airgrams", "instruction"})
ALONE = frozenset(
    {"telegram", "telegrams", "tel", "tels", "cable", "airgram", "airgrams", "despatch", "despatches", "dispatch"}
)
LETTERS = frozenset({"A", "CA", "CW", "CG", "CX", "G", "D"})
WORDS_TOO = frozenset({"STATE", "CAP", "JCS", "MAC", "DEF", "CINCPAC", "USCINCEUR", "WARX", "CX"})
"""Series that are words too: they stand in capitals, but for `State 020685` and the like."""

WAY_TO_POST = re.compile(
    r"(?P<noun>[A-Za-z'’]+\.?(?:\s[Cc]ircular)?)\s+(?P<way>to|from|TO|FROM)\s+"
    r"(?:the\s+)?(?:[A-Z][a-z]+\s+(?:at|in)\s+)?\Z"
)
"""Before a post and a number whose series stands before both: `Deptel to Bonn 12`, `telegram from Paris 4410`."""
MISREAD_TEL = re.compile(r"t[ec][l1i!](?=s?\Z)")
"""`Embtei 1702`, `Dept te1 12`: how engines misread the end of a series."""
NOT_CAPITALS = re.compile(r"State(?:['’]s)?(?:\s[a-z]+)?|Def|Warx")
"""`State 51877`, `State's 5567`, `State telegram 5567`, `Def 985721`: not "States"."""
NOUN_BEFORE = re.compile(
    r"(?:(?:[Yy]our|[Oo]ur|[Mm]y)\s+)?(?:[Cc]ircular\s+)?(?:[Aa]irgram|[Ii]nstruction|[Dd]espatch|AIRGRAM|INSTRUCTION|DESPATCH)\s(?:[Nn]o\.\s?)?\Z"
)
"""What a lettered number is called before it: `the Department's instruction A-96`."""
WHOSE = re.compile(rf"(?:(?P<title>{TITLE}|Consul)\s)?(?P<name>[A-Z][A-Za-z-]+[a-z])['’]s")
"""A person whose telegram it is: `Ambassador Able's 1234`, `Able's telegram 1234`, `the Consul General's 345`."""
OWNERS = {
    "department": "Department of State",
    "dept": "Department of State",
    "embassy": "Embassy",
    "emb": "Embassy",
    "legation": "Legation",
    "consulate": "Consulate",
    "congen": "Consulate General",
    "mission": "Mission",
    "delegation": "Delegation",
}
"""Whose number it is, in the genitive."""
BARE_OWNERS = frozenset({"department", "dept", "embassy", "emb", "legation", "consulate", "congen"})
"""Those of them that a number follows as it follows a city: `Department 4482`."""
STATE_DIGITS = 4
"""The Department's telegrams carry four digits and more; "State 12" names no telegram, nor does "of State 1234"."""

LEAST_OF_CIRCULAR = 3
"""Digits of a circular telegram's number behind "circular" in small letters."""
LONGEST_MONTH = 31
LEAST_OF_PERSON = 3
"""Digits of a telegram that is known by who sent it: `Able's 571`, not "Able's 10 points"."""
MOST_YEAR, LEAST_YEAR = 1979, 1900
"""Four digits between these are as often a year: "our 1961 meeting"."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number: where it begins, the series it names, whose telegram it is.

    `strict`: the words prove little ("our", a city), so the number is looked at closely. `person`: a person's, who is
    no post.
    """

    start: int
    series: lexicon.Entry | None = None
    post: str | None = None
    possessive: bool = False
    strict: bool = True
    receiver: str | None = None
    kind: ReferenceKind = ReferenceKind.TELEGRAM
    person: bool = False

    @property
    def bare_post(self) -> bool:
        """A city and a number and no more, `Karachi 213`: this may also be where the telegram was sent besides."""
        return self.post is not None and self.series is None and not self.possessive and self.strict

    @property
    def to_post(self) -> bool:
        """A series and the post to which it went, before the number: `Deptel to Caracas 1295`."""
        return self.series is not None and self.receiver is not None


def lead_before(text: str, at: int) -> Lead | None:
    """The words that make the number at `at` a reference; None for most numbers."""
    end = at
    while end and text[end - 1] in " \t\n\xa0#":
        end -= 1
    if not end or "\n\n" in text[end:at]:
        return None
    if end == at:
        return _lettered(text, at - 1) if text[at - 1] in DASH else None
    words = text[max(0, end - 60) : end].replace("—", " ").split()[-5:]
    if len(words) > 1 and NO.match(words[-1]):
        words.pop()
    for size in (4, 3, 2, 1):
        run = words[-size:]
        lead = _of_words(run) if len(words) >= size else None
        if lead is not None:
            lead = replace(lead, start=_where(text, run, end))
            return None if "\n\n" in text[lead.start : at] else _by_way(text, lead)
    return None


def _by_way(text: str, lead: Lead) -> Lead:
    """The series that stands before the post and its way; else the lead as it was."""
    m = WAY_TO_POST.search(text, max(0, lead.start - 60), lead.start) if lead.bare_post else None
    if m is None:
        return lead
    noun = m["noun"].rstrip(".").lower()
    series = series_words().get(noun)
    if series is None and noun not in TELEGRAMS | DESPATCHES:
        return lead
    kind = ReferenceKind(series.text("kind") or "telegram") if series else _kind_of(noun)
    ends = {"to": None, "from": None, m["way"].lower(): lead.post}
    sender = ends["from"] or (series.text("sender") if series else None)
    receiver = ends["to"] or (series.text("receiver") if series else None)
    return Lead(m.start(), series, sender, strict=False, kind=kind, receiver=receiver)


def is_sound(passage: Passage, lead: Lead, m: re.Match[str]) -> bool:
    """Whether the number matched can be a telegram's: not a day of a month, a year, an amount."""
    if lead.series is not None and len(lead.series.name) <= 2:
        return len(m[0]) >= (3 if lead.series.name in "GD" else 2)  # G-2 is an intelligence staff, A-4 an aircraft
    if not lead.strict:
        return True
    number = digits(m[0])
    if m.start() in passage.by_start or len(number) < (2 if lead.possessive else 3):
        return False
    behind = WORD_BEHIND.match(passage.text, m.end())
    gap, word = (behind["gap"], behind["word"]) if behind else ("", "")
    date = passage.by_start.get(behind.start("word")) if behind else None
    dated = date is not None and date.value.day and ("," in gap or int(number) > LONGEST_MONTH)
    month = word.lower() in names_of("months") and not dated
    if word.lower() in word_class("units") or month or _joined(passage.text, m.end()):
        return False
    ordinary = gap == " " and word[:1].islower() and word not in word_class("behind-a-telegram")
    return _can_be_number(passage, lead, number, ordinary=ordinary)


def _can_be_number(passage: Passage, lead: Lead, number: str, *, ordinary: bool) -> bool:
    """Whether the digits can be of this lead; `ordinary`: a word follows that would make them an amount or a year."""
    year = len(number) == 4 and LEAST_YEAR <= int(number) <= MOST_YEAR
    if ordinary and (year or len(number) <= 2):
        return False
    if lead.series is not None:
        if passage.text[lead.start : lead.start + 5].isupper():
            return True
        title = passage.text[max(0, lead.start - 4) : lead.start] in ("and ", " of ")
        least = STATE_DIGITS if lead.series.name in WORDS_TOO else LEAST_OF_CIRCULAR
        return len(number) >= least and not (title or year or ordinary)
    if lead.person:
        return len(number) >= LEAST_OF_PERSON and not (year or ordinary)
    postal_code = lead.post in ("New York", "Washington") and len(number) == 5
    return not lead.bare_post or not (year or ordinary or postal_code)


def goes_on(text: str, end: int, number: str) -> bool:
    """Whether a further number of a list, which ends at `end`, is still a telegram's: not "5 copies"."""
    behind = WORD_BEHIND.match(text, end)
    if behind is None or behind["gap"] != " " or not behind["word"][:1].islower():
        return True
    word = behind["word"]
    return word not in word_class("units") and (len(number) > 2 or word in word_class("behind-a-telegram"))


def _joined(text: str, end: int) -> bool:
    """Whether a dash joins the number to a word: `60-man`."""
    return text[end : end + 1] in set(DASH) and text[end + 1 : end + 2].isalpha()


def _where(text: str, words: list[str], end: int) -> int:
    at = end
    for word in reversed(words):
        at = text.rfind(word, 0, at)
    return at + len(words[0]) - len(words[0].lstrip("(\"“'‘["))


def _lettered(text: str, end: int) -> Lead | None:
    """`A-145`, `CA-10362`, `G–156`: a letter or two and a dash, which stands at `end`."""
    start = end
    while start and text[start - 1].isupper() and end - start < 3:
        start -= 1
    word, before = text[start:end], text[start - 1 : start]
    if word not in LETTERS or before.isalnum() or (before and before in "/.-"):
        return None
    series = lexicon.spellings("series")[word.lower()]
    lead = Lead(start, series, strict=False, kind=ReferenceKind(series.text("kind") or "document"))
    return _of_a_post(text, lead)


def _of_a_post(text: str, lead: Lead) -> Lead:
    """A lettered number with what it is called and whose it is, right before: `Lagos A-377`, `Rome's airgram A-12`."""
    noun = NOUN_BEFORE.search(text, max(0, lead.start - 40), lead.start)
    if noun is not None:
        lead = replace(lead, start=noun.start())
    words = text[max(0, lead.start - 40) : lead.start]
    if not words.endswith(" "):
        return lead
    run = words.split()[-3:]
    series = series_words().get(run[-1].lstrip("(").lower()) if run and noun is None else None
    if series is not None and series.name != "CIRTEL":
        return replace(lead, start=_where(text, run[-1:], lead.start), series=series)  # Musto A-455
    for size in (3, 2, 1):
        post = _post(" ".join(run[-size:]).lstrip("(\"“'‘[")) if len(run) >= size else None
        if post is not None:
            return replace(lead, start=_where(text, run[-size:], lead.start), post=post[0])
    return lead


def _of_words(words: list[str]) -> Lead | None:
    printed = " ".join(words).lstrip("(\"“'‘[").rstrip(".,:")
    key = MISREAD_TEL.sub("tel", printed.lower().replace("’", "'"))
    series = series_words().get(key) or series_words().get(key.replace("rn", "m"))  # Ernbtel
    if series is not None:
        return _of_series(printed, series)
    if SHORT_DESPATCH.fullmatch(key):
        return Lead(0, possessive=True, strict=False, kind=ReferenceKind.DOCUMENT)
    whose, _, noun = key.rpartition(" ")
    if noun in TELEGRAMS or noun in DESPATCHES:
        return _of_noun(printed, whose, noun)
    owned = key if not whose else whose if noun in word_class("said-of-a-message") else ""
    if owned in PRONOUNS or (not whose and key in SHORT):
        return Lead(0, possessive=True, strict=owned in PRONOUNS)
    post = _post(printed)
    if post is not None:
        return Lead(0, post=post[0], possessive=post[1])
    whose_it_is = _person(printed)
    return Lead(0, post=whose_it_is, possessive=True, person=True) if whose_it_is else None


def _person(printed: str) -> str | None:
    """The person whose telegram it is, in the genitive; None for a country, a month, a weekday or another word."""
    m = WHOSE.fullmatch(printed)
    if m is None or m["name"].lower() in names_of("countries", "months", "weekdays"):
        return None
    return f"{m['title']} {m['name']}" if m["title"] else m["name"]


def _of_noun(printed: str, whose: str, noun: str) -> Lead | None:
    """`telegram 798`, `your telegram 1028`, `Saigon's telegram 12`, `Kabul tel 3`."""
    kind, whose = _kind_of(noun), whose.removesuffix(" telegraphic")
    if not whose:
        return Lead(0, strict=noun == "cable", kind=kind) if noun in ALONE else None
    if whose in PRONOUNS:
        return Lead(0, strict=False, kind=kind)
    owner = printed[: len(whose)]
    post = _post(owner)
    if post is not None:
        return Lead(0, post=post[0], possessive=True, strict=False, kind=kind)
    person = _person(owner)
    return Lead(0, post=person, possessive=True, strict=False, kind=kind, person=True) if person else None


def _kind_of(noun: str) -> ReferenceKind:
    return ReferenceKind.DOCUMENT if noun in DESPATCHES else ReferenceKind.TELEGRAM


def _of_series(printed: str, series: lexicon.Entry) -> Lead | None:
    """A series in its own words."""
    word = series.name in WORDS_TOO and not (printed.isupper() or NOT_CAPITALS.fullmatch(printed))
    if word or (not printed[0].isupper() and series.name == "USUN"):
        return None
    kind = ReferenceKind(series.text("kind") or "telegram")
    strict = series.name in WORDS_TOO or printed == "circular"
    return Lead(0, series=series, post=series.text("sender"), strict=strict, kind=kind)


def _post(printed: str) -> tuple[str, bool] | None:
    """The post whose number it is and whether it stands in the genitive: `New Delhi's`, `MOSCOW`, `Department's`."""
    if not printed[:1].isupper():
        return None
    bare = GENITIVE.sub("", printed)
    key, possessive = bare.lower(), bare != printed
    entry = lexicon.spellings("posts").get(key)
    if entry is not None:
        return next(s for s in entry.spellings if s.lower() == key), possessive
    return (OWNERS[key], possessive) if key in OWNERS and (possessive or key in BARE_OWNERS) else None


@cache
def series_words() -> Mapping[str, lexicon.Entry]:
    """Every way a series is printed before a number, in small letters: also in the plural, and with `re` before it."""
    out: dict[str, lexicon.Entry] = {}
    for entry in lexicon.entries("series"):
        for spelling in entry.spellings:
            word = spelling.lower()
            if len(word) <= 2:
                continue  # A-145 is read by its dash
            for form in (word, word + "s", word + "es", f"re{word}", f"re {word}", f"re{word}s", f"ref {word}"):
                out.setdefault(form, entry)
    return out
