"""`onionskin explain ID FIELD`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onionskin.cli import output
from onionskin.cli.options import collection_option
from onionskin.cli.wording import json_in_words
from onionskin.settings import Settings
from onionskin.workbench import Explanation, explain, open_collection


@click.command(
    epilog="""\b
Example:
  onionskin explain os-njn1v date
  onionskin explain os-njn1v /stamps/0/date""",
)
@click.argument("record_id", metavar="ID")
@click.argument("field")
@collection_option
def command(record_id: str, field: str, collection: Path) -> None:
    """Walk from a value back to the ink.

    ID may be the beginning of one. FIELD is a field's name, or a JSON pointer into the record.
    """
    with open_collection(Settings(collection=collection)) as opened:
        steps = explain(opened, record_id, field)
    for step in steps:
        output.definitions(told(step))
        output.line()


def told(step: Explanation) -> Iterator[tuple[str, str]]:
    """What is known of one value, from the value back to the paper."""
    yield step.pointer, f"({step.state})" if step.value is None else json_in_words(step.value)
    yield "state", f"{step.state}, confidence {step.confidence:.2f}"
    if step.as_printed:
        yield "as printed", output.folded(step.as_printed)
    if step.page is not None:
        yield "page", str(step.page)
    if step.span is not None:
        yield "characters", f"{step.span.start} to {step.span.end}"
    if step.line:
        yield "line", output.folded(step.line)
    if step.box is not None:
        yield "box", f"left {step.box.left}, top {step.box.top}, right {step.box.right}, bottom {step.box.bottom}"
    if step.reader:
        yield "reader", step.reader
    if step.reason:
        yield "reason", step.reason
