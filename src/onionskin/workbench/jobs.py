"""Work beside the room: uploads are read, sources read again, many papers removed while people go on reading."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from onionskin.errors import OnionskinError, SourceError, UsageError
from onionskin.settings import Settings
from onionskin.store.jobs import Job, JobFile, JobKind, Jobs, JobState
from onionskin.store.opening import open_jobs
from onionskin.workbench.collection import Collection, open_collection
from onionskin.workbench.importing import import_editions
from onionskin.workbench.intake import Intake, incoming
from onionskin.workbench.mending import MendingAsked, mend_page, mending_state
from onionskin.workbench.outcomes import Outcome, Progress
from onionskin.workbench.reading import read
from onionskin.workbench.removing import Along, go_on_bringing_back, go_on_removing
from onionskin.workbench.rereading import INCOMING, outdated, read_again

HEAD_OF_FILE = 4096


class Stopped(Exception):  # noqa: N818 - no error: it was asked for
    """The work was asked to stop."""


class Workshop:
    """The work of a collection: asked for, looked at, stopped and begun again. `run_next` does it."""

    def __init__(self, settings: Settings) -> None:
        """Opens the list of work. NotFoundError where there is no collection."""
        self.settings = settings
        self._jobs: Jobs = open_jobs(settings.collection)

    def take_in(self, intake: Intake, author: str) -> Job:
        """Have the files of an upload read."""
        return self._jobs.job(self._jobs.put(JobKind.UPLOAD, author, intake.folder.name, len(intake.names)))

    def reread(self, author: str, source: str = "") -> Job:
        """Have all sources read again by newer readers, or one, by its hash."""
        return self._jobs.job(self._jobs.put(JobKind.REREAD, author, source))

    def remove(self, along: Along, author: str, reason: str = "") -> Job:
        """Have a paper or a source with many papers removed."""
        what = along.source or along.records[0]
        return self._jobs.job(self._jobs.put(JobKind.REMOVAL, author, what, reason=reason))

    def bring_back(self, entry: int, author: str) -> Job:
        """Have what an entry of the journal removed brought back."""
        return self._jobs.job(self._jobs.put(JobKind.RETURN, author, str(entry)))

    def mend(self, asked: MendingAsked, intake: Intake | None = None) -> Job:
        """Have a page turned, read again, replaced by a page of the one file of an upload, or that taken back.

        What can be seen to be wrong is refused at once: NotFoundError, UsageError.
        """
        if intake is not None and len(intake.names) != 1:
            raise UsageError("one page is replaced by one file", advice="Send the file that shows it")
        with open_collection(self.settings) as collection:
            state = mending_state(collection, asked.of, asked.page)
        last = asked.seen if asked.seen is not None else state.last
        told = replace(asked, of=state.sha256, seen=last)
        if intake is not None:
            told = replace(told, scan=Path(intake.folder.name, *intake.names), scan_name=intake.names[0])
        return self._jobs.job(self._jobs.put(JobKind.PAGE, asked.author, _line_of(told), 1))

    def latest(self) -> tuple[Job, ...]:
        """The newest work first."""
        return self._jobs.latest()

    def job(self, n: int) -> Job:
        """One piece of work. NotFoundError."""
        return self._jobs.job(n)

    def files(self, n: int) -> tuple[JobFile, ...]:
        """What came of its files so far, at most five hundred, those that failed first."""
        return self._jobs.files(n)

    def stop(self, n: int) -> Job:
        """Have it stop after the file that it is at; what was read is kept. NotFoundError."""
        return self._jobs.stop(n)

    def go_on(self, n: int) -> Job:
        """Have it go on where it stopped or failed. NotFoundError."""
        return self._jobs.go_on(n)

    def recover(self) -> None:
        """Have what ran when the room was closed go on; for who alone does the work."""
        self._jobs.recover()

    def waits(self) -> bool:
        """Whether any waits to be claimed."""
        return self._jobs.waits()

    def claim(self) -> Job | None:
        """The work that waits longest; it is said to run from now on."""
        return self._jobs.claim()

    def run(self, n: int) -> None:
        """Do work that was claimed, to its end. What goes wrong stands with it; nothing is raised."""
        job = self._jobs.job(n)
        try:
            with open_collection(self.settings) as collection:
                for file in self._files(collection, job):
                    self._jobs.came_of(n, file)
                    self._go_or_stop(n)
        except Stopped:
            self._jobs.end(n, JobState.STOPPED)
        except OnionskinError as error:
            self._jobs.end(n, JobState.FAILED, str(error))
        except Exception as fault:  # noqa: BLE001 - the room and the other work go on
            self._jobs.end(n, JobState.FAILED, f"a fault of ours ({type(fault).__name__}: {fault}). Please report it")
        else:
            self._jobs.end(n, JobState.DONE)
            if folder := _sent_for(job):
                shutil.rmtree(incoming(self.settings, folder), ignore_errors=True)

    def give_up(self, n: int, why: str) -> None:
        """The process that did it is gone."""
        if self._jobs.job(n).under_way:
            self._jobs.end(n, JobState.FAILED, why)

    def end_stopped(self, n: int) -> None:
        """The process that did it was ended, because it was asked to stop."""
        self._jobs.end(n, JobState.STOPPED)

    def run_next(self) -> Job | None:
        """Do in this process what waits longest; the work as it stands then, None where none waits."""
        job = self.claim()
        if job is None:
            return None
        self.run(job.n)
        return self.job(job.n)

    def _files(self, collection: Collection, job: Job) -> Iterator[JobFile]:
        def progress(told: Progress) -> None:
            if self._jobs.tell(job.n, told.done, told.total, told.name) is JobState.STOPPING:
                raise Stopped

        match job.kind:
            case JobKind.REMOVAL:
                gone = go_on_removing(collection, job.asked, job.author, job.reason, progress)
                yield JobFile(
                    gone.title, "removed", len(gone.records), "It can be brought back from the collection's page"
                )
            case JobKind.RETURN:
                papers = go_on_bringing_back(collection, int(job.asked), job.author, progress)
                yield JobFile(f"what entry {job.asked} removed", "back", papers, "")
            case JobKind.REREAD:
                yield from map(_told, read_again(collection, outdated(collection, job.asked), progress=progress))
            case JobKind.PAGE:
                yield _told(_mended(collection, job.asked))
            case JobKind.UPLOAD:
                yield from map(_told, self._uploaded(collection, job, progress))

    def _uploaded(self, collection: Collection, job: Job, progress: Callable[[Progress], None]) -> Iterator[Outcome]:
        folder = incoming(self.settings, job.asked)
        volumes = [path for path in sorted(folder.rglob("*.xml")) if _is_volume(path)]
        yield from import_editions(collection, volumes, progress=progress)
        for path in volumes:
            path.unlink()
        yield from read(collection, [folder], progress=progress)

    def _go_or_stop(self, n: int) -> None:
        if self._jobs.job(n).state is JobState.STOPPING:
            raise Stopped

    def close(self) -> None:
        """Let go of the database."""
        self._jobs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _sent_for(job: Job) -> str:
    """The folder of the files that were sent for it, empty for none."""
    if job.kind is JobKind.PAGE:
        return (json.loads(job.asked)["scan"] or "").partition("/")[0]
    return job.asked if job.kind is JobKind.UPLOAD else ""


def _line_of(asked: MendingAsked) -> str:
    told = {**asdict(asked), "scan": asked.scan and asked.scan.as_posix()}
    return json.dumps(told, ensure_ascii=False)


def _mended(collection: Collection, line: str) -> Outcome:
    """A page done with as it was asked; where it, or the scan for it, cannot be read, that is the outcome."""
    told = json.loads(line)
    scan = told["scan"] and collection.settings.collection / INCOMING / told["scan"]
    try:
        done = mend_page(collection, MendingAsked(**{**told, "scan": scan}))
    except SourceError as fault:
        return Outcome(told["scan_name"] or told["of"], "failed", (), fault)
    adrift = (f"{done.adrift} decisions on its papers were not found again",) if done.adrift else ()
    words = f"page {done.now.n}: {done.now.reason or 'as it was read before'}"
    return Outcome(done.source, "reread", done.papers, None, remarks=(words, *adrift))


def run_job(settings: Settings, n: int) -> None:
    """Do work that was claimed; for a process of its own."""
    with Workshop(settings) as workshop:
        workshop.run(n)


def _told(outcome: Outcome) -> JobFile:
    words = "; ".join(filter(None, (_in_words(outcome.error) if outcome.error else "", *outcome.remarks)))
    return JobFile(outcome.source, outcome.state, len(outcome.documents), words)


def _in_words(error: OnionskinError) -> str:
    """What was wrong and what to do: the file's name stands beside it, and who sent it by the room runs no command."""
    page = f"page {error.page}: " if error.page else ""
    return f"{page}{error.what}. {error.advice.replace('run the command again', 'send it again')}"


def _is_volume(path: Path) -> bool:
    """Whether a file is a volume in TEI, which is taken in as an edition."""
    with path.open("rb") as file:
        return b"<TEI" in file.read(HEAD_OF_FILE)
