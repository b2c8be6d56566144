from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.papers import telegram

from onionskin.errors import NotReleasedError, UsageError
from onionskin.record.released import Released
from onionskin.review.release import Policy, release

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "onionskin"
MAKER = PACKAGE / "review" / "release.py"
VOCABULARY = PACKAGE / "record" / "released.py"
NEEDED = ("Released", "document=")
"""Without one of these words no line of a module is found by `makers`, and its tree need not be drawn up."""


def test_a_public_collection_releases_all_that_was_read() -> None:
    paper = telegram()
    released = release(paper, Policy.PUBLIC)
    assert released == Released(paper, "public", "the collection holds papers already released")


def test_a_collection_under_review_shows_nothing_undecided() -> None:
    with pytest.raises(NotReleasedError, match=telegram().id):
        release(telegram(), Policy.REVIEW)


@pytest.mark.parametrize("policy", ["", "Public", "open"])
def test_a_policy_nobody_knows_shows_nothing(policy: str) -> None:
    with pytest.raises(UsageError, match="public, review"):
        release(telegram(), policy)


def makers(tree: ast.AST) -> list[int]:
    """Lines on which a `Released` comes to be, or its name gets another one, behind which that could be done unseen.

    Allowed are an import by its own name, a type in a signature, and an `isinstance`.
    """
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Released") | ast.Attribute(attr="Released")):
                found.append(node.lineno)
            case ast.Attribute(value=ast.Name(id="Released") | ast.Attribute(attr="Released")):
                found.append(node.lineno)
            case ast.Call(func=ast.Name(id="replace") | ast.Attribute(attr="replace"), keywords=keywords) if any(
                each.arg == "document" for each in keywords
            ):
                found.append(node.lineno)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name != "isinstance":
                found += [node.lineno for each in args if isinstance(each, ast.Name) and each.id == "Released"]
            case ast.Assign(value=ast.Name(id="Released") | ast.Attribute(attr="Released")):
                found.append(node.lineno)
            case ast.alias(name="Released", asname=str()):
                found.append(node.lineno)
            case ast.ClassDef(bases=bases):
                found += [node.lineno for base in bases if isinstance(base, ast.Name) and base.id == "Released"]
            case _:
                pass
    return found


def test_nothing_but_release_makes_a_released() -> None:
    """Whoever wants to show a paper must come through the one door."""
    offenders = {
        f"{module.relative_to(PACKAGE)}:{line}"
        for module in PACKAGE.rglob("*.py")
        if module not in (MAKER, VOCABULARY)
        if any(word in (text := module.read_text("utf-8")) for word in NEEDED)
        for line in makers(ast.parse(text))
    }
    assert offenders == set()
    assert makers(ast.parse(MAKER.read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        "Released(document, 'public', '')",
        "released.Released(document, 'public', '')",
        "Released.__new__(Released)",
        "object.__new__(Released)",
        "decode_as(Released, {})",
        "from onionskin.record.released import Released as R",
        "make = Released",
        "replace(released, document=other)",
        "class Shown(Released): ...",
    ],
)
def test_no_way_round_the_door_is_overlooked(code: str) -> None:
    assert makers(ast.parse(code))
    assert any(word in code for word in NEEDED)


@pytest.mark.parametrize("code", ["def f(p: Released) -> list[Released]: ...", "isinstance(p, Released)"])
def test_taking_a_released_is_not_making_one(code: str) -> None:
    assert makers(ast.parse(code)) == []
