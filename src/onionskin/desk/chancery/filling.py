"""The fields of a paper of the desk: each value with the act that asserts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.composition import Composition
from onionskin.desk.chancery.naming import done_at
from onionskin.desk.chancery.standing import PaperForm, Word
from onionskin.linking.places import DEPARTMENT
from onionskin.phrases.dates import read_date
from onionskin.readers.inference import series_of
from onionskin.record.dates import PartialDate
from onionskin.record.document import OneOrMany
from onionskin.record.evidence import Evidence, Inference
from onionskin.record.fields import FIELDS, KIND_FIELDS, Enclosure, FieldValue, Kind, NumberKind, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading, ReadingState, absent, inferred

Told = tuple[str, Reading[FieldValue]]
"""The name of a field, and a value of it."""

_PRINTED = {
    "subject": "subject",
    "title": "title",
    "salutation": "salutation",
    "close": "complimentary_close",
    "inside_address": "inside_address",
    "place": "place",
}
"""What a form has printed on it, by the name of its field."""


def filled(paper: Composition, kind: Kind) -> dict[str, OneOrMany]:
    """All fields that the kind can have, in their order, and what else the desk knows of the paper."""
    have: dict[str, list[Reading[FieldValue]]] = {}
    for part in (_sending, _parties, _form, _drafting, _registry):
        for name, reading in part(paper):
            held = have.setdefault(name, [])
            if not any(each.value == reading.value for each in held):
                held.append(reading)
    out: dict[str, OneOrMany] = {}
    for name in (*KIND_FIELDS[kind], *(each for each in have if each not in KIND_FIELDS[kind])):
        held = have.get(name, [])
        out[name] = tuple(held) if FIELDS[name].many else held[-1] if held else absent()
    return out


def _asserted(value: FieldValue, paper: Composition, act: Performed) -> Reading[FieldValue]:
    printed = value.as_printed if isinstance(value, Named | Enclosure) else ""
    return Reading(value, ReadingState.ASSERTED, printed, 1.0, (paper.names.deed(act),))


def _sending(paper: Composition) -> Iterator[Told]:
    """What the registry gave it: number and series, when it was sent and with what precedence."""
    held = paper.held
    if held.form is PaperForm.TELEGRAM:
        yield from _way(paper)
    if held.number:
        yield "number", _asserted(held.number, paper, paper.last(DeskAct.NUMBER) or paper.first)
    if held.precedence and (act := paper.said("precedence")):
        yield "precedence", _asserted(held.precedence, paper, act)
    if held.info and held.info_precedence and (act := paper.said("info_precedence")):
        yield from ((name, _asserted(held.info_precedence, paper, act)) for name in ("precedence", "info_precedence"))
    for delivery in held.posts.values():
        if delivery.control and (act := _received(paper, delivery.post)):
            yield "other_numbers", _asserted(OtherNumber(str(delivery.control), NumberKind.CONTROL), paper, act)


def _received(paper: Composition, post: str) -> Performed | None:
    return next((each for each in paper.acts if each.act is DeskAct.RECEIVE and each.takes["post"] == post), None)


def _way(paper: Composition) -> Iterator[Told]:
    """Outgoing or incoming as the Department sees it, and the series that follows; neither between two others."""
    held = paper.held
    outgoing = bool(DEPARTMENT.match(held.post))
    if not outgoing and not any(DEPARTMENT.match(each) for each in held.to):
        return
    deed: Evidence = paper.names.deed(paper.first)
    rule = f"a telegram from {held.post}" if outgoing else f"a telegram to {held.to[0]}"
    way = "outgoing" if outgoing else "incoming"
    yield "direction", inferred(way, deed, Inference("direction-from-posts", (rule,)), confidence=1.0, reason=rule)
    if held.number:
        series = series_of(held.post, outgoing=outgoing)
        reason = f"{rule} is numbered so"
        yield "series", inferred(series, deed, Inference("series-from-direction", (rule,)), reason=reason)


def _parties(paper: Composition) -> Iterator[Told]:
    held, names, first = paper.held, paper.names, paper.first
    telegram = held.form is PaperForm.TELEGRAM
    sender = _sender(paper)
    if sender is not None:
        yield "from", _asserted(*sender)
    if held.office:
        yield "origin", _asserted(Named(held.office, NamedKind.OFFICE, held.office), paper, first)
    default = NamedKind.POST if telegram else NamedKind.PERSON
    for field, name, kind in (
        ("to", "to", default),
        ("info", "info", default),
        ("attention", "eyes_only", NamedKind.PERSON),
        ("pass_to", "to_pass", NamedKind.ORGANIZATION),
    ):
        if act := paper.said(name):
            for each in act.takes.get(name, ()):
                yield field, _asserted(names.party(each, act.at, kind), paper, act)
    for done in paper.acts:
        for field, to in _told_to(done):
            yield from ((field, _asserted(names.party(each, done.at), paper, done)) for each in to)


def _told_to(act: Performed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """To whom an act took the paper."""
    match act.act:
        case DeskAct.PASS:
            yield "pass_to", tuple(act.takes["to"])
        case DeskAct.CIRCULATE:
            yield "circulated_to", tuple(act.takes["to"])
        case DeskAct.COPY:
            yield "copies_to", (act.takes["holder"],)


def _sender(paper: Composition) -> tuple[FieldValue, Composition, Performed] | None:
    """A telegram is from its post; a letter or memorandum from who signs it, or as its form says."""
    held, names = paper.held, paper.names
    told = paper.version.told if paper.version else {}
    if told.get("from"):
        saying = paper.said("from") or paper.first
        return names.party(told["from"], saying.at, NamedKind.PERSON), paper, saying
    if held.form is PaperForm.TELEGRAM:
        post = Named(held.post, NamedKind.ORGANIZATION if DEPARTMENT.match(held.post) else NamedKind.POST, held.post)
        return post, paper, paper.first
    act = paper.said("signer")
    return (names.person(held.signer, act.at), paper, act) if held.signer and act else None


def _form(paper: Composition) -> Iterator[Told]:
    """What is typed into the form beside the text."""
    told: Mapping[str, object] = paper.version.told if paper.version else {}
    for name, field in _PRINTED.items():
        if told.get(name) and (act := paper.said(name)):
            yield field, _asserted(str(told[name]), paper, act)
    if told.get("attention") and (act := paper.said("attention")):
        yield "attention", _asserted(paper.names.party(str(told["attention"]), act.at, NamedKind.PERSON), paper, act)
    if told.get("attachments") and (act := paper.said("attachments")):
        printed = str(told["attachments"])
        yield "enclosures", _asserted(Enclosure(printed, printed), paper, act)
    attached = [each for each in paper.acts if each.act is DeskAct.ATTACH]
    yield from (
        ("enclosures", _asserted(Enclosure(each.takes["enclosure"], each.takes["enclosure"]), paper, each))
        for each in attached
    )
    if date := _date(paper):
        yield "date", date


def _date(paper: Composition) -> Reading[FieldValue] | None:
    """When it was sent; a letter bears the day that its form says, else that of its signature."""
    told = paper.version.told if paper.version else {}
    if said := paper.said("date"):
        printed = str(told.get("date", ""))
        if day := _day(printed):
            return Reading(day, ReadingState.ASSERTED, printed, 1.0, (paper.names.deed(said),))
    sent = paper.last(DeskAct.TRANSMIT, DeskAct.INJECT, DeskAct.COME)
    if paper.held.form is PaperForm.TELEGRAM:
        return _asserted(paper.names.local(done_at(sent)), paper, sent) if sent else None
    signed = paper.last(DeskAct.SIGN) or sent
    return _asserted(paper.names.day(signed.at), paper, signed) if signed else None


def _day(printed: str) -> str:
    """A date as a form says it, or as a reading has it; empty for no date."""
    try:
        return PartialDate.parse(printed).edtf
    except ValueError:
        read = read_date(printed)
    return read.value.edtf if read is not None and isinstance(read.value, PartialDate) else ""


def _drafting(paper: Composition) -> Iterator[Told]:
    held, names = paper.held, paper.names
    if held.drafter:
        yield "drafted_by", _asserted(names.person(held.drafter, held.begun, held.office), paper, paper.first)
        yield "drafted_on", _asserted(names.day(held.begun), paper, paper.first)
    if paper.version and paper.version.told.get("typed_by") and (act := paper.said("typed_by")):
        typist = str(paper.version.told["typed_by"])
        yield "typed_by", _asserted(Named(typist, NamedKind.PERSON, typist), paper, act)
    for field, which, office in _words(paper):
        act = next((each for each in reversed(paper.acts) if _gave(each, which)), None)
        if act is not None:
            yield field, _asserted(names.person(which.by, which.at, office), paper, act)
    if held.form is PaperForm.TELEGRAM and held.signer and (act := paper.said("signer")):
        yield "signed_by", _asserted(names.person(held.signer, act.at), paper, act)


def _words(paper: Composition) -> Iterator[tuple[str, Word, str]]:
    """Everybody's word on the version that is told, with the office for which they gave it."""
    held = paper.held
    for office, word in held.cleared.items():
        yield "cleared_by", word, office
    for field, given in (
        ("approved_by", held.approved),
        ("signed_by", held.signed),
        ("classified_by", held.classified),
    ):
        if given is not None:
            yield field, given, held.approver if field == "approved_by" and held.approver != given.by else ""


_GIVING = {DeskAct.CLEAR, DeskAct.APPROVE, DeskAct.SIGN, DeskAct.CLASSIFY}


def _gave(act: Performed, word: Word) -> bool:
    return act.act in _GIVING and act.by == word.by and act.at == word.at


def _registry(paper: Composition) -> Iterator[Told]:
    """The level and captions that it was given, where it is filed, under what it was asked for."""
    giving = (DeskAct.CLASSIFY, DeskAct.DRAFT, DeskAct.ENTER, DeskAct.INJECT)
    for name, field in (("level", "classification"), ("captions", "captions")):
        act = next((each for each in reversed(paper.acts) if each.act in giving and each.takes.get(name)), None)
        if act is not None:
            values = [act.takes[name]] if name == "level" else act.takes[name]
            yield from ((field, _asserted(each, paper, act)) for each in values)
    for which, name, field in ((DeskAct.FILE, "file", "file_number"), (DeskAct.REQUEST, "case", "case_number")):
        for act in paper.acts:
            if act.act is which or (which is DeskAct.FILE and act.act is DeskAct.ENTER and act.takes.get("file")):
                yield field, _asserted(act.takes[name], paper, act)
