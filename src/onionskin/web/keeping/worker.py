"""Does the work that waits, one piece after the other, in a process of its own beside the room."""

from __future__ import annotations

import fcntl
import logging
import multiprocessing
import threading
import time
from types import TracebackType
from typing import Self

from onionskin.errors import OnionskinError
from onionskin.settings import Settings
from onionskin.workbench import Job, JobState, Workshop, run_job

log = logging.getLogger(__name__)

LOCK = "work.lock"
PAUSE = 1.0
"""Seconds between two looks at what waits."""
PATIENCE = 15.0
"""Seconds that a file which is being read has to end when the work is to stop; then it is abandoned, whole."""
GONE = "the process that did it was ended, perhaps for want of memory. Let it go on, or send fewer files at once"


class Worker:
    """A thread that has the work done as long as the room is open; use it in a `with`.

    Of several rooms upon one collection one does the work, whichever came first: it holds a lock of the system, which
    ends with its process. Work that ran when a room was closed goes on when the next is opened.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
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
        # Begun anew (spawned), so that it shares no locks with the threads of the room.
        process = multiprocessing.get_context("spawn").Process(
            target=run_job, args=(self._settings, job.n), daemon=True
        )
        process.start()
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
