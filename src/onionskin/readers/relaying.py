"""What a telegram says to whoever handles it: for whose eyes it is, where it is to be passed, where else it went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.address_lists import address_spans
from onionskin.phrases.found import Found
from onionskin.phrases.instructions import find_attention, find_told
from onionskin.phrases.labels import find_labels
from onionskin.phrases.passing import find_asked, find_pass
from onionskin.phrases.relays import read_relay
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.named import Named
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

ADDRESSED = frozenset({"action", "to", "info"})
EYES = re.compile(r"\s*(?:\d{1,5}\.\s+)?(?:strictly\s+|exclusively\s+)?eyes\s+only\b", re.IGNORECASE)


class RelayReader:
    """Reads attention lines, instructions to pass, and a post's own list of addressees."""

    name = "relaying"
    version = "6"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields attention, pass_to, info with its precedence, and the number in a list of addressees."""
        every = text.masked(taken)
        lines = [line for line in every if not line.blank]
        findings = Findings(text, self.name)
        _relayed(lines, findings)
        targets = list(find_pass(lines))
        for line in lines:
            # EYES ONLY is a marking too: behind it the whole line counts.
            words = whole if EYES.match(whole := text.lines[line.index].text) else line.text
            free = not findings.touches(line.ink)
            for person in find_attention(words) if free else ():
                findings.field("attention", person.value, person.span.shifted(line.span.start))
                findings.claim(line.ink, "attention-line", furniture=True)
            if free and (told := find_told(line.text)):
                _told(told, line, every, findings)
            if not any(target.clause.overlaps(line.ink) for target in targets):
                for post in find_asked(line.text):
                    findings.field("pass_to", post.value, post.span.shifted(line.span.start), confidence=0.9)
        for target in targets:
            findings.field("pass_to", target.value, target.span)
            findings.claim(target.clause, "pass-instruction", furniture=True)
        return findings.result()


def _told(told: Sequence[Found[Named]], line: Line, lines: Sequence[Line], findings: Findings) -> None:
    """`CINCPAC FOR POLAD`: in a list of addressees the words before the person are one of these."""
    labels = list(find_labels([line for line in lines if not line.blank]))
    addressed = [label for label in labels if label.key in ADDRESSED and label.line < line.index]
    listed = any(span.overlaps(line.ink) for label in addressed for span in address_spans(lines, labels, label))
    for each in told:
        at = each.span.shifted(line.span.start)
        findings.field("attention", each.value, at, confidence=each.confidence)
        findings.claim(at if listed else line.ink, "attention-line", furniture=True)


def _relayed(lines: Sequence[Line], findings: Findings) -> None:
    """`ACTION DEPARTMENT 1824, INFORMATION COPENHAGEN 435`: the post's own list of whom it sent the telegram to."""
    for at in range(len(lines)):
        relay = read_relay(lines, at)
        if relay is None:
            continue
        for post in relay.posts:
            findings.field(
                "info", post.value, post.span, state=post.state, confidence=post.confidence, reason=post.reason
            )
        for word in relay.precedence:
            findings.field("precedence", word.value, word.span)
            findings.field("info_precedence", word.value, word.span)
        if relay.number:
            why = "the number under which the post sent it to the Department"
            findings.field("number", relay.number.value, relay.number.span, confidence=0.9, reason=why)
        for ink in relay.ink:
            findings.claim(ink, "relay-line", furniture=True)
