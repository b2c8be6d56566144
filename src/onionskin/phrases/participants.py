"""Whom one entry of a list of participants names: with title, office, side and post, alone or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onionskin.phrases.found import Found
from onionskin.phrases.names import read_person, read_persons
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.offices import is_symbol, known_symbol
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span

SIDE = re.compile(
    r"\s*(?:[Ff]or (?:the )?)?(?:U\.?S\.?(?:S\.?R\.?|A\.?)?|U\.?K\.?"
    r"|[A-Z][\w.&'’-]+(?: (?:of |the )*[A-Z][\w.&'’-]+){0,3})"
    r"(?: side| delegation)?:\s*"
)
"""`US:`, `For the Soviet Union:`, `Embassy of Jordan:` before the persons of one side."""
BESIDE_NAME = re.compile(r",|\s[-–—]{1,2}\s|\s{2,}|\s\(|;")
"""What parts a participant's name from what he is."""
SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z]{1,5}){1,3}(?:-[A-Z]{1,3})?")
PLACED = re.compile(r"(?P<office>[A-Z]{1,5}(?:/[A-Z]{1,5}){0,3})\s*[-–—]{1,2}\s*(?=[A-Z])")
"""`NE--Stuart W. Marlow`."""
AGENCY = re.compile(
    r"(?P<office>[A-Z][\w.&'’]*(?: (?:of |the )?[A-Z][\w.&'’]*){0,4})(?:\s+[-–—]{1,2}\s*|[-–]{2}|—)(?=[A-Z])"
)
"""`Treasury - Mr. Marlow`: no symbol, so a title must follow."""
PARTS = re.compile(r"[,;()]|\s[-–—]{1,2}\s|\s{2,}|\.(?=\s*\Z)")
"""What parts the words behind a name: `, Counselor, EUR/BNA (interpreter)`."""
ROW = re.compile(r"\s*;\s*(?:and\s+)?|\s*\Z")
IN_A_ROW = re.compile(r"\s*(?:,\s*and\b|,|\band\b|\Z)\s*")
OF_ANOTHER = re.compile(r"\b(?:to|of|for|with|by|from)\s+(?:the\s+)?\Z")
"""`Special Assistant to Secretary Herter` did not have the Secretary there."""
SURNAME_LAST = re.compile(r"(?:[A-Z][a-zé'’]+\s+|[A-Z]\.\s*){1,3}(?P<surname>[A-Z]{3,})(?![\w/])")
THE = re.compile(r"The\s", re.IGNORECASE)

Participant = tuple[Named, Span]


def begins_person(cell: str) -> bool:
    """Whether a cell begins with a side, the holder of an office, or a person by title or given name.

    `Mr. Tyler`, `W. R. Tyler, EUR` and `The Secretary` do; `European Affairs` does not.
    """
    return bool(SIDE.match(cell) or read_holder(cell) or names_person(cell))


def names_person(cell: str) -> bool:
    """Whether a cell begins with a person by title or given name, before or behind an office: `EUR - Mr. Tyler`."""
    placed = _placed(cell)
    words = cell[placed.end() :] if placed else cell
    person = None if read_holder(words) else _person(words)
    return bool(person and (person.value.title or person.value.given))


def _person(words: str) -> Found[Named] | None:
    """The person that words begin with, whose surname may be in capitals: `Emil BERG, Ambassador`."""
    m = SURNAME_LAST.match(words)
    if m is None:
        return read_person(words)
    natural = f"{words[: m.start('surname')]}{m['surname'].capitalize()}{words[m.end() :]}"
    person = read_person(natural)
    if person is None or person.span.end < m.end():
        return read_person(words)
    printed = person.span.of(words)
    return replace(person, value=replace(person.value, as_printed=printed), text=printed)


def read_entry(words: str) -> Iterator[Participant]:
    """`Livingston T. Merchant, EUR`: what follows the first comma says what he is, unless more persons with titles
    follow.
    """
    if side := SIDE.match(words):
        rest = words[side.end() :]
        found = list(read_entry(rest) if ";" in rest else _part(rest, alone=True))
        yield from ((v, s.shifted(side.end())) for v, s in found)
        return
    at = 0
    for parted in ROW.finditer(words):
        part = words[at : parted.start()]
        lead = len(part) - len(part.lstrip())
        found = list(_part(part[lead:], alone=not at and parted.end() == len(words)))
        yield from ((v, s.shifted(at + lead)) for v, s in found)
        at = parted.end()
        if at == len(words):
            return


