"""What some words cite, as the record keeps it: cited and not held, until linking says more."""

from __future__ import annotations

from onionskin.phrases.cited import CitedPaper
from onionskin.phrases.found import Found
from onionskin.record.evidence import Ink
from onionskin.record.references import Reference, Resolution, ResolutionState

UNRESOLVED = Resolution(ResolutionState.CITED_NOT_HELD)


def reference_to(cited: Found[CitedPaper], inks: tuple[Ink, ...]) -> Reference:
    """The reference that rests on these inks: of `Deptel 1338` a telegram of the series DEPTEL, number 1338."""
    paper = cited.value
    return Reference(
        text=" ".join(cited.text.split()),
        kind=paper.kind,
        evidence=inks,
        resolved=UNRESOLVED,
        number=paper.number,
        series=paper.series,
        from_=paper.from_,
        to=paper.to,
        date=paper.date,
        direction=paper.direction,
    )
