"""`onionskin desk case`: requests for review, from the day they come to the answer and the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.desk.options import person_option, who
from onionskin.cli.options import collection_option, json_option, limit_option
from onionskin.errors import NotFoundError, StorageError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import open_desk
from onionskin.workbench.desk_case_telling import FORMS, case_kinds, index_as, letter_pdf, told_of_case
from onionskin.workbench.desk_cases import (
    Case,
    CaseAct,
    Cases,
    CaseShown,
    CaseStage,
    Decision,
)
from onionskin.workbench.desk_entering import unentered

COLUMNS = ("case", "kind", "requester", "wanted", "received", "due", "stage", "papers", "undecided")
at_option = click.option("--at", default="", metavar="DAY", help="When it was done, if not now: 1988-04-06.")


@dataclass(frozen=True, slots=True)
class At:
    """The cases of a collection, who acts, and when if that is not now."""

    cases: Cases
    by: str
    at: str
    settings: Settings

    def named(self, paper: str) -> str:
        """A paper by what its id begins with, as all commands of the desk take it."""
        return self.cases.desk.named(self.by, paper)


def usual(command: Callable[..., None]) -> Callable[..., None]:
    """The options that all commands of a case have; the command is given them as `desk`."""

    @wraps(command)
    def opened(*, collection: Path, person: str, at: str, **told: Any) -> None:  # noqa: ANN401 - of click
        settings = Settings(collection=collection)
        with open_desk(settings) as desk:
            command(At(Cases(desk, collection), who(desk, person, at[:10]), at, settings), **told)

    return at_option(person_option(collection_option(opened)))


@click.group(
    "case",
    epilog="""\b
