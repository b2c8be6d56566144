"""What emending makes of edited texts under damage: how often it is right, what it harms, and what errors are left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from rapidfuzz.distance import Levenshtein

from bench.emending.damage import damaged
from bench.emending.texts import EditedText, edited_texts
from bench.noise.model import Noisy
from onionskin.emending.confidence import APPLIED
from onionskin.emending.proposing import MISREADING, propose
from onionskin.linking.authorities.register import shipped
from onionskin.phrases.mentions import find_mentions
from onionskin.record.apparatus import Emendation
from onionskin.record.document import Copy, Document, Paragraph, Source, Texts
from onionskin.record.evidence import Ink
from onionskin.record.fields import Kind
from onionskin.record.page import PageNumber, PageText
from onionskin.record.references import Mention
from onionskin.record.span import Span

GUARDED = re.compile(
    r"\d+|\b(?:no|not|nor|none|never|neither|cannot|nothing|nobody|nowhere|without|\w+n't|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|hundred|thousand|million)\b",
    re.IGNORECASE,
)
"""Numbers and negations as this benchmark means them; and a prefix that turns a word round is a negation too."""
TURNS = ("un", "in", "im", "ir", "il", "dis", "non")
BANDS = (0.5, 0.7, 0.9, 0.97, 1.001)


@dataclass(frozen=True, slots=True)
class State:
    """How the papers have come down: the share of damaged letters, and whether they were typed in capitals alone, as
    telegrams were; there nothing but what is known of persons tells a name from a word.
    """

    rate: float
    capitals: bool = False

    def __str__(self) -> str:
        """As the figures are headed: `2%`."""
        return f"{self.rate:.0%}{' in capitals' if self.capitals else ''}"


STATES = (State(0.0), State(0.02), State(0.05), State(0.0, capitals=True))


@dataclass(slots=True)
class Tally:
    """Counts over the papers of one rate."""

    words: int = 0
    errors_before: int = 0
    errors_after: int = 0
    characters: int = 0
    proposed: int = 0
    applied: int = 0
    right: int = 0
    harmed: int = 0
    guarded_harmed: int = 0
    guarded_buried: int = 0
    bands: dict[float, list[int]] = field(default_factory=lambda: {low: [0, 0, 0] for low in BANDS[:-1]})
    misses: list[str] = field(default_factory=list)


def measured(volumes: Sequence[Path], part: str, count: int) -> dict[str, Any]:
    """Over `count` papers of each volume, each state of them apart; every paper is alone."""
    out: dict[str, Any] = {}
    for state in STATES:
        tally = Tally()
        for volume in volumes:
            _volume(volume, state, part, count, tally)
        out[str(state)] = _figures(tally)
        out["misses"] = [*out.get("misses", []), *(tally.misses[:12] if part == "build" else [])]
    return out


def _volume(volume: Path, state: State, part: str, count: int, tally: Tally) -> None:
    texts = list(edited_texts(volume))
    chosen = Random(volume.stem).sample(texts, min(count, len(texts)))
    if state.capitals:
        chosen = [replace(text, paragraphs=tuple(map(str.upper, text.paragraphs))) for text in chosen]
    papers = [(text, _noises(text, state.rate, part)) for text in chosen]
    for text, noises in papers:
        document = _document(text, noises)
        _judge(document, propose(document, known=_known), noises, tally)


def _known(word: str) -> bool:
    return bool(shipped().persons([word]))


def _noises(text: EditedText, rate: float, part: str) -> list[Noisy]:
    return [damaged(p, rate, part, f"{text.volume}/{text.document}/{n}") for n, p in enumerate(text.paragraphs)]


def _document(text: EditedText, noises: Sequence[Noisy]) -> Document:
    """The paper as one page, each paragraph as it stands."""
    paragraphs, at, page = [], 0, "\n\n".join(noise.text for noise in noises)
    for n, noise in enumerate(noises, 1):
        ink = Ink(PageNumber(1), Span(at, at + len(noise.text)), "bench")
        paragraphs.append(Paragraph(n, None, " ".join(noise.text.split()), (ink,)))
        at += len(noise.text) + 2
    reading = "\n\n".join(each.text for each in paragraphs)
    digest = sha256(page.encode()).hexdigest()
    return Document(
        id=f"{text.volume}/{text.document}",
        kind=Kind.OTHER,
        source=Source("bench.txt", digest, "text/plain", (PageNumber(1),)),
        copy=Copy(),
        pages=(PageText(PageNumber(1), page),),
        fields={},
        mentions=tuple(
            Mention(each.text, each.value.kind, (Ink(PageNumber(1), each.span, "bench"),))
            for each in find_mentions(page)
        ),
        text=Texts(page, reading, tuple(paragraphs)),
    )


def _judge(before: Document, after: Document, noises: Sequence[Noisy], tally: Tally) -> None:
    clean = [" ".join(noise.clean.split()) for noise in noises]
    for told, old, new in zip(clean, before.text.paragraphs, after.text.paragraphs, strict=True):
        tally.words += len(told.split())
        tally.characters += len(told)
        tally.errors_before += Levenshtein.distance(told, old.text)
        tally.errors_after += Levenshtein.distance(told, new.text)
    for each, noise, span in _placed(after, noises):
        _count(each, noise, span, tally)


def _placed(after: Document, noises: Sequence[Noisy]) -> Iterator[tuple[Emendation, Noisy, Span]]:
    starts, at = [], 0
    for noise in noises:
        starts.append(at)
        at += len(noise.text) + 2
    for each in after.emendations:
        ink = next(e for e in each.evidence if isinstance(e, Ink))
        index = max(n for n, start in enumerate(starts) if start <= ink.span.start)
        if each.rule == MISREADING:
            yield each, noises[index], ink.span.shifted(-starts[index])


def true_word(noise: Noisy, span: Span) -> str:
    """What stood in the clean text at a span of the damaged one; what was lost before its first letter is its own."""
    first, last = _clean(noise, span)
    return " ".join(noise.clean[first:last].split())


def _clean(noise: Noisy, span: Span) -> tuple[int, int]:
    first, last = noise.before(span.start, span.end)
    return (min(first, noise.back[span.start - 1] + 1) if span.start else first), last


def _count(each: Emendation, noise: Noisy, span: Span, tally: Tally) -> None:
    true = true_word(noise, span)
    right = each.to == true
    tally.proposed += 1
    low = max(band for band in tally.bands if band <= max(each.confidence, BANDS[0]))
    band = tally.bands[low]
    band[0], band[1], band[2] = band[0] + 1, band[1] + right, band[2] + round(1000 * each.confidence)
    if each.confidence < APPLIED:
        return
    tally.applied += 1
    tally.right += right
    if right:
        return
    first, last = _clean(noise, span)
    # Half of a word that a blank has cut in two did not stand right, though its letters did.
    whole = not noise.clean[max(0, first - 1) : first].isalnum() and not noise.clean[last : last + 1].isalnum()
    harmed = each.from_ == true and whole
    tally.harmed += harmed
    if _other_sense(true, each.to):
        tally.guarded_harmed += harmed
        tally.guarded_buried += not harmed
    tally.misses.append(f"{each.from_} -> {each.to}, true {true} ({each.confidence})")


def _other_sense(true: str, to: str) -> bool:
    """Whether a number or a negation is in one of them alone."""
    turned = any(to == prefix + true or true == prefix + to for prefix in TURNS)
    return turned or Counter(GUARDED.findall(true.lower())) != Counter(GUARDED.findall(to.lower()))


def _figures(tally: Tally) -> dict[str, Any]:
    return {
        "words": tally.words,
        "proposed": tally.proposed,
        "applied": tally.applied,
        "applied_right": round(tally.right / max(1, tally.applied), 4),
        "harm_per_2000_words": round(2000 * tally.harmed / max(1, tally.words), 3),
        "numbers_or_negations_harmed": tally.guarded_harmed,
        "hurt_ones_made_other_words": tally.guarded_buried,
        "cer_before": round(tally.errors_before / tally.characters, 4),
        "cer_after": round(tally.errors_after / tally.characters, 4),
        "cer_fall": round(1 - tally.errors_after / max(1, tally.errors_before), 3),
        "calibration": {
            str(low): [n, round(said / 1000 / n, 3), round(right / n, 3)]
            for low, (n, right, said) in tally.bands.items()
            if n
        },
    }
