"""Papers cited by number: `EMBTELS 1318 AND 1319`, `Moscow's 1587`, `our 79109`, `CA-10362`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.damage import DASH, digits
from onionskin.phrases.dates import Day
from onionskin.phrases.found import Found
from onionskin.phrases.number_leads import Lead, goes_on, is_sound, lead_before
from onionskin.phrases.posts import vocabulary
from onionskin.record.references import ReferenceKind
from onionskin.record.span import Span

NUMBER = re.compile(
    r"[0-9](?<![A-Za-z0-9./:,$°][0-9])[0-9OolI]{0,5}"
    r"(?![A-Za-z0-9]|[.,:/][0-9]|%|\s?(?:percent|per\scent|million|billion)\b)"
)
MORE = re.compile(
    rf"\s*(?:,\s*(?:and\s+|AND\s+)?|;\s*|and\s+|AND\s+|&\s*|or\s+|through\s+|thru\s+|[{DASH}]\s*)(?=[0-9])"
)
WAY = re.compile(
    r",?\s+(?P<way>to|from|TO|FROM)\s+(?:the\s+)?"
    r"(?:(?P<home>(?:Department(?:\sof\sState)?|Dept|DEPT|DEPARTMENT|Washington)(?![A-Za-z]))"
    r"|(?:(?:Am(?:erican\s)?)?(?:Embassy|Emb|Consulate(?:\sGeneral)?|Con[Gg]en|Legation|Consul|Mission|EMBASSY|LEGATION|CONGEN|CONSULATE)"
    r"(?:\s+(?:at|in))?\s+)?)"
)
BEHIND = re.compile(r"\s*\(?,?\s*(?:of\s+|(?:dated|dtd\.?)\s+|,\s*)?", re.IGNORECASE)
LONGEST_DAY = 40
"""Characters behind a number within which its day stands."""
ALIAS = re.compile(
    r"\b(?:info|information|infm|rptd|repeated|rpt|repeat|sent|pouched|also|and\sto)\.?\s*"
    r"(?:info\s+|to\s+|for\s+info\s+)?\Z",
    re.IGNORECASE,
)
ALIAS_LIST = re.compile(r"\s*(?:,|and|,\s*and|&)\s*")


def find_numbered(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """One find for each number; `info Karachi 213` behind one is another number of the same telegram and no find."""
    done, alias = 0, -1
    outgoing: Lead | None = None
    for m in NUMBER.finditer(passage.text):
        if m.start() < done:
            continue
        lead = lead_before(passage.text, m.start())
        if lead is None or lead.start < done or not is_sound(passage, lead, m):
            continue
        if lead.bare_post and _is_alias(passage.text, lead.start, alias):
            alias = m.end()
            continue
        if lead.bare_post and outgoing and ALIAS_LIST.fullmatch(passage.text, done, lead.start):
            lead = replace(outgoing, start=lead.start, receiver=lead.post)  # Deptel to Caracas 1295, Santiago 1004
        outgoing = lead if lead.to_post else None
        finds = list(_with_list(passage, lead, m))
        done, sender = finds[-1].span.end, finds[-1].value.from_
        for find in finds:  # telegrams Nos. 12 and 13 from London
            yield find if find.value.from_ else find.with_value(replace(find.value, from_=sender))


def _is_alias(text: str, start: int, last_alias: int) -> bool:
    """Whether post and number are where the telegram was also sent: `info Karachi 213, London 189`."""
    if ALIAS.search(text[max(0, start - 24) : start]):
        return True
    return last_alias >= 0 and ALIAS_LIST.fullmatch(text, last_alias, start) is not None


def _with_list(passage: Passage, lead: Lead, m: re.Match[str]) -> Iterator[Found[CitedPaper]]:
    """The number and those joined to it; each but the first is clicked by its own words."""
    start, following = lead.start, m
    while True:
        ways, stop = _places(passage.text, following.end())
        dated = dated_behind(passage, stop)
        if dated is not None and not ways:
            ways, end = _places(passage.text, dated.span.end)
            stop = end if ways else stop
        yield _found(passage, lead, (start, stop), following[0], (ways, dated))
        more = MORE.match(passage.text, stop)
        further = NUMBER.match(passage.text, more.end()) if more else None
        if further is None or further.start() in passage.by_start or abs(len(further[0]) - len(following[0])) > 1:
            return
        if not goes_on(passage.text, further.end(), further[0]):
            return
        start, following = further.start(), further


def _places(text: str, at: int) -> tuple[Mapping[str, str], int]:
    """`to the Department of State from Moscow`: the posts by their way, and where the words end."""
    ways: dict[str, str] = {}
    while (found := _place(text, at)) is not None and found[0] not in ways:
        ways[found[0]], at = found[1], found[2]
    return ways, at


def _place(text: str, at: int) -> tuple[str, str, int] | None:
    """`to New Delhi`, `from Paris`, `to the Department` behind a number: the way, the post, where the words end."""
    way = WAY.match(text, at)
    if way is None:
        return None
    if way["home"]:
        return way["way"].lower(), "Department of State", way.end()
    posts = vocabulary("posts")
    city = posts.pattern.match(text, way.end())
    if city is None or not city[0][0].isupper():
        return None
    return way["way"].lower(), posts.named(city[0])[0], city.end()


def _found(
    passage: Passage,
    lead: Lead,
    span: tuple[int, int],
    number: str,
    behind: tuple[Mapping[str, str], Found[Day] | None],
) -> Found[CitedPaper]:
    ways, dated = behind
    series, direction, sender, receiver = None, None, lead.post, None
    if lead.series is not None:
        series, direction = lead.series.name, lead.series.text("direction")
        sender, receiver = lead.series.text("sender") or lead.post, lead.receiver or lead.series.text("receiver")
    elif lead.receiver is not None:
        receiver = lead.receiver
    elif lead.post == "Department of State" and lead.kind is ReferenceKind.DOCUMENT:
        direction = "outgoing"
    elif lead.post == "Department of State":
        series, direction = "DEPTEL", "outgoing"
    elif lead.post is not None and not lead.person:
        receiver = "Department of State"
        direction = "incoming" if ways.get("to", receiver) == receiver else None
    day = dated.value if dated else None
    sender, receiver = ways.get("from", sender), ways.get("to", receiver)
    value = CitedPaper(lead.kind, digits(number), series, sender, receiver, edtf_of(day), direction, day)
    sure = lead.series is not None or not lead.strict
    return Found(Span(*span), value, passage.text[span[0] : span[1]], 0.95 if sure else 0.85)


def dated_behind(passage: Passage, at: int) -> Found[Day] | None:
    """The date behind a number: `Bonn's 4915, 7 Nov. 1967`, `STATE 131738 (MAY 24, 1978)`."""
    gap = BEHIND.match(passage.text, at)
    dated = passage.by_start.get(gap.end()) if gap and gap.end() > at else None
    return dated if dated and dated.value.day else None


def day_behind(words: str) -> Found[Day] | None:
    """The day that a number is cited by, in the words that follow it: `, March 16 (repeated Moscow 54)`."""
    return dated_behind(Passage.of(words[:LONGEST_DAY]), 0)
