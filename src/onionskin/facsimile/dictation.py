"""A record asked for its words as a typist wants them: printed forms where it has them, gaps where words are gone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from onionskin.facsimile import dates
from onionskin.facsimile.marks import CopyMark, Marking, Marks, Note, Overlay, Place, Struck
from onionskin.facsimile.restamping import ENDING, codes_of, ended, folded, spelt, stamp_of
from onionskin.facsimile.sheets import Drafting, Excised, Officer, Paragraph, XedOut
from onionskin.record.acts import Act
from onionskin.record.dates import EDTF_DATE, PartialDate, latest
from onionskin.record.document import Document
from onionskin.record.evidence import Deed, Ink
from onionskin.record.fields import Enclosure, FieldValue, NumberKind, OtherNumber
from onionskin.record.marks import DistributionRole, Excision, ExcisionKind, InkState
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading
from onionskin.record.state import state

_DASH = "\u2014"
_CLOCK = re.compile(r"[ap]\.?\s?m\b|\d\s\d\d\s[ap]|\d{6}Z", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_LETTERS_OF = {"characters": 1, "words": 6, "lines": 60}
"""About how many letters an extent of each unit takes on the page."""
_MOST_LETTERS = 600
Gap = XedOut | Excised
OPEN = "UNCLASSIFIED"
_BEFORE = 24
"""Letters before a place that are looked for in the paragraph."""


class Dictation:
    """A record asked for words as a typist wants them."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def text(self, name: str) -> str:
        """The value of a field as words; empty where the paper has none."""
        held = self.document.one(name)
        return _words_of(held) if held else ""

    def printed(self, name: str) -> str:
        """The same as it was printed, or else the value."""
        held = self.document.one(name)
        return (_printed(held) or _words_of(held)) if held else ""

    def dated(self, name: str, typed: Callable[[str], str]) -> str:
        """A date as it was printed; of one that stands nowhere yet, what `typed` makes of its EDTF.

        What runs over two lines may have another column between them: of that the first line is taken.
        """
        held = self.document.one(name)
        return (_first_line(held) or typed(_words_of(held))) if held else ""

    def hour(self, name: str) -> str:
        """The hour of a date, where what was printed of it is the day alone."""
        held = self.document.one(name)
        return dates.clock(_words_of(held)) if held and not _CLOCK.search(_first_line(held)) else ""

    def list(self, name: str) -> tuple[str, ...]:
        """The values of a list, as printed."""
        held = self.document.many(name)
        return tuple(words for each in held if (words := _printed(each) or _words_of(each)))

    def names(self, name: str) -> tuple[str, ...]:
        """The values of a list as names, without what stands around them."""
        return tuple(words for each in self.document.many(name) if (words := _words_of(each)))

    def surnames(self, name: str) -> tuple[str, ...]:
        """Persons as the attention line has them: `STEVENSON`, `McCLOY`, as printed where they were."""
        held = self.document.many(name)
        return tuple(words for each in held if (words := _printed(each) or in_capitals(each.value)))

    def addressees(self, name: str) -> tuple[str, ...]:
        """Of a memorandum's TO and FROM: as printed, or `EUR - Mr. Tyler`; of a field that holds one, that one."""
        held = self.document.many(name) or tuple(filter(None, (self.document.one(name),)))
        typed = (_printed(each) or _with_office(each) for each in held)
        return tuple(filter(None, typed))

    @property
    def signature(self) -> str:
        """A telegram's: `RUSK`."""
        held = self.document.one("signed_by")
        return (_printed(held) or in_capitals(held.value)) if held else ""

    @property
    def letterhead(self) -> tuple[str, ...]:
        """The office or organization that writes, where the record names it and the paper has not printed it yet."""
        held = self.document.one("from")
        if held is None or _printed(held) or not isinstance(held.value, Named):
            return ()
        sender = held.value
        office = sender.office if sender.kind is NamedKind.PERSON else sender.name
        return (office.upper(),) if office else ()

    def person(self, name: str) -> Named | None:
        """The person of a field."""
        held = self.document.one(name)
        return held.value if held and isinstance(held.value, Named) else None

    def officers(self, name: str) -> tuple[Officer, ...]:
        """Persons with their offices before them."""
        values = (each.value for each in self.document.many(name))
        return tuple(officer_of(value) for value in values if isinstance(value, Named))

    def number(self, *kinds: NumberKind) -> str:
        """The first number beside the paper's own, of one of these kinds where any is given."""
        values = (each.value for each in self.document.many("other_numbers"))
        numbers = (each for each in values if isinstance(each, OtherNumber))
        return next((each.number for each in numbers if not kinds or each.kind in kinds), "")

    @property
    def year(self) -> int | None:
        """Of the paper's date."""
        year = _YEAR.match(self.text("date"))
        return int(year[0]) if year else None

    @property
    def marking(self) -> Marking:
        """Classification and captions; struck where no occurrence of the level is left standing, or an act ended it.

        Only acts that people did here count: of those that ink tells, the ink shows what became of the marking.
        """
        level, captions = self.text("classification"), self.list("captions")
        if level and self._is_struck(level):
            return self._struck_marking(level, captions)
        now = self._level_since() if level else None
        if now in {None, level}:
            return Marking(level, captions)
        if now == OPEN:
            return Marking(level, captions, Struck.ALL)
        return Marking(level, captions, Struck.LEVEL, since=now or "")

    def _is_struck(self, marking: str) -> bool:
        """Whether the ink has this level or caption, and nowhere left standing."""
        held = [each.state for each in self.document.markings if marking in {each.level, each.caption}]
        return bool(held) and all(state is InkState.STRUCK for state in held)

    def _struck_marking(self, level: str, captions: tuple[str, ...]) -> Marking:
        """As the ink has it: with the level that came after, which may be struck as well."""
        later = [each.level for each in self.document.markings if each.level and each.level != level]
        if all(map(self._is_struck, (*captions, *later))):
            return Marking(level, captions, Struck.ALL, since=later[-1] if later else "")
        since = next((each for each in later if not self._is_struck(each)), "")
        return Marking(level, captions, Struck.LEVEL, since=since)

    def _level_since(self) -> str | None:
        """The level that acts done here have left; None where none of them changed it."""
        done = self._done_here()
        if not any(act.act in ENDING for act in done):
            return None
        days = [latest(act.date) for act in done if act.date and EDTF_DATE.fullmatch(act.date)]
        return state(done, PartialDate(*max(days))).level if days else None

    def _done_here(self) -> tuple[Act, ...]:
        """Acts of people, which no ink tells."""
        acts = self.document.acts
        return tuple(act for act in acts if act.evidence and all(isinstance(e, Deed) for e in act.evidence))

    @property
    def marks(self) -> Marks:
        """The copy's own mark; at the end, where the page is bare, stamps and codes of exemptions that a hand wrote."""
        cut = [(each, stamp_of(each)) for each in self.document.stamps]
        overlays = [Overlay(Place.END, stamp) for _, stamp in cut if stamp is not None]
        overlays += [Overlay(Place.END, ended(act)) for act in self._done_here() if act.act in ENDING]
        copy = self.document.copy
        if copy.number or copy.holder:
            mark = CopyMark(copy.number or "", holder=copy.holder or "", item=copy.item or "")
            overlays.insert(0, Overlay(Place.HEAD, mark))
        codes = tuple(filter(None, (codes_of(each) for each, stamp in cut if stamp is None)))
        if codes:
            overlays.append(Overlay(Place.END, Note(codes, "stamp.exemptions")))
        return Marks(overlays=tuple(overlays))

    @property
    def drafting(self) -> Drafting | None:
        """Drafter, typist and day."""
        drafter = self.person("drafted_by")
        if drafter is None:
            return None
        held = self.document.one("drafted_by")
        by = folded(drafter.as_printed) if held and held.ink else run_together(drafter)
        on = self.dated("drafted_on", dates.slashed)
        return Drafting(by, drafter.office or "", self.printed("typed_by"), on, colons=bool(drafter.office))

    def distribution(self, *roles: DistributionRole) -> tuple[str, ...]:
        """The symbols of these roles, with the number of their copies where that is printed: `EUR-12`."""
        chosen = (each for each in self.document.distribution if each.role in roles)
        return tuple(each.office if each.copies is None else f"{each.office}-{each.copies:02}" for each in chosen)

    def paragraphs(self, *without: str) -> tuple[Paragraph, ...]:
        """The text, without what the form prints elsewhere, and with what was taken out of it."""
        elsewhere = [_bare(words) for words in without if words]
        gaps = [(before, _gap(each)) for each in self.document.excisions if (before := self._before(each))]
        kept = (each for each in self.document.text.paragraphs if not _is_made_of(_bare(each.text), elsewhere))
        typed = (spelt(" ".join(filter(None, (each.label, each.text)))).replace(_DASH, "--") for each in kept)
        return tuple(tuple(_with_gaps(each, gaps)) for each in typed) or ("",)

    def _before(self, excision: Excision) -> str:
        """The words that come before the excision on the page; empty of one that leaves no gap."""
        ink = next((each for each in excision.evidence if isinstance(each, Ink)), None)
        if ink is None or excision.kind in {ExcisionKind.BRACKET, ExcisionKind.WITHDRAWN}:
            return ""
        page = next((each.text for each in self.document.pages if each.n == ink.page), "")
        return " ".join(re.sub(r"[~*]", "", page[: ink.span.start]).split())[-_BEFORE:]


