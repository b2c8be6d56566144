"""One act: refused with the rule that stands against it, or as it goes into the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.attempts import Attempt
from onionskin.desk.chancery.naming import Names
from onionskin.desk.chancery.particulars import particulars
from onionskin.desk.chancery.persons import Person, Roster
from onionskin.desk.chancery.procedures import Procedure, Procedures
from onionskin.desk.chancery.rules import NEEDS, WHO
from onionskin.desk.chancery.sight import OPEN, Sight, sight
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import ActRefusedError, NotFoundError


class Numbers(Protocol):
    """Takes numbers, within the transaction in which the act is written: none is ever given twice."""

    def take(self, series: str, wanted: int = 0) -> int:
        """The next number of a series, or `wanted`; 0 where that was given already."""
        ...


def perform(  # noqa: PLR0913 - what one act hangs on
    act: DeskAct,
    paper: str,
    held: Standing | None,
    by: Person,
    given: Mapping[str, object],
    *,
    at: str,
    roster: Roster,
    procedures: Procedures,
    numbers: Numbers,
    arrived: bool = False,
) -> Performed:
    """The act as it was done. `held` is how the paper stands, None where there is none of that id.

    What `arrived` was done at another installation, by the post that `by` stands for: who may see what there is its
    affair, and beside what the procedure takes it tells when it was done, and the words of a retransmission.

    Raises ActRefusedError with the rule, UsageError for particulars out of form, and NotFoundError for a paper that
    the person may not know of, in the same words as for one that is not there.
    """
    procedure = procedures.acts.get(act)
    if procedure is None:
        raise refusal(act, paper, "no procedure of this desk knows it")
    if held is None and act not in BEGINNING:
        raise unknown(paper)
    again = act is DeskAct.COME and held is not None and _came_before(held)
    before = held if again or act not in BEGINNING else None
    if held is not None and before is None and sight(held, by, at[:10]).sight is not Sight.NOTHING:
        raise refusal(act, paper, "it is begun already")
    if before is not None:
        seen = OPEN if arrived else sight(before, by, at[:10])
        if seen.sight is Sight.NOTHING and not _done_unseen(
            procedure, Attempt(act, by, before, given, at[:10], roster)
        ):
            raise unknown(paper)
        if seen.sight < procedure.sees:
            raise refusal(act, paper, seen.rule)
    takes = {"time": False, "text": False, **procedure.takes} if arrived else procedure.takes
    asked = Attempt(act, by, before, particulars(act.value, given, takes), at[:10], roster, arrived)
    if rule := broken(asked, procedure):
        raise refusal(act, paper, rule)
    # Only now of one that they may not know of: whoever may not begin papers is told what he is told of any other id.
    if held is not before:
        raise refusal(act, paper, "it is begun already")
    done = Performed(act=act, paper=paper, by=by.name, at=at, takes=asked.takes)
    return replace(done, yields=_yields(done, procedure, procedures, asked, numbers))


def broken(asked: Attempt, procedure: Procedure) -> str:
    """The first rule that stands against an act, empty where none does."""
    return not_theirs(asked, procedure) or next(filter(None, (NEEDS[each](asked) for each in procedure.needs)), "")


def not_theirs(asked: Attempt, procedure: Procedure) -> str:
    """Why it is not for this person to do, empty where it is."""
    against = [WHO[each](asked) for each in procedure.who]
    return "; ".join(dict.fromkeys(against)) if all(against) else ""


def _done_unseen(procedure: Procedure, asked: Attempt) -> bool:
    """Whether it is for this person to do even with a paper of which they know nothing but the id."""
    return procedure.sees is Sight.NOTHING and not not_theirs(asked, procedure)


def _yields(
    done: Performed, procedure: Procedure, procedures: Procedures, asked: Attempt, numbers: Numbers
) -> dict[str, object]:
    out: dict[str, object] = _relayed(done, asked)
    for name in procedure.yields:
        held = asked.held
        post = done.takes.get("post", held.post if held else "")
        series = procedures.series[name].name(
            Names(asked.roster, post).day(done.at),
            post=post,
            to=", ".join(held.to[:1]) if held else "",
            form=held.form if held else "",
            paper=done.paper,
        )
        wanted = done.takes.get(name, 0) if name in {"number", "control", "service"} else 0
        taken = numbers.take(series, wanted)
        if not taken:
            raise refusal(done.act, done.paper, f"{wanted} was given already in the series {series}")
        out |= {name: taken, series_key(name): series}
    return out


def series_key(name: str) -> str:
    """Under which name an act says of what series a number is that it yields: `series`, `control_series` ..."""
    return "series" if name == "number" else f"{name}_series"


def _came_before(held: Standing) -> bool:
    """Whether it is a telegram of another installation: sent, and not begun by anybody here."""
    return held.sent is not None and not held.drafter and not held.read


def _relayed(done: Performed, asked: Attempt) -> dict[str, object]:
    """Of a paper that is passed on, the posts among those it is passed to, and the post that relays it."""
    if done.act is not DeskAct.PASS or asked.held is None:
        return {}
    posts = [each for each in done.takes["to"] if each in asked.roster.posts]
    return {"posts": posts, "relayed_by": asked.by.post or asked.held.post} if posts else {}


def refusal(act: DeskAct, paper: str, rule: str) -> ActRefusedError:
    """What the person is told."""
    return ActRefusedError(rule, act=act.value, where=paper)


def unknown(paper: str) -> NotFoundError:
    """The words are the same whether there is no such paper or none for who asks."""
    return NotFoundError("the desk has no such paper for you", where=paper, advice="Look in your trays")
