"""`onionskin pages`."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.mending import MENDING, mend
from onionskin.cli.options import collection_option, json_option
from onionskin.cli.read import counted
from onionskin.errors import SourceError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import (
    Collection,
    PageForm,
    PageQuality,
    give_pages,
    open_collection,
    overlay_pages,
    page_qualities,
    worst_pages,
)

COLUMNS = ("source", "page", "words", "confidence", "doubtful", "reader", "reason")


@click.command(
    epilog="""\b
Example:
  onionskin pages --worst -c cuba
  onionskin pages --as pdf -o searchable -c cuba
  onionskin pages os-njn1 --overlay -o look -c cuba
  onionskin pages turn os-njn1 3 90                  page 3 of its file lies on its side: a quarter with the clock
  onionskin pages reread os-njn1 3 best              by another profile or engine
  onionskin pages replace os-njn1 3 new.tif 2        page 2 of a better scan stands for it
  onionskin pages undo os-njn1 3                     takes the last of these back""",
)
@click.argument("words", nargs=-1, metavar="[ID | VERB ID PAGE [TO]]")
@click.option(
    "--worst",
    is_flag=False,
    flag_value=20,
    type=click.IntRange(min=1),
    metavar="[N]",
    help="Only the N pages (20) that most need a better scan: nothing read, then the least sure.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in PageForm]),
    help="Write the pages out: searchable PDF, ALTO 4 or hOCR, a file for each source.",
)
@click.option(
    "--overlay",
    is_flag=True,
    help="Write the pages of the paper ID as PNG, with its words, marks and unread ink drawn over them.",
)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where --as and --overlay write to."
)
@click.option(
    "--by", "author", metavar="NAME", help="Who has a page changed; by default the name you are logged in by."
)
@click.option("--reason", default="", metavar="WORDS", help="Why, for the journal.")
@json_option
@collection_option
def command(  # noqa: PLR0913 - an argument for each option
    *,
    words: tuple[str, ...],
    worst: int | None,
    form: str | None,
    overlay: bool,
    out: Path | None,
    author: str | None,
    reason: str,
    as_json: bool,
    collection: Path,
) -> int:
    """Show how well scans were read, write their pages out, or mend one.

    One page a line: its words, their mean confidence, the share of words below 0.8, who read it, and why where there
    was a choice; on a terminal as a table, else with tabs between. Text layers of PDFs state no confidence.

    With --as the pages are written out instead, the images untouched. A file that is there already is not overwritten.

    With --overlay the pages of one paper are written, in its own colours and size, with everything found drawn over
    them and a legend below; without -o into the folder one is in.

    A page is mended by turn, reread or replace, and undo takes that back. ID is a paper of the file, or the file by its
    name or hash; PAGE is counted in the file. Papers keep their ids, decisions find their words again, and the file
    stays in the collection as it came.
    """
    if words and words[0] in MENDING:
        if worst is not None or form or overlay or out:
            raise UsageError(f"{words[0]} goes with no other option of `pages`", advice="Leave them out")
        mend(words, author or getpass.getuser(), reason, collection, as_json=as_json)
        return 0
    if len(words) > 1:
        raise UsageError(f"{words[0]} is nothing that is done with a page", advice=f"Say one of: {', '.join(MENDING)}")
    record_id = words[0] if words else None
    if (record_id is not None) is not overlay:
        raise UsageError("--overlay and an ID go together", advice="Say both: onionskin pages ID --overlay")
    if not overlay and (form is None) is not (out is None):
        raise UsageError("--as and -o go together", advice="Say both: onionskin pages --as pdf -o FOLDER")
    with open_collection(Settings(collection=collection)) as opened:
        if record_id is not None:
            for path in overlay_pages(opened, record_id, out or Path()):
                output.line(str(path))
            return 0
        if form is not None and out is not None:
            return written(opened, PageForm(form), out, as_json=as_json)
        tell(page_qualities(opened) if worst is None else worst_pages(opened, worst), as_json=as_json)
    return 0


def tell(pages: Iterable[PageQuality], *, as_json: bool) -> None:
    """A line for each page."""
    if as_json:
        for page in pages:
            output.json_line(asdict(page))
    elif output.to_terminal():
        output.table(COLUMNS, map(cells, pages))
    else:
        output.tabbed(map(cells, pages))


def written(collection: Collection, form: PageForm, folder: Path, *, as_json: bool) -> int:
    """Write a file for each source, tell of each, and give the exit status."""
    done, failed, pages = 0, 0, 0
    for given in give_pages(collection, form, folder):
        if given.error is None:
            done, pages = done + 1, pages + given.pages
            if as_json:
                output.json_line({"source": given.source, "path": str(given.path), "pages": given.pages})
        else:
            failed += 1
            click.echo(f"onionskin: {output.printable(str(given.error))}", err=True)
    click.echo(
        f"{folder}: {counted(done, 'file')} written, of {counted(pages, 'page')}; {failed or 'none'} could not be.",
        err=as_json,
    )
    return SourceError.exit_code if failed else 0


def cells(page: PageQuality) -> tuple[str, ...]:
    """A page as a row; what nobody measured is a dash."""
    sure = "-" if page.confidence is None else f"{page.confidence:.2f}"
    doubtful = "-" if page.doubtful is None else f"{page.doubtful:.0%}"
    return page.source, str(page.page), str(page.words), sure, doubtful, page.reader, page.reason
