"""Letters drawn by lot."""

from __future__ import annotations

from datetime import date

from bench.reading import stock
from bench.reading.dating import long, slashed
from bench.reading.drawn import Drawn, Lot, cited, numbered
from bench.reading.frus import Text
from bench.reading.marks import classified, marks
from onionskin.facsimile.marks import Place
from onionskin.facsimile.sheets import AddressAt, Drafting, Letter

PLACES = (Place.HEAD, Place.UNDER_TITLE, Place.OVER_TEXT, Place.FOOT, Place.TURN, Place.END)

_LETTERHEADS = (
    ("THE SECRETARY OF STATE", "WASHINGTON"),
    ("DEPARTMENT OF STATE", "WASHINGTON"),
    ("THE UNDER SECRETARY OF STATE", "WASHINGTON"),
    ("EMBASSY OF THE", "UNITED STATES OF AMERICA"),
    (),
    (),
)
_CLOSES = (
    ("Sincerely yours,",),
    ("Sincerely,",),
    ("With warm regards.", "Sincerely,"),
    ("With best wishes,", "Sincerely yours,"),
    ("Yours ever,",),
    ("Faithfully yours,",),
    ("Respectfully yours,",),
)


def letter(lot: Lot, text: Text, *, enclosures: tuple[str, ...] = ()) -> Drawn:
    """A letter; with the given enclosures when they stand in the same file."""
    day = lot.redated(text.day, 1947, 1968)
    signer, surname = lot.official() if lot.chance(0.5) else stock.secretary(day)
    recipient, addressed = lot.rng.choice([each for each in stock.OFFICIALS if each[1] != surname])
    given = recipient.split()[0] if "." not in recipient.split()[0] else recipient.split()[1]
    close = lot.rng.choice(_CLOSES)
    address = _address(lot, recipient)
    level = classified(lot, day, captions=False) if lot.chance(0.75) else None
    symbol, drafted, unjudged = _symbol(lot, day)
    listed = enclosures or (lot.some(stock.ENCLOSURES, 1, 2) if lot.chance(0.4) else ())
    label = lot.one("Enclosure:", "Enclosures:") if len(listed) > 1 else lot.one("Enclosure:", "Attachment:")
    bare = not enclosures and bool(listed) and lot.chance(0.4)
    copies = lot.some([f"Mr. {name}" for name in stock.CLERKS], 1, 2) if lot.chance(0.3) else ()
    clearances, cleared = lot.officers(3) if symbol and lot.chance(0.25) else ((), [])
    salutation = lot.one(
        f"Dear {given}:", f"Dear Mr. {addressed}:", f"My dear Mr. {addressed}:", f"Dear Mr. {addressed}:"
    )
    number = lot.file_number(day) if lot.chance(0.2) else ""
    fields: dict[str, object] = {
        "from": {"surname": surname},
        "to": [{"surname": addressed}],
        "date": day.isoformat(),
        "salutation": salutation,
        "complimentary_close": close[-1],
        "inside_address": " ".join(address),
        "signed_by": {"surname": surname},
        "copies_to": [{"surname": each.split()[-1]} for each in copies],
        **(level.fields() if level else {}),
        **drafted,
        "cleared_by": cleared,
        "file_number": number,
    }
    if listed:
        fields["enclosures"] = {"at_least": 1} if bare else list(listed)
    marking = level.marking(lot) if level else None
    sheet = Letter(
        letterhead=lot.rng.choice(_LETTERHEADS),
        date=long(day),
        address=address,
        address_at=lot.rng.choice(list(AddressAt)),
        salutation=salutation,
        paragraphs=lot.worked_over(text.paragraphs),
        close=close,
        signature=signer,
        title=("Secretary of State" if signer == stock.secretary(day)[0] else "Under Secretary")
        if lot.chance(0.3)
        else "",
        signed=lot.chance(0.6),
        enclosures=(_bare(label, listed),) if bare else listed,
        enclosures_label=_bare(label, listed) if bare else label,
        copies_to=copies,
        copies_label=lot.one("cc:", "Copy to:", "Copies to:"),
        symbol=symbol,
        clearances=clearances,
        file_number=number,
        numbered=numbered(text.paragraphs, lot),
        page_numbers=lot.one("- {n} -", "-{n}-", "{n}"),
        marks=marks(lot, day, places=PLACES, every_page=marking),
    )
    present = {name: value for name, value in fields.items() if value not in ("", [], {})}
    return Drawn(
        kind="letter",
        sheet=sheet,
        fields=present,
        references=cited(text.paragraphs),
        unjudged=frozenset({"other_numbers"} | unjudged | (set() if level else {"classification"})),
    )


def _bare(label: str, listed: tuple[str, ...]) -> str:
    """The word alone, when the letter does not say what it encloses: `Attachments.`."""
    return label.rstrip("s:") + ("s." if len(listed) > 1 else ".")


def _address(lot: Lot, recipient: str) -> tuple[str, ...]:
    where = lot.rng.choice(stock.ADDRESSES)
    if lot.chance(0.5):
        return ("The Honorable", f"{recipient},", *where)
    return (f"{lot.one('Mr. ', 'The Honorable ')}{recipient},", *where)


def _symbol(lot: Lot, day: date) -> tuple[Drafting | None, dict[str, object], set[str]]:
    """The drafter's line: `IO:HCleveland:tl 11/17/62`, or initials alone, which do not say whose they are."""
    if lot.chance(0.35):
        return None, {}, set()
    by, surname = lot.clerk()
    office, typist = lot.rng.choice(stock.OFFICES), lot.initials()
    if lot.chance(0.3):
        return Drafting(by[:1] + surname[0], office, typist.upper()), {}, {"drafted_by", "typed_by"}
    dated = lot.chance(0.6)
    drafting = Drafting(by, office, typist, slashed(day) if dated else "")
    fields: dict[str, object] = {"drafted_by": {"surname": surname, "office": office}, "typed_by": typist}
    return drafting, {**fields, **({"drafted_on": day.isoformat()} if dated else {})}, set()
