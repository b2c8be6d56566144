"""Patterns that are compiled when they are first used: most papers need few of the long ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class LatePattern:
    r"""A regular expression, for a pattern that is dear to compile and seldom used: whoever reads one short file would
    wait a second for all that are never asked.

    >>> LatePattern(r"Copy (\d) of (\d)").fullmatch("Copy 3 of 9")[1]
    '3'

    Its methods are those of `re.Pattern`, looked up once.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._pattern, self._flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """At the beginning, or at a place."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """The whole, or a stretch."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """The first."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """All of them, in order."""
        return self.compiled.finditer
