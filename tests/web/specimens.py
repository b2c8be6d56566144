"""Papers that a reading room must bear: every state, words that stand thrice, overlapping ink, hostile text, a scan."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from tests.web.wordings import LETTER, MEMORANDUM, SECOND_PAGE, TELEGRAM

from onionskin.record.acts import Act, ActKind
from onionskin.record.apparatus import Doubt, DoubtCandidate, Emendation, EmendationState
from onionskin.record.document import Copy, Document, Furniture, OneOrMany, Paragraph, Source, Texts, UnclaimedLine
from onionskin.record.evidence import Deed, Inference, Ink
from onionskin.record.fields import Enclosure, Kind, NumberKind, OtherNumber
from onionskin.record.geometry import Box
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
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.reading import Reading, ReadingState, absent, found, inferred
from onionskin.record.references import (
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
from onionskin.record.span import Span
from onionskin.record.stamps import Axis, DecisionState, Stamp, StampAuthority, StampDecision, StampKind

ONE, TWO = PageNumber(1), PageNumber(2)


def everything() -> tuple[Document, ...]:
    """All of them."""
    return telegram(), letter(), scan()


def raw(document: Document) -> bytes:
    """The bytes of the file that a specimen stands in."""
    return picture() if document.source.media_type == "image/png" else document.text.transcription.encode()


def picture() -> bytes:
    """The memorandum as a scanner saw it, 600 pixels by 800."""
    image = Image.new("L", (600, 800), 240)
    pen = ImageDraw.Draw(image)
    for line, words in enumerate(MEMORANDUM.splitlines()):
        for column, character in enumerate(words):
            pen.text((100 + 10 * column, 105 + 40 * line), character, fill=20)
    held = io.BytesIO()
    image.save(held, "PNG", dpi=(100, 100))
    return held.getvalue()


def ink(text: str, words: str, *, page: PageNumber = ONE, nth: int = 1, reader: str = "typed") -> Ink:
    """Where the nth occurrence of `words` stands."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Ink(page, Span(at, at + len(words)), reader)


