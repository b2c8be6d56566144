"""What the forms of the desk send, as the particulars of an act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from onionskin.errors import UsageError

LISTS = frozenset({"to", "info", "eyes_only", "asked", "captions", "to_pass", "exemptions", "posts"})
"""Particulars of several names, which a form takes with commas, semicolons or line breaks between them."""
BETWEEN = re.compile(r"[;,\n]")
PASSAGE = re.compile(r"(\d{1,7})\s*-\s*(\d{1,7})\s+(\S.*)")
TOLD = "told."
"""Begins the names of fields that are values of the form of the paper: `told.subject`."""


async def _fields(request: Request) -> Mapping[str, str]:
    form = await request.form()
    return {name: value for name, value in form.items() if not isinstance(value, UploadFile)}


Fields = Annotated[Mapping[str, str], Depends(_fields)]
"""All that a form sent."""


def given(fields: Mapping[str, str], takes: Iterable[str]) -> dict[str, object]:
    """Of what a form sent the particulars that an act takes, those that say something. UsageError."""
    out: dict[str, object] = {}
    for name in takes:
        value = fields.get(name, "").strip()
        if name == "told":
            out[name] = {key.removeprefix(TOLD): said.strip() for key, said in fields.items() if key.startswith(TOLD)}
        elif not value:
            continue
        elif name in LISTS:
            out[name] = [each.strip() for each in BETWEEN.split(value) if each.strip()]
        elif name == "passages":
            out[name] = [_passage(line) for line in value.splitlines() if line.strip()]
        else:
            out[name] = value
    return out


def _passage(line: str) -> dict[str, object]:
    held = PASSAGE.fullmatch(line.strip())
    if held is None:
        raise UsageError(
            f"{line.strip()[:60]!r} is no passage", advice="Write its characters and its exemption: 120-180 (b)(1)"
        )
    return {"start": int(held[1]), "end": int(held[2]), "exemption": held[3].strip()}


def number(fields: Mapping[str, str], name: str) -> int:
    """A number that a form sent, 0 where it sent none. UsageError."""
    value = fields.get(name, "").strip()
    if value and not (value.isdecimal() and len(value) < 10):
        raise UsageError(f"{name} is a number", advice="Load the page again, and do it once more")
    return int(value or 0)
