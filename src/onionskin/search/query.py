"""The language of the search box. Every query prints itself so that it is read back as the same query.

Kuznetsov bombers            both words; also misread by a machine (`Kuznetsoy`)
"low-level flights"          these words in this order, as they are spelt
quarantine OR blockade       either; AND binds tighter, and stands unwritten between two words
quarantine NOT Berlin        or -Berlin
(missiles OR bombers) Cuba
declass*                     words that begin so
date:1962-11-17..1962-11-23  days, months or years, both counted; either end may be left open
from:Rusk to:"Adlai Stevenson" subject: person: number:   words in these fields
kind:letter marking:"EYES ONLY"                           of this kind, bearing this marking
post:Moscow review:declassified quality:doubtful          this post in its head, so reviewed, so well read
from:="Dean Rusk"                                         this is the whole value, and no part of one
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from onionskin.errors import UsageError
from onionskin.record.dates import PartialDate, earliest, latest
from onionskin.search.words import words

LONGEST, DEEPEST, MOST_TERMS = 2000, 30, 60
"""What a query may be: characters, brackets within brackets, words and fields."""

SHOWN = 60
"""Characters that a message shows on either side of the place it speaks of."""


class FieldName(StrEnum):
    """Fields that a query can name; `date` has a form of its own."""

    FROM = "from"
    TO = "to"
    SUBJECT = "subject"
    PERSON = "person"
    NUMBER = "number"
    KIND = "kind"
    MARKING = "marking"
    POST = "post"
    REVIEW = "review"
    QUALITY = "quality"


NEVER_WHOLE = frozenset({FieldName.SUBJECT, FieldName.NUMBER})
"""Fields whose values are as many as there are papers: nobody sorts by them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed: `Kuznetsov`, `IL-28`, `737.56361/11-2362`."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so: `declass*`."""

    text: str

    def __str__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, as they are spelt. One word in quotation marks is a phrase too."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'


Term = Word | Prefix | Phrase


@dataclass(frozen=True, slots=True)
class Field:
    """A term that must stand in a field; with `whole` it must be all that stands there."""

    name: FieldName
    term: Term
    whole: bool = False

    def __str__(self) -> str:
        return f"{self.name}:{'=' if self.whole else ''}{self.term}"


@dataclass(frozen=True, slots=True)
class Dates:
    """From the first day of `first` to the last of `last`, both EDTF dates without a clock time; None is open.

    A paper meets it whose own date can lie in between: one dated only 1962 meets `date:1962-11-17`.
    """

    first: str | None
    last: str | None

    def __str__(self) -> str:
        return f"date:{self.first}" if self.first == self.last else f"date:{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True)
class And:
    """All of them, two or more; none is itself an And."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them, two or more; none is itself an Or."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        return " OR ".join(f"({part})" if isinstance(part, And) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """Papers that do not meet it."""

    part: Query

    def __str__(self) -> str:
        return f"NOT ({self.part})" if isinstance(self.part, And | Or) else f"NOT {self.part}"


Query = Word | Prefix | Phrase | Field | Dates | And | Or | Not


def parse(text: str) -> Query:
    """The query that was typed. UsageError says what is wrong with it and at which character."""
    if len(text) > LONGEST:
        raise UsageError(f"the query has {len(text)} characters", advice=f"Use at most {LONGEST}")
    return _Parser(text).query()


def terms(query: Query) -> Iterator[Word | Prefix | Phrase | Field | Dates]:
    """The leaves, in the order they are written."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from terms(part)
        case Not(part):
            yield from terms(part)
        case leaf:
            yield leaf


_LEXEME = re.compile(
    r"""
    (?P<space> \s+ )
  | (?P<open> \( ) | (?P<close> \) )
  | (?P<phrase> ["“”„] [^"“”„]* ["“”„] )
  | (?P<quote> ["“”„] )                       # that is never closed
  | (?P<minus> - (?= [^\s)] ) )               # -Berlin; within a word it is a hyphen
  | (?P<field> [A-Za-z]+ ) :
  | (?P<word> [^\s()"“”„]+ )
    """,
    re.VERBOSE,
)
_NO_END = "there is nothing behind this"
_DATE_ADVICE = "Write date:1962-11-17, date:1962-11, date:1962, or a range with two dots: date:1962-11-17..1962-11-23"


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    at: int


