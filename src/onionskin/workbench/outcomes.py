"""What came of a file, and how far a run is."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.errors import OnionskinError
from onionskin.record.document import Document
from onionskin.record.reading import ReadingState


@dataclass(frozen=True, slots=True)
class Progress:
    """A file was finished: the `done`-th of `total` (0 where the number is not known).

    `fresh` files so far were read anew, and not kept already; `pages` papers of these stand on.
    """

    done: int
    total: int
    name: str
    fresh: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file. `state` is read, unchanged, reread or failed.

    `error` says what is wrong with the file, or with the first of its pages that could not be read while the others
    were.
    `doubtful` counts values, `unclaimed` lines, `unread` patches of ink that no word covers, `questions` places of
    which a person is asked whether a paper begins there; `remarks` say what had to be guessed, its encoding for one.
    """

    source: str
    state: str
    documents: tuple[Document, ...]
    error: OnionskinError | None = None
    doubtful: int = 0
    unclaimed: int = 0
    remarks: tuple[str, ...] = ()
    unread: int = 0
    questions: int = 0


def outcome_of(name: str, state: str, documents: tuple[Document, ...], error: OnionskinError | None = None) -> Outcome:
    """What a source came to, its doubts counted."""
    doubtful = sum(r.state is ReadingState.DOUBTFUL for d in documents for _, r in d.readings())
    unclaimed = sum(len(d.unclaimed) for d in documents)
    pages = {page.n: page for d in documents for page in d.pages}
    unread = sum(len(page.unread or ()) for page in pages.values())
    questions = sum(len(d.questions) for d in documents)
    return Outcome(name, str(state), documents, error, doubtful, unclaimed, unread=unread, questions=questions)
