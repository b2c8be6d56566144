"""Every error the house raises: one tree, each class with its exit code, its HTTP status and its advice.

A message names the file and page it is about, says what happened, and ends with what to do next. The doors
(`cli`, `web`) turn an `OnionskinError` into an exit code or a status; nothing else may reach a user.
"""

from __future__ import annotations

from typing import ClassVar


class OnionskinError(Exception):
    """The root of the tree.

    `where` is what the error is about (a path, a record id), `page` is 1-based, `advice` says what to do next and
    overrides the class's own advice where a raiser knows better.
    """

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    usual_advice: ClassVar[str] = ""

    def __init__(self, what: str, *, where: str = "", page: int | None = None, advice: str = "") -> None:
        """`what` is one clause without a full stop: `the PDF ends in the middle of page 3`."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.page = page
        self.advice = advice or self.usual_advice

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross the worker pool whole; the default would lose the keyword arguments."""
        return (_rebuild, (type(self), self.what, self.where, self.page, self.advice))

    def __str__(self) -> str:
        """`box 3/scan.pdf, page 2: the image is damaged. Scan the page again.`."""
        place = self.where + (f", page {self.page}" if self.page else "")
        told = f"{place}: {self.what}" if place else self.what
        return f"{told}. {self.advice}" if self.advice else told


def _rebuild(kind: type[OnionskinError], what: str, where: str, page: int | None, advice: str) -> OnionskinError:
    return kind(what, where=where, page=page, advice=advice)


class UsageError(OnionskinError):
    """The call itself is off: an unknown field, a query that does not parse."""

    exit_code = 2
    http_status = 400
    usual_advice = "See --help for the form of the command"


class UnsupportedError(UsageError):
    """What was asked is sound, and something that is not done here: a picture turned by three degrees."""

    http_status = 501
    usual_advice = "Ask for another form of it"


class ChangedMeanwhileError(UsageError):
    """What was to be decided is no longer as it was when it was looked at."""

    http_status = 409
    usual_advice = "Load the page again, look at it as it stands now, and decide once more"


class NotFoundError(OnionskinError):
    """A path, record or collection that is not there."""

    exit_code = 3
    http_status = 404
    usual_advice = "Check the name; `onionskin list` shows what the collection holds"


class SourceError(OnionskinError):
    """A source file cannot be read; the rest of the batch goes on. A run with such files ends with this exit code."""

    exit_code = 4
    http_status = 422
    usual_advice = "The other files were read; mend or remove this one and run the command again"


class DamagedSourceError(SourceError):
    """The bytes are not what their kind promises: truncated, or of another format."""

    usual_advice = "Fetch or scan the file again, then run the command again; the other files were read"


class EncryptedSourceError(SourceError):
    """A PDF that asks for a password."""

    usual_advice = "Remove the password (for instance with `qpdf --decrypt`) and read it again"


class EmptySourceError(SourceError):
    """A file with nothing on it."""

    usual_advice = "Nothing to read; remove the file or fetch it again"


class MailRefusedError(SourceError):
    """A mail of another desk that is not taken in; `what` is why, in words that its sender may read."""

    usual_advice = "Ask the desk that sent it to send it once more"


class UnknownFormatError(SourceError):
    """Bytes that are none of the formats we open."""

    usual_advice = (
        "Onionskin reads text, Markdown, PDF, TIFF, PNG, JPEG, JPEG 2000, GIF, hOCR, ALTO and PAGE XML; "
        "convert the file to one of these"
    )


class LimitError(SourceError):
    """A stated budget (bytes, pages, pixels, seconds) would be exceeded; checked before the work is done."""

    http_status = 413
    usual_advice = "Split the file, or raise the limit named here (`--allow NAME=NUMBER`) if the machine can bear it"


class RemovedError(SourceError):
    """A person removed it from the collection."""

    http_status = 410
    usual_advice = "An owner of the collection can bring it back"


class EngineError(SourceError):
    """An OCR engine is missing or failed on a page."""

    usual_advice = "The page is kept without text; read the file again when the engine is in order"


class ProposerError(OnionskinError):
    """A model that was asked for suggestions did not answer, or with none; the next paper is asked about."""

    exit_code = 4
    http_status = 502
    usual_advice = "Nothing of this paper was kept; run the command again for those that are left"


class CollectionError(OnionskinError):
    """The collection cannot be opened, or what it holds does not agree with itself."""

    exit_code = 5
    http_status = 503
    usual_advice = "Run `onionskin check` on the collection"


class CollectionBusyError(CollectionError):
    """Another process held the collection's write lock longer than we wait."""

    usual_advice = "Wait for the other run to end, then run the command again; nothing was lost"


class StorageError(CollectionError):
    """The disk refused to take what was to be kept."""

    usual_advice = "Free some space and run the command again; what was read before is kept"


class IntegrityError(CollectionError):
    """A check found that the collection does not agree with itself."""

    usual_advice = "Restore the file named here from a backup, or read its source again"


class RecordError(OnionskinError):
    """JSON that is no record of this version."""

    exit_code = 6
    http_status = 422
    usual_advice = "Check `schema` and the published schema in schemas/record-1.json"


class NotReleasedError(OnionskinError):
    """A paper that may not be shown, or not yet."""

    exit_code = 7
    http_status = 404
    usual_advice = "The collection is under review; ask its reviewers for a release"


class NotAllowedError(OnionskinError):
    """Who asks may not do this."""

    exit_code = 8
    http_status = 403
    usual_advice = "Ask an owner of the collection to do it, or for the role"


class ActRefusedError(OnionskinError):
    """An act at the desk that a rule stands against; `what` is the rule."""

    exit_code = 9
    http_status = 409
    usual_advice = "See what stands on the paper, and what its procedure asks, with `onionskin desk show`"

    def __init__(self, what: str, *, act: str = "", where: str = "", advice: str = "") -> None:
        """`act` is what was to be done: `transmit`."""
        super().__init__(f"{act} is refused: {what}" if act else what, where=where, advice=advice)
        self.rule = what
        self.act = act

    def __reduce__(self) -> tuple[object, ...]:
        """With its own arguments."""
        return (_refused_again, (self.rule, self.act, self.where, self.advice))


def _refused_again(rule: str, act: str, where: str, advice: str) -> ActRefusedError:
    return ActRefusedError(rule, act=act, where=where, advice=advice)


class LoginNeededError(NotAllowedError):
    """Nobody has said who asks."""

    http_status = 401
    usual_advice = "Log in at /login; a program sends `Authorization: Bearer` and a key of `onionskin account token`"


class TooOftenError(OnionskinError):
    """Asked too often; `seconds` from now it may be asked again."""

    exit_code = 8
    http_status = 429

    def __init__(self, what: str, seconds: int) -> None:
        """`seconds` to wait."""
        super().__init__(what, advice=f"Try again in {seconds} seconds")
        self.seconds = seconds

    def __reduce__(self) -> tuple[object, ...]:
        """Its own arguments, not those of the root."""
        return (TooOftenError, (self.what, self.seconds))


class LexiconError(OnionskinError):
    """A data file is not in normal form: one of the lexicon, or an archive's own procedures or letter."""

    exit_code = 2
    http_status = 422
    usual_advice = "Mend the entry named here; every entry needs a source and its normal form"
