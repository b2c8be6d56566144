"""Memoranda, memoranda of conversation and cover sheets drawn by lot."""

from __future__ import annotations

from datetime import date, timedelta

from bench.case import Entry
from bench.reading import stock
from bench.reading.dating import long, slashed
from bench.reading.drawn import Drawn, Lot, cited, numbered
from bench.reading.frus import Text
from bench.reading.marks import classified, marks
from onionskin.facsimile.marks import Note, Overlay, Place
from onionskin.facsimile.sheets import CoverSheet, Drafting, Memorandum, MemorandumOfConversation

PLACES = (Place.HEAD, Place.UNDER_TITLE, Place.FOOT, Place.TURN, Place.END)

_TITLED = ("The Secretary", "The Under Secretary", "The Acting Secretary")
_ROOMS = (
    "Secretary's Office",
    "Department of State",
    "The White House",
    "Mr. Kohler's Office",
    "Foreign Ministry",
    "Embassy Residence",
)


def memorandum(lot: Lot, text: Text) -> Drawn:
    """A memorandum within the Department, or for the President."""
    day = lot.redated(text.day, 1948, 1969)
    for_president = lot.chance(0.15)
    to, addressed = (
        (("THE PRESIDENT",), ["The President"]) if for_president else _addressees(lot, lot.rng.choice((1, 1, 2)))
    )
    sender, sent_by = _officer(lot)
    through, passed = _addressees(lot, 1) if not for_president and lot.chance(0.25) else ((), [])
    level = classified(lot, day, captions=False)
    drafting, drafted = _drafting(lot, day)
    clearances, cleared = lot.officers(3) if drafting else ((), [])
    enclosures = lot.some(stock.ENCLOSURES, 1, 2) if lot.chance(0.35) else ()
    copies = lot.some(stock.OFFICES, 1, 3) if lot.chance(0.3) else ()
    number = lot.file_number(day) if lot.chance(0.15) else ""
    subject = text.subject or lot.rng.choice(stock.SUBJECTS)
    fields: dict[str, object] = {
        "to": addressed,
        "from": sent_by,
        "through": passed,
        "subject": subject,
        "date": day.isoformat(),
        **level.fields(),
        "enclosures": list(enclosures),
        "copies_to": list(copies),
        **drafted,
        "cleared_by": cleared,
        "file_number": number,
    }
    marking = level.marking(lot)
    sheet = Memorandum(
        letterhead=lot.rng.choice(
            (
                ("DEPARTMENT OF STATE", "WASHINGTON"),
                ("DEPARTMENT OF STATE",),
                ("Office Memorandum", "UNITED STATES GOVERNMENT"),
                (),
            )
        ),
        date=long(day),
        to=to,
        sender=sender,
        subject=subject,
        paragraphs=text.paragraphs,
        heading="MEMORANDUM FOR" if for_president else "MEMORANDUM",
        heading_addresses=for_president,
        through=through,
        file_number=number,
        enclosures=enclosures,
        enclosures_label=lot.one("Attachments:", "Enclosures:")
        if len(enclosures) > 1
        else lot.one("Attachment:", "Enclosure:"),
        copies_to=copies,
        copies_label=lot.one("cc:", "Copies to:"),
        drafting=drafting,
        clearances=clearances,
        numbered=numbered(text.paragraphs, lot),
        page_numbers=lot.one("- {n} -", "-{n}-"),
        marks=marks(lot, day, places=PLACES, every_page=marking),
    )
    return Drawn(kind="memorandum", sheet=sheet, fields=_present(fields), references=cited(text.paragraphs))


