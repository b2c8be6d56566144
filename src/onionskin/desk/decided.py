"""A record with what people decided laid over what was read and linked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onionskin.desk.asserted import asserted
from onionskin.desk.followed import following
from onionskin.desk.parts import LISTS, Part, evidence_of, parts, resting_also_on
from onionskin.desk.unread import READER, is_running_text, of_ink
from onionskin.desk.verdicts import FOR, judged
from onionskin.emending.confidence import APPLIED
from onionskin.record.apparatus import Correction, Doubt, Emendation, EmendationState
from onionskin.record.codec import encode
from onionskin.record.decisions import About, Decision, Fate
from onionskin.record.document import Document, Texts
from onionskin.record.evidence import Deed, Ink
from onionskin.record.page import Patch
from onionskin.record.references import Mention, Reference, SameAs
from onionskin.store.decisions import Kept, Subject
from onionskin.text.amending import Change, read_with, transcribed_with
from onionskin.text.quotes import Anchor, Lost, anchored

BY_HAND = "by-hand"
"""The rule of an emendation that a person makes."""

Holds = Callable[[str], bool]


def decided(
    document: Document, decisions: Sequence[Kept], *, base: Texts | None = None, holds: Holds = lambda _: True
) -> Document:
    """The record as people decided, each decision listed with how it fares; nothing of the pages' raw text changes.

    `decisions` are those about this paper, oldest first: of two on one thing the later goes. `base` are the texts as
    they were read, where rules have amended `document.text` already. `holds` says whether the collection holds a
    record; a link to one that is gone is adrift. A decision whose place is not found again is adrift and changes
    nothing.
    """
    if not decisions:
        return document
    sitting = _Sitting(document, holds)
    for each in decisions:
        sitting.hear(each)
    return _with_texts(sitting.document(), base or document.text)


def corrected(document: Document, decisions: Sequence[Kept]) -> Document:
    """The record with the corrections of its transcription, and all that rests on them, before it is linked.

    So a number that is put right leads to the paper it means.
    """
    heard = [each for each in decisions if each.about is About.TRANSCRIPTION]
    if not heard:
        return document
    sitting = _Sitting(document, lambda _: True)
    for each in heard:
        sitting.hear(each)
    return following(replace(sitting.document(), decisions=()))


def amended_texts(document: Document, base: Texts) -> Texts:
    """The texts as they were read, with corrections and with emendations that are accepted or sure enough."""
    corrections = _changes(document.corrections)
    running = _changes([each for each in document.corrections if is_running_text(document, each)])
    chosen = [each for each in document.emendations if _stands(each)]
    chosen.sort(key=lambda each: (each.state is not EmendationState.ACCEPTED, -each.confidence))
    emended = [Change(ink.page, ink.span, each.to) for each in chosen for ink in _inks(each.evidence)[:1]]
    texts = read_with(base, document.pages, [*running, *emended])
    return replace(texts, corrected=transcribed_with(base, document.pages, corrections) if corrections else None)


def _changes(corrections: Sequence[Correction]) -> list[Change]:
    return [Change(ink.page, ink.span, each.to) for each in corrections for ink in _inks(each.evidence)]


def _with_texts(document: Document, base: Texts) -> Document:
    texts = amended_texts(document, base)
    return document if texts == document.text else replace(document, text=texts)


def _stands(emendation: Emendation) -> bool:
    if emendation.state is EmendationState.PROPOSED:
        return emendation.confidence >= APPLIED
    return emendation.state is EmendationState.ACCEPTED


def _inks(evidence: Sequence[object]) -> list[Ink]:
    return [each for each in evidence if isinstance(each, Ink)]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Where a decision acts and how it fares."""

    fate: Fate
    pointer: str | None = None
    note: str | None = None


