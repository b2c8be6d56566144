"""What of a paper waits for a person, as a question that can be answered where it is put.

What an answer is worth is the chance that what stands now is wrong, times what hangs on it:

- **The chance.** A correction of the ink that was proposed and not applied: how sure it is; one that is applied: how
  sure it is not. A link that is open leaves the paper unlinked, which is wrong if one of its candidates is right:
  `1 - (1 - a)(1 - b)...` of their scores. A boundary: how sure it is not. A doubt: how unsure what stands is, taken
  from the reading that it is about; of a day that cannot be as printed, the candidates' scores together.
- **What hangs on it**, counted in values of records: a date those that were reckoned from it, another field of the
  heading two (the paper is listed and found by it), a name the places of the paper that are decided with it, a boundary
  the values of the paper that it cuts, two records of one paper two. Where other papers ask the same, their sum.

Of ink that no word covers `places` says both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import prod

from onionskin.desk.parts import Part, digest_of, inkless, is_open, parts, seen
from onionskin.desk.places import OF_TWO_RECORDS, of_places
from onionskin.desk.question import Option, Question, Sort, placed
from onionskin.emending.confidence import APPLIED
from onionskin.readers.variants import DIFFER, UNSURE
from onionskin.record.apparatus import Doubt, Emendation
from onionskin.record.codec import encode_line
from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.record.evidence import Inference
from onionskin.record.reading import VALUED
from onionskin.record.references import Mention, Reference, SameAs
from onionskin.store.contract import Waiting
from onionskin.store.decisions import Subject

OF_A_HEADING = 2
"""What hangs on a field of the heading: the paper's title, and who looks for it."""


def questions(document: Document) -> tuple[Question, ...]:
    """All that waits, in the order of the record; a name that is decided for several places is asked once."""
    asked: dict[object, Question] = {}
    alike = Counter(inkless(each) for each in document.mentions if is_open(each))
    for part in parts(document):
        if is_open(part.subject):
            once = inkless(part.subject) if isinstance(part.subject, Mention) else part.pointer
            if once not in asked:
                asked[once] = _of_part(document, part, alike)
    return (*asked.values(), *of_places(document))


def waiting(document: Document) -> tuple[Waiting, ...]:
    """The same as the store keeps it."""
    return tuple(
        Waiting(each.matter, each.sort.value, round(1000 * each.gain), encode_line(each))
        for each in questions(document)
    )


def _of_part(document: Document, part: Part, alike: Mapping[Subject, int]) -> Question:
    sort = _sort(part.subject)
    chance, places = _worth(document, part.subject, alike)
    asked = Question(
        sort=sort,
        record=document.id,
        pointer=part.pointer,
        matter=_matter(document, part),
        seen=seen(part),
        text=_text(part.subject),
        reason=_reason(part.subject),
        options=tuple(sorted(_options(part.subject, sort), key=lambda each: -each.score)),
        other=_OTHER.get(sort) if _states_a_value(part.subject) else None,
        chance=round(min(max(chance, 0.0), 1.0), 3),
        places=places,
    )
    ink = part.ink
    page = next((page for page in document.pages if ink is not None and page.n == ink.page), None)
    return asked if ink is None or page is None else _perhaps_misread(placed(asked, page, ink))


def _perhaps_misread(asked: Question) -> Question:
    """Words on an image that are none may stand there rightly, and be misread: a person who looks can say so."""
    if asked.sort is not Sort.EMENDATION or asked.box is None:
        return asked
    likeliest, *others = asked.options
    proposed = next(each.to for each in asked.options if each.to is not None)
    return replace(asked, options=(likeliest, Option(Verb.CORRECT, proposed, 0.0), *others))


def _states_a_value(subject: object) -> bool:
    """Whether there is a value to state: a stamp as a whole has none."""
    return not isinstance(subject, Doubt) or subject.about != "/stamps"


_OTHER = {
    Sort.HEADING: Verb.ACCEPT,
    Sort.STAMP: Verb.ACCEPT,
    Sort.WORD: Verb.CORRECT,
    Sort.EMENDATION: Verb.EMEND,
    Sort.REFERENCE: Verb.LINK,
    Sort.NAME: Verb.LINK,
}


