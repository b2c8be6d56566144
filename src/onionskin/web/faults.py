"""Errors to statuses, pages and JSON: the one map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onionskin.errors import ActRefusedError, NotFoundError, NotReleasedError, OnionskinError

PROBLEM = "application/problem+json"
"""RFC 9457; `advice` is ours."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a visitor is told: `heading` in three words, what happened, and what to do next."""

    status: int
    heading: str
    what: str
    advice: str

    def problem(self, path: str) -> dict[str, str | int]:
        """The same for programs."""
        return {
            "type": "about:blank",
            "title": self.heading,
            "status": self.status,
            "detail": self.what,
            "advice": self.advice,
            "instance": path,
        }


_HEADINGS = {
    400: "That cannot be asked",
    401: "Please log in",
    403: "That is not for you",
    404: "Nothing stands here",
    405: "That cannot be done here",
    409: "It has changed meanwhile",
    413: "Too large",
    429: "Too often",
    422: "That cannot be read",
    500: "Something broke",
    503: "The collection is out of reach",
}
_ROOM_ADVICE: dict[type[Exception], str] = {
    NotFoundError: "Look for it in the list or by searching; the address may be cut short or mistyped",
    ActRefusedError: "Go back to the paper: its page says what may be done now, and which rule stands against the rest",
    NotReleasedError: "The collection is under review and shows only what is released; ask its reviewers for a release",
}
"""What a visitor of the room can do; the errors' own advice speaks to people at a command line."""


def fault(error: Exception) -> Fault:
    """The fault of any error whatever. What is no error of ours tells nothing of the inside of the house."""
    match error:
        case OnionskinError():
            return _ours(error)
        case RequestValidationError():
            return _of(400, _asked(error), "Mend the address and ask again; /openapi.json says what each takes")
        case HTTPException(status_code=404):
            return _of(404, "No page has this address", "Begin at the list of papers, or search")
        case HTTPException(status_code=405):
            return _of(405, "This address does not take that method", "/openapi.json says what each address takes")
        case HTTPException():
            return _of(error.status_code, str(error.detail), "Begin at the list of papers, or search")
    return _of(
        500,
        "A fault of the program, not of the paper or of your question",
        "Ask again; if it happens again, report it with this address",
    )


def _ours(error: OnionskinError) -> Fault:
    # An advice that a raiser chose knows more than the class does, and more than we.
    advice = error.advice
    if advice == error.usual_advice:
        advice = next((told for kind, told in _ROOM_ADVICE.items() if isinstance(error, kind)), advice)
    page = f"page {error.page}" if error.page else ""
    place = ", ".join(part for part in (error.where, page) if part)
    told = _of(error.http_status, f"{place}: {error.what}" if place else sentence(error.what), advice)
    return replace(told, heading="It is refused") if isinstance(error, ActRefusedError) else told


def _of(status: int, what: str, advice: str) -> Fault:
    heading = _HEADINGS.get(status) or HTTPStatus(status).phrase
    # A place that a message begins with, an id for one, keeps its small letter.
    return Fault(status, heading, _closed(what), sentence(advice))


def _asked(error: RequestValidationError) -> str:
    return "; ".join(f"`{each['loc'][-1]}`: {each['msg'][:1].lower()}{each['msg'][1:]}" for each in error.errors())


def sentence(text: str) -> str:
    """With a capital and a full stop, as a person reads it."""
    return _closed(text[:1].upper() + text[1:])


def _closed(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."
