"""From the sheet and the place of its type to what must be read: nothing is looked up in the text but our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.case import Entry, PaperTruth
from bench.reading.damage import Worn, WornPage
from bench.reading.drawn import Drawn
from onionskin.facsimile.ink import Look
from onionskin.facsimile.sheets import (
    Excised,
    Insertion,
    OutgoingForm,
    OutgoingTelegram,
    Paragraph,
    StruckOut,
    XedOut,
)
from onionskin.facsimile.stamps import (
    DeclassifiedStamp,
    DowngradingStamp,
    ReceivedStamp,
    ReleasedStamp,
    ReviewStamp,
    Stamp,
)
from onionskin.facsimile.surface import Surface

SENTENCES = 4
"""Sentences of each paper that must be in its reading text."""

RUN, LEAST_RUN = 6, 30
"""Where damage left no sentence whole, runs of so many words stand for them, of at least so many characters."""

_INKS: Mapping[str, tuple[str, ...]] = {
    "classification": ("marking.level",),
    "captions": ("marking.caption",),
    "approved_by": ("approved_by",),
}
_LETTER_INKS: Mapping[str, tuple[str, ...]] = {"from": ("signed_by",), "to": ("inside_address",)}
_INCOMING_INKS: Mapping[str, tuple[str, ...]] = {"date": ("date", "received")}
_PRINTED_OFTEN = frozenset({"classification", "captions", "number"})
"""Fields that stand on the paper several times: one clean printing is enough to read them."""

# Three letters before the stop: "Mr." ends no sentence.
_SENTENCE = re.compile(r"(?<=[a-z]{3}[.?!]) (?=[A-Z])")
_SHORTEST, _LONGEST = 50, 240


@dataclass(frozen=True, slots=True)
class _Place:
    """An ink on a page of the file."""

    page: int
    worn: Worn


def paper_truth(drawn: Drawn, pages: Sequence[WornPage], surface: Surface) -> PaperTruth:
    """What must be read from one paper; the pages' numbers are those of the file."""
    places = [_Place(page.n, worn) for page in pages for worn in page.worn]
    return PaperTruth(
        kind=drawn.kind,
        fields=drawn.fields,
        markings=tuple(_markings(places, surface)),
        stamps=tuple(_stamps(drawn, places)),
        references=tuple(_references(drawn, places)),
        form_boxes=tuple(_form_boxes(drawn, places)),
        distribution=tuple(_distribution(places)),
        copy={
            place.worn.ink.field.removeprefix("copy."): place.worn.ink.text
            for place in places
            if place.worn.ink.field in {"copy.holder", "copy.number", "copy.item"} and not place.worn.hit
        },
        excisions=tuple(
            {"kind": "x-out", "purpose": "drafting"} for place in places if place.worn.ink.field == "paragraph.x-out"
        ),
        reading_contains=tuple(_contained(drawn, places)),
        reading_excludes=tuple(_excluded(drawn, places)),
        damaged=_damaged(drawn, places),
        unjudged=drawn.unjudged | _also_there(drawn, places),
        optional=drawn.optional,
    )


def _references(drawn: Drawn, places: Sequence[_Place]) -> Iterator[Entry]:
    body = " ".join(_read(place.worn.text) for place in places if place.worn.ink.field == "paragraph")
    for reference in drawn.references:
        # Each was taken from the wording, so it stands there still unless damage touched its words.
        clean = re.search(rf"(?i){reference['series']}s? {reference['number']}\b", body)
        yield reference if clean else {**reference, "damaged": True}


def _also_there(drawn: Drawn, places: Sequence[_Place]) -> set[str]:
    """Fields that a stamp or a release header may well fill, though the paper itself does not have them."""
    cases = {"case_number"} if any(_stamp(stamp).get("case") for stamp in drawn.sheet.marks.stamps()) else set()
    header = any(place.worn.ink.field == "release.number" for place in places)
    return cases | ({"document_number"} if header else set())


def _damaged(drawn: Drawn, places: Sequence[_Place]) -> dict[str, str]:
    incoming = drawn.fields.get("direction") == "incoming"
    found = {}
    for name in drawn.fields:
        inks = _INKS.get(name, (name,))
        inks = _LETTER_INKS.get(name, inks) if drawn.kind == "letter" else inks
        inks = _INCOMING_INKS.get(name, inks) if incoming else inks
        printed = [place.worn for place in places if place.worn.ink.field in inks]
        clean = {worn.ink.text for worn in printed if not worn.hit} if name in _PRINTED_OFTEN else set()
        if any(worn.hit and worn.ink.text not in clean for worn in printed):
            found[name] = " ".join(worn.text for worn in printed)
    return found


def _markings(places: Sequence[_Place], surface: Surface) -> Iterator[Entry]:
    for place in places:
        ink = place.worn.ink
        section, _, what = ink.field.partition(".")
        if section == "marking":
            # A surface without signs for a pen's stroke does not show whether the marking still stands.
            unseen = ink.look is Look.STRUCK and not surface.shows_struck
            state = {} if unseen else {"state": "struck" if ink.look is Look.STRUCK else "standing"}
            yield {what: ink.text, "page": place.page, **state, **({"damaged": True} if place.worn.hit else {})}


