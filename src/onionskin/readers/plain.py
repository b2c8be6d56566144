"""Papers of no kind we read further: what their labels say, their date, and their text where they have any."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.dates import find_dates
from onionskin.phrases.form_hints import behind_hint, says_something
from onionskin.phrases.labels import find_labels
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.own_dates import of_the_writing
from onionskin.phrases.own_titles import own_title
from onionskin.phrases.posts import read_posts
from onionskin.phrases.titles import title_on
from onionskin.phrases.worn_days import worn_day_at_head
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines, is_prose

LABELLED = frozenset({"from", "to", "subject"})
HEAD_LINES = 8
"""Lines with ink over the text among which the paper's own title stands."""
LONGEST = 60
"""Characters a sender or addressee may have."""
FOLD = re.compile(r"\s+")
TOLD_OF = re.compile(
    r"\b(?:since|until|till|dated|from|through|before|after|between|and|last|born|expires?|terminated"
    r"|Re[a-z]{0,10}(?:let|tel|memo|airtel|rep)s?)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
"""Words before a day of what is told: `on the reserve since 1 September 1966`; or cited, `Reurlet 6/2/66`."""
OF_ITSELF = 30
"""Lines with ink at the head, and a few at the foot, on which a paper says its own day; between stand those of what it
tells, and on a form those of its boxes.
"""
AT_FOOT = 8


class PlainReader:
    """Reads what any paper has."""

    name = "plain"
    version = "8"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """From, to and subject where labelled, the first full date on a line of its own, the title, the text."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        _labelled(lines, findings)
        _date(lines, findings)
        for line in lines:
            if title_on(line.text):
                findings.claim(line.ink, "form-title", furniture=True)
        claimed = {line.index for line in lines if any(s.covers(line.ink) for s in findings.spans if not line.blank)}
        body = body_lines(lines, claimed)
        head = [line for line in lines[: body[0]] if not line.blank and line.index not in claimed] if body else []
        title = own_title(head[-HEAD_LINES:])
        if title:
            span = Span(title[0].ink.start, title[-1].ink.end)
            findings.field("title", FOLD.sub(" ", span.of(text.text)), span, confidence=0.8)
        return findings.result(body=tuple(lines[at].ink for at in [*(line.index for line in title), *body]))


def _labelled(lines: Sequence[Line], findings: Findings) -> None:
    text = findings.text.text
    for label in find_labels([line for line in lines if not line.blank]):
        name = label.key
        words = FOLD.sub(" ", label.value.of(text)).strip()
        colon = ":" in text[label.label.start : label.value.start]
        if name not in LABELLED or not says_something(words) or not colon or findings.has(name):
            continue
        if name == "subject":
            span = Span(label.value.start + behind_hint(label.value.of(text)), label.value.end)
            findings.field(name, FOLD.sub(" ", span.of(text)).strip(), span)
        elif len(words) <= LONGEST and not is_prose(words):
            findings.field(name, _named(words, label.value.of(text)), label.value, confidence=0.7)
        else:
            continue
        findings.claim(label.label, f"label:{label.key}", furniture=True)


def _named(words: str, printed: str) -> Named:
    """As much as its own words say: an index of names prints `RUSK, DEAN`, `MIAMI` or `DIRECTOR` alike."""
    posts = read_posts(words)
    if len(posts) == 1 and posts[0].text == words:
        return posts[0].value
    holder = read_holder(words)
    return holder.value if holder else Named(words, NamedKind.ORGANIZATION, printed)


def _date(lines: Sequence[Line], findings: Findings) -> None:
    inked = [line for line in lines if not line.blank]
    dated = [
        (found.value, found, line)
        for line in (*inked[:OF_ITSELF], *inked[OF_ITSELF:][-AT_FOOT:])
        if not is_prose(line.text)
        for found in find_dates(line.text)
        if isinstance(found.value, PartialDate)
        and found.value.day
        and not TOLD_OF.search(line.text[: found.span.start])
    ]
    for value, found, line in of_the_writing([value.year for value, _, _ in dated], dated)[:1]:
        at = found.span.shifted(line.span.start)
        findings.field("date", value.edtf, at, state=found.state, reason=found.reason)
        return
    if worn := worn_day_at_head(lines):
        findings.found("date", worn)
