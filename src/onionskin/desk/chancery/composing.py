"""A paper of the desk as a record like any other: every value asserted by an act, no page and no ink."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.composition import Composition
from onionskin.desk.chancery.cutting import Cut
from onionskin.desk.chancery.deeds import deeds
from onionskin.desk.chancery.filling import filled
from onionskin.desk.chancery.naming import Names
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.standing import PaperForm, Standing, Version
from onionskin.phrases.mentions import find_mentions
from onionskin.phrases.references import find_references
from onionskin.record.dates import PartialDate
from onionskin.record.document import Copy, Document, Paragraph, Source, Texts
from onionskin.record.evidence import Deed
from onionskin.record.fields import Kind
from onionskin.record.ids import source_sha256
from onionskin.record.marks import Distribution, DistributionRole, InkState, Marking
from onionskin.record.references import Mention, Reference, Resolution, ResolutionState
from onionskin.record.state import CopyState, state

MEDIA_TYPE = "application/vnd.onionskin.desk+json"
"""Of the source of a paper that was begun at the desk: a JSON object that names the paper, and holds nothing of it."""

_KINDS = {
    PaperForm.TELEGRAM: Kind.TELEGRAM,
    PaperForm.LETTER: Kind.LETTER,
    PaperForm.MEMORANDUM: Kind.MEMORANDUM,
}
_APART = re.compile(r"\n[ \t]*\n\s*")
_LABEL = re.compile(r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)](?=\s)|\([a-z\d]{1,3}\)(?=\s)")
_UNRESOLVED = Resolution(ResolutionState.CITED_NOT_HELD)


def source_of(paper: str) -> bytes:
    """The bytes that stand for a paper of the desk as the source of its record: alike as long as there is the paper."""
    return json.dumps({"schema": "onionskin/desk-paper/1", "paper": paper}, separators=(",", ":")).encode()


def composed(  # noqa: PLR0913 - what of the paper is told
    held: Standing,
    acts: Sequence[Performed],
    roster: Roster,
    *,
    on: str = "",
    copy: int = 0,
    version: int = 0,
    cut: Cut | None = None,
) -> Document:
    """The record of a paper that stands as `held` after `acts`, with its markings as they are in force on a day.

    `on` is by default the day of the last act; `copy` the number of the copy that is described, 0 for none of its own.
    `version` is the text that is told, 0 for the one that stands; `cut` are passages of it that are withheld.
    """
    text = held.versions[version - 1] if version else held.version
    names = Names(roster, held.post)
    paper = Composition(held, text, tuple(acts), names)
    told = tuple(deeds(acts, names))
    now = state(told, PartialDate.parse(names.day(on or held.last)), str(copy) if copy else None)
    words = cut.text if cut else text.text if text else ""
    by = (_deed_of(text, paper),) if text else ()
    paragraphs = tuple(_paragraphs(words))
    reading = "\n\n".join(" ".join(filter(None, (each.label, each.text))) for each in paragraphs)
    return Document(
        id=held.paper,
        kind=_KINDS[held.form],
        source=Source(f"desk/{held.paper}.json", source_sha256(source_of(held.paper)), MEDIA_TYPE, ()),
        copy=_copy(held, copy, paper),
        pages=(),
        fields=filled(paper, _KINDS[held.form]),
        markings=tuple(_markings(paper, now)),
        distribution=tuple(_distribution(paper)),
        acts=told,
        references=tuple(_references(reading, by)),
        mentions=tuple(_mentions(reading, by)),
        excisions=cut.excisions if cut else (),
        text=Texts(words, reading, paragraphs),
        reasons=("it was entered at the desk",) if held.read else ("it was begun at the desk on its form",),
    )


def _deed_of(version: Version, paper: Composition) -> Deed:
    return Deed(paper.names.person(version.by, version.at).name, paper.names.local(version.at))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """Parts between empty lines, their own lines joined."""
    for n, part in enumerate(filter(None, (each.strip() for each in _APART.split(text))), 1):
        words = " ".join(part.split())
        label = _LABEL.match(words)
        yield Paragraph(n, label[0] if label else None, words[label.end() if label else 0 :].lstrip(), ())


def _copy(held: Standing, n: int, paper: Composition) -> Copy:
    if not n:
        return Copy()
    made = next(each for each in paper.acts if each.act is DeskAct.COPY and each.yields["copy"] == n)
    holder = paper.names.party(held.copies[n].holder, made.at).name
    return Copy(holder=holder, number=str(n), evidence=(paper.names.deed(made),))


def _markings(paper: Composition, now: CopyState) -> Iterator[Marking]:
    """The level that the paper was given and those it came to, the captions: standing, or struck by a later act."""
    levels = {DeskAct.CLASSIFY, DeskAct.DOWNGRADE, *BEGINNING}
    given = [each for each in paper.acts if each.act in levels and each.takes.get("level")]
    for level, act in {each.takes["level"]: each for each in given}.items():
        stands = InkState.STANDING if level == now.level else InkState.STRUCK
        yield Marking(level, stands, None, (paper.names.deed(act),), level=level)
    said = [each for each in paper.acts if each.act in levels and "captions" in each.takes]
    for caption, act in {caption: each for each in said for caption in each.takes["captions"]}.items():
        stands = InkState.STANDING if caption in now.captions else InkState.STRUCK
        yield Marking(caption, stands, None, (paper.names.deed(act),), caption=caption)


def _distribution(paper: Composition) -> Iterator[Distribution]:
    held, names = paper.held, paper.names
    if held.office:
        yield Distribution(held.office, DistributionRole.ORIGIN, (names.deed(paper.first),))
    if held.form is PaperForm.TELEGRAM:
        for name, role in (("to", DistributionRole.ACTION), ("info", DistributionRole.INFO)):
            if act := paper.said(name):
                yield from (Distribution(each, role, (names.deed(act),)) for each in act.takes[name])
    for act in paper.acts:
        if act.act is DeskAct.COPY:
            holder = names.party(act.takes["holder"], act.at).name
            yield Distribution(holder, DistributionRole.COPY, (names.deed(act),), copies=1)


def _references(reading: str, by: tuple[Deed, ...]) -> Iterator[Reference]:
    for hit in find_references(reading):
        cited = hit.value
        yield Reference(
            text=" ".join(hit.text.split()),
            kind=cited.kind,
            evidence=by,
            resolved=_UNRESOLVED,
            number=cited.number,
            series=cited.series,
            from_=cited.from_,
            to=cited.to,
            date=cited.date,
            direction=cited.direction,
        )


def _mentions(reading: str, by: tuple[Deed, ...]) -> Iterator[Mention]:
    for hit in find_mentions(reading):
        yield Mention(" ".join(hit.text.split()), hit.value.kind, by)
