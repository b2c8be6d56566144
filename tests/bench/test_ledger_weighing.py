"""The weights of signs: clauses get what was read in their words, and what always goes with a type comes to weigh."""

from __future__ import annotations

import tomllib

from bench.ledger.truth import Told
from bench.ledger.weighing import Read, Seen, fitted, names, proper_names, rights, shares, table, written

from onionskin import lexicon
from onionskin.ledger.clause_signs import ALWAYS
from onionskin.ledger.weighing import FACTS


def right(*facts: str) -> tuple[bool, ...]:
    return tuple(fact in facts for fact in FACTS)


def seen(*signs: str, fact: str) -> Seen:
    return Seen((ALWAYS, *signs), frozenset(), None, weighed=True, right=right(fact))


def test_a_clause_is_what_was_read_in_its_words() -> None:
    truth = [
        Told(types=("report", "position"), words=frozenset(range(8))),
        Told(types=("assessment",), words=frozenset(range(20, 28)), maybe=True),
    ]
    words = [frozenset(range(at, at + 8)) for at in (0, 2, 20, 40)]
    assert rights(words, truth) == [
        right("report", "position"),
        right(),
        right("assessment"),
        right(),
    ]


def test_a_sign_weighs_for_the_type_with_which_it_goes() -> None:
    clauses = [seen("tense-past", fact="report"), seen("tense-present", fact="assessment")] * 30
    signs = names({("one", "d1"): Read(tuple(clauses), ())})
    assert signs == [ALWAYS, "tense-past", "tense-present"]
    likely = shares(table(clauses[:2], signs) @ fitted(clauses, signs))
    assert [FACTS[int(row.argmax())] for row in likely] == ["report", "assessment"]


def test_what_is_written_is_a_list_of_the_lexicon() -> None:
    clauses = (seen("denied", fact="position"), seen("bare", fact="report")) * 9
    signs = names({("one", "d1"): Read(clauses, ())})
    made = written(fitted(clauses, signs), signs)
    entries = {each.name: each for each in lexicon.read(tomllib.loads(made), "made")}
    assert (entries["denied"].number("position") or 0) > 0


def test_a_word_is_a_sign_in_several_volumes_and_where_it_is_no_name() -> None:
    said = Read((seen("word-frontier", "word-brandov", "word-2661", "about-talks", fact="report"),) * 3, ())
    alone = Read((seen("word-harvest", fact="report"),) * 9, ())
    read = {("one", "d1"): said, ("two", "d1"): said, ("three", "d1"): said, ("four", "d1"): alone}
    proper = proper_names(["The frontier, said Brandov, is closed: the frontier is ours.", "SEE BRANDOV."])
    assert proper == {"brandov"}
    assert names(read, proper) == ["about-talks", ALWAYS, "word-frontier"]