class _Sitting:
    """One paper's decisions heard one after the other."""

    def __init__(self, document: Document, holds: Holds) -> None:
        self._document = document
        self._holds = holds
        self._corrections: list[Correction] = []
        self._typed: dict[str, Correction] = {}
        """Of ink that no word covered, by the decision's place in the record."""
        self._names = [replace(each, evidence=()) for each in document.mentions]
        self._heard_at: dict[int, int] = {}
        """By each mention that was decided the one by which it was."""
        self._told: dict[tuple[About, str], Decision] = {}
        self._stated: dict[int, Deed] = {}
        """By each doubt that was settled who settled it last."""

    def hear(self, kept: Kept) -> None:
        """Do what a decision says, and note how it fares; an earlier one on the same thing is forgotten."""
        outcome = self._outcome(kept)
        named = outcome.pointer or f"entry {kept.entry}"
        self._told.pop((kept.about, named), None)
        self._told[kept.about, named] = Decision(
            entry=kept.entry,
            verb=kept.verb,
            about=kept.about,
            author=kept.author,
            at=kept.at,
            state=outcome.fate,
            to=kept.to,
            reason=kept.reason or None,
            quote=kept.quote,
            pointer=outcome.pointer,
            note=outcome.note,
            patch=kept.patch,
        )

    def document(self) -> Document:
        """The record with all of it; an emendation of ink that was misread, or that a person emends otherwise, is
        refused, a doubt's value stated where the doubt is of all that was read.
        """
        made = replace(
            self._document,
            emendations=tuple(map(self._unless_misread, self._document.emendations)),
            corrections=(*self._corrections, *sorted(self._typed.values(), key=_from_the_top)),
            decisions=tuple(self._told.values()),
        )
        for at, deed in self._stated.items():
            doubt = made.doubts[at]
            if doubt.value is not None and _is_whole(made, doubt):
                made = asserted(made, doubt.about, doubt.value, deed)
        return made

    def _unless_misread(self, emendation: Emendation) -> Emendation:
        ink = _inks(emendation.evidence)[:1]
        if not ink or emendation.state is not EmendationState.PROPOSED:
            return emendation
        by_hand = (each for each in self._document.emendations if each.rule == BY_HAND)
        put: list[Correction | Emendation] = [*self._corrections, *by_hand]
        for each in put:
            if any(other.page == ink[0].page and other.span.overlaps(ink[0].span) for other in _inks(each.evidence)):
                deeds = (deed for deed in each.evidence if isinstance(deed, Deed))
                return resting_also_on(replace(emendation, state=EmendationState.REJECTED), *deeds)
        return emendation

    def _outcome(self, kept: Kept) -> _Outcome:
        anchor: Anchor | Lost | None = None if kept.quote is None else anchored(self._document.pages, kept.quote)
        if isinstance(anchor, Lost):
            return _Outcome(Fate.ADRIFT, note=anchor.why)
        if kept.patch is not None:
            return self._of_ink(kept, kept.patch)
        if kept.about is About.TRANSCRIPTION:
            return _Outcome(Fate.ADRIFT, note="it quotes nothing") if anchor is None else self._corrected(kept, anchor)
        if kept.verb in FOR and kept.about in {About.REFERENCE, About.SAME_AS} and not self._holds(kept.to or ""):
            return _Outcome(Fate.ADRIFT, note=f"the collection no longer holds {kept.to}")
        part = self._part(kept, anchor)
        if part is None:
            return self._unread(kept, anchor)
        return self._judged(part, kept)

    def _of_ink(self, kept: Kept, patch: Patch) -> _Outcome:
        """What is typed for ink that no word covered, or that nothing stands there; the last word on a place goes."""
        told = of_ink(self._document, kept, patch)
        named = told.pointer or f"{patch.page}:{encode(patch.box)}"
        self._typed.pop(named, None)
        if told.correction is not None:
            self._typed[named] = told.correction
        return _Outcome(told.fate, told.pointer, told.note)

    def _corrected(self, kept: Kept, anchor: Anchor) -> _Outcome:
        """A correction of the transcription; the last one of a place goes."""
        page = next(page for page in self._document.pages if page.n == anchor.page)
        before = next((at for at, each in enumerate(self._corrections) if _overlaps(each.evidence, anchor)), None)
        if anchor.words == kept.to and before is None:
            return _Outcome(Fate.FULFILLED)
        ink = Ink(anchor.page, anchor.span, READER, page.box_of(anchor.span))
        made = Correction(anchor.words, kept.to or "", (ink, Deed(kept.author, kept.at)), kept.reason or None)
        if before is None:
            self._corrections.append(made)
            return _Outcome(Fate.STANDING, f"/corrections/{len(self._corrections) - 1}")
        self._corrections[before] = made
        return _Outcome(Fate.STANDING, f"/corrections/{before}")

    def _judged(self, part: Part, kept: Kept) -> _Outcome:
        now = judged(part.subject, kept)
        at = int(part.pointer.rpartition("/")[2])
        self._put(part.about, at, now)
        if part.about is About.MENTION:
            self._judge_alike(at, kept)
        if part.about is About.DOUBT:
            self._stated[at] = Deed(kept.author, kept.at)
        return _Outcome(Fate.STANDING, part.pointer)

    def _judge_alike(self, at: int, kept: Kept) -> None:
        """The same name elsewhere in the paper, for which the same was found, means the same: unless a decision on
        another place has spoken of it.
        """
        self._heard_at[at] = at
        name = self._names[at] if at < len(self._names) else None
        for other, found in enumerate(self._names):
            if found == name and self._heard_at.setdefault(other, at) == at and other != at:
                self._put(About.MENTION, other, judged(self._document.mentions[other], kept))

    def _part(self, kept: Kept, anchor: Anchor | None) -> Part | None:
        """The part of this record that the decision is about."""
        same = [each for each in parts(self._document) if each.about is kept.about and _same(each.subject, kept)]
        if anchor is None:
            return next(iter(same), None)
        here = [each for each in same if _overlaps(evidence_of(each.subject), anchor)]
        return max(here, key=lambda each: _shared(each.ink, anchor), default=None)

    def _unread(self, kept: Kept, anchor: Anchor | None) -> _Outcome:
        """What becomes of a decision about a part that this reading does not have."""
        at = len(getattr(self._document, LISTS[kept.about]))
        subject = kept.subject
        if isinstance(subject, Emendation) and anchor is not None and anchor.words == subject.to:
            return _Outcome(Fate.FULFILLED)
        if isinstance(subject, Doubt):
            return self._undoubted(subject, kept)
        if kept.verb not in FOR:
            return _Outcome(Fate.FULFILLED)
        if subject is None or (anchor is None and not isinstance(subject, SameAs)):
            return _Outcome(Fate.ADRIFT, note=f"this reading has no such {kept.about}")
        self._put(kept.about, at, judged(self._again(subject, anchor), kept))
        return _Outcome(Fate.STANDING, f"/{LISTS[kept.about]}/{at}")

    def _again(self, subject: Subject, anchor: Anchor | None) -> Subject:
        """The part as it stood when it was decided, upon the ink of this reading."""
        if isinstance(subject, SameAs) or anchor is None:
            return subject
        page = next(page for page in self._document.pages if page.n == anchor.page)
        ink = Ink(anchor.page, anchor.span, READER, page.box_of(anchor.span))
        if isinstance(subject, Emendation):
            return replace(subject, from_=anchor.words, evidence=(ink,))
        return replace(subject, evidence=(ink,))

    def _undoubted(self, doubt: Doubt, kept: Kept) -> _Outcome:
        """A doubt that is no longer raised: nothing is left to do if the value is the decided one, or nobody minds."""
        reading = dict(self._document.readings()).get(doubt.about)
        if kept.verb not in FOR or (reading is not None and reading.value == kept.to):
            return _Outcome(Fate.FULFILLED)
        return _Outcome(Fate.ADRIFT, note="this doubt is no longer raised, and the value is another")

    def _put(self, about: About, at: int, subject: Subject) -> None:
        key = LISTS[about]
        held: list[Any] = list(getattr(self._document, key))
        held[at : at + 1] = [subject]
        changed: dict[str, Any] = {key: tuple(held)}
        self._document = replace(self._document, **changed)


