"""`onionskin ledger [ID]`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.proposing import propose
from onionskin.cli.read import counted
from onionskin.cli.wording import paper_in_words
from onionskin.errors import UsageError
from onionskin.record.statements import Polarity, Statement, StatementState, StatementType
from onionskin.record.titles import date_in_words
from onionskin.settings import Settings
from onionskin.workbench import Collection, open_collection
from onionskin.workbench.asking_models import Model
from onionskin.workbench.following import Moved, changed_between, following, moved_object
from onionskin.workbench.ledger import (
    Branch,
    Line,
    PaperLedger,
    Wanted,
    every_line,
    issues,
    ledger_brief,
    ledger_line,
    ledger_table,
    negotiations,
    paper_ledger,
)

MOST = 30
"""Negotiations and issues that are listed where nothing is asked for."""
HEADS = {
    StatementType.OFFER: "offers",
    StatementType.POSITION: "positions",
    StatementType.COMMITMENT: "commitments",
    StatementType.PROPOSAL: "proposals",
    StatementType.DEADLINE: "deadlines",
    StatementType.REPORT: "said and done",
    StatementType.ASSESSMENT: "assessments",
    StatementType.INSTRUCTION: "instructions",
    StatementType.DISCLOSURE: "what may be told",
    StatementType.RESCISSION: "what no longer holds",
}


@click.command(
    epilog="""\b
Example:
  onionskin ledger os-njn1v                              the instructions of a telegram as a checklist
  onionskin ledger --between "United States" "Soviet Union" --brief > talks.md
  onionskin ledger --issue inspection --json
  onionskin ledger os-njn1v --propose http://127.0.0.1:11434/v1 --model llama3.1""",
)
@click.argument("record_id", metavar="[ID]", default="")
@click.option("--issue", default="", metavar="ISSUE", help="Statements of one issue, by its id.")
@click.option("--party", default="", metavar="NAME", help="Statements of a party, or that name somebody.")
@click.option("--between", nargs=2, default=("", ""), metavar="NAME NAME", help="Statements between two parties.")
@click.option("--type", "type_", type=click.Choice([each.value for each in StatementType]), help="Of one type alone.")
@click.option("--since", default="", metavar="DATE", help="From this day, month or year on.")
@click.option("--until", default="", metavar="DATE", help="To the end of this day, month or year.")
@click.option("--changes", nargs=2, default=("", ""), metavar="DAY DAY", help="What changed from one day to another.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table as CSV.")
@click.option("--brief", "as_brief", is_flag=True, help="Print a brief as Markdown, with quotes and citations.")
@click.option(
    "--propose",
    "address",
    default="",
    metavar="URL",
    help="Ask a model at this address (chat/completions) what the paper, or all papers, say besides: it is told first "
    "what would be sent. A key it needs stands in ONIONSKIN_PROPOSER_KEY and is kept nowhere.",
)
@click.option("--model", default="", metavar="NAME", help="Which model, with --propose.")
@click.option("--again", is_flag=True, help="Papers too about which it was asked already, with --propose.")
@click.option("--yes", is_flag=True, help="Send without asking, with --propose.")
@json_option
@collection_option
def command(  # noqa: PLR0913 - what may be asked of a ledger
    *,
    record_id: str,
    issue: str,
    party: str,
    between: tuple[str, str],
    type_: str | None,
    since: str,
    until: str,
    changes: tuple[str, str],
    as_csv: bool,
    as_brief: bool,
    address: str,
    model: str,
    again: bool,
    yes: bool,
    as_json: bool,
    collection: Path,
) -> int:
    """Show what papers say in a negotiation: instructions, positions, offers.

    Who is to do what, where a party stands, what is offered for what. Of one paper its instructions as a checklist
    under their conditions, then all else; without anything asked the negotiations and issues of the collection. Every
    line is quoted. What a model proposed stands among it marked as such, where its quote is in the text word for word.
    """
    if as_json + as_csv + as_brief > 1:
        raise UsageError("--json, --csv and --brief are three forms", advice="Choose one")
    if (model or again or yes) and not address:
        raise UsageError("--model, --again and --yes go with --propose", advice="Name the address of a model")
    with open_collection(Settings(collection=collection), tell=output.meanwhile) as opened:
        if address:
            asked = Model(address, model, os.environ.get("ONIONSKIN_PROPOSER_KEY", ""))
            return propose(opened, asked, record_id, sure=yes, again=again)
        record = paper_ledger(opened, record_id).record if record_id else ""
        wanted = Wanted(record, issue, party, between, type_ or "", since, until)
        if as_csv or as_brief:
            for line in ledger_table(every_line(opened, wanted)) if as_csv else ledger_brief(opened, wanted):
                click.echo(line, nl=False)
        elif as_json:
            output.lines(map(output.as_line, objects(opened, wanted, changes)))
        else:
            for line in words(opened, wanted, changes):
                output.line(line)
    return 0


