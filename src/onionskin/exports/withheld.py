"""The index of what is withheld, as a table, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onionskin.desk.chancery.exemptions import Ground
from onionskin.desk.chancery.withheld import SCHEMA, WithheldPaper
from onionskin.exports.ledger.brief import plain
from onionskin.exports.spreadsheet import csv_row
from onionskin.record.titles import date_in_words

COLUMNS = (
    *("paper", "number", "form", "date", "from", "to", "subject", "withheld", "line", "words", "lines"),
    *("of words", "exemption", "reason", "decided", "authority"),
)


def withheld_table(papers: Iterable[WithheldPaper]) -> Iterator[str]:
    """Rows of CSV: one for each passage, one for a paper that is withheld in full."""
    yield csv_row(COLUMNS)
    for paper in papers:
        for line, extent, grounds in _parts(paper):
            yield csv_row(
                (
                    *(str(paper.n), paper.number, paper.form, paper.date, paper.sender, "; ".join(paper.recipients)),
                    *(paper.subject, paper.withheld, line, str(extent.words), str(extent.lines), str(paper.of.words)),
                    *(_cited(grounds), _reasons(grounds), paper.decided, paper.authority),
                )
            )


def withheld_brief(case: str, papers: Sequence[WithheldPaper]) -> Iterator[str]:
    """Markdown, line by line, each with its end."""
    yield f"# Withheld in case {plain(case)}\n"
    if not papers:
        yield "\nNothing is withheld.\n"
    for paper in papers:
        yield f"\n## {paper.n}. {plain(_title(paper))}\n\n"
        if paper.subject:
            yield f"Subject: {plain(paper.subject)}\n\n"
        told = f"Withheld {paper.withheld}: {paper.extent}" + (
            f", of {paper.of}." if paper.passages else ", the whole text."
        )
        yield f"{told} Decided on {date_in_words(paper.decided)}" + (
            f", by authority of {plain(paper.authority)}.\n\n" if paper.authority else ".\n\n"
        )
        for line, extent, grounds in _parts(paper):
            where = f"From line {line}: {extent}. " if line else ""
            yield f"- {where}{plain(_cited(grounds))}: {plain(_reasons(grounds))}\n"


def withheld_object(case: str, papers: Iterable[WithheldPaper]) -> dict[str, Any]:
    """The index as JSON."""
    return {"schema": SCHEMA, "case": case, "papers": [_paper(each) for each in papers]}


def withheld_json(case: str, papers: Iterable[WithheldPaper]) -> str:
    """The same as text."""
    return json.dumps(withheld_object(case, papers), ensure_ascii=False, indent=2) + "\n"


def _paper(paper: WithheldPaper) -> dict[str, Any]:
    return {
        **{name: getattr(paper, name) for name in ("n", "form", "number", "date")},
        "from": paper.sender,
        "to": list(paper.recipients),
        **{name: getattr(paper, name) for name in ("subject", "withheld", "decided", "authority")},
        "exemptions": [_ground(each) for each in paper.grounds],
        "extent": {"words": paper.extent.words, "lines": paper.extent.lines},
        "of": {"words": paper.of.words, "lines": paper.of.lines},
        "passages": [
            {
                "line": each.line,
                "words": each.extent.words,
                "lines": each.extent.lines,
                "exemptions": [_ground(ground) for ground in each.grounds],
            }
            for each in paper.passages
        ],
    }


def _ground(ground: Ground) -> dict[str, str]:
    return {"of": ground.of, "code": ground.code, "reason": ground.reason}


def _parts(paper: WithheldPaper) -> Iterator[tuple[str, Any, tuple[Ground, ...]]]:
    if paper.passages:
        yield from ((str(each.line), each.extent, each.grounds) for each in paper.passages)
    else:
        yield "", paper.extent, paper.grounds


def _cited(grounds: Iterable[Ground]) -> str:
    return ", ".join(each.cited for each in grounds)


def _reasons(grounds: Iterable[Ground]) -> str:
    return "; ".join(dict.fromkeys(each.reason for each in grounds))


def _title(paper: WithheldPaper) -> str:
    number = f" {paper.number}" if paper.number else ""
    when = f", {date_in_words(paper.date)}" if paper.date else ""
    to = ", ".join(paper.recipients) or "nobody named"
    return f"{paper.form.capitalize()}{number} from {paper.sender} to {to}{when}"
