"""From a form to what a person asks for.

Every button of a question is called `answer` and says what is decided: `accept`, `reject`, `link os-3f88`; with
`other link` the field `to` says what for. So a form needs no script, and a script needs no other road.
"""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Form

from onionskin.errors import UsageError
from onionskin.record.decisions import Quote, Verb
from onionskin.record.page import PageNumber
from onionskin.workbench import Asked, place_of

OF_WORDS = frozenset({Verb.CORRECT, Verb.EMEND})
OF_BOUNDARIES = frozenset({Verb.MOVE, Verb.BEGIN})
BACK = re.compile(
    r"/(?:papers/[0-9A-Za-z-]{1,64}|queue|records/[0-9A-Za-z-]{1,64}/ledger|ledger(?:/issues/[a-z0-9-]{1,80})?)"
    r"(?:\?[A-Za-z0-9=&_%./:+-]{0,600})?(?:#[A-Za-z0-9_.-]{0,100})?"
)
"""Where a form may lead back to: pages of this room."""
LONGEST = 2_000

Words = Annotated[str, Form(max_length=LONGEST)]
Number = Annotated[int, Form(ge=0, le=10**9)]


class Answered:
    """The fields of a form with an answer."""

    def __init__(  # noqa: PLR0913 - a field for each input
        self,
        *,
        answer: Words,
        about: Words = "",
        seen: Words = "",
        to: Words = "",
        words: Words = "",
        at: Words = "",
        page: Number = 0,
        start: Number = 0,
        reason: Words = "",
        alike: Words = "",
        back: Words = "",
    ) -> None:
        self.answer, self.about, self.seen, self.to = answer, about, seen, to.strip()
        self.words, self.at, self.page, self.start = words, at.strip(), page, start
        self.reason, self.alike, self.back = reason.strip(), bool(alike), back

    def asked(self, record: str, author: str) -> Asked:
        """What the button asks for. UsageError for a button that no page of ours has."""
        told = self.answer.removeprefix("other ")
        verb, _, to = told.partition(" ")
        if self.answer.startswith("other "):
            to = self.to
        try:
            asked_for = Verb(verb)
        except ValueError as fault:
            raise UsageError(f"{verb!r} is nothing that can be decided", where=record) from fault
        if self.answer.startswith("other ") and not self.to:
            raise UsageError("nothing is written there", where=record, advice="Write it, or press another button")
        of_words = asked_for in OF_WORDS and not self.about.startswith("/pages/")
        return Asked(
            verb=asked_for,
            author=author,
            record=record,
            about="" if of_words else self.about,
            quote=self._quote(record) if of_words else None,
            place=place_of(self.to if asked_for in OF_BOUNDARIES else self.at) if self._has_place(asked_for) else None,
            to=None if asked_for in OF_BOUNDARIES else to or None,
            reason=self.reason,
            seen="" if of_words else self.seen,
        )

    def lead_back(self, otherwise: str) -> str:
        """The page to go back to."""
        return self.back if BACK.fullmatch(self.back) else otherwise

    def _has_place(self, verb: Verb) -> bool:
        return verb in OF_BOUNDARIES or bool(self.at)

    def _quote(self, record: str) -> Quote:
        if not self.words.strip() or self.page < 1:
            raise UsageError("it does not say which words are meant", where=record, advice="Choose them on the page")
        return Quote(PageNumber(self.page), self.words.replace("\r\n", "\n"), "", "", self.start)
