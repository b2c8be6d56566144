"""Manners in which vision models print the same paper: Markdown, HTML, and words of their own beside the paper's.

Each turns a file of `papers/` into the file that a model of that manner would have printed of the same ink, page turns
and all; what is asked of it stays what it is. They know nothing of how any of it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Manner = Callable[[str], str]
TURN = "\f"
LABEL = re.compile(
    r"^(\s*)((?:FROM|TO|SUBJECT|INFO|DATE|REF|Subject|From|To|Date|Ref|PARTICIPANTS|Participants|COPIES TO|Copies to"
    r"|DRAFTED BY|Drafted by|CLEARANCES?|ACTION|PASS TO|MEMORANDUM FOR|THROUGH|VIA|PLACE|TIME|NO\.?)\s?:)",
    re.MULTILINE,
)
CAPITALS = re.compile(r"^(?![*~#\[])([A-Z][A-Z .'-]{6,60})$", re.MULTILINE)
STRUCK = re.compile(r"~~([^~\n]+)~~")
BY_HAND = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*(?![\w*])")
TURNED = re.compile(r"(?<=\S)\n(?=\S)")
STAMP = re.compile(r"\s*(?:DECLASSIFIED|Declassified|RECEIVED|REC'D|REVIEWED|APPROVED FOR RELEASE|AUTHORITY)")
LONGEST_STAMP, MOST_LINES = 400, 8


def _paged(over: str, under: str = "") -> Manner:
    """A line of the model's over every page, and one under it; `{n}` and `{of}` count the pages."""

    def manner(text: str) -> str:
        pages = text.split(TURN)
        told = ({"n": n, "of": len(pages)} for n in range(1, len(pages) + 1))
        return TURN.join(
            over.format(**each) + page + under.format(**each) for page, each in zip(pages, told, strict=True)
        )

    return manner


def _put(pattern: re.Pattern[str], instead: str) -> Manner:
    return lambda text: pattern.sub(instead, text)


def _stamps(printed: Callable[[str], str]) -> Manner:
    """Paragraphs that begin like a stamp, printed so."""

    def manner(text: str) -> str:
        parts = re.split(r"(\n\s*\n|\f)", text)
        return "".join(printed(part.strip("\n")) if _is_stamp(part) else part for part in parts)

    return manner


def _is_stamp(part: str) -> bool:
    return STAMP.match(part) is not None and len(part) < LONGEST_STAMP and part.count("\n") < MOST_LINES


def _boxes(ticked: str, empty: str, before: str = "") -> Manner:
    def manner(text: str) -> str:
        text = re.sub(r"^([ ]*)(?=[☐☒☑])", rf"\1{before}", text, flags=re.MULTILINE) if before else text
        return re.sub(r"[☒☑]", ticked, text).replace("☐", empty)

    return manner


MANNERS: Mapping[str, Manner] = {
    "bold labels": _put(LABEL, r"\1**\2**"),
    "underlined labels": _put(LABEL, r"\1<u>\2</u>"),
    "labels in a list": _put(LABEL, r"\1- \2"),
    "bold labels in a list": _put(LABEL, r"\1- **\2**"),
    "titles as headings": _put(CAPITALS, r"## \1"),
    "titles bold and italic": _put(CAPITALS, r"***\1***"),
    "titles in the centre": _put(CAPITALS, r"<center>\1</center>"),
    "fenced": _paged("```text\n", "\n```\n"),
    "quoted": _put(re.compile(r"^(?=.)", re.MULTILINE), "> "),
    "hard line ends": _put(TURNED, "  \n"),
    "line ends of HTML": _put(TURNED, "<br>\n"),
    "entities": lambda text: text.replace("&", "&amp;").replace("   ", "&nbsp;&nbsp;&nbsp;"),
    "every line a paragraph": _put(TURNED, "\n\n"),
    "rules between paragraphs": _put(re.compile(r"\n\n+"), "\n\n---\n\n"),
    "pages as headings": _paged("# Page {n} of {of}\n\n"),
    "pages in bold": _paged("**Page {n}**\n\n---\n\n"),
    "ends of pages": _paged("", "\n\n[End of page {n}]"),
    "a word before it": lambda text: f"Here is the transcription of the document:\n\n---\n\n{text}\n---\n",
    "struck by tags": _put(STRUCK, r"<s>\1</s>"),
    "struck in brackets": _put(STRUCK, r"[struck out: \1]"),
    "struck, said behind": _put(STRUCK, r"\1 [struck through]"),
    "struck letter by letter": lambda text: STRUCK.sub(lambda m: "".join(f"{c}\u0336" for c in m[1]), text),
    "struck and bold": _put(STRUCK, r"**~~\1~~**"),
    "by hand, in brackets": _put(BY_HAND, r"[Handwritten: \1]"),
    "by hand, said before": _put(BY_HAND, r"[handwritten] \1"),
    "boxes of a list": _boxes("[x]", "[ ]", "- "),
    "boxes in brackets": _boxes("[X]", "[ ]"),
    "boxes in parentheses": _boxes("(x)", "( )"),
    "stamps in brackets": _stamps(lambda stamp: f"[STAMP:\n{stamp}]"),
    "stamps on one line": _stamps(lambda stamp: f"[Stamp: {' '.join(stamp.split())}]"),
    "stamps with strokes": _stamps(
        lambda stamp: f"[Stamp: {' / '.join(line.strip() for line in stamp.split(chr(10)))}]"
    ),
}
