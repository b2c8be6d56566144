"""The search as a form: a query put into boxes, and boxes put into a query."""

from __future__ import annotations

from dataclasses import dataclass, fields

from onionskin.search.query import And, Dates, Field, Not, Or, Phrase, Query, Word, parse
from onionskin.search.words import words


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What stands in the boxes. `rest` is all that no box has a place for, in the language of the one box.

    A field's box holds a word, several words, or with `=` before it a whole value: `=Dean Rusk`.
    """

    words: str = ""
    phrase: str = ""
    from_: str = ""
    to: str = ""
    person: str = ""
    post: str = ""
    kind: str = ""
    marking: str = ""
    number: str = ""
    review: str = ""
    quality: str = ""
    after: str = ""
    before: str = ""
    rest: str = ""


NAMED = tuple(
    field.name for field in fields(SearchForm) if field.name not in ("words", "phrase", "after", "before", "rest")
)
"""The boxes that are fields of the language."""


def form_of(query: str) -> SearchForm:
    """The form that says the same. UsageError where the query does not parse; an empty one is an empty form."""
    if not query.strip():
        return SearchForm()
    asked = parse(query)
    held: dict[str, str] = {}
    plain: list[str] = []
    rest: list[str] = []
    for part in asked.parts if isinstance(asked, And) else (asked,):
        box, told = _box_of(part)
        if box == "words":
            plain.append(told)
        elif box and box not in held and not (box == "after" and "before" in held):
            held[box] = told
            if isinstance(part, Dates):
                held["after"], held["before"] = part.first or "", part.last or ""
        else:
            rest.append(f"({part})" if isinstance(part, Or) and isinstance(asked, And) else str(part))
    return SearchForm(words=" ".join(plain), rest=" ".join(rest), **held)


def query_of(form: SearchForm) -> str:
    """The query that the boxes say; empty where they are. What was typed wrongly is told when the query is read."""
    parts = [" ".join(form.words.split())]
    parts.append(_quoted(form.phrase) if words(form.phrase) else "")
    parts += [f"{name.rstrip('_')}:{_value(told)}" for name in NAMED if (told := getattr(form, name).strip())]
    first, last = form.after.strip(), form.before.strip()
    if first or last:
        parts.append(f"date:{first}" if first == last else f"date:{first}..{last}")
    rest = form.rest.strip()
    others = [part for part in parts if part]
    return " ".join([*others, f"({rest})" if others and " OR " in rest else rest]).strip()


def narrowed(query: str, name: str, label: str) -> str:
    """The query, and this whole value besides; of a year or a month the days."""
    asked = parse(query)
    return f"{f'({asked})' if isinstance(asked, Or) else asked} {part_of(name, label)}"


def part_of(name: str, label: str) -> str:
    """A value as the language says it: `from:="Dean Rusk"`, `date:1962-11`."""
    return f"date:{label}" if name in ("year", "month") else f"{name}:={_quoted(label)}"


def parts_of(query: str) -> tuple[tuple[str, str], ...]:
    """What the query asks for besides words, each with the query that asks for it no longer."""
    asked = parse(query)
    parts = asked.parts if isinstance(asked, And) else (asked,)
    return tuple(
        (str(part), " ".join(f"({each})" if isinstance(each, Or) else str(each) for each in _without(parts, at)))
        for at, part in enumerate(parts)
        if isinstance(part, Field | Dates)
    )


def single_parts(query: str) -> tuple[str, ...]:
    """What a query asks for, each part by itself, where all of several must be found; what must not be is left out."""
    asked = parse(query)
    if not isinstance(asked, And):
        return ()
    return tuple(dict.fromkeys(str(part) for part in asked.parts if not isinstance(part, Not)))


def _without(parts: tuple[Query, ...], at: int) -> tuple[Query, ...]:
    return (*parts[:at], *parts[at + 1 :])


def _box_of(part: Query) -> tuple[str, str]:
    match part:
        case Word(text):
            return "words", text
        case Phrase(text):
            return "phrase", text
        case Field(name, Word(text) | Phrase(text), whole):
            box = "from_" if name == "from" else str(name)
            quoted = isinstance(part.term, Phrase) and len(text.split()) == 1
            return (box if box in NAMED else ""), ("=" if whole else "") + (f'"{text}"' if quoted else text)
        case Dates():
            return "after", ""
        case _:
            return "", ""


def _value(typed: str) -> str:
    """`Dean Rusk` as `"Dean Rusk"`, `=Dean Rusk` as `="Dean Rusk"`; what is quoted or ends in a star stays."""
    whole, told = ("=", typed[1:].strip()) if typed.startswith("=") else ("", typed)
    return whole + (told if told.startswith('"') or len(told.split()) == 1 else _quoted(told))


def _quoted(text: str) -> str:
    kept = " ".join(text.translate(_NO_QUOTES).split())
    return f'"{kept}"'


_NO_QUOTES = str.maketrans(dict.fromkeys('"“”„', " "))
