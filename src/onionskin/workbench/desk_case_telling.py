"""Cases as people and programs are told of them, and the index of what is withheld in its forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from onionskin import lexicon
from onionskin.desk.chancery.sight import Sight
from onionskin.desk.chancery.withheld import WithheldPaper
from onionskin.exports.withheld import withheld_brief, withheld_json, withheld_object, withheld_table
from onionskin.facsimile.press.forms import printed
from onionskin.facsimile.sheets import Letter
from onionskin.workbench.desk_cases import CasePaper, CaseShown

BLANK_LINES = re.compile(r"\n[ \t]*\n\s*?(?=[^\n])")
FORMS: Mapping[str, Callable[[str, Sequence[WithheldPaper]], str]] = MappingProxyType(
    {
        "md": lambda case, papers: "".join(withheld_brief(case, papers)),
        "csv": lambda _case, papers: "".join(withheld_table(papers)),
        "json": withheld_json,
    }
)
"""In what forms the index leaves."""


def case_kinds() -> dict[str, str]:
    """What a case can be: each by its name, with what letters call it."""
    return {each.name: each.text("label") or each.name for each in lexicon.entries("case_kinds")}


def known_exemptions() -> tuple[tuple[str, str], ...]:
    """Every code by which something may be withheld, with its reason."""
    return tuple((each.name.partition(" ")[2], each.text("reason") or "") for each in lexicon.entries("exemptions"))


def index_as(form: str, case: str, papers: Sequence[WithheldPaper]) -> str:
    """The index of what is withheld, as one of `FORMS`."""
    return FORMS[form](case, papers)


def index_object(case: str, papers: Sequence[WithheldPaper]) -> dict[str, Any]:
    """The index of what is withheld, as JSON."""
    return withheld_object(case, papers)


def letter_pdf(text: str, title: str) -> bytes:
    """A letter set on the form of a letter, as a PDF with its text in it; whatever its template was."""
    return printed(letter_sheet(text), title=title).pdf


def letter_sheet(text: str) -> Letter:
    """A letter's parts by their places: date and address before `Dear ...`, close and signature as the last blocks.

    Without such a line everything is running text. Lines that are set in stand by themselves, others run on.
    """
    blocks = [each for each in BLANK_LINES.split(text.strip()) if each.strip()]
    dear = next((n for n, each in enumerate(blocks) if each.startswith("Dear ")), -1)
    head, body = blocks[: max(dear, 0)], blocks[dear + 1 :]
    closes = len(body) > 1 and body[-2].endswith(",") and "\n" not in body[-2]
    close, signature = (body[-2], body[-1]) if closes else ("", "")
    paragraphs = [each for block in (body[:-2] if closes else body) for each in _paragraphs(block)]
    return Letter(
        date=head[0] if head else "",
        address=tuple(line for block in head[1:] for line in block.split("\n")),
        salutation=blocks[dear] if dear >= 0 else "",
        paragraphs=tuple(paragraphs),
        close=(close,) if close else (),
        signature=signature,
        signed=False,
    )


def _paragraphs(block: str) -> list[str]:
    lines = block.split("\n")
    if any(each.startswith(" ") for each in lines):
        return [each.strip() for each in lines]
    return [" ".join(lines)]


def told_of_case(shown: CaseShown) -> dict[str, Any]:
    """A case as JSON, no more of its papers than who asked may see."""
    case = asdict(shown.case)
    return {
        **{name: value for name, value in case.items() if value and name != "entry"},
        "stage": shown.case.stage.value,
        "counts": asdict(shown.counts),
        "papers": [_paper(each) for each in shown.papers],
        "steps": [{"by": each.by, "entry": each.entry, **each.body()} for each in shown.steps],
    }


def _paper(each: CasePaper) -> dict[str, Any]:
    held, seen = each.paper.held, each.paper.seen
    known = seen.sight >= Sight.TITLE
    about = f": {held.subject}" if known and held.subject else ""
    out: dict[str, Any] = {
        "paper": held.paper,
        "title": f"{held.form.capitalize()} {held.number}".strip() + about,
        "level": held.level,
        "reviewers": list(each.reviewers),
        "outcome": each.outcome.verb if each.outcome else "",
        "seen": seen.sight.name.lower(),
    }
    if each.outcome is not None:
        out |= {"by": each.outcome.by, "decided": each.outcome.at[:10], "authority": each.outcome.authority}
    if known:
        out["referrals"] = [asdict(one) for one in held.referrals.values()]
    return out
