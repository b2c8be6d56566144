"""`onionskin facsimile ID`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli.options import collection_option
from onionskin.cli.read import counted
from onionskin.settings import Settings
from onionskin.workbench import copy_mark, make_facsimile, open_collection, print_form


@click.command(
    epilog="""\b
Example:
  onionskin facsimile os-njn1v -o telegram-1359.pdf
  onionskin facsimile os-njn1v -o exhibit.png --aged --seed 7
  onionskin facsimile os-njn1v -o copy-3.pdf --form --copy "3 of 7" --holder "Vice President\"""",
)
@click.argument("record_id", metavar="ID")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to: .pdf, .tif, or .png of the first page.",
)
@click.option("--form", is_flag=True, help="The clean form, as a PDF whose text can be selected.")
@click.option("--copy", "number", default="", metavar="N of M", help="Of a form: which copy this is, on every page.")
@click.option("--holder", default="", metavar="NAME", help="Of a form: whose copy it is.")
@click.option("--aged", is_flag=True, help="As a worn copy: a carbon, a photocopy, a fiche.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another number, another machine and wear.")
@click.option("--dpi", type=click.IntRange(72, 300), default=300, show_default=True, help="Dots to the inch.")
@collection_option
def command(  # noqa: PLR0913 - one option each
    *,
    record_id: str,
    out: Path,
    form: bool,
    number: str,
    holder: str,
    aged: bool,
    seed: int,
    dpi: int,
    collection: Path,
) -> None:
    """Set a paper on its form.

    What the record says is typed on the form of its kind, with its stamps, strikes and black-outs; a kind without a
    form is typed line by line. It is no picture of the paper itself: it is an image of the form, or with --form the
    clean form as a registry sends it. A file that is there already is not overwritten.
    """
    if form and aged:
        raise click.UsageError("a form is clean: give either --form or --aged")
    if (number or holder) and not form:
        raise click.UsageError("--copy and --holder mark a form: give --form with them")
    with open_collection(Settings(collection=collection)) as opened:
        if form:
            pages = print_form(opened, record_id, out, copy=copy_mark(number, holder))
        else:
            pages = make_facsimile(opened, record_id, out, aged=aged, dpi=dpi, seed=seed)
    left_out = ", the first of them written" if pages > 1 and out.suffix.lower() == ".png" else ""
    click.echo(f"{out}: {counted(pages, 'page')}{left_out}.")
