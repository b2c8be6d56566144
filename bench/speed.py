"""`bench speed`: text papers a second on one core, read alone and linked besides, memory for two thousand of them, and
how soon the help is there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.onionskin_command import COMMAND, CommandError, last_line, write
from bench.reading.__main__ import DATA
from bench.reading.files import generate
from bench.reading.frus import NoTextsError

PAPERS = 2_000
HELP_RUNS = 5
STDOUT, STDERR = 1, 2
WANTED_PAPERS_A_SECOND, WANTED_MEGABYTES, WANTED_HELP_SECONDS = 100.0, 300.0, 0.3


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds by the clock and on the processor, the most memory held, in megabytes."""

    wall: float
    cpu: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Speed:
    """The figures; both rates count processor time, so that other work on the machine does not.

    `papers_a_second` are read, kept, indexed and printed; `linked_a_second` have besides whom and what they name
    resolved, corrections proposed, and what they state told for the ledger (`bench ledger` has the pace of that alone).
    `start_seconds` are of the processor too, for a run over one small file; `cpu_seconds` and `wall_seconds` are of all
    the papers, without linking.
    """

    papers: int
    files: int
    papers_a_second: float
    linked_a_second: float
    start_seconds: float
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float
    help_seconds: float

    def good(self) -> bool:
        """Whether all three are as wanted."""
        quick = self.papers_a_second >= WANTED_PAPERS_A_SECOND and self.help_seconds < WANTED_HELP_SECONDS
        return quick and self.peak_megabytes < WANTED_MEGABYTES


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; 0 when they are as wanted, 1 when one is not or could not be had."""
    parser = argparse.ArgumentParser(prog="bench speed", description=__doc__)
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help="papers to read (default: %(default)s)")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args(argv)
    try:
        speed = measure(options.data, options.n)
    except (NoTextsError, CommandError) as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(asdict(speed)) if options.json else _table(speed))
    return 0 if speed.good() else 1


def measure(data: Path, papers: int) -> Speed:
    """Reads that many papers, every one drawn and typed anew, by one process into a new collection."""
    wanted = list(generate(data, 1, papers))
    with tempfile.TemporaryDirectory(prefix="onionskin-speed-") as scratch:
        files = Path(scratch) / "files"
        files.mkdir()
        write(wanted, files)
        collection = str(Path(scratch) / "collection")
        # Whoever has installed it has its bytecode: the first run compiles, the second is measured.
        compiled = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compiled["PYTHONPYCACHEPREFIX"] = str(Path(scratch) / "bytecode")
        one = [*COMMAND, "read", str(min(files.iterdir(), key=lambda each: each.stat().st_size))]
        run([*one, "-c", str(Path(scratch) / "first")], compiled)
        start = run([*one, "-c", str(Path(scratch) / "second")], compiled)
        both = run([*COMMAND, "read", str(files), "--json", "-c", collection], compiled)
        alone = ["--no-link", "-c", str(Path(scratch) / "alone")]
        reading = run([*COMMAND, "read", str(files), "--json", *alone], compiled)
        shortest = min(run([*COMMAND, "--help"], compiled).wall for _ in range(HELP_RUNS))
    count = sum(len(case.papers) for case in wanted)
    return Speed(
        papers=count,
        files=len(wanted),
        papers_a_second=count / reading.cpu,
        linked_a_second=count / both.cpu,
        start_seconds=start.cpu,
        cpu_seconds=reading.cpu,
        wall_seconds=reading.wall,
        peak_megabytes=both.megabytes,
        help_seconds=shortest,
    )


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Runs a command to its end with what it prints thrown away; CommandError, with its last words, when it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as told:
        kept = [
            (os.POSIX_SPAWN_OPEN, STDOUT, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, told.fileno(), STDERR),
        ]
        process = os.posix_spawn(command[0], list(command), environment, file_actions=kept)
        _, status, usage = os.wait4(process, 0)
        if ended := os.waitstatus_to_exitcode(status):
            told.seek(0)
            raise CommandError(f"{' '.join(command[1:4])} ended with status {ended}: {last_line(told.read())}")
    # Linux counts ru_maxrss in kilobytes.
    return Run(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _table(speed: Speed) -> str:
    rows = (
        ("papers a second and core", f"{speed.papers_a_second:.0f}", f"at least {WANTED_PAPERS_A_SECOND:.0f}"),
        ("the same, linked", f"{speed.linked_a_second:.0f}", "at least 8: 10,000 in ten minutes on two cores"),
        ("one small file, seconds", f"{speed.start_seconds:.1f}", "of the processor, its start-up among them"),
        ("most memory, MB", f"{speed.peak_megabytes:.0f}", f"under {WANTED_MEGABYTES:.0f}"),
        ("help, seconds", f"{speed.help_seconds:.3f}", f"under {WANTED_HELP_SECONDS}"),
    )
    seconds = f"{speed.cpu_seconds:.1f} s of the processor, {speed.wall_seconds:.1f} s by the clock"
    heading = f"{speed.papers} papers in {speed.files} files, {seconds}"
    return "\n".join([heading, *(f"{name:<28}{figure:>8}   {wanted}" for name, figure, wanted in rows)])


if __name__ == "__main__":
    sys.exit(main())
