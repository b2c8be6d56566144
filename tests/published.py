"""The published schema, to hold every record against that a test makes or prints."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from onionskin.record.codec import to_json
from onionskin.record.document import Document

SCHEMA_FILE = Path(__file__).resolve().parents[1] / "schemas" / "record-1.json"


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def schema_faults(record: Document | dict[str, Any]) -> list[str]:
    """What the published schema says against a record or its JSON; empty for a good one."""
    printed = to_json(record) if isinstance(record, Document) else record
    return [f"{fault.json_path}: {fault.message}" for fault in _validator().iter_errors(printed)]
