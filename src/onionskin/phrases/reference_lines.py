"""The reference line of a telegram's heading: `REF: A) 78 LA PAZ 3489, B) 78 USDOC 08830`, a post and a number each.

Running text cites a telegram by a post we know; on this line whatever stands before a number is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onionskin.phrases.cited import CitedPaper, edtf_of
from onionskin.phrases.date_groups import read_date_group
from onionskin.phrases.dates import find_dates
from onionskin.phrases.found import Found, found_in, longest
from onionskin.phrases.numbered import day_behind
from onionskin.phrases.posts import read_posts
from onionskin.phrases.references import find_references
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.phrases.years import UNBOUND, read_year
from onionskin.record.dates import PartialDate
from onionskin.record.references import ReferenceKind

WORD = r"(?:ST\.|[A-Z][A-Z'’]+\.?|(?:[A-Z]\.){2,})"
CITED = re.compile(
    rf"""(?<![A-Za-z0-9-]) (?<![A-Za-z]/) (?: (?P<year> '?[6-9]\d ) \s+ )?
    (?P<post> {WORD} (?: [ ] (?:{WORD} | [A-Z]\b) ){{0,3}}? ) (?:'S)? (?: \s+ | \s?[-\#]\s? )
    (?: (?:TEL|TELEGRAM|CABLE|NO|NUMBER|NR|CIRCULAR|CIRC)S?\.? \s+ )? (?P<number> A-\s?\d{{1,5}} | \d{{1,6}} )
    (?! [\d,.]?\d | [A-Za-z] | /\d | -\d )""",
    re.VERBOSE,
)
MORE = re.compile(r"(?:\s*(?:,|;|&|AND)\s*)(?P<number>\d{3,6})(?![\d,.]?\d|[A-Za-z/])")
"""Further numbers of the post before them: `LA PAZ 6784, 7870`."""
TO = re.compile(r"\s+TO\s+(?:THE\s+)?(?:DEPT|DEPARTMENT(?:\s+OF\s+STATE)?|STATE|SECSTATE|WASHINGTON)(?![A-Z])")
"""`PARIS 4410 TO DEPT`: where it was sent."""
GROUP = re.compile(r"(?:(?P<sender>[A-Z][A-Z0-9/ ]{2,40}?)\s+)?(?:MSG\s+|MESSAGE\s+)?(?:DTG\s+)?(?P<group>\d{6}Z\b)")
GOES_ON = re.compile(r"\s*\(?[A-Z1-9]\s?[).]\s*\S")
OPEN = re.compile(r"(?:[,;:&(-]|\b(?:AND|OF|DTG|MSG))\s*\Z")
AWAITED = re.compile(r"[A-Z]\s*\Z")
COVERED = 0.6
DESCRIBED = re.compile(
    r"^\s*(?:\(?[A-Z1-9][.)]\s*)?(?P<noun>letter|ltr|memo(?:randum)?|note|report|form|airtel|teletype)\b"
    r"[^\n]{0,120}?,?\s+(?:dtd\.?|dated)\s+",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_DAY = 30
LEAD = re.compile(r"\s*(?:ref(?:erence)?s?|re|see|in (?:reply|answer) to|pursuant(?: to)?)\b[:.]?\s*", re.IGNORECASE)
"""Words before what a line alone cites: `Reference Deptel 911.`"""


def read_reference_line(words: str) -> list[Found[CitedPaper]]:
    """Every paper that the words behind the label cite; they may hold line ends.

    A telegram's number keeps its noughts; `date` is the year before the post. Of a message known by its date-time
    group the group is the number.
    """
    finds = [*find_references(words), *_numbered(words), *_groups(words), *_described(words)]
    return longest(finds)


def is_lettered(line: str) -> bool:
    """Whether a line begins as one of a list of references does: `B. WAVE 9343`, `(3) Embtel 911`."""
    return GOES_ON.match(line) is not None and not re.match(r"\s*\(?1\s?[.)]", line)


def line_goes_on(above: str, line: str) -> bool:
    """Whether a line below references has more of them: it is lettered, the line above is open, or it cites alone."""
    if OPEN.search(above):
        return True
    if is_lettered(line):
        return bool(read_reference_line(line)) or line.lstrip().startswith("(")
    if AWAITED.search(above) and re.match(r"\s*\d{2,6}(?![\d.])", line):
        return True
    cited = sum(len(each.text) for each in _numbered(line))
    return cited > COVERED * len(line.strip())


def cites_alone(line: str) -> bool:
    """Whether a line does nothing but cite: `DEPTEL 911.`, `Reference: Embtels 498 and 499`."""
    words = LEAD.sub("", line).strip()
    cited = sum(len(each.text) for each in find_references(words) if each.value.number)
    return cited > COVERED * len(words)


def _numbered(words: str) -> Iterator[Found[CitedPaper]]:
    for m in CITED.finditer(words):
        post = _post(m)
        if post is None:
            continue
        start = m.start("year") if m["year"] and m.start("post") == post else post
        name = " ".join(words[post : m.end("post")].split())
        date = str(read_year(m["year"].strip("'"), UNBOUND)[0]) if m["year"] else _dated(words[m.end() :])
        to = TO.match(words, m.end())
        at = to.end() if to else m.end()
        cited = _cited(name, m["number"], date)
        yield found_in(words, start, at, replace(cited, to="Department of State") if to else cited)
        while more := MORE.match(words, at):
            yield found_in(words, *more.span("number"), _cited(name, more["number"], date), confidence=0.9)
            at = more.end()


def _dated(behind: str) -> str | None:
    """The day that the words behind a number give it, on its own line: `, dated 4 September 1962`."""
    found = day_behind(behind.split("\n", 1)[0])
    return edtf_of(found.value) if found else None


def _described(words: str) -> Iterator[Found[CitedPaper]]:
    """A paper that a whole line describes, down to its day: `Letter for OHR fr Chief Pilot, dtd 8 Mar 71`."""
    for m in DESCRIBED.finditer(words):
        days = find_dates(words[m.end() : m.end() + LONGEST_DAY].split("\n", 1)[0])
        day = next((each for each in days if isinstance(each.value, PartialDate)), None)
        if day is None or day.span.start > 0 or not isinstance(day.value, PartialDate):
            continue
        kind = ReferenceKind.LETTER if m["noun"].lower() in {"letter", "ltr"} else ReferenceKind.DOCUMENT
        cited = CitedPaper(kind, date=day.value.edtf)
        yield found_in(words, m.start("noun"), m.end() + day.span.end, cited, confidence=0.9)


def _post(m: re.Match[str]) -> int | None:
    """Where the post begins: behind the last word that can be of none; None where nothing is left."""
    start = m.start("post")
    for word in re.finditer(r"\S+", m["post"]):
        if word[0].strip(".").lower() in word_class("before-a-post") | names_of("months"):
            start = m.start("post") + word.end() + 1
    return start if start < m.end("post") else None


def _cited(post: str, number: str, date: str | None) -> CitedPaper:
    airgram = number.startswith("A-")
    kind = ReferenceKind.DOCUMENT if airgram else ReferenceKind.TELEGRAM
    home = post == "STATE"
    series = "A" if airgram else ("STATE" if home else None)
    known = next((found.value.name for found in read_posts(post) if found.text == post), post)
    sender = "Department of State" if home else known
    return CitedPaper(kind, number.removeprefix("A-").strip(), series, sender, date=date)


def _groups(words: str) -> Iterator[Found[CitedPaper]]:
    """A message of another service, known by its date-time group."""
    for m in GROUP.finditer(words):
        group = read_date_group(words[m.start("group") :])
        if group is None:
            continue
        day = group.value.day
        sender = re.sub(r"\s+(?:MSG|MESSAGE|DTG)\b", "", " ".join((m["sender"] or "").split()))
        date = day.edtf if isinstance(day, PartialDate) else None
        cited = CitedPaper(ReferenceKind.MESSAGE, m["group"], None, sender or None, date=date, day=day)
        yield found_in(words, m.start(), m.start("group") + group.span.end, cited)
