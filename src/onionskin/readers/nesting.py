"""Enclosures under the papers that carry them: by their captions, and by what the paper before them lists or sends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from onionskin.phrases.page_marks import CAPTION_TO, RECORD_NUMBER, enclosure_caption, enclosure_number
from onionskin.phrases.release_notices import says_released
from onionskin.readers.covering import may_be_named, title_sent
from onionskin.record.boundaries import PageRole
from onionskin.record.dates import earliest, latest
from onionskin.record.document import Document
from onionskin.record.evidence import Inference
from onionskin.record.fields import Enclosure, FieldValue, Kind
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.references import ReferenceKind, Resolution, ResolutionState, SameAs, SameAsRelation

LETTERS = frozenset({ReferenceKind.LETTER, ReferenceKind.MESSAGE, ReferenceKind.ENCLOSURE})
NAMED = {
    Kind.LETTER: re.compile(r"\bletters?\b", re.IGNORECASE),
    Kind.TELEGRAM: re.compile(r"\b(?:tele)?(?:grams?|cables?)\b|\btel\b", re.IGNORECASE),
    Kind.AIRGRAM: re.compile(r"\bairgrams?\b", re.IGNORECASE),
    Kind.DESPATCH: re.compile(r"\bd[ei]spatch", re.IGNORECASE),
    Kind.MEMORANDUM_OF_CONVERSATION: re.compile(
        r"\bmem(?:orand\w+|o)\s+of\s+(?:tele\w+\s+)?conv\w+|\bmemcons?\b", re.IGNORECASE
    ),
    Kind.MEMORANDUM: re.compile(r"\bmemo(?:s|rand\w+)?\b(?!\s+of\s+(?:tele\w+\s+)?conv)", re.IGNORECASE),
    Kind.MINUTES: re.compile(r"\bminutes\b|\brecord of action", re.IGNORECASE),
}
"""The words by which a list of enclosures names a paper of that kind."""
UNTOLD = re.compile(
    r"\W*(?:enclosure|attachment|encl?|att|as stated|a/s|tab)s?\W*(?:as stated|\(?\d{1,2}\)?)?\W*", re.IGNORECASE
)
"""A list that names nothing: `Attachment.`, `As stated`."""
CARRIERS = frozenset({Kind.DESPATCH, Kind.AIRGRAM, Kind.TELEGRAM, Kind.LETTER, Kind.MEMORANDUM})
"""Kinds of papers that captions name as what they are attached to."""
DISPATCH_NUMBER = re.compile(r"\b[A-Za-z]{4}\s?[-–—]\s?(?=[A-Z]{0,2}\d)[\dBGIOSZl]{3,6}\b")
"""The number of an Agency dispatch in a caption, `UFGA-10862`; a figure of it may be read as a letter, `UPCA-3S6`."""
FIGURES = re.compile(r"\d{3,6}")
SHEETS = frozenset(
    {PageRole.COVER_SHEET, PageRole.ROUTING_SLIP, PageRole.IDENTIFICATION_FORM, PageRole.WITHDRAWAL_SHEET}
)
BY_THEMSELVES = frozenset({Kind.DESPATCH, Kind.AIRGRAM, Kind.TELEGRAM})
"""Kinds of papers that are sent by themselves: a list must name one, or a caption stand over it."""
HEAD = 300
"""Characters at the head of a paper among which an archive's number or its notice of release stands."""
MOST = 26
"""Tabs A to Z: a paper carries no more."""
CAPTIONED, SANDWICHED, NAMED_SO, FOLLOWS = 0.95, 0.85, 0.8, 0.6
UNLISTED = 0.75
"""Of a caption, where the paper before lists no enclosures."""


@dataclass(slots=True)
class _Carrier:
    """A paper that may carry the ones that follow it: what it lists, and what was found to lie under it."""

    place: int
    listed: tuple[Reading[FieldValue], ...]
    held: list[_Under] = field(default_factory=list)
    closed: bool = False
    """A sheet was laid behind it: what follows that lies there only by its caption."""
    open: list[int] = field(default_factory=list)
    """Papers that follow it and are not yet known to lie under it, up to the first that cannot."""


@dataclass(frozen=True, slots=True)
class _Under:
    """A paper by its place in the file, its number among the enclosures, and what says that it lies there."""

    place: int
    mark: int | None
    score: float
    reason: str


