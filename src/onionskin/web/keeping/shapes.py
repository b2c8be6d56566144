"""What the routes of keeping answer, as OpenAPI describes it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, Field

from onionskin.workbench import Along, Job, JobFile, JobKind, JobState, MendingAsked, MendingState, Removal


class JobFileOut(BaseModel):
    """What came of a file; `words` say what was wrong with it and what to do."""

    name: str
    state: str = Field(description="read, reread, unchanged, failed, removed or back")
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


class AlongOut(BaseModel):
    """What a removal would take along, and what it would leave."""

    source: str = Field(description="The SHA-256 of the source, empty where one paper alone would go")
    title: str
    papers: int
    records: list[str]
    decisions: int = Field(description="How many decisions of people on them would rest")
    others: list[str] = Field(description="Papers that lead to them, and would be linked again")
    left: int = Field(description="How many papers of the same file would stay")

    @classmethod
    def of(cls, along: Along) -> Self:
        """From the workbench's."""
        return cls(**{name: getattr(along, name) for name in cls.model_fields})


class RemovalOut(BaseModel):
    """Papers that a person removed; `entry` brings them back."""

    entry: int
    at: str
    author: str
    source: str
    title: str
    records: list[str]
    reason: str

    @classmethod
    def of(cls, removal: Removal) -> Self:
        """From the workbench's."""
        return cls(**{name: getattr(removal, name) for name in cls.model_fields})


class RemovalsOut(BaseModel):
    """What is removed now, the latest first."""

    removals: list[RemovalOut]


class RemovalIn(BaseModel):
    """What to remove: a paper, or a source by its SHA-256 or its name."""

    paper: str = Field("", max_length=64)
    source: str = Field("", max_length=1_000)
    reason: str = Field("", max_length=2_000)


class BroughtBackOut(BaseModel):
    """The papers that stand again."""

    records: list[str]


class RereadIn(BaseModel):
    """What to read again."""

    source: str = Field("", pattern=r"^([0-9a-f]{64})?$", description="The SHA-256 of a source; empty for all of them")


class PageIn(BaseModel):
    """What is to be done with one page of a scan; a better scan is sent to `/api/pages/replace` instead."""

    source: str = Field(max_length=1_000, description="A paper by its id, or a file by its name or SHA-256")
    page: int = Field(ge=1, le=100_000, description="Counted in the file")
    verb: Literal["turn", "reread", "undo"]
    degrees: int = Field(0, ge=0, le=270, description="With the clock, for `turn`: 90, 180 or 270")
    engine: str = Field("", max_length=40, description="For `reread`; empty for the usual one")
    reason: str = Field("", max_length=2_000)
    seen: int | None = Field(None, ge=0, description="`last` of the page as you saw it: what changed since is refused")

    def asked(self, author: str) -> MendingAsked:
        """For the workbench."""
        told = self.model_dump(exclude={"source"})
        return MendingAsked(of=self.source, author=author, **told)


class PageStepOut(BaseModel):
    """Something that was done with a page and not taken back."""

    entry: int
    at: str
    author: str
    verb: str
    words: str
    reason: str


class PageStateOut(BaseModel):
    """What was done with a page so far, the latest last."""

    source: str
    sha256: str
    page: int
    last: int = Field(description="The journal's latest entry about the page, 0 for none")
    done: list[PageStepOut]

    @classmethod
    def of(cls, state: MendingState) -> Self:
        """From the workbench's."""
        return cls(
            source=state.source,
            sha256=state.sha256,
            page=state.page,
            last=state.last,
            done=[
                PageStepOut(
                    entry=kept.entry,
                    at=kept.at,
                    author=kept.author,
                    verb=kept.verb,
                    words=kept.mending.done if kept.mending else "",
                    reason=kept.reason,
                )
                for kept in state.done
            ],
        )
