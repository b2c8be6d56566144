"""`onionskin desk exercise`: two sides and more, a director, a clock, and the account of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of, person_option, who
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk_account import WholeAccount, account_of
from onionskin.workbench.desk_exercise import (
    Playing,
    begin_exercise,
    end_exercise,
    playing,
    put_in_due,
    set_pace,
)
from onionskin.workbench.desk_replaying import replayed
from onionskin.workbench.desk_telling import plain


@click.group(
    "exercise",
    epilog="""\b
Example:
  onionskin desk exercise begin plan.toml --as director -c exercise
  onionskin desk exercise pace --rate 0 --as director -c exercise          the clock stands still
  onionskin desk exercise pace --to 1962-10-27T18:00-04:00 --as director -c exercise
  onionskin desk exercise end --as director -c exercise
  onionskin desk exercise account --as ball -c exercise
  onionskin desk exercise replay again -c exercise""",
)
def exercise_command() -> None:
    """Play an exercise: begin it from a plan, lead it, end it, tell it, play it again."""


@exercise_command.command("begin")
@click.argument("plan", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@person_option
@collection_option
def begin_command(plan: Path, person: str, collection: Path) -> None:
    """Begin the exercise of a plan; the collection is made if there is none.

    PLAN is a TOML file with its title, when it begins, its posts (each with its side), its persons and its events.
    """
    try:
        text = plan.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"the plan cannot be read: {fault}", where=str(plan)) from None
    open_collection(Settings(collection=collection), create=True).close()
    with desk_of(collection) as desk:
        now = begin_exercise(desk, person or "director", text, plan.name)
        output.line(_words(now, desk.now()))


@exercise_command.command("show")
@json_option
@collection_option
def show_command(*, as_json: bool, collection: Path) -> None:
    """What is played, what the clock shows, and how many events are still to come; what is due is put in."""
    with desk_of(collection) as desk:
        put_in_due(desk)
        now, clock, time = playing(desk), desk.clock, desk.now()
    if now is None:
        raise UsageError("no exercise was begun at this desk", advice="`onionskin desk exercise begin PLAN` begins one")
    if as_json:
        told = {"title": now.exercise.title, "sides": now.exercise.sides, "now": time, "ended": bool(now.ended)}
        output.json_line({**told, "rate": clock.rate if clock else 1.0})
        return
    output.line(_words(now, time))


@exercise_command.command("pace")
@click.option("--rate", type=float, metavar="N", help="So many times as fast as the day; 0 stands still.")
@click.option("--to", "time", default="", metavar="TIME", help="Forward to a time: 1962-10-27T18:00-04:00.")
@person_option
@collection_option
def pace_command(*, rate: float | None, time: str, person: str, collection: Path) -> None:
    """Stop the clock, let it go on, or leap forward; what falls due is put in."""
    if rate is None and not time:
        raise UsageError("say --rate, --to, or both")
    with desk_of(collection) as desk:
        set_pace(desk, who(desk, person), time=time, rate=rate)
        output.line(desk.now())


@exercise_command.command("end")
@person_option
@collection_option
def end_command(person: str, collection: Path) -> None:
    """End the exercise; who played may read the account of it from then on."""
    with desk_of(collection) as desk:
        now = end_exercise(desk, who(desk, person))
        output.line(_words(now, desk.now()))


@exercise_command.command("account")
@person_option
@json_option
@collection_option
def account_command(*, person: str, as_json: bool, collection: Path) -> None:
    """Tell what was written by whom, what it took, who knew what when, and what was said on each issue (Markdown)."""
    with desk_of(collection) as desk:
        told = account_of(desk, who(desk, person))
    if as_json:
        output.json_line(plain(told))
        return
    for line in _markdown(told):
        output.line(line)


@exercise_command.command("replay")
@click.argument("folder", type=click.Path(path_type=Path))
@json_option
@collection_option
def replay_command(*, folder: Path, as_json: bool, collection: Path) -> None:
    """Do everything that was done at this desk once more in FOLDER, under the rules, and say whether it came out alike.

    FOLDER is a collection that is made, and must hold nothing of a desk. The exit code is 1 where anything differs.
    """
    with desk_of(collection) as desk:
        open_collection(Settings(collection=folder), create=True).close()
        with desk_of(folder) as again:
            came = replayed(desk, again)
    if as_json:
        output.json_line(asdict(came))
    else:
        output.line(f"{came.acts} acts done again; {len(came.differences)} differences; state {came.digest[:16]}")
        for each in came.differences:
            output.line(f"  {each}")
    if came.differences:
        raise SystemExit(1)


def _words(now: Playing, time: str) -> str:
    plan = now.exercise
    state = "ended" if now.ended else "is being played"
    left = len(plan.events) - len(plan.due(datetime.fromisoformat(time)))
    return f"{plan.title}: {state} between {' and '.join(plan.sides)}; the clock shows {time}; {left} events to come"


def _markdown(told: WholeAccount) -> Iterator[str]:
    whole = told.account
    yield f"# {whole.title}"
    yield ""
    yield f"{whole.about}. {' against '.join(whole.sides)}; from {whole.began} to {whole.ended or 'now'}."
    yield ""
    yield "## Papers"
    yield ""
    yield "| begun | from | to | number | precedence | subject | in hand | on the way |"
    yield "|---|---|---|---|---|---|---|---|"
    for each in whole.papers:
        cells = (each.begun, each.origin, ", ".join(each.to), each.number, each.precedence, each.subject)
        yield f"| {' | '.join(map(_cell, cells))} | {each.in_hand or ''} | {each.on_the_way or ''} |"
    yield ""
    yield "## Events"
    yield ""
    for event in whole.events:
        reached = ", ".join(f"{post} {at or 'never'}" for post, at in event.reached.items()) or "nobody"
        followed = f"{len(event.followed)} papers followed"
        yield f"- {_cell(event.subject)}: put in {event.put_in or 'never'}; reached {reached}; {followed}"
    yield ""
    yield "## Persons"
    yield ""
    for person in whole.persons:
        done = ", ".join(f"{act} {n}" for act, n in sorted(person.acts.items())) or "nothing"
        yield f"- {person.name} ({person.post or 'director'}): {done}"
    for issue in told.issues:
        yield ""
        yield f"## {issue.label or 'What names no matter'}"
        yield ""
        for said in issue.said:
            yield f"- {said.day}, {said.side}, {said.type}: “{_cell(said.quote)}” ({said.paper})"


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "\\|").split())
