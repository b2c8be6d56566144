"""`onionskin authority show|import`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.read import counted
from onionskin.errors import NotFoundError, SourceError
from onionskin.settings import Settings
from onionskin.workbench import Entity, find_entities, holders_of, import_authority, line_of, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin authority show "Alexis Johnson"
  onionskin authority show post:secretary         who held it, and when
  onionskin authority show S/S --json
  onionskin authority import people.jsonl -c cuba
\b
A line of the file that is imported:
  {"id": "our:1", "kind": "person", "name": "Halloran, Ann", "forms": ["Halloran, A. B."], "active": [1958, 1963],
   "held": [["our:desk", "Cuban desk officer", "1961-02-01", "1962-08-31"]], "source": "staff list of 1961"}
  Only id and name must be there. kind is person, post, office, organization, place, thing or happening; further keys
  are born, died (years), ids, about (words), country and symbols.""",
)
@click.argument("verb", type=click.Choice(("show", "import")))
@click.argument("what", metavar="QUERY|FILE")
@json_option
@collection_option
def command(*, verb: str, what: str, as_json: bool, collection: Path) -> int:
    """Persons, posts, offices and bodies that papers can mean.

    The package brings those of Foreign Relations and of Principal Officers and Chiefs of Mission. `show` tells whom or
    what a name, a symbol or an id can mean, and of a post who held it.

    `import` takes the lines of a file into the collection's own authority, which weighs more; one whose id is there
    already takes its place. Lines out of form are told and left out. Afterwards `onionskin link` links all papers anew.
    """
    settings = Settings(collection=collection)
    if verb == "import":
        return _import(settings, Path(what))
    _show(settings, what, as_json=as_json)
    return 0


def _import(settings: Settings, file: Path) -> int:
    with open_collection(settings, create=True):
        taken = import_authority(settings, file)
    for bad in taken.refused:
        click.echo(f"onionskin: {file.name}, line {bad.number}: {bad.why}", err=True)
    refused = f"; {counted(len(taken.refused), 'line')} left out" if taken.refused else ""
    same = f", {taken.same} as before" if taken.same else ""
    click.echo(f"{settings.collection}: {counted(taken.changed, 'entry')} taken in{same}{refused}")
    return SourceError.exit_code if taken.refused else 0


def _show(settings: Settings, query: str, *, as_json: bool) -> None:
    found = list(find_entities(settings, query))
    if not found:
        advice = "`onionskin authority import` takes in what you know"
        raise NotFoundError("nothing in the authority bears that name", where=query, advice=advice)
    if as_json:
        output.lines(line_of(each) for each in found)
        return
    for each in found:
        output.line(f"{each.id}  {_in_words(each)}")
        for service in each.held:
            output.line(f"    {service.title}, {service.since or '?'} to {service.until or '?'}")
    if len(found) == 1 and found[0].id.startswith("post:"):
        for holder in holders_of(settings, found[0].id):
            for service in (each for each in holder.held if each.post == found[0].id):
                output.line(f"    {service.since or '?'} to {service.until or '?'}  {holder.name}  {holder.id}")


def _in_words(entity: Entity) -> str:
    """Name, years and what a list says."""
    lived = f" ({entity.born or ''}-{entity.died or ''})" if entity.born or entity.died else ""
    active = f", at work {entity.active[0]} to {entity.active[1]}" if entity.active else ""
    symbols = f" [{', '.join(entity.symbols)}]" if entity.symbols else ""
    about = f": {entity.about}" if entity.about else ""
    return f"{entity.name}{lived}{symbols}{active}{about}"
