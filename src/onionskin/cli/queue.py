"""`onionskin queue`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.read import counted
from onionskin.record.codec import encode
from onionskin.settings import Settings
from onionskin.workbench import Question, Sort, Waits, open_collection, queue


@click.command(
    epilog="""\b
Example:
  onionskin queue -c cuba
  onionskin queue --kind ink -n 10 -c cuba
  onionskin queue --kind boundary --json -c cuba""",
)
@click.option("--kind", type=click.Choice([each.value for each in Sort]), help="Questions of this sort alone.")
@click.option("-n", "--limit", type=click.IntRange(1, 1000), default=25, show_default=True, help="How many.")
@click.option("--from", "offset", type=click.IntRange(0), default=0, help="Pass over so many of them.")
@json_option
@collection_option
def command(*, kind: str | None, limit: int, offset: int, as_json: bool, collection: Path) -> None:
    """List what most needs a person, first what deciding mends most.

    One question a line: what deciding it gains, its sort, what is asked, where it stands, and the command that
    decides it with the likeliest answer. With --json every answer that is proposed.
    """
    with open_collection(Settings(collection=collection)) as opened:
        held = queue(opened, sort=kind or "", limit=limit, offset=offset)
    if as_json:
        for each in held.waits:
            output.json_line(as_object(each))
        return
    rows = (shortly(each) for each in held.waits)
    if output.to_terminal():
        output.table(("gain", "sort", "question", "place", "to decide it"), rows)
    else:
        output.tabbed(rows)
    click.echo(f"{counted(held.total, 'question')} in the queue.", err=True)


def as_object(waits: Waits) -> dict[str, object]:
    """A question as JSON."""
    told: dict[str, object] = encode(waits.question)
    told |= {"papers": waits.papers, "gain": round(waits.gain, 3)}
    return told


def shortly(waits: Waits) -> tuple[str, ...]:
    """A question on one line."""
    asked = waits.question
    line = f":{asked.line}" if asked.line else ""
    place = f"{asked.record} {asked.page or ''}{line if asked.page else ''}".strip()
    return (f"{waits.gain:.2f}", asked.sort.value, " ".join(asked.text.split()), place, how(asked))


def how(asked: Question) -> str:
    """The command that gives the likeliest answer; of ink without words, the one that says what it says."""
    best = asked.options[0]
    if asked.sort is Sort.BOUNDARY:
        return f"onionskin boundary {asked.record} {best.verb} {asked.page}:{asked.line}"
    if asked.sort is Sort.INK:
        return f"onionskin decide {asked.record} correct {asked.pointer} WORDS"
    if asked.sort is Sort.WORD and best.to:
        return f'onionskin decide {asked.record} {best.verb} "{asked.as_printed}" "{best.to}"'
    to = f' "{best.to}"' if best.to and asked.sort not in {Sort.EMENDATION, Sort.SAME_PAPER} else ""
    return f"onionskin decide {asked.record} {best.verb} {asked.pointer}{to}"
