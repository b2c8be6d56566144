"""Telegrams drawn by lot, on the forms of three decades."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bench.reading import stock
from bench.reading.dating import clock, edtf, long, month_day, slashed, stamped
from bench.reading.drawn import Drawn, Lot, cited, numbered
from bench.reading.frus import Text
from bench.reading.marks import classified, marks
from onionskin.facsimile.marks import Place
from onionskin.facsimile.sheets import (
    Addressee,
    Drafting,
    IncomingForm,
    IncomingTelegram,
    Officer,
    OutgoingForm,
    OutgoingTelegram,
)

PLACES = (Place.HEAD, Place.UNDER_TITLE, Place.OVER_TEXT, Place.FOOT, Place.TURN, Place.END)

_OUTGOING_YEARS = {
    OutgoingForm.DS_322: (1958, 1966),
    OutgoingForm.SENT_TO: (1950, 1958),
    OutgoingForm.TELEGRAM_SENT: (1946, 1951),
}
_INCOMING_YEARS = {
    IncomingForm.CONTROL: (1952, 1966),
    IncomingForm.BRANCH: (1946, 1951),
    IncomingForm.TELEGRAM_RECEIVED: (1946, 1948),
}
_URGENT = (
    ("PRIORITY",),
    ("PRIORITY",),
    ("NIACT",),
    ("NIACT", "PRIORITY"),
    ("OPERATIONAL IMMEDIATE",),
    ("IMMEDIATE",),
    ("FLASH",),
)


def outgoing(lot: Lot, text: Text) -> Drawn:
    """A telegram of the Department."""
    form = lot.rng.choices(list(OutgoingForm), (6, 2, 2))[0]
    day = lot.redated(text.day, *_OUTGOING_YEARS[form])
    moment = datetime.combine(day, text.hour or time(lot.rng.randint(9, 22), lot.rng.randint(0, 59)))
    early = form is OutgoingForm.TELEGRAM_SENT
    number = text.number or lot.figure(12, 3800)
    precedence = lot.rng.choice(_URGENT) if lot.chance(0.6) else ()
    action = _posts(lot, text.post, number, precedence, more=0 if early else 1)
    info = () if early else tuple(Addressee(_post(lot)) for _ in range(lot.rng.choice((0, 0, 1, 2, 3))))
    level = classified(lot, day, captions=True)
    drafter, drafting, drafted = _drafting(lot, day)
    clearances, cleared = ((), []) if early else lot.officers(4)
    approver, approved = lot.official()
    office = lot.one("U", "G", "S/S", "EUR", "ARA", "NEA", "FE", "IO")
    names = lot.some(("STEVENSON", "McCLOY", "THOMPSON", "BOHLEN", "REINHARDT"), 1, 2) if lot.chance(0.3) else ()
    passed = (lot.rng.choice(stock.PASSED_TO),) if not early and lot.chance(0.18) else ()
    sent = f"{long(day)}, {clock(moment.time(), stops=False)}" if early else stamped(moment)
    signer = text.signer or stock.secretary(day)[1]
    fields: dict[str, object] = {
        "direction": "outgoing",
        "number": number,
        "series": "DEPTEL",
        "from": "Department of State",
        "to": [each.post for each in action],
        "info": [each.post for each in info],
        "precedence": list(precedence),
        **level.fields(),
        "attention": [{"surname": name} for name in names],
        "subject": lot.rng.choice(stock.SUBJECTS) if lot.chance(0.45) else "",
        "date": edtf(moment),
        **drafted,
        "cleared_by": cleared,
        "approved_by": {} if early else {"surname": approved, "office": office},
        "pass_to": list(passed),
        "signed_by": {"surname": signer},
        "file_number": lot.file_number(day) if early or lot.chance(0.3) else "",
    }
    sheet = OutgoingTelegram(
        form=form,
        number=number,
        action=action,
        info=info,
        precedence=precedence if early else (),
        paragraphs=lot.worked_over(text.paragraphs),
        signature=signer.upper(),
        marking=level.marking(lot),
        collect=lot.chance(0.1),
        charge_to=lot.chance(0.15),
        control=lot.figure(1000, 19999) if not early and lot.chance(0.7) else "",
        sent=sent,
        attention=names,
        captions=level.apart,
        subject=str(fields["subject"]),
        pass_to=passed,
        drafting=drafting,
        approved_by=None if early else Officer(approver, office),
        clearances=clearances,
        distribution=lot.some(stock.DISTRIBUTION, 2, 6) if form is OutgoingForm.DS_322 and lot.chance(0.5) else (),
        origin=(drafter,) if form is OutgoingForm.DS_322 and lot.chance(0.4) else (),
        file_number=str(fields["file_number"]),
        numbered=not early and numbered(text.paragraphs, lot),
        number_first=lot.chance(0.4),
        reproduction_notice=not early and lot.chance(0.8),
        end=lot.chance(0.4),
        catchwords=lot.chance(0.5),
        marks=marks(lot, day, places=PLACES),
    )
    return Drawn(kind="telegram", sheet=sheet, fields=_present(fields), references=cited(text.paragraphs))


def incoming(lot: Lot, text: Text) -> Drawn:
    """A telegram received."""
    form = lot.rng.choices(list(IncomingForm), (6, 2, 2))[0]
    day = lot.redated(text.day, *_INCOMING_YEARS[form])
    sent = datetime.combine(day, time((text.hour or time(lot.rng.randint(8, 21))).hour))
    received = sent + timedelta(minutes=lot.rng.randint(30, 900))
    capitals = lot.chance(0.6)
    post, series, unjudged = _sender(lot, text)
    number = text.number or lot.figure(12, 4200)
    level = classified(lot, day, captions=True)
    precedence = lot.rng.choice(_URGENT) if lot.chance(0.5) else ()
    copies = tuple(Addressee(name.upper(), (), lot.figure(10, 900)) for name in lot.some(stock.EMBASSIES, 0, 3))
    sent_to = copies if copies and form is IncomingForm.CONTROL else ()
    has_symbols = form is not IncomingForm.TELEGRAM_RECEIVED or lot.chance(0.5)
    signer = text.signer or lot.rng.choice(stock.CLERKS)
    written = f"{month_day(day)}, {clock(sent.time(), stops=not capitals)}"
    control = lot.figure(1000, 21999) if form is not IncomingForm.TELEGRAM_RECEIVED else ""
    fields: dict[str, object] = {
        "direction": "incoming",
        "number": number,
        "series": series,
        "from": post,
        "to": ["Secretary of State"],
        "info": [each.post for each in sent_to],
        "precedence": list(precedence),
        **level.fields(),
        "subject": lot.rng.choice(stock.SUBJECTS) if lot.chance(0.2) else "",
        "date": edtf(sent, washington=False),
        "received": edtf(received),
        "signed_by": {"surname": signer},
        "file_number": lot.file_number(day) if lot.chance(0.5) else "",
        "other_numbers": [control] if control else [],
    }
    sheet = IncomingTelegram(
        form=form,
        origin=post.upper() if capitals else post,
        number=number,
        series=series if series == "POLTO" else "",
        sent=written.upper() if capitals else written,
        paragraphs=lot.worked_over(text.paragraphs),
        signature=signer.upper(),
        marking=level.marking(lot),
        control=control,
        received_on=long(received.date()).upper() if capitals else long(received.date()),
        received_at=clock(received.time(), stops=not capitals),
        precedence=precedence,
        captions=level.apart,
        sent_to=sent_to,
        subject=str(fields["subject"]),
        action=lot.some(stock.DISTRIBUTION, 1, 1) if has_symbols else (),
        info=lot.some(stock.DISTRIBUTION, 3, 10) if has_symbols else (),
        operator=lot.initials().upper() + lot.one("", f"/{lot.figure(2, 30)}"),
        notes=("Note: Relayed to White House, " + clock(received.time()),) if lot.chance(0.1) else (),
        file_number=str(fields["file_number"]),
        numbered=numbered(text.paragraphs, lot),
        reproduction_notice=form is IncomingForm.CONTROL and lot.chance(0.8),
        marks=marks(lot, day, places=PLACES),
    )
    return Drawn(
        kind="telegram",
        sheet=sheet,
        fields=_present(fields),
        references=cited(text.paragraphs),
        unjudged=frozenset({"other_numbers"} | unjudged | ({"to"} if sent_to else set())),
    )


def _present(fields: dict[str, object]) -> dict[str, object]:
    """Only the fields that the paper has."""
    return {name: value for name, value in fields.items() if value not in ("", [], {})}


def _post(lot: Lot, city: str = "") -> str:
    if not city and lot.chance(0.1):
        return lot.one("USUN New York", "USUN NEW YORK")
    if not city and lot.chance(0.15):
        return lot.one("Amconsul ", "AMCONSUL ") + lot.rng.choice(stock.CONSULATES).upper()
    city = city or lot.rng.choice(stock.EMBASSIES)
    return lot.one("Amembassy ", "AmEmbassy ", "American Embassy ") + (city.upper() if lot.chance(0.7) else city)


def _posts(lot: Lot, city: str, number: str, precedence: tuple[str, ...], *, more: int) -> tuple[Addressee, ...]:
    first = Addressee(_post(lot, city), precedence, number)
    second = Addressee(_post(lot), (), lot.figure(12, 3800))
    return (first, second) if more and second.post != first.post and lot.chance(0.2) else (first,)


def _drafting(lot: Lot, day: date) -> tuple[str, Drafting, dict[str, object]]:
    """Office, drafting line, and its fields: with the office before colons, or the name and a slash."""
    by, surname = lot.clerk()
    typist, office = lot.initials(), lot.rng.choice(stock.OFFICES)
    on = day - timedelta(days=lot.rng.choice((0, 0, 1)))
    colons = lot.chance(0.6)
    extension = lot.figure(2100, 7999) if lot.chance(0.3) else ""
    drafting = Drafting(by, office if colons else "", typist, slashed(on), extension, colons)
    person = {"surname": surname, "office": office} if colons else {"surname": surname}
    return office, drafting, {"drafted_by": person, "typed_by": typist, "drafted_on": on.isoformat()}


def _sender(lot: Lot, text: Text) -> tuple[str, str, set[str]]:
    """Post, series, and what is not judged: a consulate's series is printed nowhere."""
    if lot.chance(0.08):
        return "Paris", "POLTO", set()
    if lot.chance(0.1):
        return lot.rng.choice(stock.CONSULATES), "", {"series"}
    return text.post or lot.rng.choice(stock.EMBASSIES), "EMBTEL", {"series"} if text.post else set()
