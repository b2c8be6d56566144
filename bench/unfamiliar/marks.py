"""Stamps and marks laid on afterwards, in forms of offices and libraries; each writes itself and its truth."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw
from bench.unfamiliar.sheet import Ink, Paper

__all__ = ["mark_by_lot", "received"]

Mark = Callable[[Paper, Draw, dt.date], None]


def _ink(text: str, number: int) -> Ink:
    return Ink(text, "stamp", {"number": number})


def _hand(paper: Paper, text: str, number: int) -> Ink:
    before, after = paper.style.hand
    return _ink(f"{before}{text}{after}", number)


def _date(draw: Draw, day: dt.date) -> str:
    return draw.of(f"{day.month}/{day.day}/{day:%y}", f"{day.month}-{day.day}-{day:%y}", f"{day:%d %b %y}".upper())


def _office(day: dt.date) -> str:
    return "NARS" if day < dt.date(1985, 4, 1) else "NARA"


def library(paper: Paper, draw: Draw, day: dt.date) -> None:
    """A presidential library's stamp, the case in its first line."""
    on = draw.later(day)
    place = draw.of(*stock.COLLECTIONS)
    case = f"{place} {draw.of('MR', 'RAC')} {on:%y}-{draw.figure(11, 480)} #{draw.figure(1, 9)}"
    printed, by = _date(draw, on), draw.typist()
    n = paper.stamp(kind="declassification", executed_by=by, date=printed, authority_contains=case)
    heading = draw.of("DECLASSIFIED", "DECLASSIFIED", "DECLASSIFIED IN FULL")
    paper.row(_ink(heading, n))
    paper.row("Authority ", _hand(paper, case, n))
    paper.row("By ", _hand(paper, by, n), " ", _ink(place, n), " Date ", _hand(paper, printed, n))
    paper.gap()


def order(paper: Paper, draw: Draw, day: dt.date) -> None:
    """The archivist's stamp with the order, the agency's letter and its date, the heading sometimes last."""
    on = draw.later(day)
    number, section = ("11652", "Sec. 3(E) and 5(D)") if on.year < 1979 else ("12065", "Sec. 6-102")
    number, section = (number, section) if on.year < 1983 else ("12356", "Sec. 3.4")
    number, section = (number, section) if on.year < 1996 else ("12958", "Sec. 3.6")
    letter = _date(draw, on - dt.timedelta(days=draw.rng.randint(20, 300)))
    agency, by, printed = draw.of("State", "NSC", "State Dept.", "OSD"), draw.typist().upper(), _date(draw, on)
    office = _office(on)
    n = paper.stamp(
        kind="declassification", executed_by=by, date=printed, office=office, authority_contains=agency.rstrip(".")
    )
    last = draw.chance(0.3)
    if not last:
        paper.row(_ink("DECLASSIFIED", n))
    paper.row(_ink(f"E.O. {number}, {section}", n))
    paper.row(_hand(paper, f"{agency} {draw.of('ltr.', 'letter', 'Guidelines')} {letter}", n))
    paper.row("BY ", _hand(paper, by, n), f" {office}, DATE ", _hand(paper, printed, n))
    if last:
        paper.row(_ink("DECLASSIFIED", n))
    paper.gap()


def later_office(paper: Paper, draw: Draw, _day: dt.date) -> None:
    """The Department's form of the nineties and after: boxes in rows, the office first, the hand last."""
    on = dt.date(draw.rng.randint(1996, 2012), draw.rng.randint(1, 12), draw.rng.randint(1, 28))
    office = draw.of("A/RPS/IPS", "A/GIS/IPS", "A/ISS/IPS")
    part, denied = draw.chance(0.35), draw.chance(0.1)
    verbs = ["deny"] if denied else (["excise"] if part else ["release", "declassify"])
    code = f"1.{draw.of('5', '4')}({draw.of('b', 'c', 'd')})" if part or denied else ""
    printed, by = _date(draw, on), draw.typist().upper()
    n = paper.stamp(
        kind="review|declassification",
        form_contains=office,
        reviewer=by,
        date=printed,
        decisions=verbs,
        exemptions=[code] if code else [],
    )
    box = paper.style.box

    def choice(label: str, verb: str) -> tuple[Ink, Ink]:
        return _ink(box[verb in verbs], n), _ink(f" {label}   ", n)

    paper.row(_ink(f"Dept. of State, {office}", n))
    paper.row(*choice("Release", "release"), *choice("Excise", "excise"), *choice("Deny", "deny"))
    paper.row(*choice("Declassify", "declassify"), _ink(box[False], n), _ink(" Classify as ____ to ____", n))
    paper.row(_ink("Exemptions: ", n), _hand(paper, code, n) if code else _ink("__________", n))
    paper.row(_ink("IPS by ", n), _hand(paper, by, n), _ink("  Date ", n), _hand(paper, printed, n))
    paper.gap()


