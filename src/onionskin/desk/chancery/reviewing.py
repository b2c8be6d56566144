"""The rules of cases and review: who decides, on what grounds, and what must have been answered before."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.attempts import Attempt, Rule, short
from onionskin.desk.chancery.exemptions import rests_on_level
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.persons import DeskRole


def _in_this_case(asked: Attempt) -> str:
    case = asked.takes.get("case", "")
    return "" if not case or case in asked.paper.cases else f"it is not in case {case}"


def _answered(asked: Attempt) -> str:
    waiting = [each.agency for each in asked.paper.referrals.values() if not each.answer]
    return f"{', '.join(waiting)} has not answered" if waiting else ""


def _was_referred(asked: Attempt) -> str:
    referral = asked.paper.referrals.get(asked.takes.get("agency", ""))
    if referral is None:
        return f"it was not referred to {asked.takes.get('agency', '')}"
    return f"{referral.agency} has answered" if referral.answer else ""


def _not_referred(asked: Attempt) -> str:
    referral = asked.paper.referrals.get(asked.takes.get("agency", ""))
    return f"it is with {referral.agency} already" if referral is not None and not referral.answer else ""


def _asked_for(asked: Attempt) -> str:
    """To ask again in the same case is no request; an appeal is."""
    case = asked.takes.get("case", "")
    return f"it is in case {case} already" if case in asked.paper.cases else ""


def _entrusted_to(asked: Attempt) -> str:
    """Where reviewers are named in a case, only they decide in it."""
    case = asked.takes.get("case", "")
    held = asked.paper.reviewers
    names = held.get(case, ()) if case else tuple(dict.fromkeys(each for who in held.values() for each in who))
    return "" if not names or asked.by.name in names else f"entrusted to {', '.join(names)}"


def _another(asked: Attempt) -> str:
    """An appeal is decided by somebody who did not decide before."""
    before = asked.paper.decided_before(asked.takes.get("case", ""))
    return f"on appeal, and {asked.by.name} decided before: another must" if asked.by.name in before else ""


def _able(asked: Attempt) -> str:
    """Those to whom a paper is entrusted may review it: its level, and on appeal."""
    before = asked.paper.decided_before(asked.takes.get("case", ""))
    for name in asked.takes.get("to", ()):
        person = asked.roster.person(name, asked.day)
        if person is None or not person.has(DeskRole.REVIEWER):
            return f"{name} has not the role of {DeskRole.REVIEWER}"
        if rank(asked.level) > rank(person.reviews):
            return f"{name}: {short(asked.level)} authority needed"
        if name in before:
            return f"on appeal, and {name} decided before: another must"
    return ""


def _withheld(asked: Attempt) -> str:
    case = asked.takes.get("case", "")
    outcome = asked.paper.outcome(case)
    if outcome is None:
        return f"nothing has been decided in case {case} yet"
    return "" if outcome.verb != "release" else f"nothing of it is withheld in case {case}"


def _grounds(asked: Attempt) -> str:
    """What rests on a level needs one; and what keeps its level is shown in part only where that is cut."""
    passages = [each["exemption"] for each in asked.takes.get("passages", ())]
    resting = [each for each in (*passages, *asked.takes.get("exemptions", ())) if rests_on_level(each)]
    if resting and not rank(asked.level):
        return f"{resting[0]} withholds what is classified, and it bears no level"
    if asked.act is DeskAct.EXCISE and rank(asked.level) and not resting:
        return f"still {asked.level}, and no passage is withheld for that: declassify it first"
    return ""


def _lower(asked: Attempt) -> str:
    wanted, level = asked.takes.get("level", ""), asked.level
    return "" if 0 < rank(wanted) < rank(level) else f"{wanted} is not below {level or 'no level'}"


def _has_level(asked: Attempt) -> str:
    return "" if rank(asked.level) else "it bears no level"


def _declassified(asked: Attempt) -> str:
    return "" if not rank(asked.level) else f"still {asked.level}: declassify it first"


def _within(asked: Attempt) -> str:
    """Passages lie in the text as it stands."""
    version = asked.paper.version
    end = max((each["end"] for each in asked.takes.get("passages", ())), default=0)
    length = len(version.text) if version else 0
    return "" if end <= length else f"its text has {length} characters, and a passage ends at {end}"


REVIEWING: Mapping[str, Rule] = MappingProxyType(
    {
        "in-case": _in_this_case,
        "not-in-case": _asked_for,
        "entrusted": _entrusted_to,
        "another-on-appeal": _another,
        "able": _able,
        "withheld": _withheld,
        "grounds": _grounds,
        "referred": _was_referred,
        "not-referred": _not_referred,
        "referrals-answered": _answered,
        "lower-level": _lower,
        "level": _has_level,
        "declassified": _declassified,
        "passages-within": _within,
    }
)
"""Those of `rules.NEEDS` that are about review."""
