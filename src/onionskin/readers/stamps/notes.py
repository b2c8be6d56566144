"""Short stamps that stand free: DOWNGRADE SECRET OADR, a level with OADR below it, EXCISE or RELEASE by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.readers.stamps.impression import Impression
from onionskin.record.span import Span
from onionskin.record.stamps import Axis, DecisionState, StampDecision, StampKind
from onionskin.text.clean import CleanText, Line, Style

LEVEL = r"(?P<level>TOP[ ]SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)"
DOWNGRADE = re.compile(rf"\W*DOWNGRADE(?:D)?(?:[ ]+TO)?[ ]*:?(?:[ ]*{LEVEL})?[ ,]*(?P<until>OADR)?\W*")
LEVEL_LINE = re.compile(rf"\W*{LEVEL}[ ,;:]*(?P<until>OADR)?\W*")
TERM = re.compile(r"\W*OADR\W*")
VERB = re.compile(r"\W*(?P<verb>RELEASED?|EXCISED?|DENY|DENIED|DECLASSIFY|SANITIZED?)\W*")
VERBS = {
    "RELEASE": (Axis.ACCESS, "release"),
    "EXCISE": (Axis.ACCESS, "excise"),
    "SANITIZE": (Axis.ACCESS, "excise"),
    "DENY": (Axis.ACCESS, "deny"),
    "DENIED": (Axis.ACCESS, "deny"),
    "DECLASSIFY": (Axis.CLASSIFICATION, "declassify"),
}


def read_notes(text: CleanText, lines: Sequence[Line]) -> list[Impression]:
    """Every free note among the lines (blank and claimed ones left out)."""
    return [*_regradings(text, lines), *_verbs(text, lines)]


def _regradings(text: CleanText, lines: Sequence[Line]) -> Iterator[Impression]:
    """The level itself is left to be read as a marking: it may be struck while the rest stands."""
    done = -1
    for at, line in enumerate(lines):
        if at <= done:
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        if m := DOWNGRADE.fullmatch(line.text):
            below = LEVEL_LINE.fullmatch(after.text) if after and not m["level"] and not m["until"] else None
            if m["level"] or m["until"] or below:
                done = at + 1 if below else at
                yield _regrading(text, "downgrade", [(line, m), *([(after, below)] if after and below else [])])
        elif (m := LEVEL_LINE.fullmatch(line.text)) and m["until"]:
            yield _regrading(text, "classify", [(line, m)])
        elif m and after and (below := TERM.fullmatch(after.text)):
            done = at + 1
            yield _regrading(text, "classify", [(line, m), (after, below)])
        elif term := TERM.fullmatch(line.text):
            yield _regrading(text, "classify", [(line, term)])


def _regrading(text: CleanText, verb: str, parts: Sequence[tuple[Line, re.Match[str]]]) -> Impression:
    level = next((m["level"] for _, m in parts if m.groupdict().get("level")), None)
    spans = [span for line, m in parts for span in _around_level(line, m)]
    dated = any("OADR" in line.text for line, _ in parts)
    struck = all(text.has(Style.STRUCK, s) for s in spans)
    decision = StampDecision(
        Axis.CLASSIFICATION,
        verb,
        checked=True,
        to_level=level,
        until="OADR" if dated else None,
        state=DecisionState.CANCELLED if struck else DecisionState.STANDING,
    )
    return Impression(
        form="DOWNGRADE" if verb == "downgrade" else "OADR",
        kind=StampKind.DOWNGRADING,
        spans=tuple(spans),
        whole=Span(parts[0][0].ink.start, parts[-1][0].ink.end),
        decisions=(decision,),
        instruction=" ".join(" ".join(line.text.split()) for line, _ in parts),
        signs=("OADR",) if dated else (),
    )


def _around_level(line: Line, m: re.Match[str]) -> Iterator[Span]:
    at = line.span.start
    level = m.groupdict().get("level")
    cut = [m.span("level")] if level else []
    start = 0
    for left, right in [*cut, (len(line.text), len(line.text))]:
        words = line.text[start:left]
        if any(c.isalnum() for c in words):
            lead = len(words) - len(words.lstrip())
            yield Span(at + start + lead, at + start + len(words.rstrip()))
        start = right


def _verbs(text: CleanText, lines: Sequence[Line]) -> Iterator[Impression]:
    for line in lines:
        m = VERB.fullmatch(line.text)
        if not m:
            continue
        word = m["verb"]
        axis, verb = VERBS.get(word) or VERBS[word.removesuffix("D")]
        struck = text.has(Style.STRUCK, line.ink)
        state = DecisionState.CANCELLED if struck else DecisionState.STANDING
        yield Impression(
            form=word,
            kind=StampKind.REVIEW,
            spans=(line.ink,),
            decisions=(StampDecision(axis, verb, checked=True, state=state),),
        )
