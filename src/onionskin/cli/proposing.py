"""`onionskin ledger --propose`: a model asked what papers say, after it was told what would be sent."""

from __future__ import annotations

import sys

import click

from onionskin.cli import output
from onionskin.cli.read import counted
from onionskin.errors import ProposerError, UsageError
from onionskin.workbench import Collection
from onionskin.workbench.proposing import Asked, Model, ask, outgoing

SHOWN = 20
"""Papers that are named before they are sent, and suggestions that do not count."""


def propose(collection: Collection, model: Model, record: str, *, sure: bool, again: bool) -> int:
    """Say what would be sent, have it agreed to, send it; the exit status. UsageError where nobody can be asked."""
    papers = outgoing(collection, model, record, again=again)
    if not papers:
        output.line(f"Nothing to send: {model.called} was asked about every paper. --again asks once more.")
        return 0
    size = f"{counted(len(papers), 'paper')}, {sum(each.characters for each in papers):,} characters"
    output.line(f"The texts of {size}, will leave this machine for {model.address}:")
    for each in papers[:SHOWN]:
        output.line(f"  {each.record}  {output.folded(each.title)}")
    if len(papers) > SHOWN:
        output.line(f"  and {len(papers) - SHOWN:,} more")
    if not sure and not _agreed():
        output.line("Nothing was sent.")
        return 0
    failed = 0
    for asked in ask(collection, model, papers):
        failed += asked.failed is not None
        _tell(asked)
    return ProposerError.exit_code if failed else 0


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to agree that these texts are sent", advice="Say --yes beforehand")
    return bool(click.confirm("Send them?"))


def _tell(asked: Asked) -> None:
    if asked.failed is not None:
        click.echo(f"onionskin: {output.folded(str(asked.failed))}", err=True)
        return
    without = f", {len(asked.refused)} without" if asked.refused else ""
    output.line(f"{asked.record}: {counted(asked.standing, 'suggestion')} in words of the paper{without}")
    for each in asked.refused[:SHOWN]:
        output.line(f"    “{output.folded(each.quote)}”: {output.folded(each.why)}")
