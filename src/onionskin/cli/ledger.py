"""`onionskin ledger [ID]`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.read import counted
from onionskin.errors import UsageError
from onionskin.record.statements import Polarity, StatementType
from onionskin.record.titles import date_in_words
from onionskin.settings import Settings
from onionskin.workbench import Collection, open_collection
from onionskin.workbench.ledger import (
    Branch,
    Line,
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
  onionskin ledger --issue inspection --json""",
)
@click.argument("record_id", metavar="[ID]", default="")
@click.option("--issue", default="", metavar="ISSUE", help="Statements of one issue, by its id.")
@click.option("--party", default="", metavar="NAME", help="Statements of a party, or that name somebody.")
@click.option("--between", nargs=2, default=("", ""), metavar="NAME NAME", help="Statements between two parties.")
@click.option("--type", "type_", type=click.Choice([each.value for each in StatementType]), help="Of one type alone.")
@click.option("--since", default="", metavar="DATE", help="From this day, month or year on.")
@click.option("--until", default="", metavar="DATE", help="To the end of this day, month or year.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table as CSV.")
@click.option("--brief", "as_brief", is_flag=True, help="Print a brief as Markdown, with quotes and citations.")
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
    as_csv: bool,
    as_brief: bool,
    as_json: bool,
    collection: Path,
) -> None:
    """Show what papers say in a negotiation: who is to do what, where a party stands, what is offered for what.

    Of one paper its instructions as a checklist under their conditions, then all else; without anything asked the
    negotiations and issues of the collection. Every line is quoted.
    """
    if as_json + as_csv + as_brief > 1:
        raise UsageError("--json, --csv and --brief are three forms", advice="Choose one")
    with open_collection(Settings(collection=collection)) as opened:
        record = paper_ledger(opened, record_id).record if record_id else ""
        wanted = Wanted(record, issue, party, between, type_ or "", since, until)
        if as_json:
            output.lines(map(output.as_line, map(ledger_line, every_line(opened, wanted))))
        elif as_csv or as_brief:
            given = ledger_table(every_line(opened, wanted)) if as_csv else ledger_brief(opened, wanted)
            for line in given:
                click.echo(line, nl=False)
        elif wanted == Wanted(record=record):
            for line in told_of_paper(opened, record) if record else overview(opened):
                output.line(line)
        else:
            for each in every_line(opened, wanted):
                output.line(line_in_words(each))


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


def line_in_words(line: Line, *, dated: bool = True) -> str:
    """`November 23, 1962  offer  United States: “...” if ...  [os-njn1v]`."""
    said = line.statement
    when = f"{date_in_words(line.date) if line.date else 'undated'}  {said.type}  " if dated else ""
    not_ = " not" if said.polarity is Polarity.DO_NOT else ""
    condition = f"  (if: {output.folded(said.when)})" if said.when else ""
    state = f"  {said.state}" if said.state in {"accepted", "rejected"} else ""
    where = f"  [{said.record[:12]}]" if dated else ""
    who = output.folded(said.party or line.sides[0] or "nobody named")
    return f"{when}{who}{not_}: “{output.folded(said.quote)}”{condition}{state}{where}"


def _checklist(branch: Branch, depth: int = 1) -> Iterator[str]:
    for line in branch.lines:
        said = line.statement
        do = "do not" if said.polarity is Polarity.DO_NOT else "do"
        strength = f", {said.strength}" if said.strength else ""
        yield f"{'  ' * depth}[ ] {do}{strength}: “{output.folded(said.quote)}”"
    for each in branch.branches:
        yield f"{'  ' * depth}{output.folded(each.words)}:"
        yield from _checklist(each, depth + 1)
