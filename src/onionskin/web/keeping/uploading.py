"""An upload taken in piece by piece: a form of files, written to the disk as it comes and never held."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from fastapi.concurrency import run_in_threadpool
from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header
from starlette.requests import ClientDisconnect, Request

from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.web.gate.admission import refuse_unless_ours
from onionskin.web.gate.visitors import CSRF_FIELD, CSRF_HEADER
from onionskin.workbench import Intake, open_intake

LONGEST_FIELD = 10_000
"""Bytes of a field of the form that is no file, and of the head of any part."""
AGAIN = "Choose the files and send them again"
PERCENT = re.compile(rb"%(0A|0D|22)")
"""What browsers write for line ends and quotes in the name of a file."""


class _Form:
    """The parts of the form as they come. The token has to stand before the first file, or in the header."""

    def __init__(self, intake: Intake, admit: Callable[[str], None], *, admitted: bool) -> None:
        self.admitted, self.whole = admitted, False
        self._intake, self._admit = intake, admit
        self._begin()

    def parser(self, boundary: bytes) -> MultipartParser:
        """What is fed with the pieces."""
        called: Any = {
            "on_part_begin": self._begin,
            "on_header_field": self._header_field,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._opened,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._finished,
        }
        return MultipartParser(boundary, called)

    def _begin(self) -> None:
        self._head, self._name, self._field, self._value = b"", "", b"", b""
        self._is_file = False
        self._disposition: dict[bytes, bytes] = {}

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._head = _bounded(self._head + data[start:end])

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value = _bounded(self._value + data[start:end])

    def _header_end(self) -> None:
        if self._head.lower() == b"content-disposition":
            _, self._disposition = parse_options_header(self._value)
        self._head, self._value = b"", b""

    def _opened(self) -> None:
        self._name = self._disposition.get(b"name", b"").decode("utf-8", "replace")
        file = self._disposition.get(b"filename")
        # A form that is sent with nothing chosen has one file without a name.
        self._is_file = bool(file)
        if file:
            if not self.admitted:
                self._admit("")
            self._intake.begin(PERCENT.sub(b"_", file).decode("utf-8", "replace"))

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file:
            self._intake.write(data[start:end])
        else:
            self._field = _bounded(self._field + data[start:end])

    def _end(self) -> None:
        if self._is_file:
            self._intake.end()
        elif self._name == CSRF_FIELD and not self.admitted:
            self._admit(self._field.decode("utf-8", "replace"))
            self.admitted = True

    def finish(self) -> None:
        """All came that comes. UsageError where it is not whole, or holds no file."""
        if not self.admitted:
            self._admit("")
        if not self.whole:
            raise UsageError("the upload broke off", advice=AGAIN)
        if not self._intake.names:
            raise UsageError("no file was chosen", advice=AGAIN)

    def _finished(self) -> None:
        self.whole = True


def _bounded(held: bytes) -> bytes:
    if len(held) > LONGEST_FIELD:
        raise UsageError("a field of the form is too long", advice=AGAIN)
    return held


async def taken(request: Request, settings: Settings) -> Intake:
    """The files of an upload, on the disk. What is not whole or not ours leaves nothing behind.

    NotAllowedError without the token, UsageError for what is no form of files or holds none, LimitError, StorageError.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise UsageError("this is no form of files", advice="Send multipart/form-data with the files in it")
    shown = request.headers.get(CSRF_HEADER, "")
    admitted = bool(shown) or request.state.asking.sessionless
    if admitted:
        refuse_unless_ours(request, shown)
    length = request.headers.get("content-length", "0")
    intake = await run_in_threadpool(open_intake, settings, int(length) if length.isdecimal() else 0)
    try:
        form = _Form(intake, lambda token: refuse_unless_ours(request, token), admitted=admitted)
        parser = form.parser(boundary)
        async for piece in request.stream():
            await run_in_threadpool(parser.write, piece)
        form.finish()
    except (MultipartParseError, ClientDisconnect) as fault:
        intake.forget()
        raise UsageError("the upload broke off", advice=AGAIN) from fault
    except BaseException:
        intake.forget()
        raise
    return intake
