"""The note in which an edition says where a paper lies, how it is marked, who made it and where it went.

`Source: Department of State, Central Files, 611.61/2-461. Secret; Niact. Drafted by Marlow (EUR) and approved by
Rusk. Repeated to Rome.` The grammar of these notes is in the volumes' own prefaces and in the 300 notes of
`bench/truth`, of which one half was read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.phrases.found import Found, left_over, printed
from onionskin.phrases.holdings import Holding, read_holding
from onionskin.phrases.marking_lists import MarkingList, find_level, read_marking_list
from onionskin.phrases.remarks import Remarks, read_remarks
from onionskin.phrases.sentences import find_sentences
from onionskin.record.span import Span

LEAD = re.compile(r"\s*[\[(]?\s*Source\s*:\s*", re.IGNORECASE)
WITHOUT_LEAD = re.compile(
    r"\s*(?=(?:Department of State|National Archives|(?:\w+\.?\s){0,4}Library\b|Library of Congress"
    r"|Central Intelligence Agency|Washington National Records Center|Ibid)[,.:])"
)
PROSE = re.compile(r"\b(?:is|was|were|are|has|had|by|reads?|indicates?|printed|drafted|sent|see)\b", re.IGNORECASE)
ASKED_BEYOND = 2
"""A stop may stand inside a citation (`83. VN 1960`): so many more sentences may pass before the markings."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source note in its parts, every part as printed; what is None or empty the note does not say.

    `rest` is what no part took: where in the file, other copies, history.
    """

    holding: Holding
    markings: MarkingList | None
    remarks: Remarks
    rest: str

    @property
    def parts(self) -> dict[str, Found[str] | None]:
        """The parts of which there is one at most."""
        return {
            "repository": self.holding.repository,
            "collection": self.holding.collection,
            "file_number": self.holding.file_number,
            "classification": self.markings.level if self.markings else None,
            "received": self.remarks.received,
        }

    @property
    def lists(self) -> dict[str, tuple[Found[str], ...]]:
        """The parts of which there may be many."""
        return {
            "precedence": self.markings.precedence if self.markings else (),
            "captions": self.markings.captions if self.markings else (),
            "drafted_by": self.remarks.drafted_by,
            "cleared_by": self.remarks.cleared_by,
            "approved_by": self.remarks.approved_by,
            "sent_to": self.remarks.sent_to,
            "repeated_to": self.remarks.repeated_to,
        }


def read_source_note(text: str) -> SourceNote | None:
    """The note, None for a text that does not begin as one does: with `Source:`, or with a repository we know."""
    lead = LEAD.match(text) or WITHOUT_LEAD.match(text)
    if lead is None:
        return None
    citation, markings = _citation(text, lead.end())
    holding = read_holding(text, citation.start, citation.end)
    if holding is None:
        return None
    remarks = read_remarks(text, markings.end if markings else citation.end)
    found = [part for part in (holding.repository, holding.collection, holding.file_number) if part]
    told = [printed(text, span.start, span.end) for span in remarks.told]
    marked = [printed(text, citation.end, markings.end)] if markings else []
    start = printed(text, 0, lead.end())
    return SourceNote(holding, markings, remarks, left_over(text, [start, *found, *marked, *told]))


def _citation(text: str, start: int) -> tuple[Span, MarkingList | None]:
    """Where the citation ends, and the markings behind it."""
    sentences = [*find_sentences(text, start)]
    if not sentences:
        return Span(start, start), None
    for place, sentence in enumerate(sentences[: 1 + ASKED_BEYOND]):
        if place and PROSE.search(sentence.of(text)):
            break
        level = find_level(text, sentence.start, sentence.end)
        if level is not None:
            return Span(start, level.span.start), read_marking_list(text, level.span.start)
        behind = sentences[place + 1].start if place + 1 < len(sentences) else len(text)
        markings = read_marking_list(text, behind)
        if markings is not None:
            return Span(start, sentence.end), markings
    return Span(start, sentences[0].end), None
