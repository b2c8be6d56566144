"""Does the work that waits, one piece after the other, in a process of its own beside the room.

Where none waits, it brings the collection in step when that takes minutes.
"""

from __future__ import annotations

import fcntl
import logging
import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from onionskin.errors import OnionskinError
from onionskin.settings import Settings
from onionskin.workbench import Job, JobState, Workshop, catch_up, run_job

log = logging.getLogger(__name__)

LOCK = "work.lock"
PAUSE = 1.0
"""Seconds between two looks at what waits."""
PATIENCE = 15.0
"""Seconds that a file which is being read has to end when the work is to stop; then it is abandoned, whole."""
REST = 60.0
"""Seconds before what could not be brought in step is tried again."""
GONE = "the process that did it was ended, perhaps for want of memory. Let it go on, or send fewer files at once"


class Worker:
    """A thread that has the work done as long as the room is open; use it in a `with`.

    Of several rooms upon one collection one does the work, whichever came first: it holds a lock of the system, which
    ends with its process. Work that ran when a room was closed goes on when the next is opened.
    """

    def __init__(self, settings: Settings, behind: Callable[[], bool] = lambda: False) -> None:
        """`behind` says whether papers are still to come into what the room shows of the whole collection."""
        self._settings = settings
        self._behind = behind
        self._rests_until = 0.0
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        with (self._settings.collection / LOCK).open("w") as lock, Workshop(self._settings) as workshop:
            if not self._alone(lock.fileno()):
                return
            workshop.recover()
            while not self._closing.is_set():
                try:
                    job = workshop.claim()
                    if job is not None:
                        self._have_done(workshop, job)
                        continue
                    if time.monotonic() >= self._rests_until and self._behind():
                        self._have_caught_up(workshop)
                except OnionskinError as error:
                    log.warning("the work beside the room has to wait: %s", error)
                self._closing.wait(PAUSE)

    def _alone(self, lock: int) -> bool:
        """Wait for the lock; False where the room closes first."""
        while not self._closing.is_set():
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._closing.wait(PAUSE)
            else:
                return True
        return False

    def _have_done(self, workshop: Workshop, job: Job) -> None:
        process = _begun(run_job, self._settings, job.n)
        patience = None
        while process.is_alive():
            process.join(PAUSE)
            if self._closing.is_set():
                # What it was at is undone whole, and the work is found running when the room opens again.
                process.terminate()
                process.join()
                return
            if workshop.job(job.n).state is JobState.STOPPING:
                patience = patience or time.monotonic() + PATIENCE
                if time.monotonic() > patience:
                    process.terminate()
                    process.join()
                    workshop.end_stopped(job.n)
        if process.exitcode:
            workshop.give_up(job.n, GONE)

    def _have_caught_up(self, workshop: Workshop) -> None:
        """Until it is done, or somebody asks for work: it is left where it stands, and goes on afterwards."""
        process = _begun(catch_up, self._settings)
        while process.is_alive():
            process.join(PAUSE)
            if self._closing.is_set() or workshop.waits():
                process.terminate()
                process.join()
                return
        if process.exitcode:
            log.warning("what the room shows of the whole collection could not be brought in step; it is tried again")
            self._rests_until = time.monotonic() + REST


def _begun(work: Callable[..., None], *told: object) -> BaseProcess:
    """A process that is begun anew (spawned), so that it shares no locks with the threads of the room."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=told, daemon=True)
    process.start()
    return process
