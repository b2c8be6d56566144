"""`onionskin facsimile ID`."""

from __future__ import annotations

from pathlib import Path

import click

from onionskin.cli.options import collection_option
from onionskin.cli.read import counted
from onionskin.settings import Settings
from onionskin.workbench import make_facsimile, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin facsimile os-njn1v -o telegram-1359.pdf
  onionskin facsimile os-njn1v -o exhibit.png --aged --seed 7""",
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
@click.option("--aged", is_flag=True, help="As a worn copy: a carbon, a photocopy, a fiche.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another number, another machine and wear.")
@click.option("--dpi", type=click.IntRange(72, 300), default=300, show_default=True, help="Dots to the inch.")
@collection_option
def command(  # noqa: PLR0913 - one option each
    *, record_id: str, out: Path, aged: bool, seed: int, dpi: int, collection: Path
) -> None:
    """Set a paper as an image of its form.

    What the record says is typed on the form of its kind, with its stamps, strikes and black-outs; a kind without a
    form is typed line by line. It is no picture of the paper itself. A file that is there already is not overwritten.
    """
    with open_collection(Settings(collection=collection)) as opened:
        pages = make_facsimile(opened, record_id, out, aged=aged, dpi=dpi, seed=seed)
    left_out = ", the first of them written" if pages > 1 and out.suffix.lower() == ".png" else ""
    click.echo(f"{out}: {counted(pages, 'page')}{left_out}.")
