"""What is open on a paper, asked in a plain terminal."""

from __future__ import annotations

import sys

import click

from onionskin.cli import output
from onionskin.cli.apparatus import Known, decision_in_words, known_to, part_in_words
from onionskin.errors import UsageError
from onionskin.record.apparatus import Doubt
from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.record.references import Mention, Reference
from onionskin.workbench import Asked, Collection, Part, decide, open_questions, show

MOST = 9
"""Candidates that a single key can choose among."""
CONTEXT = 60


def walk(collection: Collection, record_id: str, author: str) -> int:
    """Ask about each open thing of a paper until none is left or the person quits; each answer is kept at once."""
    seen: set[object] = set()
    decided = 0
    while True:
        paper = show(collection, record_id).document
        waiting = [part for part in open_questions(collection, record_id) if _key(part) not in seen]
        if not waiting:
            break
        part = waiting[0]
        seen.add(_key(part))
        _put(paper, part, len(waiting), known_to(collection, paper))
        answer = _answer(part)
        if answer == "q":
            break
        if (asked := _asked(part, answer, paper.id, author)) is not None:
            told = decide(collection, asked)
            decided += told.new
            if told.decision is not None:
                output.line(f"  {decision_in_words(told.decision)}\n")
    click.echo(f"{decided} decided, {len(open_questions(collection, record_id))} open.", err=True)
    return 0


def _key(part: Part) -> object:
    """What a question is known by while papers are linked again between two of them."""
    ink = part.ink
    return part.about, part.pointer if ink is None else (ink.page, ink.span)


def _choices(part: Part) -> list[str]:
    """What could be meant, the likeliest first; empty where the question is yes or no."""
    match part.subject:
        case Reference(resolved=resolved):
            return [each.record for each in sorted(resolved.candidates, key=lambda each: -each.score)]
        case Mention(candidates=candidates):
            return [each.entity for each in sorted(candidates or (), key=lambda each: -each.score)]
        case Doubt(candidates=candidates):
            return [each.value for each in sorted(candidates, key=lambda each: -each.score)]
        case _:
            return []


def _put(paper: Document, part: Part, left: int, known: Known) -> None:
    """Show the question with the line it stands in."""
    output.line(f"[{left} open]")
    output.definitions(part_in_words(part.subject, part.pointer, known))
    ink = part.ink
    page = next((page for page in paper.pages if ink is not None and page.n == ink.page), None)
    if ink is not None and page is not None:
        start, end = ink.span.start, ink.span.end
        before, behind = page.text[max(0, start - CONTEXT) : start], page.text[end : end + CONTEXT]
        output.definitions([(f"page {page.n}", f"...{before}[{ink.span.of(page.text)}]{behind}...")])


def _answer(part: Part) -> str:
    """The key of a person's answer; asked again until it is one of those offered."""
    choices = [str(n) for n in range(1, len(_choices(part)[:MOST]) + 1)]
    yes = "y" if not choices and not isinstance(part.subject, Doubt) else ""
    none = "as printed" if isinstance(part.subject, Doubt) else "none of them" if choices else "no"
    offered = [*choices, *filter(None, [yes]), "n", "s", "q"]
    first = f"{choices[0]}-{choices[-1]}, " if len(choices) > 1 else "1, " if choices else "y yes, " if yes else ""
    while True:
        click.echo(f"{first}n {none}, s skip, q quit: ", nl=False)
        key = _key_pressed()
        if key in offered:
            return key


def _key_pressed() -> str:
    """A single key on a terminal; elsewhere the first letter of a line, and `q` at the end of the input."""
    if sys.stdin.isatty():
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "")
        return key
    line = sys.stdin.readline()
    return line.strip()[:1].lower() if line else "q"


def _asked(part: Part, key: str, record: str, author: str) -> Asked | None:
    """The decision that a key stands for; None for skipping."""
    if key == "s":
        return None
    if key == "n":
        return Asked(Verb.REJECT, author, record=record, about=part.pointer)
    if key == "y":
        return Asked(Verb.ACCEPT, author, record=record, about=part.pointer)
    if not key.isdecimal():
        raise UsageError(f"{key!r} is no answer")
    return Asked(Verb.ACCEPT, author, record=record, about=part.pointer, to=_choices(part)[int(key) - 1])
