"""`onionskin find QUERY`, and the searches that somebody keeps."""

from __future__ import annotations

import getpass
import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option, limit_option
from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.workbench import (
    Collection,
    Order,
    ResultsForm,
    change_search,
    find,
    forget_search,
    look,
    open_collection,
    result_lines,
    save_search,
    saved_searches,
    search_called,
)


@click.command(
    epilog="""\b
Example:
  onionskin find '"verification on the ground" OR inspection'
  onionskin find 'Kuznetsov to:McCloy date:1962-11-17..1962-11-23'
  onionskin find 'from:Kuznetsov kind:letter' --save "Kuznetsov's letters"
  onionskin find --searches
  onionskin find --saved "Kuznetsov's letters" --new""",
)
@click.argument("query", required=False, default="")
@click.option("--sort", type=click.Choice([each.value for each in Order]), help="How they follow; best first.")
@click.option("--csv", "as_csv", is_flag=True, help="Print every paper found, as CSV.")
@click.option("--save", metavar="NAME", help="Keep the search under this name.")
@click.option("--saved", metavar="NAME", help="Ask what is kept under this name; with a QUERY, keep that instead.")
@click.option("--new", is_flag=True, help="With --saved: only papers that came since you asked so last.")
@click.option("--rename", metavar="NAME", help="With --saved: give it this name.")
@click.option("--forget", metavar="NAME", help="Keep this search no longer.")
@click.option("--searches", is_flag=True, help="List the searches that you keep.")
@click.option("--author", default="", help="Whose searches; without it those of the user of this machine.")
@limit_option
@json_option
@collection_option
def command(  # noqa: PLR0913 - the options of the command
    *,
    query: str,
    sort: str | None,
    limit: int,
    offset: int,
    as_csv: bool,
    as_json: bool,
    save: str | None,
    saved: str | None,
    new: bool,
    rename: str | None,
    forget: str | None,
    searches: bool,
    author: str,
    collection: Path,
) -> None:
    """Search the collection, and keep searches to ask them again.

    Words, "phrases", AND, OR, NOT, begin* and date:FROM..TO, from:, to:, person:, post:, kind:, marking:,
    review:, quality:. A word that scanning has
    misspelt is found all the same, and said to be.
    """
    kept = Kept(save, saved, rename, forget, new=new, searches=searches)
    _refuse_unclear(query, kept)
    by = author or getpass.getuser()
    asked = Asked(query, None if sort is None else Order(sort), limit, offset)
    with open_collection(Settings(collection=collection), tell=output.meanwhile) as opened:
        if searches:
            _list(opened, by, as_json=as_json)
        elif forget is not None:
            forget_search(opened, by, search_called(opened, by, forget).saved.n)
            click.echo(f"{forget} is kept no longer", err=True)
        else:
            if saved is not None:
                asked = _asked_again(opened, by, kept, asked)
            if save is not None:
                save_search(opened, by, save, query, asked.order or Order.BEST)
            _print(opened, asked, as_csv=as_csv, as_json=as_json)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is said of searches that are kept, as the options of the command have it."""

    save: str | None
    saved: str | None
    rename: str | None
    forget: str | None
    new: bool
    searches: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be found; with `since`, of the papers that came after this mark."""

    query: str
    order: Order | None
    limit: int
    offset: int
    since: int | None = None


def _refuse_unclear(query: str, kept: Kept) -> None:
    """UsageError where nothing is asked, or two things at once."""
    again = kept.saved is not None
    if sum([bool(query) and not again, again, kept.forget is not None, kept.searches]) != 1:
        raise UsageError("say one thing to look for", advice="Give a QUERY, or --saved NAME; --searches lists them")
    if kept.save is not None and (again or not query):
        raise UsageError("--save keeps a QUERY", advice="onionskin find QUERY --save NAME")
    if (kept.new or kept.rename is not None) and not again:
        raise UsageError("--new and --rename are about a kept search", advice="Name it: --saved NAME")


def _asked_again(collection: Collection, author: str, kept: Kept, asked: Asked) -> Asked:
    """The kept search, mended first where another query, order or name is given."""
    name = kept.saved or ""
    held = search_called(collection, author, name)
    if asked.query or asked.order or kept.rename is not None:
        query = asked.query or None
        held = change_search(collection, author, held.saved.n, name=kept.rename, query=query, order=asked.order)
    if held.fault:
        raise UsageError(held.fault, where=name, advice=f'Say what it is to be: find QUERY --saved "{name}"')
    since = look(collection, author, held.saved.n).seen if kept.new else None
    return replace(asked, query=held.saved.query, order=held.order, since=since)


def _print(collection: Collection, asked: Asked, *, as_csv: bool, as_json: bool) -> None:
    order = asked.order or Order.BEST
    if as_csv:
        for line in result_lines(collection, asked.query, ResultsForm.CSV, order, asked.since):
            click.echo(line, nl=False)
        return
    results = find(collection, asked.query, limit=asked.limit, offset=asked.offset, order=order, since=asked.since)
    for hit in results.hits:
        if as_json:
            output.json_line(asdict(hit))
            continue
        output.line(f"{hit.record}  {hit.date}  {hit.kind}  {output.folded(hit.title)}")
        click.echo(f"    {output.folded(hit.place)}: {output.lit(hit.snippet)}")
    for word in results.tolerant:
        click.echo(f"Nearly alike: {output.folded(word)}", err=True)
    output.rest(len(results.hits), results.total, asked.offset)


def _list(collection: Collection, author: str, *, as_json: bool) -> None:
    for each in saved_searches(collection, author, patience=math.inf):
        saved = each.saved
        if as_json:
            told = {"name": saved.name, "query": saved.query, "sort": each.order.value, "new": each.new}
            output.json_line({**told, "since": saved.since, "looked": saved.looked, "fault": each.fault})
            continue
        new = each.fault or f"{each.new} new since {saved.looked[:10]}"
        output.line(f"{output.folded(saved.name)}: {output.folded(new)}")
        click.echo(f"    {output.folded(saved.query)}")