def _with_gaps(words: str, gaps: list[tuple[str, Gap]]) -> Iterator[str | Gap]:
    """A paragraph parted where words were taken out of it; a gap that has found its place is no longer among them."""
    here = sorted((at + len(before), n) for n, (before, _) in enumerate(gaps) if (at := words.find(before)) >= 0)
    start = 0
    for at, n in here:
        # The blank after the words before it was typed before it.
        yield words[start:at] + (" " if words[at : at + 1] == " " else "")
        yield gaps[n][1]
        start = at
    yield words[start:]
    placed = {n for _, n in here}
    gaps[:] = [gap for n, gap in enumerate(gaps) if n not in placed]


def officer_of(person: Named) -> Officer:
    """As the clearance lines have one: with a title, the office before it; an office that is named itself, once."""
    office = person.office if person.office and person.office != person.name else ""
    return Officer(f"{person.title} {person.name}" if person.title else person.name, office)


def _gap(excision: Excision) -> Gap:
    extent = excision.extent
    letters = round(extent.amount * _LETTERS_OF.get(extent.unit, 1)) if extent else len(excision.as_printed)
    letters = max(1, min(letters, _MOST_LETTERS))
    return XedOut(letters) if excision.kind is ExcisionKind.X_OUT else Excised(letters, excision.kind.value)


