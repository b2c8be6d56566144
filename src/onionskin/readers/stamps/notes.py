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
VERB = re.compile(r"[^\w\s]*\s*(?P<verb>RELEASED?|EXCISED?|DENY|DENIED|DECLASSIFY|SANITIZED?)\s*[^\w\s.]*")
TYPED = 45
"""Characters of a typed line that may run on into the next."""
Parts = list[tuple[Line, re.Match[str]]]
VERBS = {
    "RELEASE": (Axis.ACCESS, "release"),
    "EXCISE": (Axis.ACCESS, "excise"),
    "SANITIZE": (Axis.ACCESS, "excise"),
    "DENY": (Axis.ACCESS, "deny"),
    "DENIED": (Axis.ACCESS, "deny"),
    "DECLASSIFY": (Axis.CLASSIFICATION, "declassify"),
}


def read_regradings(text: CleanText, lines: Sequence[Line]) -> list[Impression]:
    """Every downgrading and every OADR that stands free among the lines (blank and claimed ones left out).

    The level itself is left to be read as a marking: it may be struck while the rest stands.
    """
    out: list[Impression] = []
    done = -1
    for at, line in enumerate(lines):
        if at <= done:
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        found = _verb_and_parts(line, after)
        if found:
            verb, parts = found
            done = at + len(parts) - 1
            out.append(_regrading(text, verb, parts))
    return out


def _verb_and_parts(line: Line, after: Line | None) -> tuple[str, Parts] | None:
    """What is done, and the lines that say so: one, or a level and its term on two."""
    if m := DOWNGRADE.fullmatch(line.text):
        below = LEVEL_LINE.fullmatch(after.text) if after and not m["level"] and not m["until"] else None
        if after and below:
            return "downgrade", [(line, m), (after, below)]
        return ("downgrade", [(line, m)]) if m["level"] or m["until"] else None
    if m := LEVEL_LINE.fullmatch(line.text):
        term = TERM.fullmatch(after.text) if after and not m["until"] else None
        if after and term:
            return "classify", [(line, m), (after, term)]
        return ("classify", [(line, m)]) if m["until"] else None
    term = TERM.fullmatch(line.text)
    return ("classify", [(line, term)]) if term else None


def _regrading(text: CleanText, verb: str, parts: Parts) -> Impression:
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


def read_verbs(text: CleanText, lines: Sequence[Line]) -> list[Impression]:
    """Every decision in capitals that stands alone on its line; struck, it was taken back."""
    out = []
    above: Line | None = None
    for line in lines:
        m = VERB.fullmatch(line.text)
        runs_on = above is not None and line.index - above.index == 1 and len(above.text) > TYPED
        above = line
        if not m or runs_on:
            continue
        word = m["verb"]
        axis, verb = VERBS.get(word) or VERBS[word.removesuffix("D")]
        state = DecisionState.CANCELLED if text.has(Style.STRUCK, line.ink) else DecisionState.STANDING
        decision = StampDecision(axis, verb, checked=True, state=state)
        out.append(Impression(form=word, kind=StampKind.REVIEW, spans=(line.ink,), decisions=(decision,)))
    return out
