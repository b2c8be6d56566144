"""`bench mail`: telegrams from one desk to another through a mail server, and their receipts back.

Told are the acts and mails a second, and the processor's time: to write a mail (form as PDF, record, signature),
to send it with the other side taking it in, to take a receipt; each act on the disk before the next. The
queue is asked for what goes next while it holds many. 1 where a mail was lost or came twice.
"""

from __future__ import annotations

import argparse
import json
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_collecting import PostOffice, Taken, take
from onionskin.workbench.desk_mail_settings import MailSettings, mail_settings, share_key
from onionskin.workbench.desk_sending import send, waiting, written_mail
from onionskin.workbench.desk_terms import DeskAct

HERE, THERE = "Department of State", "USUN New York"
ADDRESSES = {HERE: "telegrams@dept.example", THERE: "telegrams@usun.example"}
PRECEDENCES = ("FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE")
TEXT = "You should see Kuznetsov promptly, to discuss next steps in effecting the understanding.\n\n" * 12


def main(argv: Sequence[str] | None = None) -> int:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(prog="bench mail", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--messages", type=int, default=100)
    parser.add_argument("--waiting", type=int, default=1000, help="how many wait when the queue is asked")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-mail-") as scratch:
        told, lost = measured(Path(scratch), asked.messages, asked.waiting)
    print(json.dumps(told, indent=1))
    return int(lost)


def measured(scratch: Path, messages: int, queued: int) -> tuple[dict[str, float], bool]:
    """The figures, and whether anything was lost or came twice."""
    port, random = free_port(), Random(0)
    told: dict[str, float] = {}
    with side(scratch / "here", HERE, port) as (here, ours), side(scratch / "there", THERE, 25) as (there, theirs):
        papers = [drafted(here, random.choice(PRECEDENCES)) for _ in range(messages)]
        told |= timed("transmit_acts", messages, lambda: [transmitted(here, each) for each in papers])
        mails = waiting(here)
        told |= timed("mails_written", len(mails), lambda: [written_mail(here, ours, each) for each in mails])
        came: list[Taken] = []
        office = PostOffice(there, theirs, "127.0.0.1", port, came.append)
        office.start()
        told |= timed("mails_sent_and_taken", messages, lambda: list(send(here, ours)))
        office.stop()
        for each in papers:
            perform(there, "codeclerk", DeskAct.RECEIVE, each, {"post": THERE})
        receipts = [written_mail(there, theirs, each).as_bytes() for each in waiting(there)]
        told |= timed("receipts_taken", messages, lambda: [take(here, ours, each) for each in receipts])
        told["receipts_taken_twice"] = sum(take(here, ours, each).done is not None for each in receipts)
        taken = sum(each.done is not None for each in came)
        acknowledged = [held.posts[THERE].received for held in map(here.standing, papers) if held]
        for _ in range(queued):
            transmitted(here, drafted(here, random.choice(PRECEDENCES)))
        asked = timed("queue", 200, lambda: [here.log.outbox.first() for _ in range(200)])
        told["queue_first_ms"] = round(1000 / asked["queue_a_second"], 3)
    lost = taken != messages or not all(acknowledged) or bool(told["receipts_taken_twice"])
    return {"messages": messages, "taken": taken, **told}, lost


def transmitted(desk: Desk, paper: str) -> str:
    """Sent: it lies in the outbox."""
    return perform(desk, "clerk", DeskAct.TRANSMIT, paper)


def timed(name: str, count: int, work: Callable[[], object]) -> dict[str, float]:
    """How many a second by the clock, and the processor's milliseconds for one."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    return {f"{name}_a_second": round(count / clock, 1), f"{name}_cpu_ms": round(1000 * processor / count, 2)}


@contextmanager
def side(folder: Path, post: str, other_port: int) -> Iterator[tuple[Desk, MailSettings]]:
    """The desk of one post, and how it sends."""
    open_collection(Settings(collection=folder), create=True).close()
    (other,) = set(ADDRESSES) - {post}
    words = f'address = "{ADDRESSES[post]}"\nhost = "127.0.0.1"\nport = {other_port}\n'
    (folder / "desk-mail.toml").write_text(words, "utf-8")
    share_key(folder, ADDRESSES[other], "5e" * 32)
    with open_desk(Settings(collection=folder)) as desk:
        desk.open_post("keeper", {"name": post, "zone": "America/New_York"})
        desk.open_post("keeper", {"name": other, "mail": ADDRESSES[other]})
        for name in ("ball", "clerk", "codeclerk"):
            roles = ["drafter"] if name == "ball" else ["registry"]
            person = {"name": name, "post": post, "offices": ["U"], "roles": roles, "clearance": "SECRET"}
            desk.appoint("keeper", {**person, "classifies": "SECRET"}, day="1961-01-20")
        yield desk, mail_settings(folder)


def drafted(desk: Desk, precedence: str) -> str:
    """A telegram that may be sent."""
    told = {"form": "telegram", "post": HERE, "text": TEXT, "to": [THERE], "approver": "U", "precedence": precedence}
    paper = perform(desk, "ball", DeskAct.DRAFT, "", {**told, "told": {"subject": "Next Steps"}})
    perform(desk, "ball", DeskAct.APPROVE, paper)
    perform(desk, "ball", DeskAct.CLASSIFY, paper, {"level": "UNCLASSIFIED"})
    return perform(desk, "clerk", DeskAct.NUMBER, paper)


def perform(desk: Desk, by: str, act: DeskAct, paper: str, given: dict[str, object] | None = None) -> str:
    """An act; the paper's id."""
    return desk.perform(by, act, paper, given).paper


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
