"""Files of papers that nobody who writes a reader has looked at: layouts, stamps and wear of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from bench.case import Case
from bench.unfamiliar.draw import Draw
from bench.unfamiliar.editions import Edition, editions
from bench.unfamiliar.incoming import incoming
from bench.unfamiliar.letters import letter
from bench.unfamiliar.memoranda import conversation, memorandum
from bench.unfamiliar.outgoing import outgoing
from bench.unfamiliar.packets import slip
from bench.unfamiliar.sheet import Paper, Style
from bench.unfamiliar.truth import Place, paper_truth
from bench.unfamiliar.wear import worn_page

__all__ = ["generate", "style_by_lot", "typed"]

_LAYOUTS: dict[str, tuple[str, Callable[[Paper, Draw, Edition], None]]] = {
    "outgoing": ("telegram", outgoing),
    "incoming": ("telegram", incoming),
    "letter": ("letter", letter),
    "memorandum": ("memorandum", memorandum),
    "conversation": ("memorandum-of-conversation", conversation),
}
_SINGLE = (("outgoing", 6), ("incoming", 6), ("letter", 5), ("memorandum", 4), ("conversation", 3))
_PACKETS = (
    ("letter", "letter"),
    ("memorandum", "outgoing"),
    ("memorandum", "letter", "conversation"),
    ("incoming", "outgoing"),
    ("outgoing", "outgoing", "incoming"),
    ("letter", "memorandum"),
    ("slip", "letter"),
    ("slip", "memorandum", "incoming"),
)
_RATES = (0.0, 0.0, 0.005, 0.01, 0.02, 0.035, 0.05)
_ODDS_OF_A_PACKET = 0.18


def generate(data_root: Path, seed: int, count: int, *, worn: bool = True) -> Iterator[Case]:
    """`count` files, the same for the same arguments, undamaged without `worn`; NoTextsError without the volumes."""
    pools: dict[str, list[Edition]] = {}
    shuffled = list(editions(data_root))
    Random(seed).shuffle(shuffled)
    for edition in shuffled:
        pools.setdefault(edition.genre, []).append(edition)
    for n in range(count):
        rng = Random(f"{seed}/{n}")
        genres = rng.choice(_PACKETS) if rng.random() < _ODDS_OF_A_PACKET else (_one(rng),)
        yield _case(n, rng, [(genre, _taken(pools, genre)) for genre in genres], worn=worn)


def _one(rng: Random) -> str:
    return rng.choices([genre for genre, _ in _SINGLE], [weight for _, weight in _SINGLE])[0]


def _taken(pools: dict[str, list[Edition]], genre: str) -> Edition:
    """The next text of a genre; from the beginning again when all were taken."""
    pool = pools[genre if genre != "slip" else "memorandum"]
    edition = pool.pop(0)
    pool.append(edition)
    return edition


def style_by_lot(rng: Random) -> tuple[str, Style]:
    """How the transcript was made: a typed page by OCR, the same with stray blank lines, or by a vision model."""
    boxes = rng.choice((("( )", "(x)"), ("[ ]", "[X]"), ("O", "X"), ("()", "(X)")))
    feeds = rng.random() < 0.6
    throw = rng.random()
    if throw < 0.5:
        return "typed", Style(rng.randint(58, 76), rng.randint(42, 56), box=boxes[:2], feeds=feeds)
    if throw < 0.65:
        return "loose", Style(
            rng.randint(60, 72), rng.randint(80, 100), placed=False, loose=True, box=boxes, feeds=feeds
        )
    bold = ("**", "**") if rng.random() < 0.4 else ("", "")
    marks = rng.choice((("☐", "☒"), ("[ ]", "[x]"), ("□", "■")))
    return "markdown", Style(
        0, rng.randint(24, 40), placed=False, struck=("~~", "~~"), hand=("*", "*"), label=bold, box=marks, feeds=feeds,
        signature=rng.choice(("[Signature]", "*[signed]*", "")),
    )  # fmt: skip


def _case(n: int, rng: Random, texts: list[tuple[str, Edition]], *, worn: bool) -> Case:
    name, style = style_by_lot(rng)
    rate = rng.choice(_RATES) if worn else 0.0
    papers = []
    for genre, edition in texts:
        kind, layout = _LAYOUTS.get(genre, ("routing-slip", slip))
        paper = Paper(kind, style, crossed_out=rng.random() < 0.3, optional=genre == "slip")
        layout(paper, Draw(rng), edition)
        papers.append(paper)
    traits = {*(genre for genre, _ in texts), name, f"damage {rate:.1%}", "packet" if len(texts) > 1 else "single"}
    return typed(f"paper-{n:04}.txt", papers, rate, rng, frozenset(traits))


def typed(name: str, papers: Sequence[Paper], rate: float, rng: Random, traits: frozenset[str]) -> Case:
    """The file of papers that were typed in one style, worn at a rate, and its truth."""
    feeds = papers[0].style.feeds
    pages: list[str] = []
    places: list[list[Place]] = []
    for paper in papers:
        places.append([])
        for rows in paper.pages:
            text, hurt = worn_page(rows, rate, rng)
            pages.append(text)
            places[-1] += [Place(len(pages) if feeds else 1, each) for each in hurt]
    counted = Counter(sentence for paper in papers for sentence in paper.sentences)
    once = frozenset(sentence for sentence, times in counted.items() if times == 1)
    return Case(
        name=name,
        text=("\f" if feeds else "\n\n").join(page.strip("\n") + "\n" for page in pages),
        papers=tuple(paper_truth(p, where, once=once) for p, where in zip(papers, places, strict=True)),
        traits=traits,
    )
