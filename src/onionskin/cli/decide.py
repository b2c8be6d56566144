"""`onionskin decide`."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from onionskin.cli import output
from onionskin.cli.apparatus import decision_in_words
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.questions import walk
from onionskin.errors import OnionskinError, SourceError, UsageError
from onionskin.record.codec import encode
from onionskin.record.decisions import Verb
from onionskin.record.references import SameAsRelation
from onionskin.settings import Settings
from onionskin.workbench import (
    Answer,
    Asked,
    Collection,
    adrift,
    decide,
    decide_lines,
    decision_lines,
    open_collection,
    place_of,
)

VERBS = tuple(verb.value for verb in Verb if verb not in {Verb.REFUSE, Verb.MOVE, Verb.BEGIN})
ENTITIES = (Verb.MERGE.value, Verb.SPLIT.value)


@click.command(
    epilog="""\b
Example:
  onionskin decide os-njn1v                                 walk through what is open on the paper
  onionskin decide os-njn1v accept /emendations/0           this correction of the ink's error is right
  onionskin decide os-njn1v reject /references/2            none of its candidates is the paper that is meant
  onionskin decide os-njn1v link /references/2 os-54t9q     this paper is meant
  onionskin decide os-njn1v link os-1eb0d --as same-copy    another scan of the same copy
  onionskin decide os-njn1v correct Kuznetsoy Kuznetsov     the machine misread the ink
  onionskin decide os-njn1v correct /pages/0/unread/3 LIMDIS   what ink says that no word covers
  onionskin decide os-njn1v emend "11-21's" "IL-28's"       the ink itself is wrong
  onionskin decide os-njn1v undo                            take back the last decision on the paper
  onionskin decide merge halloran-j halloran-james          two entities are one person
  onionskin decide --from decisions.jsonl                   one JSON object a line, as --list prints them
  onionskin decide --adrift                                 decisions whose place was not found again""",
)
@click.argument("words", nargs=-1, metavar="[ID [VERB [WHAT [TO]]]]")
@click.option(
    "--from", "lines", type=click.File(encoding="utf-8"), metavar="FILE", help="Decisions as JSON lines; - for stdin."
)
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help="Print all decisions but those of boundaries, as JSON lines that --from takes.",
)
@click.option("--adrift", "lost", is_flag=True, help="Print the decisions whose place was not found again.")
@click.option("--at", "place", metavar="PAGE[:LINE]", help="Where the words stand, if they stand in several places.")
@click.option(
    "--as",
    "relation",
    type=click.Choice([each.value for each in SameAsRelation]),
    help="How two records stand to one another.",
)
@click.option("--by", "author", metavar="NAME", help="Who decides; by default the name you are logged in by.")
@click.option("--reason", default="", metavar="WORDS", help="Why, for the journal.")
@json_option
@collection_option
def command(  # noqa: PLR0913 - an argument for each option
    *,
    words: tuple[str, ...],
    lines: TextIO | None,
    listed: bool,
    lost: bool,
    place: str | None,
    relation: str | None,
    author: str | None,
    reason: str,
    as_json: bool,
    collection: Path,
) -> int:
    """Decide what is open on a paper: corrections, links, names, doubts.

    With an ID alone it asks about each open thing in turn. VERB is accept, reject, link, unlink (WHAT is a pointer, as
    `show` prints it), correct (the machine misread the ink, or read nothing), emend (the ink itself is wrong), or undo.

    Whom a name means is decided for all places of the paper where the same was found for it. Decisions are kept in
    the journal with who, when and why. They hold over whatever is read or linked later; one whose words a later
    reading does not find again is adrift: it is listed, and never dropped.
    """
    by = author or getpass.getuser()
    with open_collection(Settings(collection=collection), tell=output.meanwhile) as opened:
        if lost:
            show_adrift(opened, as_json=as_json)
            return 0
        if listed:
            for told in decision_lines(opened):
                output.json_line(told)
            return 0
        if lines is not None:
            return take_lines(opened, lines, by)
        if len(words) == 1:
            return walk(opened, words[0], by)
        asked = asked_for(words, by, reason, place, relation)
        show_answer(decide(opened, asked), as_json=as_json)
    return 0


def asked_for(words: Sequence[str], author: str, reason: str, place: str | None, relation: str | None) -> Asked:
    """What the words of the command line ask for."""
    if not words:
        raise UsageError("there is nothing to decide", advice="Name a paper: onionskin decide ID")
    if words[0] in ENTITIES:
        return Asked(Verb(words[0]), author, entities=tuple(words[1:]), reason=reason)
    record, verb, *rest = words
    if verb not in VERBS or verb in ENTITIES:
        known = ", ".join(each for each in VERBS if each not in ENTITIES)
        raise UsageError(f"{verb!r} is nothing that can be decided", advice=f"It is one of: {known}")
    if len(rest) > 2:
        raise UsageError(f"{verb} takes no more than two things", advice="Put words with spaces in quotes")
    what, to = rest[0] if rest else "", rest[1] if len(rest) > 1 else None
    of_words, same = verb in {Verb.CORRECT, Verb.EMEND} and not what.startswith("/pages/"), relation is not None
    return Asked(
        Verb(verb),
        author,
        record=record,
        about="" if of_words or same else what,
        words=what if of_words else "",
        place=place_of(place) if place else None,
        to=what if same else to,
        relation=SameAsRelation(relation) if relation else None,
        reason=reason,
    )


def take_lines(collection: Collection, lines: TextIO, author: str) -> int:
    """Decide all that a file says; bad lines are named on stderr and the others done."""
    new = known = bad = 0
    for number, answer in decide_lines(collection, lines, author):
        if isinstance(answer, OnionskinError):
            bad += 1
            click.echo(output.printable(f"onionskin: {lines.name}, line {number}: {answer}"), err=True)
        else:
            new += answer.new
            known += not answer.new
    click.echo(f"{new} decided, {known} decided so already, {bad} refused.", err=True)
    return SourceError.exit_code if bad else 0


def show_answer(answer: Answer, *, as_json: bool) -> None:
    """Print what came of a decision."""
    if as_json:
        told = None if answer.decision is None else encode(answer.decision)
        output.json_line({"record": answer.record, "new": answer.new, "decision": told})
    elif answer.decision is not None:
        output.line(decision_in_words(answer.decision) + ("" if answer.new else "  (decided so already)"))
    elif answer.record:
        output.line(f"{answer.record}: taken back")
    else:
        output.line("Noted. `onionskin link` carries it through the collection.")


def show_adrift(collection: Collection, *, as_json: bool) -> None:
    """Print the decisions that no longer find their place."""
    for record, decision in adrift(collection):
        if as_json:
            output.json_line({"record": record, **encode(decision)})
        else:
            output.line(f"{record}  {decision_in_words(decision)}")
