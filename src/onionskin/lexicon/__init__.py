"""Word lists and rules as data files, with a source for every entry; this module only loads and checks them.

A file states its own normal form, so that an entry in the wrong case or without a source is refused when it is read:

    [form]
    about = "The months as clerks print them"   # one sentence: what an entry is
    name  = "[A-Z][a-z]+"                       # every name must match this whole
    facts = { number = "integer" }              # what an entry may say; a "?" at the end: it may be left out
    shared_forms = false                        # true where two entries may print alike (see DOMAIN.md: GOC, OAS)

    [[group]]
    source = "general knowledge"                # where the entries of the group are from
    entries = [{ name = "January", number = 1, forms = ["Jan"] }]
    names = ["a", "plain", "list"]              # entries that have a name and nothing else
                                                # of thousands of words, one text: names = '''a plain list'''
    table = '''january 1
    february 2'''                               # entries whose facts are whole numbers, in the order of the form

`forms` are other ways the same thing is printed. An entry may name a source of its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from onionskin.errors import LexiconError

Fact = str | int | bool | tuple[str, ...]
KINDS: Mapping[str, type] = MappingProxyType({"text": str, "integer": int, "truth": bool, "list": tuple})
OWN = frozenset({"name", "forms", "source"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the lexicon knows: `name` in normal form, `forms` as it is printed besides, and its facts."""

    name: str
    source: str
    forms: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name first, then its other forms."""
        return (self.name, *self.forms)

    def text(self, fact: str) -> str | None:
        """A fact that is a word, None where the entry does not state it."""
        value = self.facts.get(fact)
        return value if isinstance(value, str) else None

    def number(self, fact: str) -> int | None:
        """A fact that is a whole number, None where the entry does not state it."""
        value = self.facts.get(fact)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def holds(self, fact: str) -> bool:
        """Whether a fact is stated and true."""
        return self.facts.get(fact) is True

    def list(self, fact: str) -> tuple[str, ...]:
        """A fact that is a list of words, empty where the entry does not state it."""
        value = self.facts.get(fact)
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Form:
    """What a file says of its own entries."""

    about: str
    name: re.Pattern[str]
    facts: Mapping[str, str]
    shared_forms: bool


def names() -> tuple[str, ...]:
    """The lists there are, sorted: `("captions", "levels", "months", ...)`."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml")))


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """All entries of one list, in the order of the file; LexiconError where the file is not in its normal form."""
    where = f"lexicon/{name}.toml"
    try:
        text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        return read(tomllib.loads(text), where)
    except FileNotFoundError as missing:
        raise LexiconError(
            "there is no such list", where=where, advice=f"The lists are: {', '.join(names())}"
        ) from missing
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"the file is not TOML: {broken}", where=where) from broken


@cache
def spellings(name: str) -> Mapping[str, Entry]:
    """Every spelling of a list in lower case, to its entry; where forms are shared the first entry keeps it."""
    out: dict[str, Entry] = {}
    for entry in entries(name):
        for spelling in entry.spellings:
            out.setdefault(spelling.lower(), entry)
    return MappingProxyType(out)


def read(data: Mapping[str, Any], where: str) -> tuple[Entry, ...]:
    """The entries of a parsed file, checked against the form it states."""
    form = _form(data.get("form"), where)
    seen: dict[str, str] = {}
    out = tuple(_entries(data, form, where))
    for entry in out if not form.shared_forms else ():
        for spelling in dict.fromkeys(map(str.lower, entry.spellings)):
            if spelling in seen:
                raise LexiconError(f"{spelling!r} stands under {seen[spelling]!r} and {entry.name!r}", where=where)
            seen[spelling] = entry.name
    if not out:
        raise LexiconError("the list is empty", where=where)
    return out


