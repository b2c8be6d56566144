"""What people decide of the ledger, its issues, statements and matches: in the journal, with effect at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from sqlite3 import Connection

from onionskin.desk.choices import Asked
from onionskin.errors import NotFoundError, NotReleasedError, UsageError
from onionskin.inventory.ledgers import Wanted, count_of, lines_by_ids, lines_of_paper
from onionskin.ledger.lines import folded
from onionskin.ledger.rulings import Ruling, RulingVerb, slug
from onionskin.record.decisions import About, Said, Verb
from onionskin.record.statements import Statement
from onionskin.store.decisions import Kept, Word, ledger_decision
from onionskin.workbench.collection import Collection

OF_ISSUES = frozenset({Verb.RENAME, Verb.MERGE, Verb.SPLIT})
VERDICTS = frozenset({Verb.ACCEPT, Verb.REJECT})
LONGEST_NAME = 120
"""Characters of the name of an issue."""
Finder = Callable[[Said], str | None]


def bring_ledger_in_step(collection: Collection) -> None:
    """Have the inventory's lines stand as people decided, whoever decided it and wherever."""
    collection.bring_inventory_in_step()
    last = collection.decided().last
    with collection.inventory.reading() as inventory:
        now = (last, _generation(inventory))
        if now == collection.ruled:
            return
        rulings = tuple(rulings_of(collection.book().decisions, finder(inventory)))
    collection.inventory.rule(rulings)
    with collection.inventory.reading() as inventory:
        collection.ruled = (last, _generation(inventory))


def rulings_of(decisions: Iterable[Kept], find: Finder) -> Iterator[Ruling]:
    """The decisions about issues and statements, as the ledger obeys them. Statements are found again by their words;
    of those that are not found nothing is decided until they are.
    """
    for each in decisions:
        if each.about is About.STATEMENT:
            lines = frozenset(filter(None, map(find, each.statements)))
            yield Ruling(RulingVerb(each.verb.value), lines=lines)
        elif each.about is About.ISSUE:
            issue, _, rest = (each.to or "").partition(" ")
            verb = RulingVerb(each.verb.value)
            other = rest if verb is RulingVerb.MERGE else ""
            lines = frozenset(filter(None, map(find, each.statements)))
            yield Ruling(verb, issue, "" if other else rest, other, lines)


def verdicts_on_matches(decisions: Iterable[Kept], find: Finder) -> dict[tuple[str, str, str], Kept]:
    """The last decision on each match, by its line (of a whole paper its record), the relation and the other paper."""
    told: dict[tuple[str, str, str], Kept] = {}
    for each in decisions:
        if each.about is About.MATCH:
            relation, _, other = (each.to or "").partition(" ")
            line = next(filter(None, map(find, each.statements)), None) if each.statements else each.record
            if line:
                told[line, relation, other] = each
    return told


def rule(collection: Collection, asked: Asked) -> bool:
    """Write a decision about the ledger into the journal; false where it is decided so already.

    `asked.about` is `issue`, `statement` or `match`. Of an issue `to` is its id, `words` its new name or that of the
    part that leaves it with `statements`, `entities` the one that goes into it. Of a statement `statements` has it; of
    a match they have the instruction, none where the paper as a whole is meant, and `to` the relation and the other
    paper (`reported os-3f88`). NotFoundError, UsageError, NotReleasedError.
    """
    if not collection.public:
        raise NotReleasedError("this collection is under review and shows no papers yet")
    bring_ledger_in_step(collection)
    about, to = About(asked.about), _told(asked)
    if _stands_already(collection, asked, about, to):
        return False
    with collection.inventory.reading() as inventory:
        if about is About.ISSUE:
            _refuse_of_issue(inventory, asked)
        else:
            _refuse_of_statement(inventory, asked, about)
    collection.store.append(ledger_decision(_word(collection, asked, about), asked.verb, about, to, asked.statements))
    bring_ledger_in_step(collection)
    return True