def _printed(reading: Reading[FieldValue]) -> str:
    """What ink has of it; words that stand nowhere yet were not printed, whoever stated them."""
    return folded(reading.as_printed) if reading.ink else ""


def _first_line(reading: Reading[FieldValue]) -> str:
    return folded(reading.as_printed.partition("\n")[0]) if reading.ink else ""


def _words_of(reading: Reading[FieldValue]) -> str:
    match reading.value:
        case Named() | Enclosure() as named:
            return spelt(named.name)
        case OtherNumber(number=number):
            return number
        case None:
            return ""
        case value:
            return spelt(str(value))


def _with_office(reading: Reading[FieldValue]) -> str:
    value = reading.value
    return officer_of(value).typed() if isinstance(value, Named) else _words_of(reading)


def _is_made_of(words: str, parts: Iterable[str]) -> bool:
    """Whether nothing else stands there: a close and the name under it are often one paragraph."""
    for part in parts:
        words = words.replace(part, "", 1)
    return not words


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def in_capitals(value: object) -> str:
    """`STEVENSON` for a person, `McCLOY` as typists had it; another name in full."""
    words = (value.surname or value.name) if isinstance(value, Named) else ""
    return "".join(part if part == "Mc" else part.upper() for part in re.split(r"\b(Mc)(?=[A-Z])", words))


def run_together(person: Named) -> str:
    """A drafter's name as it stands before the typist's initials: `GBall`."""
    if not person.surname:
        return person.name
    return "".join(each[0] for each in re.findall(r"\w+", person.given or "")[:1]) + person.surname
