"""`onionskin desk begin|persons|appoint|post`: who works at the desk, and where."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.desk.options import by_option, desk_of
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.workbench.desk_roster import appoint_all, begin_desk, changed, roster_file
from onionskin.workbench.desk_terms import DeskRole, Person, told_of

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
ROSTER = """\b
The file is TOML:
  day = "1961-01-20"
  [[post]]
  name = "Department of State"
  zone = "America/New_York"
  [[person]]
  name = "ball"
  printed = "George W. Ball"
  post = "Department of State"
  offices = ["U"]
  roles = ["drafter"]
  clearance = "TOP SECRET"
  classifies = "TOP SECRET"
  captions = ["NODIS"]"""


@click.command(
    "begin",
    epilog=f"""\b
Example:
  onionskin desk begin roster.toml -c new-york
{ROSTER}""",
)
@click.argument("file", type=FILE)
@by_option
@collection_option
def begin_command(*, file: Path, by: str, collection: Path) -> None:
    """Begin a desk with the posts and persons of a file; the collection is made where there is none."""
    told = roster_file(file)
    begin_desk(Settings(collection=collection), by or getpass.getuser(), told).close()
    output.line(f"{collection}: {len(told.persons)} persons at {len(told.posts)} posts")


@click.command(
    "persons",
    epilog="""\b
Example:
  onionskin desk persons
  onionskin desk persons --on 1962-11-23 --json""",
)
@click.option("--on", default="", metavar="DAY", help="As they were on a day.")
@json_option
@collection_option
def persons_command(*, on: str, as_json: bool, collection: Path) -> None:
    """List who works at the desk, and what they may do."""
    with desk_of(collection) as desk:
        persons = desk.roster.persons(on or desk.now()[:10])
    for each in persons:
        if as_json:
            output.json_line(told_of(each))
        else:
            output.line(person_in_words(each))
    output.rest(len(persons), len(persons), 0)


def person_in_words(person: Person) -> str:
    """`ball  George W. Ball, U, Department of State; drafter; reads TOP SECRET, classifies TOP SECRET`."""
    place = ", ".join(filter(None, (person.printed, *person.offices, person.post, person.agency)))
    may = {"reads": person.clearance, "classifies": person.classifies, "reviews": person.reviews}
    powers = ", ".join(f"{verb} {level}" for verb, level in may.items() if level)
    return f"{person.name}  " + "; ".join(
        filter(None, (place, ", ".join(person.roles), powers, ", ".join(person.captions)))
    )


@click.command(
    "appoint",
    epilog="""\b
Example:
  onionskin desk appoint more-clerks.toml
  onionskin desk appoint --name johnson --printed "U. Alexis Johnson" --post "Department of State" --office G \\
      --clearance "TOP SECRET"
  onionskin desk appoint --name johnson --caption NODIS      the rest of what is told of them stays
  onionskin desk appoint --name johnson --gone --from 1966-10-09""",
)
@click.argument("file", required=False, type=FILE)
@click.option("--name", default="", help="The name of their account.")
@click.option("--printed", metavar="NAME", help="As the form prints it.")
@click.option("--post", metavar="POST", help="Where they work.")
@click.option("--office", "offices", multiple=True, metavar="OFFICE", help="Of which office; may be given again.")
@click.option(
    "--role", "roles", multiple=True, type=click.Choice([each.value for each in DeskRole]), help="Their trade."
)
@click.option("--clearance", metavar="LEVEL", help="Up to which level they read.")
@click.option("--classifies", metavar="LEVEL", help="Up to which level they classify.")
@click.option("--reviews", metavar="LEVEL", help="Up to which level they review.")
@click.option("--caption", "captions", multiple=True, metavar="CAPTION", help="To what they are admitted.")
@click.option("--agency", metavar="AGENCY", help="Of which other agency.")
@click.option("--gone", is_flag=True, help="They work here no more.")
@click.option("--from", "day", default="", metavar="DAY", help="Since when, if not since today.")
@by_option
@json_option
@collection_option
def appoint_command(  # noqa: PLR0913 - an argument for each option
    *,
    file: Path | None,
    name: str,
    day: str,
    by: str,
    as_json: bool,
    collection: Path,
    **told: Any,  # noqa: ANN401
) -> None:
    """Have persons work at the desk, or change what is told of one; the journal keeps who did so, and since when."""
    author = by or getpass.getuser()
    given = {key: value for key, value in told.items() if value}
    if file is not None:
        if name or given:
            raise UsageError("a file and options say the same twice", advice="Give the file, or --name with the rest")
        with desk_of(collection) as desk:
            appoint_all(desk, author, roster_file(file), day=day)
        return
    if not name:
        raise UsageError("nobody is named", advice="Give a file, or --name")
    with desk_of(collection) as desk:
        before = desk.roster.person(name) or Person(name=name)
        person = desk.appoint(author, told_of(changed(before, given)), day=day)
    _show(person, as_json=as_json)


def _show(person: Person, *, as_json: bool) -> None:
    if as_json:
        output.json_line(told_of(person))
    else:
        output.line(person_in_words(person) + ("; gone" if person.gone else ""))


@click.command(
    "post",
    epilog="""\b
Example:
  onionskin desk post                                       the posts there are
  onionskin desk post "USUN New York" --zone America/New_York""",
)
@click.argument("name", required=False, default="")
@click.option("--zone", metavar="ZONE", help="Its time zone, by the IANA's name.")
@click.option("--mail", metavar="ADDRESS", help="Where another installation receives for it.")
@click.option("--carries", metavar="LEVEL", help="Up to which level mail to there may carry, if not UNCLASSIFIED.")
@click.option("--side", metavar="SIDE", help="Whose it is in an exercise.")
@by_option
@json_option
@collection_option
def post_command(*, name: str, by: str, as_json: bool, collection: Path, **told: str | None) -> None:
    """List the posts that papers are sent from and to, have one, or change what is told of it."""
    given = {key: value for key, value in told.items() if value}
    if given and not name:
        raise UsageError("no post is named", advice="onionskin desk post NAME --zone ZONE")
    with desk_of(collection) as desk:
        posts: Mapping[str, Any] = desk.roster.posts
        if name:
            before = told_of(posts[name]) if name in posts else {"name": name}
            posts = {name: desk.open_post(by or getpass.getuser(), before | given)}
    for each in posts.values():
        if as_json:
            output.json_line(told_of(each))
        else:
            output.line("  ".join(filter(None, (each.name, each.zone, each.mail, each.carries, each.side))))