def sanitized(paper: Paper, draw: Draw, day: dt.date) -> None:
    """A copy with parts taken out, and who took them."""
    on = draw.later(day)
    place = draw.of(*stock.COLLECTIONS)
    case, by, printed = f"{place}-{on:%y}-{draw.figure(20, 400)}", draw.typist(), _date(draw, on)
    n = paper.stamp(kind="declassification|review", executed_by=by, date=printed, authority_contains=case)
    paper.row(_ink("SANITIZED", n))
    paper.row("Authority ", _hand(paper, case, n))
    paper.row("By ", _hand(paper, by, n), f", {_office(on)}, Date ", _hand(paper, printed, n))
    paper.gap()


def regraded(paper: Paper, draw: Draw, day: dt.date) -> None:
    """A level taken down by an office, in one sentence."""
    on = day + dt.timedelta(days=draw.rng.randint(400, 3000))
    by, printed = draw.people(1)[0], f"{on.day} {on:%b %Y}".upper()
    n = paper.stamp(kind="downgrading|declassification", date=printed)
    paper.row(_ink(f"REGRADED UNCLASSIFIED ON {printed}", n))
    paper.row(_ink(f"BY AUTHORITY OF {draw.of('RM/R', 'FAIM', 'OPR/ASD')} - {by.surname.upper()}", n))
    paper.gap()


def case_header(paper: Paper, draw: Draw, _day: dt.date) -> None:
    """The electronic reading room's line over each page: one stamp, an impression for each page."""
    on = dt.date(draw.rng.randint(2005, 2016), draw.rng.randint(1, 12), draw.rng.randint(1, 28))
    case = f"F-{on.year - 3}-{draw.figure(1000, 9999):0>5}"
    printed, part = f"{on:%m/%d/%Y}", draw.chance(0.4)
    codes = ["B1", "1.4(D)"] if part else []
    n = paper.stamp(
        kind="declassification|review|control",
        date=printed,
        case=case,
        exemptions=codes,
    )
    words = f"RELEASE IN {'PART' if part else 'FULL'}"
    item = f"C0{draw.figure(5000000, 5999999)}"
    line = f"UNCLASSIFIED U.S. Department of State Case No. {case} Doc No. {item} Date: {printed}"
    inner = paper.head

    def head(page: int) -> None:
        paper.row(_ink(line, n))
        if inner:
            inner(page)

    paper.row(_ink(line, n))
    paper.gap()
    paper.row(_ink(words, n), *((_ink("  " + ", ".join(codes), n),) if codes else ()))
    paper.gap()
    paper.head = head
    paper.gone.append("U.S. Department of State Case No.")


def received(paper: Paper, draw: Draw, day: dt.date) -> None:
    """An office's clock stamp."""
    on = day + dt.timedelta(days=draw.rng.randint(0, 9))
    office = draw.of("S/S", "EUR", "NEA", "RM/R", "BUREAU OF FAR EASTERN AFFAIRS", "OFFICE OF THE LEGAL ADVISER")
    printed = draw.of(f"{on:%b} {on.day} {on.year}", f"{on.year} {on:%b} {on.day}").upper()
    n = paper.stamp(kind="receipt", date=printed, office=office)
    if draw.chance(0.5):
        paper.row(_ink("DEPARTMENT OF STATE", n))
        paper.row(_ink(office, n))
        paper.row(_ink("RECEIVED", n))
        paper.row(_ink(printed, n))
    else:
        paper.row(_ink(f"RECEIVED {printed}", n))
        paper.row(_ink(office, n))
    paper.gap()


_MARKS: tuple[tuple[Mark, int], ...] = (
    *((library, 4), (order, 4), (later_office, 3), (sanitized, 1), (regraded, 1), (case_header, 2), (received, 3)),
)


def mark_by_lot(paper: Paper, draw: Draw, day: dt.date, odds: float) -> None:
    """A stamp here, as often as `odds` says; the page header only where a page begins, and no kind twice."""
    if not draw.chance(odds):
        return
    mark = draw.rng.choices([each for each, _ in _MARKS], [weight for _, weight in _MARKS])[0]
    if mark is case_header and (len(paper.pages) > 1 or any(paper.pages[-1])):
        mark = order
    before = [stamp["kind"] for stamp in paper.stamps]
    if not before:
        mark(paper, draw, day)
    elif "receipt" not in before:
        received(paper, draw, day)