def conversation(lot: Lot, text: Text) -> Drawn:
    """A memorandum of conversation on the Department's form."""
    day = text.day
    people = text.people if len(text.people) > 1 else ()
    level = classified(lot, day, captions=False)
    drafting, drafted = _drafting(lot, day)
    place = lot.rng.choice(_ROOMS) if lot.chance(0.7) else ""
    copies = lot.some(stock.OFFICES, 2, 6) if lot.chance(0.5) else ()
    subject = text.subject or lot.rng.choice(stock.SUBJECTS)
    named: tuple[str, ...] = tuple(each.printed for each in people)
    attended: list[Entry] = [{"surname": each.surname} for each in people]
    if not people:
        drawn = [lot.official() for _ in range(2)]
        drawn += [(clerk, clerk) for clerk in lot.some(stock.CLERKS, 1, 2)]
        drawn = list(dict(drawn).items())
        named = tuple(
            f"{name}, {lot.one('EUR', 'Political Counselor', 'Department of State', 'ARA')}" for name, _ in drawn
        )
        attended = [{"surname": surname} for _, surname in drawn]
    sides = (("United States", len(named) - 1), ("Foreign", 1)) if len(named) > 2 and lot.chance(0.3) else ()
    fields: dict[str, object] = {
        "date": day.isoformat(),
        "subject": subject,
        "place": place,
        "participants": attended,
        "copies_to": list(copies),
        **level.fields(),
        **drafted,
    }
    marking = level.marking(lot)
    sheet = MemorandumOfConversation(
        date=long(day),
        time=lot.one("3:30 p.m.", "11 a.m.", "4:15 p.m.") if lot.chance(0.4) else "",
        place=place,
        subject=subject,
        participants=named,
        sides=sides,
        copies_to=copies,
        paragraphs=text.paragraphs,
        drafting=drafting,
        approved=lot.one("", "", "S", "U") if drafting else "",
        numbered=numbered(text.paragraphs, lot),
        page_numbers=lot.one("- {n} -", "-{n}-"),
        marks=marks(lot, day, places=PLACES, every_page=marking),
    )
    return Drawn(
        kind="memorandum-of-conversation",
        sheet=sheet,
        fields=_present(fields),
        references=cited(text.paragraphs),
        unjudged=frozenset({"other_numbers", "approved_by"}),
    )


def cover_sheet(lot: Lot, day: date) -> Drawn:
    """A sheet laid over the letters of one file: stamps, and notes by hand."""
    laid = marks(lot, day, places=(Place.HEAD, Place.UNDER_TITLE, Place.END))
    slip = Overlay(Place.HEAD, Note((f"Return to {lot.one('S/S', 'S/S-RO', 'RM/R')}",), field="copy.return_to_note"))
    sheet = CoverSheet(
        lines=(lot.figure(1000, 9999).zfill(5), f"{day.year}/{day.month:02d}/{day.day:02d}"),
        marks=type(laid)(overlays=(slip, *laid.overlays)),
    )
    return Drawn(kind="cover-sheet", sheet=sheet, optional=True)


def _officer(lot: Lot) -> tuple[str, Entry]:
    """An officer as a memorandum names one, and the person: `EUR - Mr. Kohler`, `S/P - Walt W. Rostow`."""
    name, surname = lot.official() if lot.chance(0.5) else (lot.rng.choice(stock.CLERKS),) * 2
    office = lot.rng.choice(stock.OFFICES)
    return f"{office} - {lot.one('Mr. ' + surname, name if ' ' in name else 'Mr. ' + surname)}", {
        "surname": surname,
        "office": office,
    }


def _addressees(lot: Lot, count: int) -> tuple[tuple[str, ...], list[object]]:
    printed: list[str] = []
    truth: list[object] = []
    for _ in range(count):
        if not printed and lot.chance(0.35):
            title = lot.rng.choice(_TITLED)
            printed.append(title)
            truth.append(title)
        else:
            officer, person = _officer(lot)
            printed.append(officer)
            truth.append(person)
    return tuple(printed), truth


def _drafting(lot: Lot, day: date) -> tuple[Drafting | None, dict[str, object]]:
    if lot.chance(0.4):
        return None, {}
    by, surname = lot.clerk()
    office, typist = lot.rng.choice(stock.OFFICES), lot.initials()
    on = day + timedelta(days=lot.rng.choice((0, 0, 1)))
    fields: dict[str, object] = {
        "drafted_by": {"surname": surname, "office": office},
        "typed_by": typist,
        "drafted_on": on.isoformat(),
    }
    return Drafting(by, office, typist, slashed(on)), fields


def _present(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in ("", [], {})}