def telegram() -> Document:
    """A telegram of two pages with something of everything. `EYES ONLY` stands on it three times."""
    t = TELEGRAM
    sha = source_sha256(f"{TELEGRAM}\f{SECOND_PAGE}".encode())
    action = "ACTION: USUN, New York - PRIORITY 1359"
    haggle = "We do not REPEAT not want a long haggle; see DEPTTEL 1338."
    post, person, office = NamedKind.POST, NamedKind.PERSON, NamedKind.OFFICE
    fields: dict[str, OneOrMany] = {
        "direction": inferred(
            "outgoing", Inference("form-heading", ("OUTGOING TELEGRAM",)), reason="The form is the Department's"
        ),
        "number": found("1359", "1359", ink(t, "1359"), confidence=0.99),
        "series": inferred(
            "DEPTEL", Inference("series-of-post-and-direction"), confidence=0.9, reason="Outgoing to a post"
        ),
        "other_numbers": (
            Reading(OtherNumber("5459", NumberKind.UNKNOWN), ReadingState.FOUND, "5459", 0.6, (ink(t, "5459"),)),
        ),
        "from": found(
            Named("Department of State", office, "Department of State"),
            "Department of State",
            ink(t, "Department of State"),
        ),
        "to": (found(Named("USUN New York", post, "USUN, New York"), "USUN, New York", ink(t, "USUN, New York")),),
        "attention": tuple(
            found(Named(each.title(), person, each, surname=each.title()), each, ink(t, each))
            for each in ("HALLORAN", "BRANDOV")
        ),
        "info": (),
        "precedence": (found("PRIORITY", "PRIORITY", ink(t, "PRIORITY")),),
        "classification": found("TOP SECRET", "TOP SECRET", ink(t, "TOP SECRET")),
        "captions": (found("EYES ONLY", "EYES ONLY", ink(t, "EYES ONLY", nth=2), confidence=0.95),),
        "subject": found("Next Steps in Talks", "Next Steps in Talks", ink(t, "Next Steps in Talks")),
        "date": found("1962-11-23T21:43:00-05:00", "Nov 23 9 43 PM '62", ink(t, "Nov 23 9 43 PM '62"), confidence=0.97),
        "drafted_by": Reading(
            Named("Harwood", person, "Harwood", surname="Harwood"),
            ReadingState.DOUBTFUL,
            "Harwood",
            0.4,
            (ink(t, "Harwood"),),
            "By hand",
        ),
        "received": absent("The form has no such line"),
        "approved_by": Reading(None, ReadingState.WITHHELD, "[Signature]", 1.0, (ink(t, "[Signature]"),), "Excised"),
        "typed_by": Reading(None, ReadingState.ILLEGIBLE, "QXJ 77", 0.5, (ink(t, "QXJ 77"),)),
        "signed_by": found(
            Named("HARWOOD", person, "HARWOOD", surname="Harwood"), "HARWOOD", ink(SECOND_PAGE, "HARWOOD", page=TWO)
        ),
        "file_number": Reading(
            "601.0011/11-2362",
            ReadingState.ASSERTED,
            "",
            1.0,
            (Deed("E. Archivist", "2024-05-01", "the central file"),),
            "Entered by hand",
        ),
        "enclosures": (
            Reading(
                Enclosure("Draft declaration", "see", Resolution(ResolutionState.SEPARATED)),
                ReadingState.DOUBTFUL,
                "see",
                0.3,
                (ink(t, "see"),),
            ),
        ),
    }
    paragraphs = (
        Paragraph(1, "1.", f"You should see Brandov promptly. {haggle}", (
            ink(t, "You should see Brandov promptly.\n" + haggle),
        )),
        Paragraph(2, "2.", "Report soonest. Proceed accordingly at once.", (
            ink(t, "Report soonest."),
            ink(SECOND_PAGE, "Proceed accordingly at once.", page=TWO),
        )),
    )  # fmt: skip
    return Document(
        id=record_id(sha, ONE, 0),
        kind=Kind.TELEGRAM,
        source=Source("talks.txt", sha, "text/plain", (ONE, TWO)),
        copy=Copy(holder="Vice President", item="37a"),
        pages=(PageText(ONE, TELEGRAM), PageText(TWO, SECOND_PAGE)),
        fields=fields,
        form_boxes=(
            FormBox("COLLECT", checked=False, evidence=(ink(t, "☐ COLLECT"),)),
            FormBox("CHARGE TO", checked=None, evidence=(ink(t, "☒ CHARGE TO"),)),
        ),
        markings=(
            Marking("TOP SECRET", InkState.STRUCK, ONE, (ink(t, "TOP SECRET"),), level="TOP SECRET"),
            Marking("SENSITIVE", InkState.STANDING, ONE, (ink(t, "SENSITIVE"),), caption="SENSITIVE"),
            *(
                Marking("EYES ONLY", InkState.STANDING, ONE, (ink(t, "EYES ONLY", nth=n),), caption="EYES ONLY")
                for n in (1, 2, 3)
            ),
            Marking(
                "TOP SECRET - SENSITIVE",
                InkState.STRUCK,
                TWO,
                (ink(SECOND_PAGE, "TOP SECRET - SENSITIVE", page=TWO),),
                level="TOP SECRET",
            ),
        ),
        distribution=(
            Distribution("SS", DistributionRole.INFO, (ink(t, action),), copies=2, via="Mrs. Vale", for_="Mr. Pryce"),
        ),
        stamps=(_stamp(),),
        acts=(
            Act(ActKind.REVIEWED, "4-6-88", (ink(t, "4/18"),), agent="JMR"),
            Act(
                ActKind.DECLASSIFIED,
                "1997-07-12",
                (ink(t, "DECLASSIFIED"),),
                agent="NARS",
                authority="State",
                from_level="TOP SECRET",
                to_level="UNCLASSIFIED",
            ),
            Act(ActKind.DRAFTED, "1962-11-23", (ink(t, "*Harwood*"),), agent="Harwood"),
        ),
        references=(
            Reference(
                "DEPTTEL 1338",
                ReferenceKind.TELEGRAM,
                (ink(t, "DEPTTEL 1338"),),
                Resolution(
                    ResolutionState.CANDIDATES,
                    candidates=(
                        ReferenceCandidate("os-00000000000000000000", 0.4, ("same number",)),
                        ReferenceCandidate(letter().id, 0.7, ("date fits",)),
                    ),
                ),
                number="1338",
                series="DEPTEL",
                date="1962-11~",
                direction="outgoing",
            ),
            Reference("Talks", ReferenceKind.MEETING, (ink(t, "Talks"),), Resolution(ResolutionState.NO_RECORD_MADE)),
        ),
        same_as=(SameAs(letter().id, SameAsRelation.VERSION, 0.2, ("shares two lines",), JudgementState.CANDIDATE),),
        mentions=(Mention("Brandov", NamedKind.PERSON, (ink(t, "Brandov"),)),),
        excisions=(
            Excision(
                ExcisionKind.X_OUT,
                ExcisionPurpose.DRAFTING,
                Extent(20, "characters"),
                (),
                "QXJ 77",
                (ink(t, "QXJ 77"),),
            ),
        ),
        emendations=(
            Emendation(
                "DEPTTEL",
                "DEPTEL",
                "The usual spelling",
                "series-names",
                0.8,
                EmendationState.PROPOSED,
                (ink(t, "DEPTTEL"),),
            ),
        ),
        doubts=(
            Doubt(
                "/stamps/0/date",
                "7/12/97",
                (
                    DoubtCandidate("1977-07-12", 0.4, ("NARS was its name until 1985",)),
                    DoubtCandidate("1997-07-12", 0.6, ()),
                ),
                "agency-dates",
                "NARS did not exist in 1997.",
                (ink(t, "7/12/97"),),
            ),
        ),
        text=Texts(TELEGRAM + "\f" + SECOND_PAGE, "\n\n".join(each.text for each in paragraphs), paragraphs),
        unclaimed=(UnclaimedLine(ONE, t[: t.index("QXJ 77")].count("\n") + 1, "QXJ 77"),),
        furniture=(Furniture("form-label", (ink(t, "INDICATE:"),)),),
        reasons=("the form is headed OUTGOING TELEGRAM",),
    )


