"""The readers, by the one door that everybody has: the command line on a folder of files."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.case import Case

COMMAND = (sys.executable, "-m", "onionskin")


class CommandError(Exception):
    """The command did not print records."""


def write(cases: Iterable[Case], folder: Path) -> None:
    """Each case as its file."""
    for case in cases:
        content = case.text.encode() if isinstance(case.text, str) else case.text
        (folder / case.name).write_bytes(content)


def read(cases: Iterable[Case]) -> dict[str, list[Mapping[str, Any]]]:
    """The records of each case's file in source order, by the file's name; CommandError when the command fails."""
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        files = Path(scratch) / "files"
        files.mkdir()
        write(cases, files)
        command = [*COMMAND, "read", str(files), "--json", "-c", str(Path(scratch) / "collection")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    records: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in done.stdout.splitlines():
        record = json.loads(line)
        records[Path(record["source"]["name"]).name].append(record)
    if done.returncode and not records:
        raise CommandError(f"{' '.join(command[1:4])} ended with status {done.returncode}.\n{done.stderr.strip()}")
    if done.returncode:
        # Some files were refused; their papers count as missed, and the reason is said.
        print(
            f"{' '.join(command[1:4])} ended with status {done.returncode}: {last_line(done.stderr)}", file=sys.stderr
        )
    return records


def last_line(told: str) -> str:
    """What a command said last, which is what stopped it."""
    return next((line for line in reversed(told.splitlines()) if line.strip()), "nothing was said")
