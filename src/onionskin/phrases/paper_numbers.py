"""Papers cited by letters and a number that are no telegrams: `NSSM 155`, `NIE 85-2-62`, `CS-23906`, `A/3512`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onionskin import lexicon
from onionskin.phrases.alternatives import either
from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.damage import DASH
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.numbered import dated_behind
from onionskin.phrases.posts import read_posts
from onionskin.record.references import ReferenceKind

SHAPES: Mapping[str, str] = {
    "figures": rf"\d{{1,5}}(?:/\d{{1,2}})?(?:[{DASH}]?[a-h](?![A-Za-z]))?",
    "parts": rf"\d{{1,5}}(?:[/{DASH}]\d{{1,4}}){{1,3}}",
    "country": rf"(?=\d[/.,{DASH}]?\d)\d{{1,5}}(?:\.\d{{1,2}})?(?:[/{DASH}]\d{{1,5}}){{0,3}}",
    "long": r"\d{3,6}",
    "both": rf"(?=\d[/,]?\d)\d{{1,5}}(?:,\d{{3}})?(?:[/{DASH}]\d{{1,5}}(?:,\d{{3}})?){{0,3}}(?:/[A-D](?![A-Za-z]))?",
}
JOINTS: Mapping[str, str] = {"either": rf"(?:\s?[{DASH}]\s?|\s)", "dash": rf"[{DASH}]", "slash": rf"[/{DASH}\s]"}
NO = r"(?:[Nn]os?\.?\s?|NOS?\.?\s?)?"
RUNS_IN = re.compile(rf"[\w/{DASH}.]")
RUNS_ON = re.compile(r"[A-Za-z0-9]|[,.]\d|\s?(?:percent|million|billion)\b")
"""Behind what is no such number: an amount, a word that it runs into."""
YEAR = re.compile(r"19[4-7]\d")
UNITED_NATIONS = re.compile(
    r"(?P<number>[ASE]/(?<![\w/.-][ASE]/)(?:[A-Z]{1,4}\.?(?:\d{1,3})?/){0,2}(?:[A-Z]{1,4}\.)?\d{2,5}(?:/(?:Rev|Add)\.\d)?)(?![\w/])(?:\s\([IVXL]+\))?"
)
"""`A/3512`, `S/PV.1023`, `A/RES/1514`: papers of the Assembly and of the Councils of the United Nations."""
DISPATCH = re.compile(
    rf"(?P<number>[A-Z]{{3}}[AWST](?:\s?[{DASH}]\s?|\s(?=\d{{3,6}},?\sdated\b))(?:\d{{1,2}},\d{{3}}|\d{{3,6}}))"
    rf"(?![\w{DASH}/]|[.,]\d)"
)
"""`UFGA-10517`: a dispatch of the Agency by its number, which begins with the posts' letters and the way it goes.

Before its day it may have no dash: `HNQA 9123 dated 3 May 1961`.
"""
CABLE = re.compile(r"(?P<sender>[A-Z]{3,12}(?<![A-Z]{13})(?: CITY)?)\s(?P<number>\d{3,6})\s?\(IN[ -]?\d{5,7}\)")
"""`QUIT 4410 (IN 20117)`: a cable to the Agency's headquarters, with the number that it got there."""
FIELD_REPORT = re.compile(
    rf"(?P<number>[A-Z]{{3}}(?:\s?[{DASH}]\s?|\s)\d{{3,5}})(?=,?\s?[,/(]\s?(?:TD)?CS(?:CI|\s?DB)?\s?[{DASH}])"
)
"""`HKD-2109, TDCS-3/518,204`: a report of the field before the number under which it was given out."""
RESOLUTION = re.compile(
    r"res(?:olutions?|\.)?\s+(?:No\.?\s*)?(?P<number>\d{2,4})(?![\d,.]*\d|\s?percent)(?:\s?\([IVXL]+\))?", re.IGNORECASE
)
BODY = re.compile(
    r"(?<![A-Za-z])(?P<body>(?:U\.?N\.?\s+)?(?:Security\s+Council|General\s+Assembly|SC|GA|UNSC|UNGA))(?:['’]s)?\s+\Z",
    re.IGNORECASE,
)


