"""What a telegram says to whoever handles it: for whose eyes it is, where it is to be passed, where else it went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.instructions import find_asked, find_attention, find_pass
from onionskin.phrases.relays import read_relay
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

EYES = re.compile(r"\s*(?:\d{1,5}\.\s+)?(?:strictly\s+|exclusively\s+)?eyes\s+only\b", re.IGNORECASE)


class RelayReader:
    """Reads attention lines, instructions to pass, and a post's own list of addressees."""

    name = "relaying"
    version = "5"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields attention, pass_to, info with its precedence, and the number in a list of addressees."""
        lines = [line for line in text.masked(taken) if not line.blank]
        findings = Findings(text, self.name)
        _relayed(lines, findings)
        targets = list(find_pass(lines))
        passed = {target.line_start for target in targets}
        for line in lines:
            # EYES ONLY is a marking too: behind it the whole line counts.
            words = whole if EYES.match(whole := text.lines[line.index].text) else line.text
            for person in () if findings.touches(line.ink) else find_attention(words):
                findings.field("attention", person.value, person.span.shifted(line.span.start))
                findings.claim(line.ink, "attention-line", furniture=True)
            for post in () if line.ink.start in passed else find_asked(line.text):
                findings.field("pass_to", post.value, post.span.shifted(line.span.start), confidence=0.9)
        for target in targets:
            findings.field("pass_to", target.value, target.span)
            findings.claim(Span(target.line_start, target.span.end), "pass-instruction", furniture=True)
        return findings.result()


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