def _sort(subject: object) -> Sort:
    match subject:
        case Doubt(rule=rule) if rule in {DIFFER, UNSURE}:
            return Sort.WORD
        case Doubt(about=about):
            return Sort.STAMP if about.startswith("/stamps") else Sort.HEADING
        case Emendation():
            return Sort.EMENDATION
        case Reference():
            return Sort.REFERENCE
        case Mention():
            return Sort.NAME
        case _:
            return Sort.SAME_PAPER


def _matter(document: Document, part: Part) -> str:
    """What is asked: of a name, the name and whom it can mean; of two records of one paper, the two."""
    match part.subject:
        case Mention(text=text, kind=kind, candidates=candidates):
            meant = sorted(each.entity for each in candidates or ())
            return f"name {digest_of([' '.join(text.split()).casefold(), kind.value, meant])}"
        case SameAs(record=other, relation=relation):
            return f"same-paper {' '.join(sorted((document.id, other)))} {relation.value}"
        case _:
            return f"{document.id} {part.pointer}"


def _text(subject: object) -> str:
    """What is asked about, in the paper's words or the record's."""
    match subject:
        case Doubt(as_printed=text) | Reference(text=text) | Mention(text=text) | Emendation(from_=text):
            return text
        case SameAs(record=record):
            return record
        case _:
            return ""


def _reason(subject: object) -> str:
    match subject:
        case Doubt(reason=reason) | Emendation(reason=reason):
            return reason
        case SameAs(reasons=reasons):
            return "; ".join(reasons)
        case _:
            return ""


def _options(subject: object, sort: Sort) -> Iterator[Option]:
    """The answers that are proposed, and the one that refuses them all."""
    match subject:
        case Emendation(to=to, confidence=sure):
            yield Option(Verb.ACCEPT, to, sure)
            yield Option(Verb.REJECT, None, round(1 - sure, 3))
        case Doubt(candidates=candidates, as_printed=printed):
            other = [each for each in candidates if sort is not Sort.WORD or each.value != printed]
            verb = Verb.CORRECT if sort is Sort.WORD else Verb.ACCEPT
            yield from (Option(verb, each.value, each.score, each.reasons) for each in other)
            as_it_is = next((each for each in candidates if sort is Sort.WORD and each.value == printed), None)
            yield Option(Verb.REJECT, None, as_it_is.score if as_it_is else 0.0)
        case Reference(resolved=resolved):
            yield from (Option(Verb.LINK, each.record, each.score, each.reasons) for each in resolved.candidates)
            yield Option(Verb.REJECT, None, 0.0)
        case Mention(candidates=entities):
            yield from (Option(Verb.LINK, each.entity, each.score, each.reasons) for each in entities or ())
            yield Option(Verb.REJECT, None, 0.0)
        case SameAs(record=record, score=score):
            yield Option(Verb.ACCEPT, record, score)
            yield Option(Verb.REJECT, record, round(1 - score, 3))


def _worth(document: Document, subject: Subject, alike: Mapping[Subject, int]) -> tuple[float, int]:
    """The chance that what stands now is wrong, and how many values hang on it. `alike` counts the open mentions of a
    paper by what they say.
    """
    match subject:
        case Emendation(confidence=sure):
            return (1 - sure if sure >= APPLIED else sure), 1
        case Doubt(about=about, candidates=candidates):
            return _doubted(document, about, [each.score for each in candidates]), _hanging(document, about)
        case Reference(resolved=resolved):
            return _one_of(each.score for each in resolved.candidates), 1
        case Mention(candidates=entities):
            return _one_of(each.score for each in entities or ()), alike[inkless(subject)]
        case SameAs(score=score):
            return score, OF_TWO_RECORDS


def _doubted(document: Document, about: str, scores: Sequence[float]) -> float:
    reading = dict(document.readings()).get(about)
    if reading is not None and reading.state in VALUED and reading.confidence < 1:
        return 1 - reading.confidence
    return min(sum(scores), 1.0) if about.startswith("/stamps/") else 1 - max(scores, default=0.0)


def _hanging(document: Document, about: str) -> int:
    if about.startswith("/fields/date"):
        dated = (each for each in document.references if each.date is not None)
        return OF_A_HEADING + sum(any(isinstance(e, Inference) for e in each.evidence) for each in dated)
    return OF_A_HEADING if about.startswith("/fields/") else 1


def _one_of(scores: Iterable[float]) -> float:
    """The chance that one of several is meant."""
    return 1 - prod(1 - min(max(each, 0.0), 1.0) for each in scores)