def objects(collection: Collection, wanted: Wanted, days: tuple[str, str]) -> Iterator[dict[str, Any]]:
    """What is asked for as JSON: statements, or between two days what changed."""
    if any(days):
        yield from map(moved_object, changed_between(collection, wanted, *days))
    else:
        yield from map(ledger_line, every_line(collection, wanted))


def words(collection: Collection, wanted: Wanted, days: tuple[str, str]) -> Iterator[str]:
    """What is asked for, for people."""
    if any(days):
        for moved in changed_between(collection, wanted, *days):
            yield from moved_in_words(moved)
    elif wanted == Wanted(record=wanted.record):
        yield from told_of_paper(collection, wanted.record) if wanted.record else overview(collection)
    else:
        yield from map(line_in_words, every_line(collection, wanted))


def overview(collection: Collection) -> Iterator[str]:
    """The negotiations and the issues of a collection, those with most statements first."""
    pairs = negotiations(collection)
    yield counted(len(pairs), "negotiation")
    for each in pairs[:MOST]:
        span = f", {each.first} to {each.last}" if each.first else ""
        yield f"  {each.one} and {each.two}: {_told(each.lines, each.papers)}{span}"
    total, named = issues(collection, Wanted(), limit=MOST)
    yield counted(total, "issue")
    for issue in named:
        yield f"  {issue.id}  {output.folded(issue.label)}: {_told(issue.lines, issue.papers)}"


def _told(lines: int, papers: int) -> str:
    return f"{counted(lines, 'statement')} in {counted(papers, 'paper')}"


def told_of_paper(collection: Collection, record: str) -> Iterator[str]:
    """What one paper says: the checklist first."""
    held = paper_ledger(collection, record)
    if not held.lines:
        yield "No statement was found in this paper."
    if held.checklist.lines or held.checklist.branches:
        yield "instructions"
        yield from _checklist(held.checklist)
    for type_, lines in held.others.items():
        yield HEADS[type_]
        for each in lines:
            yield f"  {line_in_words(each, dated=False)}"
    yield from what_came_of_it(collection, held)


def what_came_of_it(collection: Collection, paper: PaperLedger) -> Iterator[str]:
    """The reports of a paper's instructions, what they repeat or change, who took up its offers."""
    held = following(collection, paper.record)
    quotes = {line.id: line.statement.quote for line in paper.lines}
    matches = [*held.whole, *(each for told in held.lines.values() for each in told)]
    if matches:
        yield "what came of it"
    for each in matches:
        said = quotes.get(each.match.line, "")
        sure = each.decided.verb.value if each.decided else f"{each.match.score:.2f}"
        what = f"“{output.folded(said)}” " if said else "the paper "
        where = paper_in_words(each.row) if each.row else each.match.record
        quoted = f": “{output.folded(each.line.statement.quote)}”" if each.line else ""
        yield f"  {what}{each.match.relation.value.replace('-', ' ')} ({sure}) {where}{quoted}"


def moved_in_words(moved: Moved) -> Iterator[str]:
    """An issue on which a party came to stand otherwise."""
    yield f"{output.folded(moved.label)}, {moved.party}: {moved.change.value}"
    for mark, lines in (("-", moved.before), ("+", moved.after)):
        for each in lines:
            yield f"  {mark} {line_in_words(each)}"
    for reason in moved.reasons:
        yield f"    {output.folded(reason)}"
    for each in moved.moved_by:
        yield f"    between them: {line_in_words(each)}"


def line_in_words(line: Line, *, dated: bool = True) -> str:
    """`November 23, 1962  offer  United States: “...” if ...  [os-njn1v]`."""
    said = line.statement
    when = f"{date_in_words(line.date) if line.date else 'undated'}  {said.type}  " if dated else ""
    not_ = " not" if said.polarity is Polarity.DO_NOT else ""
    condition = f"  (if: {output.folded(said.when)})" if said.when else ""
    where = f"  [{said.record[:12]}]" if dated else ""
    who = output.folded(said.party or line.sides[0] or "nobody named")
    return f"{when}{who}{not_}: “{output.folded(said.quote)}”{condition}{_state(said)}{where}"


def _state(said: Statement) -> str:
    """What was decided of it, or that a model proposed it; empty where a rule found it and nobody decided."""
    if said.state is StatementState.FOUND:
        return ""
    by = f" by {output.folded(said.proposed_by)}" if said.proposed_by and said.state is StatementState.PROPOSED else ""
    return f"  {said.state}{by}"


def _checklist(branch: Branch, depth: int = 1) -> Iterator[str]:
    for line in branch.lines:
        said = line.statement
        do = "do not" if said.polarity is Polarity.DO_NOT else "do"
        strength = f", {said.strength}" if said.strength else ""
        yield f"{'  ' * depth}[ ] {do}{strength}: “{output.folded(said.quote)}”{_state(said)}"
    for each in branch.branches:
        yield f"{'  ' * depth}{output.folded(each.words)}:"
        yield from _checklist(each, depth + 1)
