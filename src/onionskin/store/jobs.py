"""Work that goes on beside the room, kept so that it outlives the room's closing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from onionskin.errors import NotFoundError
from onionskin.store.database import Database
from onionskin.store.journal import now, timestamp
from onionskin.store.tables import job_files, jobs


class JobKind(StrEnum):
    """What is done: files that were uploaded are read, kept sources are read again by newer readers, many papers are
    removed, or brought back, or one page of a scan is turned, read by another engine, or replaced.
    """

    UPLOAD = "upload"
    REREAD = "reread"
    REMOVAL = "removal"
    RETURN = "return"
    PAGE = "page"


class JobState(StrEnum):
    """How it stands. `stopping` was asked to stop, and does so after the file that it is at."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"


UNDER_WAY = (JobState.WAITING, JobState.RUNNING, JobState.STOPPING)


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: `done` of `total` files, `now` at this one; `failed` says what stopped it, empty otherwise.

    `asked` is the folder of an upload, or the hash of a source to be read again, empty for all; of a removal the hash
    of the source or the id of the paper, with its `reason`; of a return the number of the removal; of a page what is
    asked of it. Times are UTC, ISO 8601.
    """

    n: int
    kind: JobKind
    author: str
    asked: str
    state: JobState
    done: int
    total: int
    now: str
    begun: str
    changed: str
    failed: str
    reason: str = ""

    @property
    def under_way(self) -> bool:
        """Whether something is still to come of it without anybody's asking."""
        return self.state in UNDER_WAY


@dataclass(frozen=True, slots=True)
class JobFile:
    """What came of a file: `state` is read, reread, unchanged, failed, removed or back; `words` say more of it."""

    name: str
    state: str
    papers: int
    words: str


class Jobs:
    """The work of one collection. Safe to share between threads and processes."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    def put(self, kind: JobKind, author: str, asked: str, total: int = 0, reason: str = "") -> int:
        """Ask for work; its number."""
        at = timestamp(self._clock())
        said = json.dumps({"asked": asked, "reason": reason} if reason else asked)
        told = {"kind": kind.value, "author": author, "asked": said, "state": JobState.WAITING.value}
        counts = {"done": 0, "total": total, "now": "", "failed": "", "begun": at, "changed": at}
        with self._database.writing(durable=True) as connection:
            return int(connection.execute(insert(jobs).values(**told, **counts)).lastrowid)

    def latest(self, most: int = 50) -> tuple[Job, ...]:
        """The newest first."""
        return tuple(map(_job, self._database.rows(select(jobs).order_by(jobs.c.n.desc()).limit(most))))

    def job(self, n: int) -> Job:
        """One piece of work. NotFoundError."""
        held = self._database.rows(select(jobs).where(jobs.c.n == n))
        if not held:
            raise NotFoundError("there is no such work", where=str(n), advice="See what there is at /collection")
        return _job(held[0])

    def files(self, n: int, *, state: str = "", most: int = 500) -> tuple[JobFile, ...]:
        """What came of its files so far, those that failed first; of one state where it is named."""
        query = select(job_files).where(job_files.c.job == n)
        if state:
            query = query.where(job_files.c.state == state)
        held = self._database.rows(query.order_by(job_files.c.state != "failed", job_files.c.name).limit(most))
        return tuple(JobFile(row.name, row.state, row.papers, row.words) for row in held)

    def waits(self) -> bool:
        """Whether any work waits to be claimed."""
        return bool(self._database.rows(select(jobs.c.n).where(jobs.c.state == JobState.WAITING.value).limit(1)))

    def claim(self) -> Job | None:
        """The work that waits longest, which runs from now on; None where none waits."""
        with self._database.writing() as connection:
            waiting = select(jobs).where(jobs.c.state == JobState.WAITING.value).order_by(jobs.c.n).limit(1)
            row = connection.execute(waiting).first()
            if row is not None:
                connection.execute(update(jobs).where(jobs.c.n == row.n).values(state=JobState.RUNNING.value))
        return self.job(row.n) if row is not None else None

    def tell(self, n: int, done: int, total: int, at: str) -> JobState:
        """How far it is; and how it stands, for it may have been asked to stop."""
        self._change(n, done=done, total=total, now=at)
        return self.job(n).state

    def came_of(self, n: int, file: JobFile) -> None:
        """What came of a file."""
        told = {"state": file.state, "papers": file.papers, "words": file.words}
        row = insert_or(job_files).values(job=n, name=file.name, **told)
        with self._database.writing() as connection:
            connection.execute(row.on_conflict_do_update(index_elements=["job", "name"], set_=told))

    def end(self, n: int, state: JobState, failed: str = "") -> None:
        """It goes on no more, unless somebody asks."""
        self._change(n, state=state.value, now="", failed=failed)

    def stop(self, n: int) -> Job:
        """Have it stop: at once where it only waits, after its file otherwise. NotFoundError."""
        stops = {JobState.WAITING: JobState.STOPPED, JobState.RUNNING: JobState.STOPPING}
        return self._turn(n, stops)

    def go_on(self, n: int) -> Job:
        """Have it go on where it stopped or failed. NotFoundError."""
        return self._turn(n, dict.fromkeys((JobState.STOPPED, JobState.FAILED), JobState.WAITING))

    def recover(self) -> None:
        """What ran when the room was closed waits to go on; for who alone does the work."""
        with self._database.writing() as connection:
            for was, becomes in ((JobState.RUNNING, JobState.WAITING), (JobState.STOPPING, JobState.STOPPED)):
                connection.execute(update(jobs).where(jobs.c.state == was.value).values(state=becomes.value))

    def _turn(self, n: int, turns: dict[JobState, JobState]) -> Job:
        held = self.job(n)
        if held.state in turns:
            one = (jobs.c.n == n) & (jobs.c.state == held.state.value)
            with self._database.writing(durable=True) as connection:
                told = {"state": turns[held.state].value, "failed": "", "changed": timestamp(self._clock())}
                connection.execute(update(jobs).where(one).values(**told))
        return self.job(n)

    def _change(self, n: int, **told: object) -> None:
        with self._database.writing() as connection:
            connection.execute(update(jobs).where(jobs.c.n == n).values(changed=timestamp(self._clock()), **told))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _job(row: Row[*tuple[Any, ...]]) -> Job:
    said = json.loads(row.asked)
    asked, reason = (said["asked"], said["reason"]) if isinstance(said, dict) else (said, "")
    return Job(
        n=row.n,
        kind=JobKind(row.kind),
        author=row.author,
        asked=asked,
        state=JobState(row.state),
        done=row.done,
        total=row.total,
        now=row.now,
        begun=row.begun,
        changed=row.changed,
        failed=row.failed,
        reason=reason,
    )
