"""`bench exercise`: an exercise of twelve persons is played by script, and played again from its journal.

    ./run bench exercise [--by within|api|browser] [--messages 300] [--seed 0]

Told are acts and messages a second, and whether the replay gave the same state.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.web.browsing import browser

from bench.exercise.doors import ByApi, InBrowser, Within
from bench.exercise.players import Door, Play
from bench.room.opening import opened
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_account import account_of
from onionskin.workbench.desk_exercise import begin_exercise, end_exercise, put_in_due
from onionskin.workbench.desk_replaying import digest, replayed

PLAN = Path(__file__).parent / "plan.toml"


def main(argv: list[str]) -> int:
    """0 where the replay stands as the play did."""
    parser = argparse.ArgumentParser(prog="bench exercise", description=__doc__.split("\n")[0])
    parser.add_argument("--by", choices=("within", "api", "browser"), default="within")
    parser.add_argument("--messages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(argv)
    with TemporaryDirectory() as folder, begun(Path(folder) / "played") as desk, begun(Path(folder) / "again") as again:
        begin_exercise(desk, "director", PLAN.read_text("utf-8"), PLAN.name)
        with door(asked.by, desk, Path(folder) / "played") as way:
            play = Play(way, Random(asked.seed))
            started = time.perf_counter()
            play.until(asked.messages)
            put_in_due(desk)
            took = time.perf_counter() - started
        end_exercise(desk, "director")
        whole = account_of(desk, "north-drafter")
        came = replayed(desk, again)
        same = not came.differences and came.digest == digest(desk)
        print(
            json.dumps(
                {
                    "by": asked.by,
                    "messages": play.sent,
                    "persons": len(whole.account.persons),
                    "sides": len(whole.account.sides),
                    "acts": play.acts,
                    "acts_a_second": round(play.acts / took, 1),
                    "papers_in_the_account": len(whole.account.papers),
                    "events_put_in": sum(bool(each.put_in) for each in whole.account.events),
                    "issues": len(whole.issues),
                    "statements": sum(len(each.said) for each in whole.issues),
                    "replayed_acts": came.acts,
                    "same_state": same,
                    "differences": came.differences[:5],
                }
            )
        )
    return 0 if same else 1


@contextmanager
def door(by: str, desk: Desk, folder: Path) -> Iterator[Door]:
    """The way into the desk that was asked for; a room is opened upon its collection where one is needed."""
    if by == "within":
        yield Within(desk)
        return
    with opened(folder) as room:
        if by == "api":
            yield ByApi(room.address)
            return
        with browser() as chromium:
            yield InBrowser(chromium, room.address)


def begun(folder: Path) -> Desk:
    """An empty desk."""
    settings = Settings(collection=folder)
    open_collection(settings, create=True).close()
    return open_desk(settings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
