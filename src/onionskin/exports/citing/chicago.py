"""Notes and bibliography of the *Chicago Manual of Style*, 17th edition.

Papers in archives go from the item to the repository, in a note as in a bibliography (14.222, 14.230). For
*Foreign Relations of the United States* the form is the Office of the Historian's: series, years, volume and title,
editors, place, publisher and year, and the document's number instead of pages.
"""

from __future__ import annotations

from onionskin.exports.citing.item import Item, is_person
from onionskin.exports.citing.phrases import Phrase, listed, plain
from onionskin.record.document import Imprint
from onionskin.record.named import Named
from onionskin.record.titles import date_in_words, with_article

Phrases = tuple[Phrase, ...]
INITIALS = {"Foreign Relations of the United States": "FRUS"}
"""Series that every reader knows by their initials."""


def note(item: Item) -> Phrases:
    """The first note, which says all."""
    told = f"{item.title}, “{item.subject},” " if item.subject and item.subject not in item.title else f"{item.title}, "
    if item.edition:
        return _stopped((Phrase(told), *_volume(item.edition), *_entry(item.edition)))
    return _stopped((Phrase(told + ", ".join(_where(item))),))


def short_note(item: Item) -> Phrases:
    """A later note: who to whom, when, and where in the edition."""
    who = " to ".join(filter(None, (_first(item.authors), _first(item.recipients))))
    told = f"{who.removeprefix('the ')}, {_day(item)}" if who else item.title
    if item.edition is None:
        return _stopped((Phrase(told),))
    edition = item.edition
    series = INITIALS.get(edition.series, edition.series or edition.title)
    years = "".join(f", {each}" for each in (edition.subseries, edition.volume) if each)
    return _stopped((Phrase(f"{told}, "), Phrase(series, italic=True), Phrase(years), *_entry(edition)))


def bibliography(item: Item) -> Phrases:
    """The entry of a bibliography, by its author."""
    author = listed([each.name if n else _sorted_by(each) for n, each in enumerate(item.authors)])
    head = " ".join(_sentence(each) for each in (author, item.title) if each)
    if item.edition is None:
        return (Phrase(" ".join((head, *(_sentence(_capital(each)) for each in _where(item))))),)
    edited = f", edited by {listed(item.edition.editors)}" if item.edition.editors else ""
    named = (Phrase(f"{head} In "), _named(item.edition), Phrase(edited), *_entry(item.edition))
    return (*_stopped(named), *(Phrase(f" {_sentence(each)}") for each in (_printed(item.edition), item.url) if each))


def _where(item: Item) -> tuple[str, ...]:
    """Where the original lies; where nobody says, which file shows it."""
    return item.places if item.repository else (*item.places, item.file)


def _volume(edition: Imprint) -> Phrases:
    editors = f", {'eds.' if len(edition.editors) > 1 else 'ed.'} {listed(edition.editors)}" if edition.editors else ""
    printed = f" ({held})" if (held := _printed(edition)) else ""
    return (_named(edition), Phrase(editors + printed))


def _named(edition: Imprint) -> Phrase:
    return Phrase(edition.name, italic=True)


def _entry(edition: Imprint) -> Phrases:
    return (Phrase(f", Document {edition.entry}"),) if edition.entry else ()


def _printed(edition: Imprint) -> str:
    """`Washington: Government Printing Office, 1998`."""
    office = ": ".join(filter(None, (edition.place, edition.publisher)))
    return ", ".join(filter(None, (office, edition.year)))


def _brief(named: Named) -> str:
    return named.surname if is_person(named) and named.surname else with_article(named.name)


def _first(names: tuple[Named, ...]) -> str:
    """All of one or two names, the first of more."""
    return f"{_brief(names[0])} et al." if len(names) > 2 else listed(map(_brief, names))


def _sorted_by(named: Named) -> str:
    """`Rusk, Dean`; an office as it stands."""
    given = named.given or (named.name.removesuffix(named.surname).strip() if named.surname else "")
    return f"{named.surname}, {given}" if is_person(named) and given else named.name


def _day(item: Item) -> str:
    return date_in_words(item.day.date.edtf) if item.day else "undated"


def _capital(place: str) -> str:
    """`Item 37a`, `Copy of the Vice President`; a file's name and number stay as they are."""
    return place[:1].upper() + place[1:] if place.startswith(("item ", "copy ")) else place


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _stopped(phrases: Phrases) -> Phrases:
    """With a stop at the end, but one: `9:43 p.m.` has its own."""
    return phrases if plain(phrases).endswith(".") else (*phrases, Phrase("."))