def _form(raw: object, where: str) -> Form:
    if not isinstance(raw, dict) or not {"about", "name"} <= raw.keys() <= {"about", "name", "facts", "shared_forms"}:
        raise LexiconError("the [form] table must state `about` and `name`, and may state `facts`", where=where)
    facts = raw.get("facts", {})
    unknown = [k for k in facts.values() if k.removesuffix("?") not in KINDS]
    if unknown:
        raise LexiconError(f"a fact is one of {', '.join(KINDS)}, not {unknown[0]!r}", where=where)
    try:
        pattern = re.compile(raw["name"])
    except re.error as wrong:
        raise LexiconError(f"the pattern of names is no regular expression: {wrong}", where=where) from wrong
    return Form(raw["about"], pattern, MappingProxyType(facts), raw.get("shared_forms", False))


def _entries(data: Mapping[str, Any], form: Form, where: str) -> Iterator[Entry]:
    if data.keys() - {"form", "group"}:
        raise LexiconError(f"no table called {min(data.keys() - {'form', 'group'})!r} belongs here", where=where)
    for group in data.get("group", []):
        if group.keys() - {"source", "entries", "names", "table"}:
            raise LexiconError("a group has `source`, `entries`, `names` and `table`", where=where)
        source = group.get("source", "")
        yield from (_entry(raw, source, form, where) for raw in group.get("entries", []))
        names = group.get("names", ())
        for n, name in enumerate(names.split() if isinstance(names, str) else names):
            # What is true of the first is true of all but for their names: there may be ten thousand.
            if n == 0 or not form.name.fullmatch(name):
                _entry({"name": name}, source, form, where)
            yield Entry(name, source)
        yield from (_row(line.split(), source, form, where) for line in group.get("table", "").splitlines() if line)


def _row(told: Sequence[str], source: str, form: Form, where: str) -> Entry:
    """An entry of a table: of thousands of them TOML takes a fifth of a second to be read."""
    name, *numbers = told
    if len(numbers) != len(form.facts) or set(form.facts.values()) != {"integer"} or not source.strip():
        raise LexiconError(f"{name!r} needs a whole number for each fact, and a source", where=where)
    if not form.name.fullmatch(name):
        raise LexiconError(f"{name!r} is not in normal form ({form.name.pattern})", where=where)
    try:
        return Entry(name, source, (), MappingProxyType(dict(zip(form.facts, map(int, numbers), strict=True))))
    except ValueError as wrong:
        raise LexiconError(f"{name!r}: {wrong}", where=where) from wrong


def _entry(raw: Mapping[str, Any], group_source: str, form: Form, where: str) -> Entry:
    name, source = raw.get("name", ""), raw.get("source", group_source)
    if not isinstance(name, str) or not form.name.fullmatch(name):
        raise LexiconError(f"{name!r} is not in normal form ({form.name.pattern})", where=where)
    if not isinstance(source, str) or not source.strip():
        raise LexiconError(f"{name!r} names no source", where=where)
    forms = tuple(raw.get("forms", ()))
    for spelling in forms:
        if not isinstance(spelling, str) or not spelling or spelling != " ".join(spelling.split()):
            raise LexiconError(f"{name!r} has the form {spelling!r}, which is blank or badly spaced", where=where)
    return Entry(name, source, forms, MappingProxyType(_facts(raw, name, form, where)))


def _facts(raw: Mapping[str, Any], name: str, form: Form, where: str) -> dict[str, Fact]:
    stray = raw.keys() - OWN - form.facts.keys()
    if stray:
        raise LexiconError(f"{name!r} states {min(stray)!r}, which [form] does not know", where=where)
    out: dict[str, Fact] = {}
    for fact, kind in form.facts.items():
        if fact not in raw:
            if not kind.endswith("?"):
                raise LexiconError(f"{name!r} does not state {fact!r}", where=where)
            continue
        value: Fact = tuple(raw[fact]) if isinstance(raw[fact], list) else raw[fact]
        if type(value) is not KINDS[kind.removesuffix("?")]:
            raise LexiconError(f"{name!r}: {fact!r} must be {kind.removesuffix('?')}, not {value!r}", where=where)
        out[fact] = value
    return out
