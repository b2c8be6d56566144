"""Questions as the pages put them: what each answer is called, and which key gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from onionskin.record.decisions import Verb
from onionskin.record.geometry import Box
from onionskin.record.titles import date_in_words
from onionskin.web import catalogue
from onionskin.workbench import Above, Option, Question, Row, Sort, proposed_records

SORTS: Mapping[Sort, tuple[str, str]] = {
    Sort.HEADING: ("Value", "Values of headings"),
    Sort.STAMP: ("Stamp", "Days of stamps"),
    Sort.WORD: ("Number", "Numbers read two ways"),
    Sort.EMENDATION: ("Correction", "Corrections of the ink"),
    Sort.REFERENCE: ("Reference", "References"),
    Sort.NAME: ("Name", "Names"),
    Sort.SAME_PAPER: ("Same paper", "Records of one paper"),
    Sort.BOUNDARY: ("Beginning", "Where papers begin"),
    Sort.INK: ("Unread ink", "Ink that nobody read"),
}
"""What a sort is called, of one question and of many."""
MARGIN = 1.2
"""How much of the page about the words their picture shows, in heights of theirs."""
WIDE = 9
LARGEST = (1_200, 300)
"""The most that such a picture measures, in pixels."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: `value` is what the form sends (`forms`), `key` the key that presses it, `href` a paper to look at."""

    label: str
    value: str
    key: str
    score: float
    reasons: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A strip of a page's image, and how large it is unless the page ends before it, in pixels; `mark` is what of it is
    asked about, `whole` the same place in all its pixels.
    """

    href: str
    whole: str
    width: int
    height: int
    mark: Box | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A place where a paper may begin: what stands above it and below it, in print and, on a scan, in the image."""

    above: Above | None
    below: str
    new_page: bool
    foot: Picture | None
    head: Picture | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a page shows it; `papers` is in how many the same is asked, `picture` the strip of its image."""

    of: Question
    sort: str
    what: str
    answers: tuple[Answer, ...]
    other: str
    other_label: str
    papers: int
    picture: Picture | None
    entities: tuple[str, ...]
    turn: Turn | None = None

    @property
    def written(self) -> bool:
        """Whether nothing is proposed that could be chosen: the answer must be written."""
        return bool(self.other) and all(each.value == Verb.REJECT for each in self.answers)

    @property
    def at(self) -> str:
        """The place of a boundary, as `page:line`."""
        return f"{self.of.page}:{self.of.line}" if self.of.sort is Sort.BOUNDARY else ""

    @property
    def about(self) -> str:
        """What the form says that it is about."""
        return "boundary" if self.of.sort is Sort.BOUNDARY else self.of.pointer

    @property
    def href(self) -> str:
        """The paper, with the words lit."""
        pointer = "" if self.of.sort is Sort.BOUNDARY else f"?light={quote(self.of.pointer)}#ink"
        return f"/papers/{quote(self.of.record)}{pointer}"


def shown(
    question: Question,
    titles: Mapping[str, str],
    entities: Mapping[str, str],
    papers: int = 1,
) -> Asked:
    """A question with the names of all that is proposed."""
    named = {**titles, **entities}
    options = question.options
    proposals = [each for each in options if each.verb is not Verb.REJECT] if question.sort is not Sort.BOUNDARY else []
    answers = [
        Answer(
            _label(question, each, named),
            " ".join(filter(None, (each.verb.value, each.to if each.verb is not Verb.REJECT else None))),
            _key(question, each, proposals),
            each.score,
            each.reasons,
            f"/papers/{quote(each.to)}" if each.to and each.to in titles else "",
        )
        for each in options
    ]
    turn = _turn(question) if question.sort is Sort.BOUNDARY else None
    return Asked(
        of=question,
        sort=SORTS[question.sort][0],
        what=_what(question, titles),
        answers=tuple(answers),
        other=f"other {question.other.value}" if question.other else "",
        other_label=_OTHER.get(question.sort, ""),
        papers=papers,
        picture=strip(question.record, question.page, question.box, question.sheet) if turn is None else None,
        entities=tuple(each.to for each in proposals if each.to) if question.sort is Sort.NAME else (),
        turn=turn,
    )


def on_paper(questions: Iterable[Question], titles: Mapping[str, str], entities: Mapping[str, str]) -> dict[str, Asked]:
    """The questions of one paper, by their pointers."""
    return {each.pointer: shown(each, titles, entities) for each in questions}


def titles_of(rows: Mapping[str, Row]) -> dict[str, str]:
    """What papers are called, by their rows."""
    return {each: catalogue.row_title(row) for each, row in rows.items()}


def entities_of(questions: Iterable[Question]) -> tuple[str, ...]:
    """Whom names could mean, each once."""
    held = (each.to for one in questions if one.sort is Sort.NAME for each in one.options if each.to)
    return tuple(dict.fromkeys(held))


def papers_of(questions: Iterable[Question]) -> tuple[str, ...]:
    """The records that are proposed as answers, each once."""
    return tuple(dict.fromkeys(each for one in questions for each in proposed_records(one)))


def strip(record: str, page: int | None, box: Box | None, sheet: Box | None = None) -> Picture | None:
    """The picture of some words with what stands about them; None where there is none. `sheet` is the whole page."""
    if page is None or box is None:
        return None
    margin, beside = round(box.height * MARGIN), WIDE * box.height
    region = Box(max(0, box.left - beside), max(0, box.top - margin), box.right + beside, box.bottom + margin)
    if sheet is None:
        return _picture(record, page, region)
    return _picture(record, page, _within(region, sheet), box)


def _within(region: Box, sheet: Box) -> Box:
    right, bottom = min(region.right, sheet.right), min(region.bottom, sheet.bottom)
    return Box(min(region.left, right), min(region.top, bottom), right, bottom)


def _picture(record: str, page: int, region: Box, mark: Box | None = None) -> Picture:
    share = min(1.0, LARGEST[0] / max(1, region.width), LARGEST[1] / max(1, region.height))
    place = f"{region.left},{region.top},{region.width},{region.height}"
    at = f"/iiif/3/{quote(record)}/{page}/{place}"
    href, whole = f"{at}/!{LARGEST[0]},{LARGEST[1]}/0/default.jpg", f"{at}/max/0/default.jpg"
    if mark is not None:
        edges = (mark.left - region.left, mark.top - region.top, mark.right - region.left, mark.bottom - region.top)
        mark = Box(*(round(each * share) for each in edges))
    return Picture(href, whole, round(region.width * share), round(region.height * share), mark)


def _turn(question: Question) -> Turn:
    """The foot of one page and the head of the next, or the lines about a place within a page."""
    above = question.above
    foot = _lines(above.record, above.page, above.box, None) if above else None
    head = _lines(question.record, question.page, question.box, question.sheet)
    new_page = above is None or above.page != question.page
    return Turn(above, question.as_printed + question.behind, new_page, foot, head)


def _lines(record: str, page: int | None, box: Box | None, sheet: Box | None) -> Picture | None:
    """The picture of some lines, with as much of the page about them as shows how they are set."""
    if page is None or box is None or not box.area:
        return None
    room = max(20, box.height // 4)
    region = Box(max(0, box.left - 3 * room), max(0, box.top - room), box.right + 3 * room, box.bottom + room)
    return _picture(record, page, _within(region, sheet) if sheet else region)


_OTHER = {
    Sort.HEADING: "Another value",
    Sort.STAMP: "Another day (1962-11-23)",
    Sort.WORD: "Read it as",
    Sort.EMENDATION: "Put other words",
    Sort.REFERENCE: "Another paper (its id)",
    Sort.NAME: "Somebody else (the id in the authority)",
    Sort.BOUNDARY: "This paper begins elsewhere (page:line)",
    Sort.INK: "It says",
}
_ASKING: Mapping[Sort, str] = {
    Sort.HEADING: "What is “{}”?",
    Sort.STAMP: "Which day is “{}”?",
    Sort.WORD: "Does “{}” stand here?",
    Sort.EMENDATION: "Is “{}” an error of the ink?",
    Sort.REFERENCE: "Which paper is “{}”?",
    Sort.NAME: "Who is “{}”?",
    Sort.SAME_PAPER: "Is this a record of the same paper as {}?",
    Sort.BOUNDARY: "Does a paper begin here? It is taken so that {}.",
    Sort.INK: "What does this {} say? No word of it was read.",
}
_LOOKS = {"unread-line": "line of type"}
_REFUSING: Mapping[Sort, str] = {
    Sort.EMENDATION: "Leave “{}”",
    Sort.SAME_PAPER: "Not the same paper",
    Sort.REFERENCE: "None of these",
    Sort.NAME: "None of these",
    Sort.WORD: "It is “{}”",
    Sort.STAMP: "Leave it as it is",
    Sort.INK: "Nothing to read",
}


def _label(question: Question, option: Option, named: Mapping[str, str]) -> str:
    if question.sort is Sort.BOUNDARY:
        begins = question.text == "a paper begins here"
        return "A paper begins here" if begins is (option.verb is Verb.ACCEPT) else "The paper goes on here"
    if option.verb is Verb.REJECT:
        return _REFUSING.get(question.sort, "As it is printed").format(_short(question.text))
    if question.sort is Sort.SAME_PAPER:
        return "The same paper"
    to = option.to or ""
    if question.sort in {Sort.HEADING, Sort.STAMP}:
        return date_in_words(to)
    if question.sort is Sort.EMENDATION:
        return f"“{_short(to)}” stands there" if option.verb is Verb.CORRECT else f"It should be “{_short(to)}”"
    return f"“{_short(to)}”" if question.sort is Sort.WORD else named.get(to, to)


def _key(question: Question, option: Option, proposals: list[Option]) -> str:
    """`a` takes the likeliest, digits the others, `r` refuses."""
    if question.sort is Sort.BOUNDARY:
        return "a" if option.verb is Verb.ACCEPT else "r"
    if option.verb is Verb.REJECT:
        return "r"
    at = proposals.index(option) + 1
    return "a" if at == 1 else str(at) if at <= 9 else ""


def _what(question: Question, titles: Mapping[str, str]) -> str:
    if question.sort is Sort.STAMP and question.other is None:
        return "This stamp could not be read for sure"
    if any(each.verb is Verb.CORRECT for each in question.options) and question.sort is Sort.EMENDATION:
        return f"Is “{_short(question.text)}” right?"
    if question.sort is Sort.INK:
        return _ASKING[Sort.INK].format(_LOOKS.get(question.text, question.text))
    text = titles.get(question.text, question.text) if question.sort is Sort.SAME_PAPER else _short(question.text)
    return _ASKING[question.sort].format(text) if text else "What stands here?"


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= 80 else f"{folded[:79]}…"
