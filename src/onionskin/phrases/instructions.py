"""Instructions to whoever handles a telegram: whose eyes it is for, and to whom it is to be passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.phrases.found import Found
from onionskin.phrases.names import read_persons
from onionskin.phrases.offices import read_offices
from onionskin.phrases.posts import read_posts
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line

ATTENTION = re.compile(
    r"""\s* (?:\d{1,5}\.\s+)?
    (?: (?:strictly\s+|exclusively\s+|exclusive(?:ly)?\s+)?
    (?P<eyes>eyes\s+only|personal(?:\s+and\s+(?:confidential|private))?|exclusive) \s+ )? (?: (?: for
    (?:\s+the\s+attention\s+of)? | attention | attn ) \s* :? \s+ | (?P<bare> (?<=only\s)(?=[A-Z]) ) )
    (?P<persons> [^.]*? ) (?: \s+ from \s+ (?P<sender>
    [^.]+? ) )? \s* (?P<stop>[.,;]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
PASS = re.compile(
    r"""\b (?:please\s+|dep(?:artmen|p)?t\.?\s+(?:please\s+)?)? [pf]a[s5][s5](?:ed)? (?>\s+elec\w*\.?)?+
    (?>\s*(?:to|info|also)\b)*+ [\s:]+ (?P<target> (?!(?:to|info|also)\b) [A-Z][\w.&/' -]*?
    (?:\s*(?:,|;|\band\b|\bAND\b)\s*[A-Z][\w.&/' -]*?)* ) \s*$""",
    re.VERBOSE | re.IGNORECASE,
)
ASKED = re.compile(
    r"\s*(?:\d{1,2}\.\s+)?(?:dep(?:artmen|p)?t)\.?,?\s+(?:please\s+|pls\s+)?(?:also\s+)?(?:pass|repeat|relay)"
    r"(?:\s+(?:to|info))?\s+(?P<target>[A-Z][\w., ]{2,80}?)\s*\.?\s*",
    re.IGNORECASE,
)
"""`5. DEPARTMENT PLEASE PASS CANBERRA AND WELLINGTON.`, a sentence of the text."""
FOR = re.compile(r"\s*(?P<post>[A-Z][A-Z ]{2,24}?) FOR (?P<whom>[A-Z][A-Z/]{1,11}(?: [A-Z][A-Z/]{1,11}){0,2})\s*")
"""`CINCPAC FOR POLAD`, `PARIS FOR OECD`: to one of the addressees alone."""
PASS_BEGINS = re.compile(r"\s*(?:please |dep\w*\.? )*[pf]a[s5][s5]", re.IGNORECASE)
SHORT = 3
"""Words a line may have and still be one of a narrow column: PASS / ELEC. / TO / EXCOM."""
SPLIT = re.compile(r"\s*(?:,|;|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PassTarget:
    """To whom a telegram is to be passed. `span` and `line_start` (where the instruction begins) are spans of the
    text the lines belong to.
    """

    value: Named
    span: Span
    line_start: int


def find_attention(line: str) -> list[Found[Named]]:
    """The persons of `FOR STEVENSON AND McCLOY` or `Eyes only for Ambassador Bruce from the Secretary.`; none for
    prose.

    A bare `FOR ...` counts only where the whole line is names; `EYES ONLY FOR` also at the head of the text, and `EYES
    ONLY AMBASSADOR` alone on its line in capitals.
    """
    m = ATTENTION.match(line)
    if m is None or (m["bare"] is not None and not (line.isupper() and m.end() == len(line.rstrip()))):
        return []
    if not m["eyes"] and (m.end() < len(line.rstrip()) or line.strip()[:3].upper() != line.strip()[:3]):
        return []
    words = m["persons"]
    if len(words.split()) > 10 or (not m["eyes"] and not words[:1].isupper()):
        return []
    return [
        Found(hit.span.shifted(m.start("persons")), hit.value, hit.text, confidence=hit.confidence)
        for hit in read_persons(words)
    ]


def find_told(line: str, addressees: str) -> Found[Named] | None:
    """Whom a line names to whom one of the `addressees` (their names in one text) is to show the telegram."""
    m = FOR.fullmatch(line)
    if m is None or m["post"] not in addressees:
        return None
    office = next(iter(read_offices(m["whom"])), None)
    value = office.value if office and office.text == m["whom"] else Named(m["whom"], NamedKind.OFFICE, m["whom"])
    return Found(Span(*m.span("whom")), value, m["whom"], 0.85)


def find_asked(line: str) -> Iterator[Found[Named]]:
    """The posts to which a sentence of the text asks the Department to pass the telegram, if it names nothing else."""
    m = ASKED.fullmatch(line)
    posts = read_posts(m["target"]) if m else ()
    if m and posts and not SPLIT.sub("", _without(m["target"], posts)).strip(" ."):
        yield from (post.shifted(m.start("target")) for post in posts)


def _without(words: str, posts: Sequence[Found[Named]]) -> str:
    for post in posts:
        words = words[: post.span.start] + " " * len(post.span) + words[post.span.end :]
    return words


def find_pass(lines: Sequence[Line]) -> Iterator[PassTarget]:
    """Every instruction to pass a telegram on. `lines` are lines with ink; a narrow column is read as one line."""
    for at, line in enumerate(lines):
        if not PASS_BEGINS.match(line.text) or len(line.text.split()) > 9:
            continue
        words, starts = _column(lines, at)
        m = PASS.match(words.lstrip())
        if m is None or not m["target"][0].isupper():
            continue  # "Pass laws were repealed" names nobody
        lead = len(words) - len(words.lstrip())
        for value, span in _targets(m["target"], lead + m.start("target")):
            yield PassTarget(value, Span(starts[span.start], starts[span.end - 1] + 1), line.ink.start)


def _column(lines: Sequence[Line], at: int) -> tuple[str, list[int]]:
    """The words of the line and of the short ones below it while the instruction is not whole; and where each
    character stands.
    """
    words = ""
    places: list[int] = []
    for line in lines[at : at + 5]:
        if words and (len(line.text.split()) > SHORT or PASS.match(words) or line.page != lines[at].page):
            break
        if words:
            words, places = words + " ", [*places, places[-1]]
        part = line.text.rstrip()
        start = len(part) - len(part.lstrip(" .,;|"))
        words += part[start:]
        places += range(line.span.start + start, line.span.start + len(part))
    return words, places


def _targets(words: str, at: int) -> Iterator[tuple[Named, Span]]:
    posts = read_posts(words)
    if posts:
        for post in posts:
            yield post.value, post.span.shifted(at)
        return
    offices = read_offices(words)
    if offices and len(offices[0].text) * 2 > len(words):
        for office in offices:
            yield office.value, office.span.shifted(at)
        return
    start = 0
    for part in [*SPLIT.finditer(words), None]:
        end = part.start() if part else len(words)
        name = words[start:end].strip(" .")
        if name:
            begin = at + words.index(name, start)
            yield Named(name, NamedKind.ORGANIZATION, name), Span(begin, begin + len(name))
        start = part.end() if part else end
