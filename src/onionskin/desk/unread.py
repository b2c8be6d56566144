"""Ink that no word covers, as something to decide of: a person types what stands there, or says that nothing does.

The place on the image is what such a decision is known by, in every later reading of the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from onionskin.desk.parts import digest_of
from onionskin.errors import ChangedMeanwhileError, UsageError
from onionskin.record.apparatus import Correction
from onionskin.record.codec import encode
from onionskin.record.decisions import About, Decision, Fate, Verb
from onionskin.record.document import Document
from onionskin.record.evidence import Deed, Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageText, Patch, UnreadKind
from onionskin.record.span import Span
from onionskin.store.decisions import Kept
from onionskin.text.amending import own_part
from onionskin.text.placing import offset_of, read_in

POINTER = "/pages/"
READER = "decided"
"""Who claims the ink that a person pointed at."""
SAME_PLACE = 0.5
"""What two boxes share, of the smaller one, from which on they are one patch of ink."""
SAME_WORDS = 80
"""How alike (of 100) the words of a later reading are to those a person typed, from which on it reads them so."""


def patches(document: Document) -> Iterator[tuple[str, Patch]]:
    """All of a record, each with its JSON pointer: `/pages/0/unread/3`."""
    for n, page in enumerate(document.pages):
        for at, each in enumerate(page.unread or ()):
            yield f"{POINTER}{n}/unread/{at}", Patch(page.n, each.kind, each.box)


def unread_ink(document: Document) -> Iterator[tuple[Patch, Decision | None]]:
    """All of a record, each with what somebody decided of it."""
    said = {each.pointer: each for each in document.decisions if each.about is About.INK}
    return ((patch, said.get(pointer)) for pointer, patch in patches(document))


@dataclass(frozen=True, slots=True)
class OpenPatch:
    """A patch of which nobody decided yet: its JSON pointer, its page, and where in its text its words would stand."""

    pointer: str
    patch: Patch
    page: PageText
    at: Span


def open_patches(document: Document) -> Iterator[OpenPatch]:
    """Those on the paper's own part of its pages of which nobody decided yet."""
    if not any(page.unread for page in document.pages):
        return
    decided = {each.pointer for each in document.decisions if each.about is About.INK}
    pages = {page.n: page for page in document.pages}
    parts = own_part(document.text, document.pages)
    for pointer, patch in patches(document):
        if pointer not in decided and patch.page in parts:
            at = place_of(pages[patch.page], patch)
            if parts[patch.page].covers(at):
                yield OpenPatch(pointer, patch, pages[patch.page], at)


def page_of(document: Document, patch: Patch) -> PageText | None:
    """The page it is on; None where the paper does not have it."""
    return next((page for page in document.pages if page.n == patch.page), None)


def place_of(page: PageText, patch: Patch) -> Span:
    """Where in the page's text its words would stand: an empty span. A line of type may be part of a line."""
    at = offset_of(page, patch.box, within_line=patch.kind is UnreadKind.LINE)
    return Span(at, at)


def stands_on(document: Document, patch: Patch) -> bool:
    """Whether a patch is on the paper's own part of a page, and not on that of another paper there."""
    page, own = page_of(document, patch), own_part(document.text, document.pages).get(patch.page)
    return page is not None and own is not None and own.covers(place_of(page, patch))


def state_of_patch(document: Document, pointer: str, patch: Patch) -> str:
    """A name for the state of a patch: it changes when somebody decides of it."""
    entries = [each.entry for each in document.decisions if each.about is About.INK and each.pointer == pointer]
    return digest_of([encode(patch), entries])


def chosen_patch(document: Document, about: str, seen: str) -> Patch:
    """The patch that is meant. UsageError where there is none; ChangedMeanwhileError where it is not as `seen`."""
    held = dict(patches(document))
    if seen:
        for pointer, patch in held.items():
            if state_of_patch(document, pointer, patch) == seen:
                return patch
        raise ChangedMeanwhileError(f"{about} is no longer as it was", where=document.id)
    if about not in held:
        known = ", ".join(each.pointer for each in open_patches(document)) or "nothing"
        raise UsageError(f"the paper has no {about}", where=document.id, advice=f"Open are: {known}")
    return held[about]


def patch_at(document: Document, page: int, box: Box | None) -> Patch:
    """The patch at a place of the image. UsageError where none is."""
    here = (each for _, each in patches(document) if each.page == page and box and _shared(each.box, box))
    found = next(here, None)
    if found is None:
        advice = "Name its page with `at` and its place with `box`, or point to it: /pages/0/unread/3"
        raise UsageError("no unread ink is at that place", where=document.id, page=page or None, advice=advice)
    return found


@dataclass(frozen=True, slots=True)
class OfInk:
    """What a decision about a patch comes to in one reading: `correction` is what is put into the text, if anything."""

    fate: Fate
    pointer: str | None = None
    note: str | None = None
    correction: Correction | None = None


def of_ink(document: Document, kept: Kept, patch: Patch) -> OfInk:
    """How a decision about a patch fares in this reading of the paper."""
    page = page_of(document, patch)
    if page is None:
        return OfInk(Fate.ADRIFT, note="the paper no longer stands on that page")
    pointer = next((pointer for pointer, each in patches(document) if _is_one(each, patch)), None)
    if kept.verb is not Verb.CORRECT:
        return OfInk(Fate.FULFILLED) if pointer is None else OfInk(Fate.STANDING, pointer)
    words = read_in(page, patch.box) if pointer is None else ""
    if words:
        alike = fuzz.ratio(words.casefold(), (kept.to or "").casefold()) >= SAME_WORDS
        return OfInk(Fate.FULFILLED) if alike else OfInk(Fate.ADRIFT, note="other words are read there now")
    ink = Ink(patch.page, place_of(page, patch), READER, patch.box)
    made = Correction("", kept.to or "", (ink, Deed(kept.author, kept.at)), kept.reason or None)
    return OfInk(Fate.STANDING, pointer, None, made)


def is_running_text(document: Document, correction: Correction) -> bool:
    """Whether a correction goes into the reading text: of ink that no word covered, a line of type alone does."""
    if correction.from_:
        return True
    lines = [patch for _, patch in patches(document) if patch.kind is UnreadKind.LINE]
    inks = (each for each in correction.evidence if isinstance(each, Ink))
    return any(ink.page == patch.page and ink.box and _shared(ink.box, patch.box) for ink in inks for patch in lines)


def _is_one(one: Patch, other: Patch) -> bool:
    return one.page == other.page and _shared(one.box, other.box)


def _shared(one: Box, other: Box) -> bool:
    return one.shared(other) >= SAME_PLACE * max(1, min(one.area, other.area))
