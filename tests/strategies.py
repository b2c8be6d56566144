"""Hypothesis strategies for the vocabulary: a value of every record type, and whole records whose ink is honest."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.inks import Pages, booleans, confidences, edtf, evidences, few, inks, maybe, pages_of_text, readings, words

from onionskin.record.acts import Act, ActKind
from onionskin.record.apparatus import Correction, Doubt, DoubtCandidate, DoubtState, Emendation, EmendationState
from onionskin.record.boundaries import Boundary, RoleOfPage
from onionskin.record.decisions import OF_LEDGER, OF_SOURCES, About, Decision, Fate, Quote, Verb
from onionskin.record.document import Copy, Document, Furniture, OneOrMany, Paragraph, Source, Texts, UnclaimedLine
from onionskin.record.fields import FIELDS, Enclosure, FieldValue, Kind, NumberKind, OtherNumber
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.marks import (
    Distribution,
    DistributionRole,
    Excision,
    ExcisionKind,
    ExcisionPurpose,
    Exemption,
    Extent,
    FormBox,
    InkState,
    Marking,
)
from onionskin.record.named import Named, NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.references import (
    EntityCandidate,
    JudgementState,
    Mention,
    Reference,
    ReferenceCandidate,
    ReferenceKind,
    Resolution,
    ResolutionState,
    SameAs,
    SameAsRelation,
)
from onionskin.record.stamps import Axis, DecisionState, Stamp, StampAuthority, StampDecision, StampKind

PARTIES = st.sampled_from([NamedKind.PERSON, NamedKind.POST, NamedKind.OFFICE, NamedKind.ORGANIZATION])

# --- values and marks -----------------------------------------------------------------------------------------------

named = st.builds(
    Named,
    name=words,
    kind=PARTIES,
    as_printed=words,
    office=maybe(words),
    surname=maybe(words),
    given=maybe(words),
    title=maybe(words),
)
reference_candidates = st.builds(ReferenceCandidate, record=words, score=confidences, reasons=few(words))


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """Where a reference led; one that is linked says to what."""
    state = draw(st.sampled_from(list(ResolutionState)))
    record = draw(words if state is ResolutionState.LINKED else maybe(words))
    return Resolution(state, record, draw(few(reference_candidates)))


VALUES: dict[type, SearchStrategy[FieldValue]] = {
    str: words,
    int: st.integers(0, 900),
    Named: named,
    OtherNumber: st.builds(OtherNumber, number=words, kind=st.sampled_from(list(NumberKind))),
    Enclosure: st.builds(Enclosure, name=words, as_printed=words, resolved=maybe(resolutions())),
}
DATES = frozenset({"date", "received", "drafted_on", "reviewed", "acquired"})

exemptions = st.builds(Exemption, scheme=words, edition=maybe(words), code=words, as_printed=words)


def markings(pages: Pages) -> SearchStrategy[Marking]:
    return st.builds(
        Marking,
        text=words,
        state=st.sampled_from(list(InkState)),
        page=st.sampled_from([page.n for page in pages]),
        evidence=evidences(pages),
        level=maybe(words),
        caption=maybe(words),
    )


def form_boxes(pages: Pages) -> SearchStrategy[FormBox]:
    return st.builds(FormBox, label=words, checked=maybe(booleans), evidence=evidences(pages))


def distributions(pages: Pages) -> SearchStrategy[Distribution]:
    return st.builds(
        Distribution,
        office=words,
        role=st.sampled_from(list(DistributionRole)),
        evidence=evidences(pages),
        copies=maybe(st.integers(1, 9)),
        via=maybe(words),
        for_=maybe(words),
    )


def excisions(pages: Pages) -> SearchStrategy[Excision]:
    return st.builds(
        Excision,
        kind=st.sampled_from(list(ExcisionKind)),
        purpose=st.sampled_from(list(ExcisionPurpose)),
        extent=maybe(st.builds(Extent, amount=st.sampled_from([0, 1, 2.5]), unit=words)),
        exemptions=few(exemptions),
        as_printed=words,
        evidence=evidences(pages),
    )


decisions = st.builds(
    StampDecision,
    axis=st.sampled_from(list(Axis)),
    verb=words,
    checked=maybe(booleans),
    from_level=maybe(words),
    to_level=maybe(words),
    until=maybe(words),
    state=st.sampled_from(list(DecisionState)),
)
authorities = st.builds(StampAuthority, agency=maybe(words), instrument=maybe(words), date=maybe(words))


def stamps(pages: Pages) -> SearchStrategy[Stamp]:
    return st.builds(
        Stamp,
        form=words,
        kind=st.sampled_from(list(StampKind)),
        office=maybe(words),
        authority=maybe(authorities),
        executed_by=maybe(words),
        reviewer=maybe(words),
        date=readings(edtf, pages),
        decisions=few(decisions),
        exemptions=few(exemptions),
        impressions=few(inks(pages), least=1),
        instruction=maybe(words),
        case=maybe(words),
    )


def acts(pages: Pages) -> SearchStrategy[Act]:
    return st.builds(
        Act,
        act=st.sampled_from(list(ActKind)),
        date=maybe(edtf | words),
        evidence=evidences(pages),
        agent=maybe(words),
        on_behalf_of=maybe(words),
        recipient=maybe(words),
        items=maybe(words),
        quantity=maybe(st.integers(0, 9)),
        means=maybe(words),
        authority=maybe(words),
        from_level=maybe(words),
        to_level=maybe(words),
        until=maybe(words),
        in_part=maybe(booleans),
    )


def references(pages: Pages) -> SearchStrategy[Reference]:
    return st.builds(
        Reference,
        text=words,
        kind=st.sampled_from(list(ReferenceKind)),
        evidence=evidences(pages),
        resolved=resolutions(),
        number=maybe(words),
        series=maybe(words),
        from_=maybe(words),
        to=maybe(words),
        date=maybe(edtf),
        direction=maybe(st.sampled_from(["outgoing", "incoming"])),
    )


def mentions(pages: Pages) -> SearchStrategy[Mention]:
    candidates = few(st.builds(EntityCandidate, entity=words, score=confidences, reasons=few(words)))
    return st.builds(
        Mention,
        text=words,
        kind=st.sampled_from(list(NamedKind)),
        evidence=evidences(pages),
        entity=maybe(words),
        candidates=maybe(candidates),
    )


same_as = st.builds(
    SameAs,
    record=words,
    relation=st.sampled_from(list(SameAsRelation)),
    score=confidences,
    reasons=few(words),
    state=st.sampled_from(list(JudgementState)),
)


def emendations(pages: Pages) -> SearchStrategy[Emendation]:
    return st.builds(
        Emendation,
        from_=words,
        to=words,
        reason=words,
        rule=words,
        confidence=confidences,
        state=st.sampled_from(list(EmendationState)),
        evidence=evidences(pages),
    )


def doubts(pages: Pages) -> SearchStrategy[Doubt]:
    return st.builds(
        Doubt,
        about=st.sampled_from(["/fields/date", "/stamps/0/date", "/markings/1"]),
        as_printed=words,
        candidates=few(st.builds(DoubtCandidate, value=words, score=confidences, reasons=few(words))),
        rule=words,
        reason=words,
        evidence=evidences(pages),
        state=maybe(st.sampled_from(list(DoubtState))),
        value=maybe(words),
    )


def corrections(pages: Pages) -> SearchStrategy[Correction]:
    return st.builds(Correction, from_=words, to=words, evidence=evidences(pages), reason=maybe(words))


def decisions_on(pages: Pages) -> SearchStrategy[Decision]:
    quotes = st.builds(
        Quote,
        page=st.sampled_from([page.n for page in pages]),
        start=maybe(st.integers(0, 900)),
        exact=words,
        prefix=words,
        suffix=words,
    )
    return st.builds(
        Decision,
        entry=st.integers(1, 10**6),
        verb=st.sampled_from(list(Verb)[:8]),
        about=st.sampled_from([each for each in About if each not in OF_SOURCES | OF_LEDGER]),
        author=words,
        at=st.just("2026-03-01T09:30:00Z"),
        state=st.sampled_from(list(Fate)),
        to=maybe(words),
        reason=maybe(words),
        quote=maybe(quotes),
        pointer=maybe(words),
        note=maybe(words),
    )


def copies(pages: Pages) -> SearchStrategy[Copy]:
    return st.builds(
        Copy,
        holder=maybe(words),
        archive=maybe(words),
        item=maybe(words),
        number=maybe(words),
        owner=maybe(words),
        return_to=maybe(words),
        evidence=evidences(pages),
    )


# --- the record -----------------------------------------------------------------------------------------------------


@st.composite
def fields(draw: st.DrawFn, pages: Pages) -> dict[str, OneOrMany]:
    """Up to six fields of the contract, each with values of its own type."""
    names: Sequence[str] = draw(st.lists(st.sampled_from(sorted(FIELDS)), unique=True, max_size=6))
    out: dict[str, OneOrMany] = {}
    for name in names:
        form = FIELDS[name]
        values: SearchStrategy[FieldValue] = edtf if name in DATES else VALUES[form.value]
        if name == "direction":
            values = st.sampled_from(["outgoing", "incoming"])
        one = readings(values, pages)
        out[name] = draw(few(one)) if form.many else draw(one)
    return out


@st.composite
def texts(draw: st.DrawFn, pages: Pages) -> Texts:
    paragraphs = tuple(
        Paragraph(n, draw(maybe(words)), draw(words), draw(few(inks(pages))))
        for n in range(1, draw(st.integers(0, 2)) + 1)
    )
    whole = "\f".join(page.text for page in pages)
    return Texts(whole, "\n\n".join(p.text for p in paragraphs), paragraphs, draw(maybe(words)))


def boundaries(numbers: Sequence[PageNumber]) -> SearchStrategy[Boundary]:
    """Places on those pages where a paper may begin."""
    return st.builds(
        Boundary,
        page=st.sampled_from(numbers),
        line=st.integers(1, 60),
        offset=st.integers(0, 900),
        confidence=confidences,
        reasons=few(words),
    )


def page_roles(numbers: Sequence[PageNumber]) -> SearchStrategy[RoleOfPage]:
    """What those pages are."""
    return st.builds(RoleOfPage, page=st.sampled_from(numbers), reason=words)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A record with something in any of its parts; its readings agree with its pages."""
    pages = draw(pages_of_text())
    sha = source_sha256("\f".join(page.text for page in pages).encode())
    numbers = tuple(page.n for page in pages)
    unclaimed = st.builds(UnclaimedLine, page=st.sampled_from(numbers), line=st.integers(1, 60), text=words)
    furniture = st.builds(Furniture, rule=words, evidence=few(inks(pages)))
    return Document(
        id=record_id(sha, numbers[0], 0),
        kind=draw(st.sampled_from(list(Kind))),
        source=Source(draw(words), sha, "text/plain", numbers, draw(few(words))),
        copy=draw(copies(pages)),
        pages=pages,
        fields=draw(fields(pages)),
        form_boxes=draw(few(form_boxes(pages))),
        markings=draw(few(markings(pages))),
        distribution=draw(few(distributions(pages))),
        stamps=draw(few(stamps(pages))),
        acts=draw(few(acts(pages))),
        references=draw(few(references(pages))),
        same_as=draw(few(same_as)),
        mentions=draw(few(mentions(pages))),
        excisions=draw(few(excisions(pages))),
        emendations=draw(few(emendations(pages))),
        doubts=draw(few(doubts(pages))),
        text=draw(texts(pages)),
        unclaimed=draw(few(unclaimed)),
        furniture=draw(few(furniture)),
        reasons=draw(few(words)),
        boundaries=draw(few(boundaries(numbers))),
        page_roles=draw(few(page_roles(numbers))),
        subkind=draw(maybe(words)),
        corrections=draw(few(corrections(pages))),
        decisions=draw(few(decisions_on(pages))),
    )
