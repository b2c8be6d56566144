"""The letter that answers a case, by a template that an archive may change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from onionskin import lexicon
from onionskin.desk.chancery.cases import Case
from onionskin.desk.chancery.due_days import last_day_to_appeal, terms
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.withheld import IN_PART, WithheldPaper
from onionskin.errors import LexiconError
from onionskin.record.titles import date_in_words

COURT = "civil-action"
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What came of the papers of a case; a paper that another agency was asked about counts in `referred` besides."""

    papers: int
    released: int
    in_part: int
    denied: int
    referred: int


def counts(case: str, papers: Iterable[Standing]) -> Counts:
    """What came of each paper so far."""
    held = list(papers)
    verbs = [ruling.verb if (ruling := each.outcome(case)) else "" for each in held]
    return Counts(
        papers=len(held),
        released=verbs.count("release"),
        in_part=verbs.count("excise"),
        denied=verbs.count("deny") + verbs.count("withdraw"),
        referred=sum(bool(each.referrals) for each in held),
    )


def standard_template() -> str:
    """The template that comes with Onionskin."""
    return files("onionskin.lexicon").joinpath("letters/answer.txt").read_text(encoding="utf-8")


def answer_letter(  # noqa: PLR0913 - what a letter hangs on
    case: Case,
    papers: Sequence[Standing],
    withheld: Sequence[WithheldPaper],
    *,
    day: str,
    signed_by: str,
    template: str,
    where: str,
) -> str:
    """The letter of a day. LexiconError names the line of a template that is at fault; `where` is its file."""
    room = SandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    room.globals["counted"] = _counted
    try:
        written = room.from_string(template).render(_told(case, papers, withheld, day, signed_by))
    except TemplateSyntaxError as fault:
        raise LexiconError(
            f"the letter is no template: {fault.message}",
            where=f"{where}, line {fault.lineno}",
            advice="Mend that line",
        ) from None
    except (TemplateError, UndefinedError, TypeError, ValueError) as fault:
        raise LexiconError(
            f"the letter asks for what there is not: {fault}", where=where, advice="Compare it with the standard one"
        ) from None
    return _BLANK.sub("\n\n", written).strip() + "\n"


def _told(
    case: Case, papers: Sequence[Standing], withheld: Sequence[WithheldPaper], day: str, signed_by: str
) -> dict[str, Any]:
    kind = next(each for each in lexicon.entries("case_kinds") if each.name == case.kind)
    appeal_by = last_day_to_appeal(case.kind, day)
    held = counts(case.number, papers)
    cut = [each for each in withheld if each.withheld == IN_PART]
    return {
        **{name: getattr(held, name) for name in Counts.__slots__},
        "number": case.number,
        "requester": case.requester,
        "address": case.address,
        "wanted": case.wanted,
        "label": kind.text("label"),
        "law": kind.text("law"),
        "received_in_words": date_in_words(case.received),
        "day_in_words": date_in_words(day),
        "words": sum(each.extent.words for each in cut),
        "passages": sum(len(each.passages) for each in cut),
        "agencies": sorted({agency for each in papers for agency in each.referrals}),
        "grounds": tuple(dict.fromkeys(ground for each in withheld for ground in each.grounds)),
        "court": case.kind == COURT,
        "on_appeal": bool(case.appealed),
        "right_days": terms(case.kind, day).right_days,
        "appeal_by": appeal_by,
        "appeal_by_in_words": date_in_words(appeal_by) if appeal_by else "",
        "signed_by": signed_by,
    }


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