def find_paper_numbers(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Every such number; its series in normal form, the number as printed, its dashes plain and without blanks."""
    text = passage.text
    field = list(FIELD_REPORT.finditer(text)) if "cs-" in passage.lower else []
    yield from (_found(passage, m.span(), m["number"], None) for m in field)
    behind = {m.end() for m in field}
    for m in _pattern().finditer(text):
        if m.start() and m.start() - 1 not in behind and RUNS_IN.match(text, m.start() - 1):
            continue
        series, wanted = _series()[" ".join(m["series"].split()).lower()]
        whole = wanted.match(text, m.start())
        if whole is None or _is_a_heading(text, whole):
            continue
        if not RUNS_ON.match(text, whole.end()) and not YEAR.fullmatch(whole["number"]):
            yield _found(passage, whole.span(), whole["number"], series)
    for m in UNITED_NATIONS.finditer(text):
        yield _found(passage, m.span(), m["number"], None)
    for m in DISPATCH.finditer(text):
        symbol = m["number"][:4].lower()
        runs_in = m.start() and RUNS_IN.match(text, m.start() - 1)
        if not (runs_in or symbol in _series() or symbol in lexicon.spellings("ordinary") or _is_a_heading(text, m)):
            yield _found(passage, m.span(), re.sub(r"(?<=[A-Z])\s(?=\d)", "-", m["number"]), None)
    yield from _cables(passage)
    yield from _resolutions(passage)


def _cables(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Agency cables, by the number that headquarters gave them behind their own."""
    for m in CABLE.finditer(passage.text) if "(IN" in passage.text else ():
        if m.start() and RUNS_IN.match(passage.text, m.start() - 1):
            continue
        sender = next((p.value.name for p in read_posts(m["sender"]) if p.text == m["sender"]), m["sender"])
        day = dated.value if (dated := dated_behind(passage, m.end())) else None
        cited = CitedPaper(ReferenceKind.TELEGRAM, m["number"], None, sender, date=edtf_of(day), day=day)
        yield found_in(passage.text, *m.span(), cited, confidence=0.9)


def _resolutions(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """`Security Council resolution 242`, `resolution 1125 (XI)`."""
    for at in sorted(at for stem in ("resolution", "res. ", "res ") for at in passage.positions(stem)):
        m = RESOLUTION.match(passage.text, at)
        body = BODY.search(passage.text, max(0, at - 40), at) if m else None
        if m is not None and (body is not None or m[0][:4].lower() == "reso"):
            start, whose = (body.start(), body["body"]) if body else (at, None)
            yield _found(passage, (start, m.end()), m["number"], None, whose)


def _is_a_heading(text: str, m: re.Match[str]) -> bool:
    """Whether the number has a line to itself: the paper's own."""
    return (not m.start() or text[m.start() - 1] == "\n") and text[m.end() : m.end() + 1] == "\n"


def _found(
    passage: Passage, at: tuple[int, int], printed: str, series: str | None, sender: str | None = None
) -> Found[CitedPaper]:
    number = re.sub(rf"\s?[{DASH}]\s?", "-", printed)
    dated = dated_behind(passage, at[1])
    day = dated.value if dated else None
    cited = CitedPaper(ReferenceKind.DOCUMENT, number, series, sender, date=edtf_of(day), day=day)
    return found_in(passage.text, *at, cited, confidence=0.9)


@cache
def _series() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """Every spelling in small letters: the normal form, and the whole of what is cited."""
    out = {}
    for entry in lexicon.entries("paper_series"):
        shape, joint = SHAPES[entry.text("shape") or "figures"], JOINTS[entry.text("joint") or "either"]
        for spelling in entry.spellings:
            whole = re.compile(rf"(?i:{_spelled(spelling)}){joint}{NO}(?P<number>{shape})")
            out[spelling.lower()] = (entry.name, whole)
    return out


@cache
def _pattern() -> re.Pattern[str]:
    """A series before a number of whatever shape; nothing is looked for in front, so that the search is quick."""
    words = sorted((s for e in lexicon.entries("paper_series") for s in e.spellings), key=len, reverse=True)
    spelled = either(map(_spelled, words))
    return re.compile(rf"(?P<series>{spelled})(?=[\s{DASH}/]{{1,2}}(?:[Nn][Oo]|\d))")


def _spelled(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
