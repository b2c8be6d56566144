"""Instructions stand under the conditions on which they hang."""

from __future__ import annotations

from tests.ledger.said import line, statement

from onionskin.ledger.branches import Branch, path_of, tree_of
from onionskin.record.span import Span
from onionskin.record.statements import Condition, Place

COOL, PRESSES = "If his response is cool", "If he presses the scheme"


def said(branch: Branch) -> list[str]:
    return [each.statement.quote for each in branch.lines]


def test_what_hangs_on_the_same_words_stands_under_them_once() -> None:
    lines = [
        line(statement("see him"), "os-1.a"),
        line(statement("press the point", when=(COOL,)), "os-1.b"),
        line(statement("discuss it", when=(PRESSES,)), "os-1.c"),
        line(statement("suggest a visit", when=("if his response is cool",)), "os-1.d"),
    ]
    tree = tree_of(lines)
    assert (tree.words, said(tree)) == ("", ["see him"])
    assert [(each.words, said(each)) for each in tree.branches] == [
        (COOL, ["press the point", "suggest a visit"]),
        (PRESSES, ["discuss it"]),
    ]


def test_a_condition_within_another_stands_under_it() -> None:
    outer = Condition(PRESSES, Place(1, Span(0, 24)))
    inner = Condition("if he then insists", Place(1, Span(40, 58)), within=outer)
    nested = statement("refuse", conditions=(inner,), when=(inner.words,))
    assert [each.words for each in path_of(nested)] == [PRESSES, "if he then insists"]
    [branch] = tree_of([line(nested, "os-1.a")]).branches
    assert said(branch) == []
    assert said(branch.branches[0]) == ["refuse"]


def test_of_conditions_side_by_side_the_nearest_is_innermost() -> None:
    both = statement("lift it", when=("if they leave", PRESSES))
    assert [each.words for each in path_of(both)] == [PRESSES, "if they leave"]
