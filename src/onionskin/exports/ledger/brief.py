"""A brief in Markdown: instructions as a checklist, then where the parties stand, every line quoted and cited.

The citations are footnotes, as Pandoc and most readers of Markdown take them; each paper is cited in full once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onionskin.exports.citing import Citation
from onionskin.exports.citing.phrases import Phrase
from onionskin.ledger.branches import Branch, tree_of
from onionskin.ledger.lines import Line
from onionskin.record.statements import Polarity, Statement, StatementState, StatementType
from onionskin.record.titles import date_in_words

ORDERS = (StatementType.INSTRUCTION, StatementType.DISCLOSURE, StatementType.RESCISSION)
HEADINGS = {
    StatementType.OFFER: "Offers",
    StatementType.POSITION: "Positions",
    StatementType.COMMITMENT: "Commitments",
    StatementType.PROPOSAL: "Proposals",
    StatementType.DEADLINE: "Deadlines",
    StatementType.REPORT: "What was said and done",
    StatementType.ASSESSMENT: "Assessments",
}
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^])")
LEADING = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)")
INDENT = "  "


def brief(title: str, lines: Sequence[Line], cited: Callable[[str], Citation]) -> Iterator[str]:
    """The brief, line by line, each with its end. `cited` tells the citation of a paper by its id; it is asked when
    the paper's turn comes.
    """
    notes = {record: n for n, record in enumerate(dict.fromkeys(each.statement.record for each in lines), 1)}
    yield f"# {plain(title)}\n"
    orders = [each for each in lines if each.statement.type in ORDERS]
    if orders:
        yield "\n## Instructions\n"
        for record in dict.fromkeys(each.statement.record for each in orders):
            own = [each for each in orders if each.statement.record == record]
            yield f"\n### {_markdown(cited(record).short_note)}\n\n"
            yield from _checklist(tree_of(own), notes)
    for type_, heading in HEADINGS.items():
        of_type = [each for each in lines if each.statement.type is type_]
        if of_type:
            yield f"\n## {heading}\n\n"
            yield from (_item(each, notes) for each in of_type)
    yield "\n"
    yield from (f"[^{n}]: {_markdown(cited(record).note)}\n" for record, n in notes.items())


def plain(words: str) -> str:
    """Words of a paper on one line, that Markdown takes for nothing but words."""
    return LEADING.sub(r"\1\\\2", _escaped(" ".join(words.split())))


def _checklist(branch: Branch, notes: Mapping[str, int], depth: int = 0) -> Iterator[str]:
    for line in branch.lines:
        yield INDENT * depth + f"- [ ] {_order(line.statement)}{_quote(line, notes)}\n"
    for each in branch.branches:
        yield INDENT * depth + f"- *{plain(each.words)}*\n"
        yield from _checklist(each, notes, depth + 1)


def _order(statement: Statement) -> str:
    told = "**Do not**" if statement.polarity is Polarity.DO_NOT else "Do"
    strength = f" ({statement.strength})" if statement.strength else ""
    return f"{told}{strength}: "


def _item(line: Line, notes: Mapping[str, int]) -> str:
    said = line.statement
    when = f"{date_in_words(line.date)}, " if line.date else ""
    no = " **not**" if said.polarity is Polarity.DO_NOT else ""
    parts = {
        "gives": said.give,
        "gets": said.get,
        "on condition": said.when,
        "verified": said.verified,
        "day": said.date,
    }
    parts["what became of it"] = said.disposition
    more = "".join(f"; {name}: {plain(held)}" for name, held in parts.items() if held)
    return f"- {when}{plain(said.party or line.sides[0] or 'nobody named')}{no}: {_quote(line, notes)}{more}\n"


def _quote(line: Line, notes: Mapping[str, int]) -> str:
    said = line.statement
    by = (
        f" (proposed by {plain(said.proposed_by)})"
        if said.state is StatementState.PROPOSED and said.proposed_by
        else ""
    )
    return f"“{plain(said.quote)}”[^{notes[said.record]}]{by}"


def _markdown(phrases: Iterable[Phrase]) -> str:
    return "".join(f"*{_escaped(each.text)}*" if each.italic else _escaped(each.text) for each in phrases)


def _escaped(words: str) -> str:
    return SPECIAL.sub(r"\\\1", words)