def said_of(collection: Collection, lines: Iterable[str]) -> tuple[Said, ...]:
    """Statements of the ledger by their names, in the words by which the journal keeps them. NotFoundError."""
    bring_ledger_in_step(collection)
    wanted = tuple(lines)
    with collection.inventory.reading() as inventory:
        held = lines_by_ids(inventory, wanted)
    if lost := next((each for each in wanted if each not in held), None):
        raise NotFoundError("the ledger has no such statement", where=lost)
    return tuple(_said(held[each].statement) for each in wanted)


def finder(inventory: Connection) -> Finder:
    """How statements are found by their words among what the inventory holds now."""

    @cache
    def names(record: str) -> Mapping[tuple[str, str], str]:
        held = reversed(lines_of_paper(inventory, record))
        return {(each.statement.type.value, folded(each.statement.quote)): each.id for each in held}

    def find(said: Said) -> str | None:
        held, words = names(said.record), folded(said.quote)
        if exact := held.get((said.type.value, words)):
            return exact
        of_type = ((quote, id_) for (type_, quote), id_ in held.items() if type_ == said.type)
        return next((id_ for quote, id_ in of_type if quote in words or words in quote), None)

    return find


def _told(asked: Asked) -> str:
    """What the journal keeps as `to`: of an issue apart which it is, and its name or the other one."""
    if asked.about != About.ISSUE:
        return asked.to or ""
    rest = " ".join(asked.entities) if asked.verb is Verb.MERGE else " ".join(asked.words.split())
    return f"{asked.to} {rest}"


def _word(collection: Collection, asked: Asked, about: About) -> Word:
    record = _record(asked)
    if about is About.ISSUE or not record:
        return Word("", asked.author, None, asked.reason)
    source = collection.store.record(record).document.source.sha256
    return Word(source, asked.author, record, asked.reason)


def _refuse_of_issue(inventory: Connection, asked: Asked) -> None:
    if asked.verb not in OF_ISSUES:
        raise UsageError(f"{asked.verb} is not for issues", advice="Use rename, merge or split")
    issue = asked.to or ""
    for each in (issue, *asked.entities):
        if not each or not count_of(inventory, Wanted(issue=each)):
            raise NotFoundError("the ledger has no such issue", where=each)
    if asked.verb is Verb.MERGE:
        if len(asked.entities) != 1 or asked.entities[0] == issue:
            raise UsageError("one other issue must be named that goes into this one", where=issue)
        return
    name = " ".join(asked.words.split())
    if not slug(name) or len(name) > LONGEST_NAME:
        raise UsageError(f"an issue needs a name of at most {LONGEST_NAME} characters", where=issue)
    if asked.verb is Verb.SPLIT and not asked.statements:
        raise UsageError("no statement is named that leaves the issue", where=issue)
    if asked.verb is Verb.SPLIT and slug(name) == issue:
        raise UsageError("what leaves an issue needs another name", where=issue)


def _refuse_of_statement(inventory: Connection, asked: Asked, about: About) -> None:
    if asked.verb not in VERDICTS:
        raise UsageError(f"{asked.verb} is not for a {about}", advice="Use accept or reject")
    if about is About.STATEMENT and len(asked.statements) != 1:
        raise UsageError("one statement must be named")
    find = finder(inventory)
    for each in asked.statements:
        if find(each) is None:
            raise NotFoundError("the paper says no such thing", where=each.record)


def _stands_already(collection: Collection, asked: Asked, about: About, to: str) -> bool:
    """Whether it is decided so: of a name or a verdict the last word counts."""
    held = [each for each in collection.book().decisions if each.about is about]
    if about is not About.ISSUE:
        same = [k for k in held if (k.statements, k.to or "", k.record) == (asked.statements, to, _record(asked))]
        return bool(same) and same[-1].verb is asked.verb
    same = [k for k in held if k.verb is asked.verb and (k.to or "").partition(" ")[0] == asked.to]
    if asked.verb is Verb.RENAME:
        same = same[-1:]
    return any((k.to, k.statements) == (to, asked.statements) for k in same)


def _record(asked: Asked) -> str:
    return asked.record or next((each.record for each in asked.statements), "")


def _said(statement: Statement) -> Said:
    return Said(statement.record, statement.type, statement.quote)


def _generation(inventory: Connection) -> str:
    (generation,) = inventory.execute("SELECT generation FROM state").fetchone()
    return str(generation)
