"""What a covering paper says that it sends: the title of the paper behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from onionskin.lexicon.period import running_words
from onionskin.phrases.letterheads import is_letterhead
from onionskin.record.document import Document

SENDING = ("attached", "enclosed", "herewith", "transmitted", "forwarded")
"""Words with which a paper says that another goes with it: `Attached is the revised directive`."""
WORD = re.compile(r"[A-Za-z][A-Za-z'-]{4,}")
LIKE = 75
"""Likeness (0 to 100) from which a misread word is still known."""
KINDS = frozenset(
    {"memorandum", "memoranda", "letter", "report", "telegram", "dispatch", "despatch", "subject", "secret"}
)
"""Words of a title that any paper may have."""
HEAD_LINES = 8
"""Lines with ink at the head of a paper among which its title stands."""
LEAST, SHARE = 2, 0.5
"""Words of a title, and the share of them, that the covering paper must have where it says what it sends."""


def title_sent(parent: Document, child: Document) -> str | None:
    """The title of `child` that `parent` has where it says what it sends: `Attached is the Mission Directive for
    Mexico` goes before `MISSION DIRECTIVE FOR MEXICO`. That both are about one matter is not enough.
    """
    passages = [_words(passage) for passage in _sendings(_inked(parent))]
    if not passages:
        return None
    printed = {line.strip() for line in _inked(parent)}
    for line in _inked(child)[:HEAD_LINES]:
        title = _words(line) - KINDS
        # What both bear word for word is printed on their form.
        if is_letterhead(line) or line.strip() in printed or len(title) < LEAST:
            continue
        for passage in passages:
            told = sum(any(_alike(word, other) for other in passage) for word in title)
            if told >= max(LEAST, SHARE * len(title)):
                return line.strip()
    return None


def may_be_named(name: str, child: Document) -> bool:
    """Whether a list may mean a paper by a name: a word of it stands at the paper's head, or it has too few to tell.

    `Notes on Harbours` is not what begins with `Tables of Grain`; `Resume` only says what sort of thing is enclosed.
    """
    words = _words(name) - KINDS
    head = _words(" ".join(_inked(child)[:HEAD_LINES]))
    return len(words) < LEAST or any(_alike(word, other) for word in words for other in head)


def _inked(document: Document) -> list[str]:
    return [line for line in document.text.transcription.split("\n") if line.strip()]


def _sendings(lines: Sequence[str]) -> Iterator[str]:
    """Each line that says that something is sent, with the one before and the one behind it: the sentence."""
    for at, line in enumerate(lines):
        if any(_says_sent(word) for word in _words(line)):
            yield " ".join(lines[max(0, at - 1) : at + 2])


def _says_sent(word: str) -> bool:
    """Clear or misread; `attacked` is neither."""
    return word in SENDING or (word not in running_words() and any(_alike(word, each) for each in SENDING))


def _alike(word: str, other: str) -> bool:
    return ratio(word, other, score_cutoff=LIKE) > 0


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}