Example:
  onionskin desk case new --kind foia --requester "A. Reader" --wanted "telegrams on bombers" --as requests
  onionskin desk case unentered --as requests      the papers that were read and that no case has asked for yet
  onionskin desk case add F-2026-00001 os-njn1v --as requests      a paper of the desk, or one that was read
  onionskin desk case assign F-2026-00001 --to moskowitz --as requests
  onionskin desk case decide F-2026-00001 os-njn1v excise --lines 4-6 --exemption "(b)(1)" --exemption "1.4(d)" \\
      --downgrade SECRET --authority "E.O. 13526" --as moskowitz
  onionskin desk case letter F-2026-00001 --send --as requests
  onionskin desk case index F-2026-00001 --form csv --as requests""",
)
def case_command() -> None:
    """Answer requests for review: cases, decisions, the letter and the index."""


@case_command.command("new")
@click.option("--kind", required=True, type=click.Choice(tuple(case_kinds())), help="What sort of request it is.")
@click.option("--requester", required=True, metavar="NAME", help="Who asks.")
@click.option("--wanted", required=True, metavar="WORDS", help="What is asked for, in the requester's words.")
@click.option("--number", "case", default="", metavar="NUMBER", help='The number it was given: "C.A. NO 88-0034".')
@click.option("--address", multiple=True, metavar="LINE", help="A line of the address; may be given again.")
@click.option("--received", default="", metavar="DAY", help="When it came; by default the day it is opened.")
@click.option("--due", default="", metavar="DAY", help="By when it is to be answered, if not as the law has it.")
@usual
def new_command(desk: At, **told: Any) -> None:  # noqa: ANN401 - of click
    """Open a case. It takes the next number of its kind, unless it has one, and its day from the law of its time."""
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}
    _say(desk.cases.open(desk.by, {name: value for name, value in given.items() if value}, at=desk.at))


@case_command.command("add")
@click.argument("number")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@usual
def add_command(desk: At, *, number: str, papers: Sequence[str]) -> None:
    """Ask for papers in a case: papers of the desk, or papers that were read, which are entered at the desk first."""
    with open_collection(desk.settings) as held:
        for each in papers:
            with suppress(NotFoundError):
                each = desk.named(each)  # noqa: PLW2901 - else it is one that was read
            paper = desk.cases.enter(desk.by, held, each, at=desk.at)
            desk.cases.add(desk.by, number, [paper], at=desk.at)
            output.line(f"{paper}  is in case {number}")


@case_command.command("assign")
@click.argument("number")
@click.argument("papers", nargs=-1, metavar="[PAPER...]")
@click.option("--to", "reviewers", multiple=True, required=True, metavar="PERSON", help="A reviewer; may be repeated.")
@usual
def assign_command(desk: At, *, number: str, papers: Sequence[str], reviewers: Sequence[str]) -> None:
    """Give papers to reviewers by name; without papers all of the case that nothing was decided of."""
    for done in desk.cases.entrust(desk.by, number, reviewers, map(desk.named, papers), at=desk.at):
        output.line(f"{done.paper}  is with {', '.join(reviewers)}")


@case_command.command("refer")
@click.argument("number")
@click.argument("paper")
@click.option("--agency", required=True, metavar="NAME", help="The other agency.")
@click.option("--due", default="", metavar="DAY", help="By when it is to answer.")
@usual
def refer_command(desk: At, *, number: str, paper: str, agency: str, due: str) -> None:
    """Ask another agency about a paper that holds its information."""
    done = desk.cases.refer(desk.by, number, desk.named(paper), agency, due=due, at=desk.at)
    output.line(f"{done.paper}  is referred to {agency}")


@case_command.command("answer")
@click.argument("number")
@click.argument("paper")
@click.option("--agency", required=True, metavar="NAME", help="The other agency.")
@click.option("--remarks", required=True, metavar="WORDS", help="What it says.")
@usual
def answer_command(desk: At, *, number: str, paper: str, agency: str, remarks: str) -> None:
    """Enter what another agency answered about a paper."""
    done = desk.cases.agency_answers(desk.by, number, desk.named(paper), agency, remarks, at=desk.at)
    output.line(f"{done.paper}  {agency} has answered: {remarks}")


@case_command.command("decide")
@click.argument("number")
@click.argument("paper")
@click.argument("access", type=click.Choice(["release", "excise", "deny"]))
@click.option("--authority", required=True, metavar="WORDS", help="By what authority.")
@click.option("--declassify", is_flag=True, help="Its classification ends.")
@click.option("--downgrade", default="", metavar="LEVEL", help="It gets this lower level.")
@click.option("--until", default="", metavar="DAY", help="Until when the lower level holds, or OADR.")
@click.option("--lines", default="", metavar="LINES", help="The lines that are excised: 3-5, 9.")
@click.option("--exemption", "exemptions", multiple=True, metavar="CODE", help="(b)(1), 1.4(d) ...; may be repeated.")
@click.option("--again", default="", metavar="DAY", help="When what is withheld is to be looked at once more.")
@click.option("--tell-subject", "tells_subject", is_flag=True, help="The index may tell its subject.")
@click.option("--remarks", default="", metavar="WORDS", help="Words that stay with the decision.")
@usual
def decide_command(  # noqa: PLR0913 - what a decision says
    desk: At,
    *,
    number: str,
    paper: str,
    access: str,
    declassify: bool,
    downgrade: str,
    **told: Any,  # noqa: ANN401 - of click
) -> None:
    """Decide of a paper who may see it, and at what level it stands; both together or neither."""
    if declassify and downgrade:
        raise UsageError("--declassify and --downgrade are two decisions", advice="Give one of them")
    axis = "declassify" if declassify else "downgrade" if downgrade else "keep"
    decision = Decision(access=access, classification=axis, level=downgrade, **told)
    done = desk.cases.decide(desk.by, number, desk.named(paper), decision, at=desk.at)
    output.line(f"{done[-1].paper}  {', '.join(each.act.value for each in done)} by {desk.by}")


@case_command.command("appeal")
@click.argument("number")
@click.argument("papers", nargs=-1, metavar="[PAPER...]")
@click.option("--due", default="", metavar="DAY", help="By when it is to be decided, if not as the law has it.")
@click.option("--remarks", default="", metavar="WORDS", help="What it says.")
@usual
def appeal_command(desk: At, *, number: str, papers: Sequence[str], due: str, remarks: str) -> None:
    """Have what is withheld decided anew, by reviewers who did not decide before."""
    _say(desk.cases.appeal(desk.by, number, map(desk.named, papers), due=due, remarks=remarks, at=desk.at))


@case_command.command("extend")
@click.argument("number")
@click.option("--due", required=True, metavar="DAY", help="The new day.")
@click.option("--remarks", required=True, metavar="WORDS", help="Why.")
@usual
def extend_command(desk: At, *, number: str, due: str, remarks: str) -> None:
    """Set another day by which a case is to be answered, and say why."""
    _say(desk.cases.step(desk.by, CaseAct.EXTEND, number, {"due": due, "remarks": remarks}, at=desk.at))


@case_command.command("close")
@click.argument("number")
@click.option("--remarks", default="", metavar="WORDS", help="Why, where it was not answered.")
@usual
def close_command(desk: At, *, number: str, remarks: str) -> None:
    """Close a case of which everything is decided."""
    _say(desk.cases.step(desk.by, CaseAct.CLOSE, number, {"remarks": remarks}, at=desk.at))


@case_command.command("reopen")
@click.argument("number")
@click.option("--remarks", required=True, metavar="WORDS", help="Why.")
@usual
def reopen_command(desk: At, *, number: str, remarks: str) -> None:
    """Open a closed case again."""
    _say(desk.cases.step(desk.by, CaseAct.REOPEN, number, {"remarks": remarks}, at=desk.at))


@case_command.command("letter")
@click.argument("number")
@click.option("--send", is_flag=True, help="Enter that the letter went out: the case is answered.")
@click.option("-o", "--output", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write it into a file.")
@usual
def letter_command(desk: At, *, number: str, send: bool, target: Path | None) -> None:
    """Write the letter that answers a case, as text or with -o X.pdf on its form.

    By letters/answer.txt of the collection, if that is there.
    """
    text = desk.cases.letter(desk.by, number, at=desk.at)
    if target is not None and target.suffix.lower() == ".pdf":
        _keep(letter_pdf(text, f"letter, case {number}"), target)
    else:
        _write(text, target)
    if send:
        desk.cases.step(desk.by, CaseAct.ANSWER, number, at=desk.at)


@case_command.command("index")
@click.argument("number")
@click.option("--form", type=click.Choice(list(FORMS)), default="md", show_default=True, help="As what.")
@click.option("-o", "--output", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write it into a file.")
@usual
def index_command(desk: At, *, number: str, form: str, target: Path | None) -> None:
    """List each paper and passage that is withheld, with exemption and reason, and none of the words."""
    _write(index_as(form, number, desk.cases.index(desk.by, number)), target)


@case_command.command("list")
@click.option("--stage", default="", type=click.Choice(["", *CaseStage]), help="Those that have come so far.")
@limit_option
@json_option
@usual
def list_command(desk: At, *, stage: str, limit: int, offset: int, as_json: bool) -> None:
    """List the cases that one has to do with, those first whose day comes first."""
    total, rows = desk.cases.listed(desk.by, stage=stage, limit=limit, offset=offset)
    if as_json:
        output.lines(output.as_line(asdict(each)) for each in rows)
    elif rows:
        cells = [tuple(map(str, asdict(each).values())) for each in rows]
        output.table(COLUMNS, cells) if output.to_terminal() else output.tabbed(cells)
    output.rest(len(rows), total, offset)


@case_command.command("unentered")
@limit_option
@json_option
@usual
def unentered_command(desk: At, *, limit: int, offset: int, as_json: bool) -> None:
    """List the papers that were read and that no case has asked for yet: id, kind, file and pages alone."""
    with open_collection(desk.settings) as collection:
        total, rows = unentered(desk.cases.desk, collection, desk.by, limit=limit, offset=offset)
    for each in rows:
        told = {"id": each.id, "kind": each.kind, "source": each.source, "pages": each.pages}
        if as_json:
            output.json_line(told)
        else:
            output.tabbed([tuple(told.values())])
    output.rest(len(rows), total, offset)


@case_command.command("show")
@click.argument("number")
@json_option
@usual
def show_command(desk: At, *, number: str, as_json: bool) -> None:
    """Show a case: what was asked, its papers, who reviews them, and what was decided."""
    shown = desk.cases.show(desk.by, number)
    if as_json:
        output.json_line(told_of_case(shown))
    else:
        output.definitions(_in_words(shown))


def _in_words(shown: CaseShown) -> Iterator[tuple[str, str]]:
    case, counts = shown.case, shown.counts
    yield "case", f"{case.number}, {case.kind}, {case.stage}"
    yield "requester", case.requester
    yield "wanted", case.wanted
    for name in ("received", "due", "answered", "appealed", "closed"):
        if day := getattr(case, name):
            yield name, day
    yield (
        "papers",
        (
            f"{counts.papers}: {counts.released} released, {counts.in_part} in part, {counts.denied} denied; "
            f"{counts.referred} referred"
        ),
    )
    for told in told_of_case(shown)["papers"]:
        with_whom = f", with {', '.join(told['reviewers'])}" if told["reviewers"] else ""
        outcome = f", {told['outcome']} by {told['by']} on {told['decided']}" if told["outcome"] else ", not decided"
        yield told["paper"], f"{told['title']}{with_whom}{outcome}"


def _say(case: Case) -> None:
    due = f", to be answered by {case.due}" if case.due else ""
    output.line(f"{case.number}  {case.stage}, {case.kind} of {case.requester}{due}")


def _write(text: str, target: Path | None) -> None:
    if target is None:
        click.echo(output.printable(text), nl=False)
        return
    _keep(text.encode(), target)


def _keep(data: bytes, target: Path) -> None:
    if target.exists():
        raise UsageError(f"{target} is there already", advice="Name another file with -o")
    try:
        target.write_bytes(data)
    except OSError as trouble:
        raise StorageError(f"{target} cannot be written: {trouble.strerror or trouble}") from None
