"""`onionskin read PATH...`."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.failures import STOPPED
from onionskin.cli.options import collection_option, json_option, pairs
from onionskin.cli.pace import Pace, shown_on
from onionskin.cli.wording import adrift_in_words
from onionskin.errors import NotFoundError, SourceError, UsageError
from onionskin.settings import DEFAULT_ENGINE, Settings
from onionskin.workbench import ENGINES, LayerPolicy, Outcome, adrift, as_linked, open_collection
from onionskin.workbench import read as read_sources


@click.command(
    epilog="""\b
Example:
  onionskin read examples/ box-12/scan.pdf -c cuba
  onionskin read examples/telegram-1359.txt --json""",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Files read at one time.")
@click.option(
    "--policy",
    type=click.Choice(("public", "review")),
    default="public",
    show_default=True,
    help="What a new collection shows of its papers: all, for papers already released, or none until reviewed.",
)
@click.option(
    "--text-layer",
    type=click.Choice([policy.value for policy in LayerPolicy]),
    default=LayerPolicy.JUDGE.value,
    show_default=True,
    help="What becomes of words that another OCR left in a scan or beside it: kept, judged page by page, or redone.",
)
@click.option(
    "--ocr",
    type=click.Choice(tuple(ENGINES)),
    default=DEFAULT_ENGINE,
    show_default=True,
    help="How scans are read: by one engine (fast), with a second look at what it left (balanced), by two that vote "
    "(best), or as each page needs it (auto). The names of single engines are taken as well.",
)
@click.option(
    "--link/--no-link",
    default=True,
    show_default=True,
    help="Whether persons, dates and references are resolved, corrections proposed and statements told at once. Papers "
    "read without wait for `onionskin link --waiting`, or for the next reading.",
)
@click.option(
    "--allow", multiple=True, callback=pairs, metavar="LIMIT=NUMBER", help="Raise a limit that a file has met."
)
@json_option
@collection_option
def command(  # noqa: PLR0913 - an argument for each option
    *,
    paths: tuple[Path, ...],
    jobs: int,
    policy: str,
    text_layer: str,
    ocr: str,
    link: bool,
    allow: dict[str, str],
    as_json: bool,
    collection: Path,
) -> int:
    """Read papers into the collection.

    A PATH is a file (text, Markdown, PDF, TIFF, PNG, JPEG, JPEG 2000, GIF, hOCR, ALTO, PAGE XML) or a folder, whose
    files are read in the order of their names. An hOCR, ALTO or PAGE file and the image it is about are read as one.
    What the collection holds already is not read twice. A file that cannot be read is named on stderr and the others
    are read.

    With --json every record of every named source is printed, in source order, when all are read: what a paper cites
    may stand in a later one.
    """
    settings = with_limits(
        Settings(collection=collection, jobs=jobs, policy=policy, text_layer=LayerPolicy(text_layer), engine=ocr), allow
    )
    tally, ids = Tally(), list[str]()
    bar = not (as_json and sys.stdout.isatty())
    with output.watch(bar=bar) as watch, open_collection(settings, create=True, tell=watch.note) as opened:
        try:
            for outcome in read_sources(
                opened, paths, jobs=jobs, link=link, progress=shown_on(watch, Pace()), tell=watch.note
            ):
                tally.count(outcome)
                if outcome.error:
                    watch.note(f"onionskin: {outcome.error}")
                for remark in outcome.remarks:
                    watch.note(f"onionskin: {outcome.source}: {remark}")
                ids += (document.id for document in outcome.documents)
        except KeyboardInterrupt:
            watch.note(f"Stopped. Kept in {collection}: {tally} The same command goes on from there.")
            return STOPPED
        finally:
            if as_json:
                output.lines(as_linked(opened, ids))
        lost = sum(1 for _ in adrift(opened))
    click.echo(f"{collection}: {tally}", err=as_json)
    if lost:
        click.echo(f"{collection}: {adrift_in_words(lost)}.", err=True)
    return tally.exit_status


def with_limits(settings: Settings, raised: dict[str, str]) -> Settings:
    """The settings with limits by name: `{"max_pages": "10000"}`."""
    limits = asdict(settings.limits)
    for name, number in raised.items():
        if name not in limits or not number.isdecimal():
            known = ", ".join(f"{each}={usual}" for each, usual in limits.items())
            raise UsageError(f"--allow {name}={number} raises no limit", advice=f"The limits are: {known}")
        limits[name] = type(limits[name])(number)
    return replace(settings, limits=replace(settings.limits, **limits))


@dataclass(slots=True)
class Tally:
    """What a run did, for its last line and its exit status."""

    sources: Counter[str] = field(default_factory=Counter)
    papers: Counter[str] = field(default_factory=Counter)
    doubtful: int = 0
    unclaimed: int = 0
    unread: int = 0
    questions: int = 0
    status: int = 0
    """The highest of the statuses of what went wrong: a broken collection weighs more than a broken file."""

    def count(self, outcome: Outcome) -> None:
        """One source more."""
        self.sources[outcome.state] += 1
        self.papers.update(document.kind.value for document in outcome.documents)
        self.doubtful += outcome.doubtful
        self.unclaimed += outcome.unclaimed
        self.unread += outcome.unread
        self.questions += outcome.questions
        if outcome.error:
            self.status = max(self.status, outcome.error.exit_code)

    @property
    def exit_status(self) -> int:
        """As `status`, but a path that was not there is one that could not be read where others were."""
        read = self.sources.total() > self.sources["failed"]
        return SourceError.exit_code if read and self.status == NotFoundError.exit_code else self.status

    def __str__(self) -> str:
        """`2 files read; 4 papers (1 cover-sheet, 2 letter, 1 telegram); 3 values doubtful, 5 lines unclaimed.`."""
        files = ", ".join(f"{counted(n, 'file')} {state}" for state, n in self.sources.items()) or "no file read"
        kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(self.papers.items()))
        unread = f", {counted(self.unread, 'patch')} of ink unread" if self.unread else ""
        papers = counted(self.papers.total(), "paper") + (f" ({kinds})" if kinds else "")
        asked = f"{counted(self.questions, 'boundary')} doubtful, " if self.questions else ""
        return (
            f"{files}; {papers}; {counted(self.doubtful, 'value')} doubtful, {asked}"
            f"{counted(self.unclaimed, 'line')} unclaimed{unread}."
        )


def counted(n: int, noun: str) -> str:
    """`1 file`, `2 files`, `2 patches`, `no file`, `3 boundaries`."""
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    return f"{n or 'no'} {many if n > 1 else noun}"