def _stamp() -> Stamp:
    t = TELEGRAM
    lines = t[t.index("DECLASSIFIED") : t.index("7/12/97") + len("7/12/97")]
    return Stamp(
        form="DECLASSIFIED (NARS)",
        kind=StampKind.DECLASSIFICATION,
        office="NARS",
        authority=StampAuthority("State", "EO 12356, Sec. 3.3", "6/14/97"),
        executed_by="[Signature]",
        reviewer="F. Harwood",
        date=inferred(
            "1997-07-12",
            ink(t, "7/12/97"),
            Inference("two-digit-year", ("7/12/97",)),
            as_printed="7/12/97",
            confidence=0.6,
            reason="The century is not printed",
        ),
        decisions=(
            StampDecision(Axis.CLASSIFICATION, "declassify", checked=True),
            StampDecision(Axis.ACCESS, "deny", checked=False),
            StampDecision(
                Axis.CLASSIFICATION,
                "downgrade",
                checked=None,
                from_level="TOP SECRET",
                to_level="SECRET",
                until="OADR",
                state=DecisionState.CANCELLED,
            ),
        ),
        exemptions=(Exemption("FOIA", None, "(b)(1)", "B1"), Exemption("EO", "12958", "1.5(d)", "1.5(d)")),
        impressions=(ink(t, lines),),
        instruction="Return to S/S",
        case="88-0034",
    )


def letter(text: str = LETTER) -> Document:
    """A letter whose text means harm to the page that shows it."""
    sha = source_sha256(text.encode())
    script = '<script>alert("paper")</script>'
    fields: dict[str, OneOrMany] = {
        "from": found(Named("MORRIS", NamedKind.PERSON, "MORRIS"), "MORRIS", ink(text, "MORRIS")),
        "subject": found(script, script, ink(text, script)),
        "date": found("1963-03-09", "March 9, 1963", ink(text, "March 9, 1963")),
        "to": (),
    }
    paragraph = Paragraph(1, None, "I have your letter. " + script, (ink(text, "I have your letter."),))
    return Document(
        id=record_id(sha, ONE, 0),
        kind=Kind.LETTER,
        source=Source('<i>harm".txt', sha, "text/plain", (ONE,)),
        copy=Copy(),
        pages=(PageText(ONE, text),),
        fields=fields,
        text=Texts(text, paragraph.text, (paragraph,)),
    )


def scan() -> Document:
    """A memorandum that was scanned: each word in a box, ten pixels a character, forty a line."""
    text = MEMORANDUM
    sha = source_sha256(picture())
    words, line, column, start = [], 0, 0, None
    for i, character in enumerate(text):
        if character.isspace():
            if start is not None:
                box = Box(100 + 10 * (column - (i - start)), 100 + 40 * line, 100 + 10 * column, 130 + 40 * line)
                words.append(Word(Span(start, i), box, 0.9))
                start = None
            column = 0 if character == "\n" else column + 1
            line += character == "\n"
        else:
            start = i if start is None else start
            column += 1
    page = PageText(ONE, text, tuple(words), 600, 800, 100, "rapidocr/3.10.0")
    fields: dict[str, OneOrMany] = {
        "from": found(Named("Mr. Pryce", NamedKind.PERSON, "Mr. Pryce"), "Mr. Pryce", ink(text, "Mr. Pryce")),
        "to": (found(Named("Mr. Vale", NamedKind.PERSON, "Mr. Vale"), "Mr. Vale", ink(text, "Mr. Vale")),),
        "date": absent("No date stands on it"),
    }
    paragraph = Paragraph(1, None, "Talks were resumed.", (ink(text, "Talks were\nresumed."),))
    return Document(
        id=record_id(sha, ONE, 0),
        kind=Kind.MEMORANDUM,
        source=Source("scan.png", sha, "image/png", (ONE,)),
        copy=Copy(),
        pages=(page,),
        fields=fields,
        text=Texts(text, paragraph.text, (paragraph,)),
        unclaimed=(UnclaimedLine(ONE, 1, "MEMORANDUM"),),
    )