class _Parser:
    """Reads by descent: any, all, one. `_next` looks at the lexeme to come, `_take` goes past it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lexemes = [
            _Lexeme(match.lastgroup or "", match[match.lastgroup or 0], match.start())
            for match in _LEXEME.finditer(text)
            if match.lastgroup != "space"
        ]
        self._at = 0
        self._depth = 0

    def query(self) -> Query:
        if not self._lexemes:
            raise self._fault("the query is empty", 0, "Type a word to look for")
        found = self._any()
        if self._next("close"):
            raise self._fault("this bracket was never opened", self._take().at)
        if sum(1 for _ in terms(found)) > MOST_TERMS:
            raise self._fault("the query has too many words", 0, f"Use at most {MOST_TERMS}")
        return found

    def _any(self) -> Query:
        parts = [self._all()]
        while self._keyword("OR"):
            self._take()
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(_flat(parts, Or)))

    def _all(self) -> Query:
        parts = [self._one()]
        while self._at < len(self._lexemes) and not self._next("close") and not self._keyword("OR"):
            if self._keyword("AND"):
                self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(_flat(parts, And)))

    def _one(self) -> Query:
        if self._at >= len(self._lexemes):
            raise self._fault(
                _NO_END, len(self._text), "Type a word, or put a keyword that you look for in quotation marks"
            )
        lexeme = self._take()
        match lexeme.kind:
            case "minus":
                return Not(self._deeper(self._one, lexeme))
            case "open":
                return self._bracketed(lexeme)
            case "close":
                raise self._fault("a word is wanted before this bracket", lexeme.at)
            case "word" if lexeme.text == "NOT":
                return Not(self._deeper(self._one, lexeme))
            case "word" if lexeme.text in ("AND", "OR"):
                advice = f'Type words on both sides of it, or "{lexeme.text}" in quotation marks to look for it'
                raise self._fault(f"a word is wanted before {lexeme.text}", lexeme.at, advice)
            case "field":
                return self._field(lexeme)
            case _:
                return self._term(lexeme)

    def _bracketed(self, opened: _Lexeme) -> Query:
        found = self._deeper(self._any, opened)
        if not self._next("close"):
            raise self._fault("this bracket is never closed", opened.at)
        self._take()
        return found

    def _field(self, field: _Lexeme) -> Query:
        name, behind = field.text.lower(), field.at + len(field.text) + 1
        if name not in (*FieldName, "date"):
            names = ", ".join(f"{name}:" for name in (*FieldName, "date"))
            advice = f"The fields are {names}; or put it in quotation marks to look for the words"
            raise self._fault(f"there is no field {field.text!r}", field.at, advice)
        if (
            not (self._next("word") or self._next("phrase") or self._next("quote"))
            or self._lexemes[self._at].at != behind
        ):
            advice = f'Write {name}:word or {name}:"several words", with nothing between'
            raise self._fault(f"{name}: needs a value right behind it", behind, advice)
        value = self._take()
        if name == "date":
            return self._dates(value)
        if value.kind == "word" and value.text.startswith("="):
            return Field(FieldName(name), self._whole(FieldName(name), value), whole=True)
        return Field(FieldName(name), self._term(value))

    def _whole(self, name: FieldName, value: _Lexeme) -> Term:
        """What stands behind `from:=`, a word or words in quotation marks."""
        if name in NEVER_WHOLE:
            raise self._fault(f"{name}: cannot be asked for as a whole", value.at, f"Write {name}: without the =")
        if value.text != "=":
            return self._term(_Lexeme("word", value.text[1:], value.at + 1))
        if not self._next("phrase") or self._lexemes[self._at].at != value.at + 1:
            raise self._fault(f"{name}:= needs a value right behind it", value.at + 1, f'Write {name}:="several words"')
        return self._term(self._take())

    def _term(self, lexeme: _Lexeme) -> Term:
        text = lexeme.text
        if lexeme.kind == "quote":
            raise self._fault("this quotation is never closed", lexeme.at)
        if not words(text):
            raise self._fault(f"{text} has no letter or digit to look for", lexeme.at, "Leave it out")
        if lexeme.kind == "phrase":
            return Phrase(" ".join(text[1:-1].split()))
        if "*" in text[:-1]:
            raise self._fault(f"in {text} the star stands too early", lexeme.at, "A star stands at the end: declass*")
        return Prefix(text[:-1]) if text.endswith("*") else Word(text)

    def _dates(self, value: _Lexeme) -> Dates:
        first, dots, last = value.text.partition("..")
        given = [self._date(value, part) for part in (first, last if dots else first)]
        if given == [None, None]:
            raise self._fault("date: needs a date", value.at, _DATE_ADVICE)
        if given[0] and given[1] and earliest(given[0]) > latest(given[1]):
            raise self._fault(f"{given[0]} is later than {given[1]}", value.at, "Put the earlier date first")
        return Dates(given[0], given[1])

    def _date(self, value: _Lexeme, text: str) -> str | None:
        if not text:
            return None
        try:
            date = PartialDate.parse(text)
        except ValueError:
            raise self._fault(f"{text} is no date", value.at, _DATE_ADVICE) from None
        if date.edtf != text or date.hour is not None or date.approximate or date.uncertain:
            raise self._fault(f"{text} is no plain date", value.at, _DATE_ADVICE)
        return text

    def _deeper(self, read: Callable[[], Query], lexeme: _Lexeme) -> Query:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._fault("the query has too many brackets within brackets", lexeme.at, f"Use at most {DEEPEST}")
        found = read()
        self._depth -= 1
        return found

    def _next(self, kind: str) -> bool:
        return self._at < len(self._lexemes) and self._lexemes[self._at].kind == kind

    def _keyword(self, word: str) -> bool:
        return self._next("word") and self._lexemes[self._at].text == word

    def _take(self) -> _Lexeme:
        self._at += 1
        return self._lexemes[self._at - 1]

    def _fault(self, what: str, at: int, advice: str = "") -> UsageError:
        before, behind = self._text[:at].rstrip()[-SHOWN:], self._text[at:].lstrip()[:SHOWN]
        return UsageError(
            f"{what}: {before} >>> {behind}".rstrip() if self._text.strip() else what,
            where=f"query, character {at + 1}",
            advice=advice or "Mend it there, or put what you look for in quotation marks",
        )


def _flat(parts: list[Query], kind: type[And | Or]) -> Iterator[Query]:
    """`(a b) c` is `a b c`."""
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part