def _part(words: str, *, alone: bool) -> Iterator[Participant]:
    """What stands between semicolons; one of several must be a person or the holder of an office."""
    if side := SIDE.match(words):
        yield from ((v, s.shifted(side.end())) for v, s in _part(words[side.end() :], alone=True))
        return
    if placed := _placed(words):
        for value, span in _part(words[placed.end() :], alone=True):
            office = value.office or known_symbol(placed["office"]) or placed["office"]
            yield replace(value, office=office), Span(0, span.end + placed.end())
        return
    several = list(_several(words))
    office_first = len(several) == 2 and several[0][0].kind is NamedKind.OFFICE and not several[1][0].office
    if not alone and office_first:
        yield several[1]  # `the Secretary, Mr. Marlow;` is one
    elif len(several) > 1 or (several and not names_person(words)):
        yield from several
    elif holder := read_holder(words):
        yield holder.value, holder.span
    elif surnames := list(_surnames(words)):
        yield from surnames
    elif alone or begins_person(words):
        yield from _one(words)


def _placed(words: str) -> re.Match[str] | None:
    """The office before a person: a symbol, or an agency before a title."""
    if m := PLACED.match(words):
        return m
    m = AGENCY.match(words)
    person = read_person(words[m.end() :]) if m and not names_person(m["office"]) else None
    return m if person and person.value.title else None


def _several(words: str) -> Iterator[Participant]:
    """Persons with titles and holders of offices in one sentence: `The Secretary, Mr. Ball, EUR, and Mr. Tyler`."""
    named = [(p.value, p.span) for p in read_persons(words) if p.value.title]
    named = [(v, s) for v, s in named if not OF_ANOTHER.search(words[: s.start])]
    at = 0
    for parted in IN_A_ROW.finditer(words):
        piece = Span(at, parted.start())
        first = read_person(piece.of(words)) if named and not at else None
        if first and first.value.given and not first.value.title and first.text == piece.of(words):
            named.append((first.value, first.span))
        at = parted.end()
        told = piece.of(words)
        holder = read_holder(f"T{told[1:]}") if THE.match(told) else None
        if holder and not any(s.overlaps(piece) for _, s in named):
            value = replace(holder.value, as_printed=holder.span.of(told))
            named.append((value, holder.span.shifted(piece.start)))
        if at == len(words):
            break
    named.sort(key=lambda each: each[1].start)
    for n, (value, span) in enumerate(named):
        end = named[n + 1][1].start if n + 1 < len(named) else len(words)
        yield replace(value, office=value.office or _office(words[span.end : end], near=True)), span


def _surnames(words: str) -> Iterator[Participant]:
    """`Rusk, Thompson and Dobrynin`: names alone, where every piece is one."""
    pieces = [p for p in IN_A_ROW.split(words) if p.strip()]
    persons = [read_person(piece) for piece in pieces]
    if len(pieces) > 2 and all(p and p.text == piece.strip(" .") for p, piece in zip(persons, pieces, strict=True)):
        yield from ((p.value, p.span) for p in read_persons(words))


def _one(words: str) -> Iterator[Participant]:
    """One person, and what he is."""
    cut = BESIDE_NAME.search(words)
    name, rest = (words[: cut.start()], words[cut.start() :]) if cut else (words, "")
    person = _person(name)
    if person is None or is_symbol(name.strip()):
        return
    whole = words.rstrip(" .,;")
    yield (
        replace(person.value, kind=NamedKind.PERSON, office=person.value.office or _office(rest)),
        Span(person.span.start, max(len(whole), person.span.end)),
    )


def _office(rest: str, *, near: bool = False) -> str | None:
    """The symbol of an office behind a name, the last where several stand; directly behind it where others follow."""
    pieces = [piece.strip() for piece in PARTS.split(rest)]
    for piece in pieces[1:2] if near else reversed(pieces[1:]):
        if SYMBOL.fullmatch(piece) or known_symbol(piece):
            return known_symbol(piece) or piece
    return None