def nest(documents: Sequence[Document]) -> list[Document]:
    """The papers of one file, in its order, each enclosure with the paper that carries it and the other way round.

    The enclosure's `same_as` says of which paper it is an attachment, its first page's role that it is one; the
    carrying paper's `enclosures` say which record each turned out to be, and hold one that it does not list as
    inferred.
    """
    out = list(documents)
    for carrier in chain.from_iterable(_carriers(documents, *stretch) for stretch in _records(documents)):
        if carrier.held:
            parent = out[carrier.place]
            out[carrier.place] = _carrying(parent, carrier, documents)
            for each in carrier.held:
                out[each.place] = _under(out[each.place], parent.id, each)
    return out


def _records(documents: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """The records of which the file is put together, as stretches of places (half-open): nothing of one lies under a
    paper of another.
    """
    begins = [0, *(at for at in range(1, len(documents)) if _another_record(documents[at], documents[at - 1]))]
    yield from pairwise([*begins, len(documents)])


def _carriers(documents: Sequence[Document], start: int, end: int) -> Iterator[_Carrier]:
    """The papers of a stretch that may carry others, each with those."""
    carrier: _Carrier | None = None
    for place in range(start, end):
        document = documents[place]
        meant = _named_by(documents, start, place) if carrier is not None else None
        if carrier is not None and meant is not None and meant < carrier.place and not carrier.held:
            # What lies between was taken for carrying papers itself.
            carrier = _Carrier(meant, documents[meant].many("enclosures"), open=list(range(meant + 1, place)))
        if carrier is not None and (under := _caption(document, place, carrier)):
            carrier.held += [
                _Under(at, None, SANDWICHED, "it lies between the paper and one that is captioned as enclosed")
                for at in carrier.open
                if under.mark is None or len(carrier.held) + 1 < under.mark
            ]
            carrier.open.clear()
            carrier.held.append(under)
        elif carrier is not None and (under := _behind(document, place, carrier, documents[carrier.place])):
            carrier.held.append(under)
        elif _is_sheet(document):
            if carrier is not None:
                carrier.closed = True
        elif (
            carrier is not None
            and not carrier.open
            and _room(carrier)
            and not _later(document, documents[carrier.place])
        ):
            carrier.open.append(place)
        else:
            if carrier is not None:
                yield carrier
            carrier = _Carrier(place, document.many("enclosures"))
    if carrier is not None:
        yield carrier


def _another_record(document: Document, before: Document) -> bool:
    """Whether an archive begins another record with the paper: its number stands there, or its notice of release; a
    notice tells nothing that is printed on later pages of the paper before too.
    """
    if document.page_roles and document.page_roles[0].role is PageRole.ENCLOSURE:
        return False  # its caption says more than a number, which may stand on a blank page before it
    head = document.text.transcription[:HEAD]
    if number := RECORD_NUMBER.search(head):
        return number[0] not in before.text.transcription[:HEAD]
    later = before.text.transcription.split("\f")[1:]
    return _says_released(head) and not any(_says_released(page[:HEAD]) for page in later)


def _says_released(head: str) -> bool:
    return any(says_released(line) for line in head.split("\n"))


def _room(carrier: _Carrier) -> bool:
    return len(carrier.held) < len(carrier.listed) and not carrier.closed


def _is_sheet(document: Document) -> bool:
    return bool(document.page_roles) and document.page_roles[0].role in SHEETS


def _caption(document: Document, place: int, carrier: _Carrier) -> _Under | None:
    """The paper by the caption at its head."""
    first = document.page_roles[0] if document.page_roles else None
    if first is None or first.role is not PageRole.ENCLOSURE or len(carrier.held) >= MOST:
        return None
    score = CAPTIONED if carrier.listed else UNLISTED
    return _Under(place, enclosure_number(_caption_of(document)), score, first.reason)


def _named_by(documents: Sequence[Document], start: int, place: int) -> int | None:
    """The place of the paper that a caption names by its number or kind, the last of those before that can be it.

    `Attachment to UFGA-10862` goes to a dispatch; never to one that bears another number, nor past a sheet.
    """
    document = documents[place]
    roles = document.page_roles
    to = CAPTION_TO.search(_caption_of(document)) if roles and roles[0].role is PageRole.ENCLOSURE else None
    if to is None:
        return None
    words = to.string[to.end() :]
    kinds = {kind for kind, pattern in NAMED.items() if kind in CARRIERS and pattern.search(words)}
    kinds |= {Kind.DESPATCH} if DISPATCH_NUMBER.search(words) else set()
    figures = set(FIGURES.findall(words))
    for at in range(place - 1, start - 1, -1):
        number = documents[at].one("number")
        own = set(FIGURES.findall(str(number.value))) if number is not None and number.value else set()
        if own & figures or (documents[at].kind in kinds and not (own and figures)):
            return at
        if _is_sheet(documents[at]):
            return None
    return None


def _caption_of(document: Document) -> str:
    """The first line of the paper that is an enclosure's caption, or nothing."""
    lines = (line for line in document.text.transcription.split("\n") if line.strip())
    return next((caption for line in lines if (caption := enclosure_caption(line))), "")


def _behind(document: Document, place: int, carrier: _Carrier, parent: Document) -> _Under | None:
    """The paper by what the carrying one says: it directly follows what was found to lie there."""
    if carrier.open or _is_sheet(document) or _later(document, parent):
        return None
    listed = _listed(document, place, carrier, parent) if _room(carrier) else None
    return listed or (None if carrier.held or carrier.closed else _sent(document, place, parent))


def _listed(document: Document, place: int, carrier: _Carrier, parent: Document) -> _Under | None:
    """The next of the list is of this kind, or has no name."""
    value = carrier.listed[len(carrier.held)].value
    name = value.name if isinstance(value, Enclosure) else ""
    named = next((kind for kind, pattern in NAMED.items() if pattern.search(name)), None)
    if named is document.kind:
        return _Under(place, None, NAMED_SO, f"it follows the paper, which lists {name!r} as its next enclosure")
    if _is_caption(name):
        return None
    alone = document.kind in BY_THEMSELVES or document.many("enclosures")
    if UNTOLD.fullmatch(name) and not name.isupper() and not alone and not _meant_another(parent):
        return _Under(place, None, FOLLOWS, f"it follows the paper, which says {name!r}")
    if named is None and document.kind is Kind.OTHER and may_be_named(name, document):
        return _Under(place, None, FOLLOWS, f"it follows the paper, which lists {name!r}, and has no form of its own")
    return None


def _is_caption(name: str) -> bool:
    """Whether words taken for a list are the caption of an enclosure within the paper: `Attachment 2`, not two."""
    return bool(UNTOLD.fullmatch(name)) and (enclosure_number(name) or 1) > 1


def _sent(document: Document, place: int, parent: Document) -> _Under | None:
    """The text of the paper before says that it sends this one."""
    if title := title_sent(parent, document):
        return _Under(place, None, NAMED_SO, f"the paper before says that it sends {title!r}")
    return None


def _meant_another(parent: Document) -> bool:
    """Whether the text says that a copy of a letter is enclosed: that letter was looked for by its words."""
    return any(reference.kind in LETTERS and "copy" in reference.text.lower() for reference in parent.references)


def _later(document: Document, parent: Document) -> bool:
    """Whether the paper is dated after any day that the one that would carry it can be of."""
    own, its = document.one("date"), parent.one("date")
    if own is None or its is None or not own.value or not its.value:
        return False
    try:
        return earliest(str(own.value)) > latest(str(its.value))
    except ValueError:
        return False


def _under(document: Document, parent: str, under: _Under) -> Document:
    known = any(each.record == parent for each in document.same_as)
    same = () if known else (SameAs(parent, SameAsRelation.ATTACHMENT_OF, under.score, (under.reason,)),)
    roles = document.page_roles
    if roles and roles[0].role is PageRole.FIRST:
        roles = (replace(roles[0], role=PageRole.ENCLOSURE, reason=under.reason), *roles[1:])
    return replace(document, same_as=(*document.same_as, *same), page_roles=roles)


def _carrying(parent: Document, carrier: _Carrier, documents: Sequence[Document]) -> Document:
    """The paper with its enclosures resolved to records, the ones it does not list added."""
    listed = list(carrier.listed)
    free = list(range(len(listed)))
    for each in carrier.held:
        child = documents[each.place]
        resolved = Resolution(ResolutionState.LINKED, child.id)
        wanted = each.mark - 1 if each.mark and each.mark - 1 in free else next(iter(free), None)
        if wanted is None:
            caption = _caption_of(child)
            evidence = (Inference("enclosure-behind-its-paper", (f"{child.id}: {each.reason}",)),)
            value: FieldValue = Enclosure(caption or str(child.subkind or child.kind), caption, resolved)
            listed.append(Reading(value, ReadingState.INFERRED, "", each.score, evidence, each.reason))
            continue
        free.remove(wanted)
        held = listed[wanted]
        if isinstance(held.value, Enclosure):
            listed[wanted] = replace(held, value=replace(held.value, resolved=resolved))
    return replace(parent, fields={**parent.fields, "enclosures": tuple(listed)})
