"""What an edition's note says of a paper's making and its way: drafted, cleared, approved, sent, repeated, received.

`Drafted by Marlow (EUR); cleared by EUR, E, and Tyler; and approved by Rusk. Repeated to Rome and Paris.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.phrases.found import Found, printed
from onionskin.phrases.named_lists import read_agents, read_recipients, read_subjects
from onionskin.phrases.sentences import find_sentences
from onionskin.record.span import Span

VERB = re.compile(
    r"\b(?:(?P<drafted>re-?drafted|drafted|drated)|(?P<cleared>cleared|clearances?(?=\s+(?:in|from|by|with|at|of)\b))|(?P<approved>approved)|(?P<repeated>repeated)"
    r"|(?P<received>received)|(?P<sent>sent(?!\s+(?:text|with|under)\b))"
    r"|(?P<other>signed|initialed|concurred|concurrences?|passed|transmitted|prepared|revised|authorized|coordinated|dictated|typed"
    r"|pouched|relayed|forwarded|handed|delivered|informed|seen|released|returned|requested|attached|dated))\b",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"(?:(?:Although|Originally|Jointly|First|Also|Both)\s+)?"
    r"(?:(?:Re-?)?[Dd]rafted|[Dd]rated|[Cc]leared|[Aa]pproved|[Ss]ent|[Rr]epeated|[Rr]eceived|Signed|Initialed"
    r"|Prepared|Dictated|Typed|Revised|Coordinated|Concurred|Passed|Relayed|Pouched)\b"
)
"""How a sentence begins that speaks of the paper itself without naming it."""
PAPER = (
    r"(?:circular\s+|source\s+|outgoing\s+|incoming\s+)?(?:telegram|message|memorandum|letter|text|cable|airgram|paper"
    r"|despatch|instruction|note|report|reply|conversation|aide-mémoire)"
)
ITSELF = rf"(?:it|(?:the|this)\s+{PAPER})"
ON_ITSELF = r"(?:notes?|notations?|inscription|stamp|cop(?:y|ies)|text)"
"""What speaks of the paper it stands on; of a covering memorandum one cannot say which of both `it` is."""
PASSIVE = re.compile(
    rf"(?:It|The\s+{PAPER}|This\s+{PAPER}"
    r"|(?P<numbered>(?:Circular\s+)?(?i:telegram|airgram|despatch)\s+[\w–-]+(?:\s+(?:to|from)\s+[A-Z][^.;,]{0,40}?)?(?:,\s+[A-Z][a-z]+\s+\d+)?)"
    r"|No\s+(?:drafting\s+information|indication\s+of\s+(?:the\s+|a\s+)?draft)[^.;]*?\b(?:which|it)"
    rf"|[^.;]{{0,120}}?\b(?<!not\s)indicates?\s+(?:that\s+)?{ITSELF}(?=\s+was\s+(?:drafted|cleared)\b)"
    rf"|[^.;]{{0,60}}?\b{ON_ITSELF}\b[^.;]{{0,60}}?(?<!not\s)(?:indicates?|states?|shows?)\s+(?:that\s+)?{ITSELF}"
    rf"|According\s+to\s+(?![^.;]*\bmemoirs?\b)[^.;]{{0,120}}?,?\s+{ITSELF}"
    rf"|The\s+(?:substance|text)\s+of\s+(?:{ITSELF}|paragraphs?\s+\d+)(?=\s+was\s+(?:drafted|cleared|approved)\b))"
    r"(?:,\s+which\s+is\s+the\s+source\s+text,)?\s+(?:was\w?|is)\s+(?:also\s+|jointly\s+)?"
    r"(?=(?:re-?drafted|drafted|cleared|approved|sent|repeated|received)\b)"
)
BY_THE_WAY = re.compile(
    r"(?:(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)*),\s+who\s+drafted\s+"
    r"(?:the|this)\s+(?:memorandum|telegram|letter|message|paper|note|report)\b"
    rf"|\bnot(?:e|ation)s?\b[^.;]{{0,60}}?(?<!not\s)(?:indicates?|states?|shows?)\s+that\s+"
    rf"(?P<noted>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)*)\s+drafted\s+{ITSELF})"
)
"""The drafter named in passing: `by Dale, who drafted the memorandum`, `a notation states that Dale drafted it`."""
LISTED = re.compile(
    r"(?P<names>[A-Z][^.;:]{0,160}?)\s+(?:(?:is|are|was|were)\s+listed\s+as\s+having|also)"
    rf"\s+(?P<verb>drafted|cleared|approved)\s+{ITSELF}(?=\s*(?:[.;,]|on\s|in\s+(?:draft|substance)\b))"
)
"""The hands before the verb: `Kohler, Tyler, and the President are listed as having cleared it.`"""
HIDDEN = re.compile(r"\([^()]*\)|“[^”]*”|\[[^\[\]]*\]")
CLOCK = re.compile(r"\b(?:\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b\.?|noon|midnight)")
JOINT = re.compile(r"[\s,]*(?:and|or)?\s*(?:also\s+)?")
"""All that stands between verbs with one object: `Drafted and approved by Meyer`."""
SLIP = re.compile(r"(?<=[a-z]{3})\.(?=\s+[a-z])")
"""A sentence that begins with a small letter by mistake."""
NAMES = r"(?:[A-Z][\w'’-]*\s?){1,3}(?:,\s(?:and\s)?(?:[A-Z][\w'’-]*\s?){1,3})+"
LOOSE_STOP = re.compile(rf"{NAMES}(?:\.\Z|[;,]\s+(?:and\s+)?(?:cleared|approved|signed|initialed|repeated)\b)")
"""A sentence that is only a list of names goes on with the one before: `Repeated to Paris. London, and Bonn.`,
`cleared by Dale. Shaw, Wells; and approved by Grant`."""
OPEN_LIST = re.compile(r"\b(?:repeated\s+to|cleared\s+(?:by|with))\b[^;]*\Z", re.IGNORECASE)
COPY = re.compile(r"\bcop(?:y|ies)(?:\s+of\s+(?:\w+\s+){1,3})?\s+(?:was|were)\s+(?:also\s+)?\Z")
"""`and a copy was sent to Dale` is of a copy."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """What was found, as printed and in order; `told` are the sentences that gave something."""

    drafted_by: tuple[Found[str], ...] = ()
    cleared_by: tuple[Found[str], ...] = ()
    approved_by: tuple[Found[str], ...] = ()
    sent_to: tuple[Found[str], ...] = ()
    repeated_to: tuple[Found[str], ...] = ()
    received: Found[str] | None = None
    told: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """The verbs that share one object, and where it stands."""

    verbs: tuple[str, ...]
    start: int
    end: int


def read_remarks(text: str, start: int) -> Remarks:
    """The remarks from `start` on.

    Only sentences on the paper itself are read: those that begin with the verb, or with `The telegram was`; what
    another paper's drafter did stands in parentheses, quotations or behind another subject.
    """
    masked = HIDDEN.sub(_blank, text)
    out: dict[str, list[Found[str]]] = {
        name: [] for name in ("drafted", "cleared", "approved", "sent", "repeated", "received")
    }
    told = []
    for sentence in _joined(masked, start):
        before = sum(map(len, out.values()))
        for clause in _clauses(masked, sentence):
            for verb in clause.verbs:
                out.get(verb, []).extend(_objects(text, masked, verb, clause))
        for m in BY_THE_WAY.finditer(masked, sentence.start, sentence.end):
            out["drafted"].append(printed(text, *m.span("name" if m["name"] else "noted")))
        listed = LISTED.match(masked, sentence.start, sentence.end)
        if listed is not None:
            names = read_subjects(masked, Span(*listed.span("names")))
            out[listed["verb"]].extend(printed(text, span.start, span.end) for span in names)
        if sum(map(len, out.values())) > before:
            told.append(sentence)
    return Remarks(
        drafted_by=_once(out["drafted"]),
        cleared_by=_once(out["cleared"]),
        approved_by=_once(out["approved"]),
        sent_to=_once(out["sent"]),
        repeated_to=_once(out["repeated"]),
        received=next(iter(out["received"]), None),
        told=tuple(told),
    )


def _blank(hidden: re.Match[str]) -> str:
    """Spaces, but for the stop that ends a quotation: it ends the sentence too."""
    kept = "." if hidden[0].endswith((".”", ".’”")) else " "
    return " " * (len(hidden[0]) - 1) + kept


def _joined(masked: str, start: int) -> Iterator[Span]:
    """The sentences, one that only goes on with a list of places joined to the one before it."""
    held: Span | None = None
    for sentence in find_sentences(masked, start):
        if held is not None and LOOSE_STOP.match(sentence.of(masked)) and OPEN_LIST.search(held.of(masked)):
            held = Span(held.start, sentence.end)
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


def _clauses(masked: str, sentence: Span) -> Iterator[Clause]:
    opening = OPENING.match(masked, sentence.start, sentence.end)
    passive = PASSIVE.match(masked, sentence.start, sentence.end)
    if opening is None and (passive is None or (passive["numbered"] and "source text" not in masked)):
        return
    begin = opening.start() if opening else passive.end() if passive else sentence.start
    verbs = [*VERB.finditer(masked, begin, sentence.end)]
    held: list[str] = []
    for place, verb in enumerate(verbs):
        until = verbs[place + 1].start() if place + 1 < len(verbs) else sentence.end
        slip = SLIP.search(masked, verb.end(), until)
        until = slip.end() if slip else until
        of_copy = COPY.search(masked, sentence.start, verb.start()) is not None
        held.append("other" if of_copy else verb.lastgroup or "other")
        if JOINT.fullmatch(masked, verb.end(), until):
            continue
        yield Clause(tuple(held), verb.end(), until)
        held = []


def _objects(text: str, masked: str, verb: str, clause: Clause) -> list[Found[str]]:
    if verb == "received":
        clock = CLOCK.search(masked, clause.start, clause.end)
        return [printed(text, clock.start(), clock.end())] if clock else []
    read = read_recipients if verb in ("sent", "repeated") else read_agents
    return [printed(text, span.start, span.end) for span in read(masked, Span(clause.start, clause.end))]


def _once(found: list[Found[str]]) -> tuple[Found[str], ...]:
    return tuple({each.value: each for each in found}.values())
