"""`onionskin pages turn|reread|replace|undo`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onionskin.cli import output
from onionskin.cli.read import counted
from onionskin.errors import UsageError
from onionskin.record.page import Word
from onionskin.settings import Settings
from onionskin.workbench import Mended, MendingAsked, mend_page, open_collection

MENDING = {
    "turn": "ID PAGE DEGREES",
    "reread": "ID PAGE [ENGINE]",
    "replace": "ID PAGE FILE [PAGE OF FILE]",
    "undo": "ID PAGE",
}
"""What may be done with one page, and what it is told."""


def mend(words: Sequence[str], author: str, reason: str, collection: Path, *, as_json: bool) -> None:
    """Do it, and say what came of it."""
    asked = _asked(words, author, reason)
    with open_collection(Settings(collection=collection)) as opened:
        done = mend_page(opened, asked)
    if as_json:
        output.json_line(
            {
                "source": done.source,
                "page": done.now.n,
                "words": len(done.now.words),
                "words_before": len(done.before.words),
                "reason": done.now.reason,
                "papers": [paper.id for paper in done.papers],
                "adrift": done.adrift,
            }
        )
        return
    output.line(_in_words(done))
    for paper in done.papers:
        if done.now.n in paper.source.pages:
            output.line(f"{paper.id}  {paper.kind}, page {', '.join(map(str, paper.source.pages))}")
    if done.adrift:
        told = f"{counted(done.adrift, 'decision')} on its papers no longer found: see `onionskin decide --adrift`"
        output.line(told)


def _asked(words: Sequence[str], author: str, reason: str) -> MendingAsked:
    verb, *rest = words
    least = MENDING[verb].partition(" [")[0].count(" ") + 1
    if not least <= len(rest) <= least + ("[" in MENDING[verb]):
        raise UsageError(f"{verb} takes {MENDING[verb]}", advice=f"Say: onionskin pages {verb} {MENDING[verb]}")
    of, page, *to = rest
    asked = MendingAsked(of=of, page=_number(page), verb=verb, author=author, reason=reason)
    match verb, to:
        case "turn", [degrees]:
            return replace(asked, degrees=_number(degrees))
        case "reread", [engine]:
            return replace(asked, engine=engine)
        case "replace", [file, *of_file]:
            return replace(asked, scan=Path(file), scan_page=_number(of_file[0]) if of_file else 1)
        case _:
            return asked


def _number(word: str) -> int:
    if not (word.isascii() and word.isdecimal()):
        raise UsageError(f"{word} is no number", advice="Pages are counted from 1; degrees are 90, 180 or 270")
    return int(word)


def _in_words(done: Mended) -> str:
    what = done.now.reason or "as it was read before"
    return f"{done.source}, page {done.now.n}: {what}; {_read(done.now.words)}, before {_read(done.before.words)}"


def _read(words: Sequence[Word]) -> str:
    sure = [word.confidence for word in words]
    mean = f" at {sum(sure) / len(sure):.2f}" if sure else ""
    return f"{counted(len(sure), 'word')}{mean}"
