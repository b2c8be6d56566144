"""To whom a telegram is to be passed on: `PASS ELEC. TO EXCOM`, `Department pass Treasury; Lima also relay Cuzco`.

One clause says it, to a post or a house of those that have the telegram already; several stand in one line, behind
whom it was sent to, or in a sentence of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.phrases.addressees import HOME
from onionskin.phrases.found import Found
from onionskin.phrases.offices import read_offices
from onionskin.phrases.posts import read_posts
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.headings import FUNCTION_WORDS

CLAUSE = re.compile(
    r"""\s* (?: (?P<who> [A-Z][\w.&'’/-]* (?: (?:,\s?|\s)(?:and\s|AND\s)? [A-Z][\w.&'’/-]* ){0,4}? ) ,? \s+ )??
    (?: (?:please|pls|kindly|should|also) \s+ )*+
    (?: (?P<verb>[pf]a[s5][s5]) (?P<past>ed)? | relay | (?P<again>repeat) ) (?>\s+elec\w*\.?)?+
    (?>\s*(?:on|to|info|also|this|message)\b)*+ [\s:]+
    (?P<target> (?!(?:to|info|also)\b) [A-Z].*? ) [\s.]*""",
    re.VERBOSE | re.IGNORECASE,
)
ASKED = re.compile(
    r"\s*(?:\d{1,2}\.\s+)?(?:dep(?:artmen|p)?t)\.?,?\s+(?:please\s+|pls\s+)?(?:also\s+)?(?:pass|repeat|relay)"
    r"(?:\s+(?:to|info))?\s+(?P<target>[A-Z][\w., ]{2,80}?)\s*\.?\s*",
    re.IGNORECASE,
)
"""`5. DEPARTMENT PLEASE PASS CANBERRA AND WELLINGTON.`, a sentence of the text."""
PASS_BEGINS = re.compile(r"\s*(?:please |pls |dep\w*\.? )*[pf]a[s5][s5]", re.IGNORECASE)
CUES = ("pass", "relay", "repeat")
STOP = re.compile(r"(?<!\bdept)(?<!\belec)(?<!\b[A-Z])[.;](?=\s|\Z)", re.IGNORECASE)
"""Where a clause ends; not behind `Dept.`, `ELEC.` and initials."""
NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
"""A paragraph of the text, which keeps what it says."""
SPLIT = re.compile(r"\s*(?:,|;|&|\band\b|\binfo\b)\s*", re.IGNORECASE)
FOR = re.compile(r"\s+(?:also\s+)?for\s.*|\s+(?:info|information)\Z", re.IGNORECASE)
AS_DESIRED = re.compile(
    r"\b(?:as|if|when)\s+(?:desired|appropriate|necessary|needed|required|deemed)|\bother posts\b", re.IGNORECASE
)
"""Left to whoever passes it: nobody is named."""
SEATED = re.compile(r"(?:[\w.'’]+\s){1,6}(?:at|in)\s+(?=[A-Z])", re.IGNORECASE)
"""`Secretary Marlow's delegation at Reykjavik`: where those are to whom it goes."""
SHORT = 3
"""Words a line may have and still be one of a narrow column: PASS / ELEC. / TO / EXCOM."""
FULL = 50
"""Characters from which a line may break a clause."""
LONGEST_NAME = 4
"""Words of a body that no list knows."""


@dataclass(frozen=True, slots=True)
class PassTarget:
    """To whom a telegram is to be passed. `span` and `clause`, all that the instruction says, are spans of the text
    that the lines belong to.
    """

    value: Named
    span: Span
    clause: Span


def find_pass(lines: Sequence[Line]) -> Iterator[PassTarget]:
    """Every instruction to pass a telegram on. `lines` are lines with ink; a narrow column is read as one line."""
    done = -1
    for at, line in enumerate(lines):
        small = line.text.lower()
        if line.span.start < done or NUMBERED.match(line.text):
            continue
        if not any(cue in small for cue in CUES) and not PASS_BEGINS.match(line.text):
            continue
        words, starts = _column(lines, at) if len(line.text.split()) <= SHORT else _goes_on(lines, at)
        for clause in clauses(words):
            for value, span in _targets_of(clause.of(words)):
                inside = span.shifted(clause.start)
                done = starts[clause.end - 1] + 1
                whole = Span(starts[clause.start], done)
                yield PassTarget(value, Span(starts[inside.start], starts[inside.end - 1] + 1), whole)


def find_asked(line: str) -> Iterator[Found[Named]]:
    """The posts to which a sentence of the text asks the Department to pass the telegram, if it names nothing else."""
    m = ASKED.fullmatch(line)
    posts = read_posts(m["target"]) if m else ()
    if m and posts and not SPLIT.sub("", _without(m["target"], posts)).strip(" ."):
        yield from (post.shifted(m.start("target")) for post in posts)


def clauses(words: str) -> Iterator[Span]:
    """The clauses between stops and semicolons, each with its stop, without the blanks around it."""
    at = 0
    for end in [*(m.end() for m in STOP.finditer(words)), len(words)]:
        part = words[at:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield Span(at + lead, at + len(part.rstrip()))
        at = end


def passes_on(clause: str) -> bool:
    """Whether a clause is an instruction to pass the telegram on."""
    return any(True for _ in _targets_of(clause))


def _targets_of(clause: str) -> list[tuple[Named, Span]]:
    """Whom a clause names; empty where it is no such instruction, or one of its words is nobody."""
    m = CLAUSE.fullmatch(clause.rstrip(".; "))
    if m is None or not m["target"][0].isupper() or AS_DESIRED.search(m["target"]):
        return []  # "Pass laws were repealed" names nobody
    who = m["who"]
    if who and (m["past"] or not _is_post(who)):
        return []
    if not who and not m["verb"]:
        return []
    found: list[tuple[Named, Span]] = []
    at = 0
    for parted in [*SPLIT.finditer(m["target"]), None]:
        end = parted.start() if parted else len(m["target"])
        piece = FOR.sub("", m["target"][at:end]).rstrip(" .")
        if piece:
            held = list(_target(piece, told=bool(who), mixed=not clause.isupper()))
            if not held:
                return []
            found += [(value, span.shifted(m.start("target") + at)) for value, span in held]
        if FOR.search(m["target"][at:end]) and parted and not _target_known(m["target"][parted.end() :]):
            break  # for two persons: what follows is whom it is for
        at = parted.end() if parted else end
    return found


def _target_known(words: str) -> bool:
    return bool(read_posts(words)) or words.lower().rstrip(" .") in word_class("clearing-bodies")


def _is_post(words: str) -> bool:
    """Whether the words name those who are to pass it on: the Department, posts, commands, houses."""
    posts = read_posts(words)
    return (
        bool(HOME.fullmatch(words.rstrip(".")))
        or words.upper() == "STATE"
        or (bool(posts) and not re.sub(r"(?i)\band\b|[\s,]", "", _without(words, posts)))
    )


def _target(piece: str, *, told: bool, mixed: bool) -> Iterator[tuple[Named, Span]]:
    """A post, an office, or a house by its name; one that no list knows only where it is `told` who passes it on, or
    the sentence is in `mixed` letters.
    """
    posts = read_posts(piece)
    seat = SEATED.match(piece)
    if posts and (_covers(posts[0].span, piece) or (seat and _covers(posts[0].span, piece[seat.end() :], seat.end()))):
        yield posts[0].value, posts[0].span
        return
    if seat and piece[seat.end() :][:1].isupper():
        name = piece[seat.end() :]
        yield Named(name, NamedKind.POST, name), Span(seat.end(), len(piece))
        return
    if len(posts) > 1 and not _without(piece, posts).strip(" ,"):
        yield from ((post.value, post.span) for post in posts)
        return
    offices = read_offices(piece)
    if offices and len(offices[0].text) * 2 > len(piece):
        yield from ((office.value, office.span) for office in offices)
        return
    words = piece.split()
    small = {word.lower().strip(".") for word in words}
    known = piece.lower() in names_of("organizations", "addressees") | word_class("clearing-bodies")
    named = len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words) and not small & FUNCTION_WORDS
    if known or (named and (told or mixed or len(words) == 1)):
        yield Named(piece, NamedKind.ORGANIZATION, piece), Span(0, len(piece))


def _covers(span: Span, words: str, start: int = 0) -> bool:
    return span.start == start and span.end >= start + len(words.rstrip(" ."))


def _without(words: str, posts: Sequence[Found[Named]]) -> str:
    for post in posts:
        words = words[: post.span.start] + " " * len(post.span) + words[post.span.end :]
    return words


def _column(lines: Sequence[Line], at: int) -> tuple[str, list[int]]:
    """The words of the line and of the short ones below it while the instruction is not whole; and where each
    character stands.
    """
    words = ""
    places: list[int] = []
    for line in lines[at : at + 5]:
        if words and (len(line.text.split()) > SHORT or passes_on(words) or line.page != lines[at].page):
            break
        words, places = _joined(words, places, line)
    return words, places


def _goes_on(lines: Sequence[Line], at: int) -> tuple[str, list[int]]:
    """The words of the line, and of the next where a clause is broken at the end of a full one."""
    words, places = _joined("", [], lines[at])
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or after.index != lines[at].index + 1 or after.page != lines[at].page:
        return words, places
    last = words[[*clauses(words)][-1].start :]
    cut = after.text.lstrip()[:4].lower() == "and " or last.rstrip().endswith(
        (",", " and", " AND", " to", " TO", " pass", " PASS")
    )
    full = len(words) >= FULL and not last.rstrip().endswith((".", ";")) and not passes_on(last)
    return _joined(words, places, after) if cut or full else (words, places)


def _joined(words: str, places: list[int], line: Line) -> tuple[str, list[int]]:
    if words:
        words, places = words + " ", [*places, places[-1]]
    part = line.text.rstrip()
    start = len(part) - len(part.lstrip(" .,;|"))
    return words + part[start:], [*places, *range(line.span.start + start, line.span.start + len(part))]
