"""A collection to decide in, and decisions as a clerk words them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.web.specimens import letter, raw, telegram

from onionskin.record.boundaries import Place
from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.store.contract import KeptSource
from onionskin.workbench import (
    Asked,
    Collection,
    show,
)
from onionskin.workbench.authorities import FILE
from onionskin.workbench.linking import Linking

CLERK, OTHER_CLERK = "A. Clerk", "B. Other"
PAPER, OTHER = telegram(), letter()
LOST = "QXJ 77"


def known(folder: Path, *entities: str) -> None:
    """Let a collection's own authority have these."""
    lines = (json.dumps({"id": each, "kind": "person", "name": "Brandov, Ivan"}) for each in entities)
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def keep(collection: Collection, papers: Sequence[Document], reader: str = "typed for a test") -> None:
    """Keep the papers of one file and link them, as reading does."""
    first = papers[0]
    source = KeptSource(first.source.name, first.source.sha256, first.source.media_type, raw(PAPER), 2)
    if first.source.sha256 != PAPER.source.sha256:
        source = replace(source, content="\f".join(page.text for page in first.pages).encode())
    collection.store.keep(source, papers, reader)
    linking = Linking(collection)
    linking.take_in(papers)
    linking.go_on()
    collection.finish_indexing()


def asked(verb: Verb, about: str = "", to: str | None = None, **more: object) -> Asked:
    made = Asked(verb, CLERK, record=PAPER.id, about=about, to=to)
    return replace(made, **more)  # type: ignore[arg-type]


def correct(words: str, to: str, place: Place | None = None) -> Asked:
    return asked(Verb.CORRECT, to=to, words=words, place=place)


def read_again(collection: Collection, was: str, now: str) -> Document:
    """Another reading of the same file has other words there, and the rest of the record as it was."""
    pages = tuple(replace(page, text=page.text.replace(was, now)) for page in PAPER.pages)
    bare = replace(PAPER, pages=pages, fields={}, stamps=(), references=(), mentions=(), emendations=(), unclaimed=())
    whole = "\f".join(page.text for page in pages)
    read = replace(bare, doubts=(), text=replace(PAPER.text, transcription=whole))
    keep(collection, [read], f"another reader: {was} is {now}")
    return show(collection, PAPER.id).document


def rows(collection: Collection) -> int:
    return sum(1 for entry in collection.store.journal() if entry.kind == "decision")
