"""What the routes of keeping answer, as OpenAPI describes it."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, Field

from onionskin.workbench import Job, JobFile, JobKind, JobState


class JobFileOut(BaseModel):
    """What came of a file; `words` say what was wrong with it and what to do."""

    name: str
    state: str = Field(description="read, reread, unchanged or failed")
    papers: int
    words: str


class JobOut(BaseModel):
    """A piece of work beside the room."""

    n: int
    kind: JobKind
    author: str
    state: JobState
    done: int
    total: int
    now: str = Field(description="The file it is at")
    begun: str
    changed: str
    failed: str = Field(description="What stopped it")

    @classmethod
    def of(cls, job: Job) -> Self:
        """From a job of the workbench."""
        return cls(**{name: getattr(job, name) for name in cls.model_fields})


class JobInFull(BaseModel):
    """A piece of work with what came of its files, those that failed first."""

    job: JobOut
    files: list[JobFileOut]

    @classmethod
    def told(cls, job: Job, files: tuple[JobFile, ...]) -> Self:
        """From the workbench's."""
        names = JobFileOut.model_fields
        return cls(
            job=JobOut.of(job), files=[JobFileOut(**{name: getattr(each, name) for name in names}) for each in files]
        )


class JobsOut(BaseModel):
    """The newest work first."""

    jobs: list[JobOut]


class RereadIn(BaseModel):
    """What to read again."""

    source: str = Field("", pattern=r"^([0-9a-f]{64})?$", description="The SHA-256 of a source; empty for all of them")
