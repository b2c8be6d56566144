"""Cases of review at a desk: opened, their papers decided, answered, appealed and closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onionskin.desk.chancery.acting import unknown
from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.cases import (
    Case,
    CaseAct,
    CaseStage,
    CaseStep,
    after,
    case_card,
    own_number,
    stands,
    step_of,
    take_step,
    unknown_case,
)
from onionskin.desk.chancery.due_days import appeal_day
from onionskin.desk.chancery.letters import Counts, answer_letter, counts, standard_template
from onionskin.desk.chancery.particulars import particulars
from onionskin.desk.chancery.passages import Passage, Piece, joined, of_lines, pieces
from onionskin.desk.chancery.persons import DeskRole, Person
from onionskin.desk.chancery.sight import Sight
from onionskin.desk.chancery.standing import Ruling, Standing
from onionskin.desk.chancery.times import done_at
from onionskin.desk.chancery.withheld import WithheldPaper, withheld_papers
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.store.desk_cards import case_id
from onionskin.store.desk_cases import CaseAsker, CaseDecided, CaseLog, CaseRow
from onionskin.store.journal import Entry
from onionskin.workbench.collection import Collection
from onionskin.workbench.desk import Desk, DeskPaper
from onionskin.workbench.desk_entering import enter

__all__ = [
    "Case",
    "CaseAct",
    "CasePaper",
    "CaseRow",
    "CaseShown",
    "CaseStage",
    "Cases",
    "Counts",
    "Decision",
    "Piece",
    "WithheldPaper",
]

TEMPLATE = Path("letters") / "answer.txt"
"""An archive's own letter, in the folder of its collection."""
NO_GROUND = "no exemption yet"
ACCESS = {"release": DeskAct.RELEASE, "excise": DeskAct.EXCISE, "deny": DeskAct.DENY}
CLASSIFICATION = {"declassify": DeskAct.DECLASSIFY, "downgrade": DeskAct.DOWNGRADE, "keep": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer decides of a paper, on both axes.

    `access` is release, excise or deny; `classification` declassify, downgrade (to `level`, `until`) or keep. `lines`
    (`3-5, 9`) and `passages` are what is excised; `exemptions` are those of the lines, or of a whole paper.
    """

    access: str
    authority: str
    classification: str = "keep"
    level: str = ""
    until: str = ""
    exemptions: tuple[str, ...] = ()
    lines: str = ""
    passages: tuple[Passage, ...] = ()
    again: str = ""
    tells_subject: bool = False
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class CasePaper:
    """A paper of a case as one person may see it; who is to review it, and what came of it."""

    paper: DeskPaper
    reviewers: tuple[str, ...]
    outcome: Ruling | None


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A case as one person may see it. `counts` are of the papers that they have to do with."""

    case: Case
    steps: tuple[CaseStep, ...]
    papers: tuple[CasePaper, ...]
    counts: Counts


class Cases:
    """The cases of one desk. Safe to share between threads, as the desk is."""

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        """`folder` is the collection's, where it may have a letter of its own."""
        self.desk = desk
        self.log = CaseLog(desk.log.database, desk.log.clock)
        self._folder = folder

    def open(self, by: str, given: Mapping[str, object], *, at: str = "") -> Case:
        """Open a case: kind, requester, wanted, and if they are known its number (`case`), address, received, due.

        ActRefusedError, UsageError.
        """
        number = str(particulars("open", {"case": given.get("case", "")}, {"case": False}).get("case", ""))
        at = self._at(at)
        form = "" if number else own_number(str(given.get("kind", "")), str(given.get("received") or at[:10]))
        return self._step(by, CaseAct.OPEN, number, given, at=at, form=form)

    def step(
        self, by: str, act: CaseAct, number: str, given: Mapping[str, object] | None = None, *, at: str = ""
    ) -> Case:
        """Extend, answer, appeal, close or reopen a case. ActRefusedError, UsageError, NotFoundError."""
        return self._step(by, act, number, given or {}, at=self._at(at))

    def step_again(self, entry: Entry) -> Case:
        """Take a step once more that stands in the journal of another desk, under the rules. As `step`."""
        step = _step(entry)
        return self._step(step.by, step.act, step.case, step.takes, at=step.at)

    def add(self, by: str, number: str, papers: Iterable[str], *, at: str = "") -> tuple[Performed, ...]:
        """Ask for papers in a case. What was done of several stands where a later one is refused."""
        case = self._open_case(by, number)
        given = {"case": case.number, "due": case.due} if case.due else {"case": case.number}
        return tuple(self.desk.perform(by, DeskAct.REQUEST, each, given, at=at) for each in papers)

    def enter(self, by: str, collection: Collection, record: str, *, at: str = "") -> str:
        """Take a paper that was read in charge, if it is not yet; its id. Errors as of `desk_entering.enter`."""
        return record if self.desk.standing(record) else enter(self.desk, collection, by, record, at=at).paper

    def entrust(
        self, by: str, number: str, reviewers: Sequence[str], papers: Iterable[str] = (), *, at: str = ""
    ) -> tuple[Performed, ...]:
        """Give papers of a case to reviewers, all that nothing is decided of where none is named."""
        self._open_case(by, number)
        chosen = list(papers) or [each.paper for each in self._undecided(number)]
        given = {"case": number, "to": list(reviewers)}
        return tuple(self.desk.perform(by, DeskAct.ENTRUST, each, given, at=at) for each in chosen)

    def refer(  # noqa: PLR0913 - what an agency is asked
        self, by: str, number: str, paper: str, agency: str, *, due: str = "", at: str = ""
    ) -> Performed:
        """Ask another agency about a paper."""
        self._open_case(by, number)
        return self.desk.perform(by, DeskAct.REFER, paper, {"case": number, "agency": agency, "due": due}, at=at)

    def agency_answers(  # noqa: PLR0913 - what an agency says
        self, by: str, number: str, paper: str, agency: str, remarks: str, *, at: str = ""
    ) -> Performed:
        """What the other agency said."""
        self._open_case(by, number)
        return self.desk.perform(by, DeskAct.ANSWER, paper, {"agency": agency, "remarks": remarks}, at=at)

    def decide(self, by: str, number: str, paper: str, decision: Decision, *, at: str = "") -> tuple[Performed, ...]:
        """Decide of a paper on both axes, all together or not at all. ActRefusedError, UsageError, NotFoundError."""
        self._open_case(by, number)
        shown = self.desk.show(by, paper)
        text = shown.held.version.text if shown.seen.sight is Sight.TEXT and shown.held.version else ""
        acts = _acts(decision, number, text)
        if shown.held.reviewed is None or shown.held.reviewed.by != by:
            acts = [(DeskAct.REVIEW, {"case": number, "authority": decision.authority}), *acts]
        return self.desk.perform_together(by, acts, paper, at=at)

    def appeal(  # noqa: PLR0913 - what an appeal says
        self, by: str, number: str, papers: Iterable[str] = (), *, due: str = "", remarks: str = "", at: str = ""
    ) -> Case:
        """Have decided anew what is withheld in a case, all of it where no paper is named; by others than before."""
        case = self._case(by, number)
        when = self._at(at)
        due = due or appeal_day(case.kind, when[:10])
        withheld = [each for each in self._standings(number) if _is_withheld(each, number)]
        chosen = list(papers) or [each.paper for each in withheld]
        if not chosen and not any(number in each.appeals for each in self._standings(number)):
            raise ActRefusedError("nothing is withheld in it", act=CaseAct.APPEAL.value, where=number)
        if case.stage is not CaseStage.ANSWERED:
            # The step would be refused after the papers were appealed.
            return self._step(by, CaseAct.APPEAL, number, {}, at=when)
        for each in chosen:
            self.desk.perform(by, DeskAct.APPEAL, each, {"case": number, "due": due}, at=at)
        return self._step(by, CaseAct.APPEAL, number, {"due": due, "remarks": remarks}, at=when)

    def listed(self, by: str, *, stage: str = "", limit: int = 50, offset: int = 0) -> tuple[int, tuple[CaseRow, ...]]:
        """The cases that a person has to do with, those first whose day comes first; and how many in all."""
        return self.log.listed(self._asker(by), stage=stage, limit=limit, offset=offset)

    def show(self, by: str, number: str) -> CaseShown:
        """A case as a person may see it. NotFoundError where they have nothing to do with it."""
        case = self._case(by, number)
        papers = []
        for row in self.log.papers(number, self._asker(by)):
            try:
                shown = self.desk.show(by, row.id)
            except NotFoundError:
                continue
            papers.append(CasePaper(shown, row.reviewers, shown.held.outcome(number)))
        return CaseShown(case, self._steps(number), tuple(papers), counts(number, [each.paper.held for each in papers]))

    def id_of(self, number: str) -> str:
        """Under what an address knows a case."""
        return case_id(number)

    def number_of(self, case: str) -> str:
        """The number of the case of that id; the id itself where there is none, which is then no case's number."""
        return self.log.number_of(case) or case

    def paper_of(self, shown: CaseShown, paper: str) -> CasePaper:
        """A paper among those of a case. NotFoundError."""
        held = next((each for each in shown.papers if each.paper.held.paper == paper), None)
        if held is None:
            raise unknown(paper)
        return held

    def preview(
        self, by: str, paper: str, passages: Sequence[Passage] = (), *, lines: str = "", exemptions: Sequence[str] = ()
    ) -> tuple[Piece, ...]:
        """A paper as the public would see it with passages and whole lines cut, for who may read it."""
        shown = self.desk.show(by, paper)
        if shown.seen.sight is not Sight.TEXT or shown.held.version is None:
            raise ActRefusedError(shown.seen.rule or "nothing is written on it yet", act="review", where=paper)
        text = shown.held.version.text
        chosen = [*passages, *(of_lines(text, lines, "; ".join(exemptions) or NO_GROUND) if lines else ())]
        return tuple(pieces(text, chosen))

    def letter(self, by: str, number: str, *, at: str = "") -> str:
        """The letter that answers a case as it stands. ActRefusedError as long as papers are not decided."""
        case = self._for_cases(by, number)
        papers = self._decided(number, "letter")
        where = (self._folder / TEMPLATE) if self._folder is not None else TEMPLATE
        own = where.is_file()
        return answer_letter(
            case,
            papers,
            self._withheld(number, papers),
            day=self._at(at)[:10],
            signed_by=self._person(by).called,
            template=where.read_text("utf-8") if own else standard_template(),
            where=str(where) if own else "lexicon/letters/answer.txt",
        )

    def index(self, by: str, number: str) -> tuple[WithheldPaper, ...]:
        """What is withheld in a case, without a word of it. ActRefusedError as long as papers are not decided."""
        self._for_cases(by, number)
        return self._withheld(number, self._decided(number, "index"))

    def _withheld(self, number: str, papers: Sequence[Standing]) -> tuple[WithheldPaper, ...]:
        zones = {name: post.zone for name, post in self.desk.roster.posts.items()}
        return tuple(withheld_papers(number, papers, zones))

    def _step(  # noqa: PLR0913 - what a step hangs on
        self,
        by: str,
        act: CaseAct,
        number: str,
        given: Mapping[str, object],
        *,
        at: str,
        form: str = "",
    ) -> Case:
        person = self.desk.roster.known(by, at[:10])
        left: list[Case] = []

        def decide(called: str, entries: Sequence[Entry]) -> CaseDecided:
            held = stands(map(_step, entries))
            # Nobody else writes while this is decided, so no paper is added meanwhile.
            undecided = len(self._undecided(called)) if held else 0
            step = take_step(act, called, held, person, given, at=at, undecided=undecided)
            case = after(held, step)
            left.append(case)
            return CaseDecided(by, step.body(), case_card(case))

        self.log.write(number, form, decide)
        return left[-1]

    def _case(self, by: str, number: str) -> Case:
        """A case that a person has to do with. NotFoundError."""
        case = stands(self._steps(number))
        if case is None or not (_takes_cases(self._person(by)) or self.log.papers(number, self._asker(by))):
            raise unknown_case(number)
        return case

    def _for_cases(self, by: str, number: str) -> Case:
        case = self._case(by, number)
        if not _takes_cases(self._person(by)):
            raise ActRefusedError(f"only a person with the role of {DeskRole.CASES}", act="answer", where=number)
        return case

    def _open_case(self, by: str, number: str) -> Case:
        case = self._case(by, number)
        if case.closed:
            raise ActRefusedError("it is closed", act="case", where=number)
        return case

    def _person(self, by: str) -> Person:
        return self.desk.roster.known(by, self.desk.now()[:10])

    def _asker(self, by: str) -> CaseAsker:
        person = self._person(by)
        reviews = person.has(DeskRole.REVIEWER)
        return CaseAsker(self.desk.asker(by), person.name, whole=_takes_cases(person), reviews=reviews)

    def _steps(self, number: str) -> tuple[CaseStep, ...]:
        return tuple(map(_step, self.log.entries(number)))

    def _standings(self, number: str) -> list[Standing]:
        held = (self.desk.standing(each.id) for each in self.log.papers(number))
        return [each for each in held if each is not None]

    def _undecided(self, number: str) -> list[Standing]:
        return [each for each in self._standings(number) if each.outcome(number) is None]

    def _decided(self, number: str, what: str) -> list[Standing]:
        held = self._standings(number)
        waiting = sum(each.outcome(number) is None for each in held)
        if waiting:
            rule = f"nothing has been decided of {waiting} paper{'s' * (waiting != 1)} yet"
            raise ActRefusedError(rule, act=what, where=number)
        return held

    def _at(self, at: str) -> str:
        return done_at(at) if at else self.desk.now()


def _acts(decision: Decision, number: str, text: str) -> list[tuple[DeskAct, Mapping[str, object]]]:
    """The acts that a decision is made of: first its level, then who may see it. UsageError for what is neither."""
    if decision.access not in ACCESS:
        raise UsageError(f"{decision.access!r} is none of {', '.join(ACCESS)}")
    if decision.classification not in CLASSIFICATION:
        raise UsageError(f"{decision.classification!r} is none of {', '.join(CLASSIFICATION)}")
    of_case: dict[str, object] = {"case": number, "authority": decision.authority}
    level: dict[str, object] = dict(of_case)
    if decision.classification == "downgrade":
        level |= {"level": decision.level, "until": decision.until}
    given: dict[str, object] = {**of_case, "remarks": decision.remarks}
    if decision.access != "release":
        given |= {"again": decision.again, "tells": ["subject"] if decision.tells_subject else []}
        given["exemptions"] = list(decision.exemptions)
    if decision.access == "excise":
        exemption = "; ".join(decision.exemptions)
        cut = of_lines(text, decision.lines, exemption) if decision.lines else []
        given["passages"] = list(joined([*decision.passages, *cut]))
        if not decision.lines:
            given["exemptions"] = []
    changes = CLASSIFICATION[decision.classification]
    acts: list[tuple[DeskAct, Mapping[str, object]]] = [(changes, level)] if changes is not None else []
    return [*acts, (ACCESS[decision.access], given)]


def _is_withheld(held: Standing, number: str) -> bool:
    outcome = held.outcome(number)
    return outcome is not None and outcome.verb != "release"


def _takes_cases(person: Person) -> bool:
    return person.has(DeskRole.CASES)


def _step(entry: Entry) -> CaseStep:
    return step_of(entry.told, entry.author, entry.seq)