def _from_the_top(correction: Correction) -> tuple[int, int, int]:
    ink = _inks(correction.evidence)[0]
    return (ink.page, ink.box.top, ink.box.left) if ink.box else (ink.page, 0, 0)


def _is_whole(document: Document, doubt: Doubt) -> bool:
    """Whether a doubt is of all that a value was read from, and not of one number in it."""
    reading = dict(document.readings()).get(doubt.about)
    return reading is None or not doubt.as_printed or reading.as_printed.split() == doubt.as_printed.split()


def _same(subject: Subject, kept: Kept) -> bool:
    """Whether a part can be the one that was decided of, its place apart."""
    match subject, kept.subject:
        case Emendation(to=to), Emendation(to=was):
            return to == was
        case Doubt() as now, Doubt() as before:
            return now.rule == before.rule and (kept.quote is not None or now.about == before.about)
        case SameAs() as now, SameAs() as before:
            return (now.record, now.relation) == (before.record, before.relation)
        case Reference(kind=kind, text=text), Reference(kind=was, text=before):
            return kind is was and (kept.quote is not None or text == before)
        case Mention(kind=kind, text=text), Mention(kind=was, text=before):
            return kind is was and (kept.quote is not None or text == before)
        case _:
            return False


def _overlaps(evidence: Sequence[object], anchor: Anchor) -> bool:
    return any(ink.page == anchor.page and ink.span.overlaps(anchor.span) for ink in _inks(evidence))


def _shared(ink: Ink | None, anchor: Anchor) -> float:
    """How much of both spans they share, 0 to 1."""
    if ink is None:
        return 0.0
    shared = min(ink.span.end, anchor.span.end) - max(ink.span.start, anchor.span.start)
    return shared / (max(ink.span.end, anchor.span.end) - min(ink.span.start, anchor.span.start))
