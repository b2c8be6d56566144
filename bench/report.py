"""The scores as a table for people and as one object for machines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field

from bench.lines import Lines
from bench.spans import Astray
from bench.tally import FILE, PaperScore, Tally, Wear, by_field, total

WORST = 10
MISSES_SHOWN = 4
"""Of each of the worst papers."""


@dataclass(frozen=True, slots=True)
class Report:
    """All scores of one run of one set."""

    name: str
    scores: Sequence[PaperScore]
    inks: int
    astray: Sequence[Astray]
    seconds: float
    lines: Lines = field(default_factory=Lines)
    detail: bool = True
    """Whether single papers may be shown; of a set that only scores, they may not."""

    def overall(self) -> Tally:
        """All items of all papers."""
        return total(score.total() for score in self.scores)

    def by(self, key: Callable[[PaperScore], Iterable[str]]) -> dict[str, Tally]:
        """Items summed by what `key` says of each paper."""
        sums: defaultdict[str, Tally] = defaultdict(Tally)
        for score in self.scores:
            for name in key(score):
                sums[name].add(score.total())
        return dict(sorted(sums.items()))

    def by_field(self, kind: str = "") -> dict[str, Tally]:
        """Items summed by field, of one kind of paper or of all."""
        return by_field(score for score in self.scores if not kind or score.kind == kind)

    def wear(self) -> Wear:
        """How damaged fields fared."""
        whole = Wear()
        for each in (wear for score in self.scores for wear in score.wear.values()):
            whole.restored += each.restored
            whole.as_printed += each.as_printed
            whole.otherwise += each.otherwise
        return whole

    def worst(self) -> list[PaperScore]:
        """The papers that went worst, the worst first; none where single papers are not shown."""
        if not self.detail:
            return []
        wrong = [score for score in self.scores if score.misses and score.kind != FILE]
        return sorted(wrong, key=lambda score: (score.total().f1 or 0.0, score.file))[:WORST]

    def macro_f1(self) -> float:
        """The mean of the fields' F1, so that a rare field counts as much as a common one."""
        known = [tally.f1 for tally in self.by_field().values() if tally.f1 is not None]
        return sum(known) / len(known) if known else 0.0


def papers_in(report: Report) -> Counter[str]:
    """How many judged papers of each kind."""
    return Counter(score.kind for score in report.scores if score.kind != FILE)


def as_json(report: Report) -> dict[str, object]:
    """The whole report; ratios are None where nothing could be counted."""
    kinds = papers_in(report)
    return {
        "set": report.name,
        "papers": dict(kinds),
        "overall": {**_ratios(report.overall()), "macro_f1": report.macro_f1()},
        "fields": {name: _ratios(tally) for name, tally in report.by_field().items()},
        "kinds": {kind: {name: _ratios(tally) for name, tally in report.by_field(kind).items()} for kind in kinds},
        "traits": {name: _ratios(tally) for name, tally in report.by(lambda score: score.traits).items()},
        "damaged": asdict(report.wear()),
        "lines": {
            "all": report.lines.all,
            "unclaimed": report.lines.unclaimed,
            "share": report.lines.share,
            "shapes": [
                {"shape": shape, "count": count, "example": example}
                for shape, count, example in report.lines.commonest(WORST if report.detail else 0)
            ],
        },
        "spans": {"checked": report.inks, "astray": [asdict(each) for each in report.astray]},
        "worst": [_worst(score) for score in report.worst()],
        "seconds": round(report.seconds, 2),
    }


def _worst(score: PaperScore) -> dict[str, object]:
    return {
        "file": score.file,
        "kind": score.kind,
        "f1": score.total().f1,
        "misses": [
            {"field": miss.field, "expected": miss.expected, "got": miss.got, "evidence": miss.evidence}
            for miss in score.misses
        ],
    }


def _ratios(tally: Tally) -> dict[str, float | int | None]:
    return {**asdict(tally), "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def as_table(report: Report) -> str:
    """For the terminal: fields, kinds, traits, the worst papers with what was expected and what came."""
    kinds = papers_in(report)
    lines = [
        f"{report.name}: {sum(kinds.values())} papers ({', '.join(f'{n} {kind}' for kind, n in kinds.most_common())})",
        "",
        *_rows("field", report.by_field()),
        "",
        *_rows("kind", report.by(lambda score: [score.kind])),
        "",
        *_rows("what the file is", report.by(lambda score: score.traits)),
        "",
        *_rows("", {"overall": report.overall()}),
        f"mean F1 of the fields {report.macro_f1():.3f}",
    ]
    wear = report.wear()
    lines += [
        f"damaged: {wear.restored} read as they stood, {wear.as_printed} as they stand now, {wear.otherwise} otherwise",
        f"ink: {report.inks} spans checked, {len(report.astray)} astray; {report.seconds:.1f} s",
    ]
    lines.append(
        f"lines: {report.lines.unclaimed} of {report.lines.all} are claimed by nobody ({report.lines.share:.1%})"
    )
    if report.detail:
        lines += [f"  {count:>4} {shape:<40} {example[:60]}" for shape, count, example in report.lines.commonest(WORST)]
    lines += [f"  {each.field}: says {each.as_printed!r}, stands {each.standing!r}" for each in report.astray[:WORST]]
    lines += ["", "the worst papers" if report.detail else "single papers of this set are not shown: it only scores"]
    for score in report.worst():
        lines.append(f"  {score.file} ({score.kind}) F1 {score.total().f1 or 0.0:.2f}")
        for miss in score.misses[:MISSES_SHOWN]:
            lines.append(f"    {miss.field}: expected {miss.expected}, got {miss.got}")
            lines += [f"      {miss.evidence}"] if miss.evidence else []
        more = len(score.misses) - MISSES_SHOWN
        lines += [f"    and {more} more"] if more > 0 else []
    return "\n".join(lines)


def _rows(heading: str, tallies: dict[str, Tally]) -> list[str]:
    rows = [f"{heading:<28}{'right':>7}{'extra':>7}{'missed':>7}{'prec':>8}{'recall':>8}{'F1':>8}"] if heading else []
    for name, tally in tallies.items():
        ratios = "".join(
            f"{each:>8.3f}" if each is not None else f"{'-':>8}" for each in (tally.precision, tally.recall, tally.f1)
        )
        rows.append(f"{name:<28}{tally.right:>7}{tally.extra:>7}{tally.missed:>7}{ratios}")
    return rows
