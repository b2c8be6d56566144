"""Questions as the pages put them: what each answer is called, and which key gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from onionskin.record.decisions import Verb
from onionskin.record.geometry import Box
from onionskin.record.titles import date_in_words
from onionskin.web import catalogue
from onionskin.workbench import Option, Question, Row, Sort, proposed

SORTS: Mapping[Sort, tuple[str, str]] = {
    Sort.HEADING: ("Value", "Values of headings"),
    Sort.STAMP: ("Stamp", "Days of stamps"),
    Sort.WORD: ("Number", "Numbers read two ways"),
    Sort.EMENDATION: ("Correction", "Corrections of the ink"),
    Sort.REFERENCE: ("Reference", "References"),
    Sort.NAME: ("Name", "Names"),
    Sort.SAME_PAPER: ("Same paper", "Records of one paper"),
    Sort.BOUNDARY: ("Beginning", "Where papers begin"),
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
    """A strip of a page's image, and how large it is unless the page ends before it, in pixels."""

    href: str
    width: int
    height: int


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


def shown(question: Question, titles: Mapping[str, str], entities: Mapping[str, str], papers: int = 1) -> Asked:
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
    return Asked(
        of=question,
        sort=SORTS[question.sort][0],
        what=_what(question, titles),
        answers=tuple(answers),
        other=f"other {question.other.value}" if question.other else "",
        other_label=_OTHER.get(question.sort, ""),
        papers=papers,
        picture=strip(question.record, question.page, question.box),
        entities=tuple(each.to for each in proposals if each.to) if question.sort is Sort.NAME else (),
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
    return tuple(dict.fromkeys(each for one in questions for each in proposed(one)))


def strip(record: str, page: int | None, box: Box | None) -> Picture | None:
    """The picture of some words with what stands about them; None where there is none."""
    if page is None or box is None:
        return None
    margin = round(box.height * MARGIN)
    left, top = max(0, box.left - WIDE * box.height), max(0, box.top - margin)
    width = box.left + box.width + WIDE * box.height - left
    height = box.top + box.height + margin - top
    share = min(1.0, LARGEST[0] / width, LARGEST[1] / height)
    href = f"/iiif/3/{quote(record)}/{page}/{left},{top},{width},{height}/!{LARGEST[0]},{LARGEST[1]}/0/default.jpg"
    return Picture(href, round(width * share), round(height * share))


_OTHER = {
    Sort.HEADING: "Another value",
    Sort.STAMP: "Another day (1962-11-23)",
    Sort.WORD: "Read it as",
    Sort.EMENDATION: "Put other words",
    Sort.REFERENCE: "Another paper (its id)",
    Sort.NAME: "Somebody else (the id in the authority)",
    Sort.BOUNDARY: "This paper begins elsewhere (page:line)",
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
}
_REFUSING: Mapping[Sort, str] = {
    Sort.EMENDATION: "Leave “{}”",
    Sort.SAME_PAPER: "Not the same paper",
    Sort.REFERENCE: "None of these",
    Sort.NAME: "None of these",
    Sort.WORD: "It is “{}”",
    Sort.STAMP: "Leave it as it is",
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
    text = titles.get(question.text, question.text) if question.sort is Sort.SAME_PAPER else _short(question.text)
    return _ASKING[question.sort].format(text) if text else "What stands here?"


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= 80 else f"{folded[:79]}…"