def _stamps(drawn: Drawn, places: Sequence[_Place]) -> Iterator[Entry]:
    for item, stamp in enumerate(drawn.sheet.marks.stamps()):
        inks = [
            place.worn for place in places if place.worn.ink.field.startswith("stamp.") and place.worn.ink.item == item
        ]
        entry = {key: value for key, value in _stamp(stamp).items() if value not in ("", [])}
        yield {**entry, **({"damaged": True} if any(worn.hit for worn in inks) else {})}
    if any(place.worn.ink.field == "release.number" for place in places):
        yield {"kind": "declassification|review|control|other", "form_contains": "Approved", "may_be_missing": True}


def _stamp(stamp: Stamp) -> dict[str, object]:
    match stamp:
        case ReviewStamp(form=form, ticked=ticked, filled=filled):
            return {
                "kind": "review|declassification",
                "form_contains": form.office,
                "office": form.office,
                "reviewer": filled.get("reviewer", ""),
                "date": filled.get("date", ""),
                "decisions": sorted(ticked),
                "exemptions": _codes(filled.get("exemptions", "")),
                "case": filled.get("case", ""),
            }
        case DeclassifiedStamp():
            authority = stamp.authority.split()[0].rstrip(",")
            return {
                "kind": "declassification",
                "authority_contains": authority,
                "executed_by": stamp.by,
                "office": stamp.office,
                "date": stamp.date,
                "case": stamp.case,
            }
        case ReleasedStamp(exemptions=exemptions):
            return {"kind": "declassification|review", "exemptions": list(exemptions)}
        case ReceivedStamp():
            return {"kind": "receipt", "office": stamp.office, "date": stamp.date}
        case DowngradingStamp():
            return {"kind": "downgrading"}


def _codes(printed: str) -> list[str]:
    return [code.strip() for code in printed.split(",") if code.strip()]


def _form_boxes(drawn: Drawn, places: Sequence[_Place]) -> Iterator[Entry]:
    sheet = drawn.sheet
    if isinstance(sheet, OutgoingTelegram):
        labels = ("Collect", "Charge to") if sheet.form is OutgoingForm.TELEGRAM_SENT else ("COLLECT", "CHARGE TO")
        for label, checked, item in zip(labels, (sheet.collect, sheet.charge_to), (0, 1), strict=True):
            hit = any(p.worn.hit for p in places if p.worn.ink.field == "form_box" and p.worn.ink.item == item)
            yield {"label": label, "checked": checked, **({"damaged": True} if hit else {})}


def _distribution(places: Sequence[_Place]) -> Iterator[Entry]:
    for place in places:
        section, _, role = place.worn.ink.field.partition(".")
        if section == "distribution":
            yield {"office": place.worn.ink.text, "role": role, **({"damaged": True} if place.worn.hit else {})}


def _contained(drawn: Drawn, places: Sequence[_Place]) -> list[str]:
    """Sentences that stand undamaged: those that go over a page turn first, then from both ends of the text."""
    plain, turning, scraps = list[str](), list[str](), list[str]()
    for item, paragraph in enumerate(getattr(drawn.sheet, "paragraphs", ())):
        worn = [p.worn for p in places if p.worn.ink.field.split(".")[0] == "paragraph" and p.worn.ink.item == item]
        pieces = [_read(each.text) for each in worn if each.ink.field == "paragraph"]
        if not isinstance(paragraph, str) and any(each.hit for each in worn):
            continue
        for sentence in _SENTENCE.split(meant(paragraph)):
            if not _SHORTEST <= len(sentence) <= _LONGEST:
                continue
            if not isinstance(paragraph, str) or any(sentence in piece for piece in pieces):
                plain.append(sentence)
            elif sentence in " ".join(pieces):
                turning.append(sentence)
            else:
                words = sentence.split()
                runs = (" ".join(words[at : at + RUN]) for at in range(0, len(words), RUN))
                scraps += [run for run in runs if len(run) > LEAST_RUN and any(run in piece for piece in pieces)]
    ends = plain[:1] + plain[len(plain) // 2 :][:1] + plain[-1:]
    return list(dict.fromkeys(turning[:2] + (ends or scraps[:2])))[:SENTENCES]


def _read(text: str) -> str:
    """Typed rows as running text: a typist's hyphen at the end of a row is taken out."""
    return " ".join(re.sub(r"(?<=[a-z])-\n\s*(?=[a-z])", "", text).split())


def meant(paragraph: Paragraph) -> str:
    """The paragraph as its writer meant it: insertions in their place, words x-ed out left out."""
    parts = []
    for part in (paragraph,) if isinstance(paragraph, str) else paragraph:
        match part:
            case Insertion(text=text):
                parts.append(f" {text} ")
            case XedOut() | Excised() | StruckOut():
                parts.append(" ")
            case _:
                parts.append(part)
    return " ".join("".join(parts).split())


def _excluded(drawn: Drawn, places: Sequence[_Place]) -> list[str]:
    """Furniture that must be gone: catchwords, notices, running heads, and the stamps' own words."""
    body = " ".join(meant(each) for each in getattr(drawn.sheet, "paragraphs", ()))
    wanted = ("furniture.catchword", "furniture.notice", "furniture.page", "stamp.authority", "stamp.form")
    printed = [p.worn.text for p in places if p.worn.ink.field in wanted and not p.worn.hit]
    kept = [text for text in printed if len(text) > 4 and "\n" not in text and text not in body]
    return list(dict.fromkeys(kept))
