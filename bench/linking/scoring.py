"""What was found and linked, held against what the editors marked.

**A mention is found** where it covers the last word of a mark that no other mention has. A mention without a mark is
*extra*, and counts against precision, unless its surname is one that the volume itself knows as a person's: from its
marks, its list of persons or its printed index; or, behind a title or a given name, one of the persons of Foreign
Relations. Editors mark the persons of their list alone and not each time; such a mention is neither right nor extra
(`unmarked`). `strict` counts these as extra too.

**Linked**: of the marks that lead to a person of the authority. A link on a mention that is extra is a wrong one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.linking.stripping import Listed, Marked, Paper, surname_of
from bench.tally import Tally


@dataclass(frozen=True, slots=True)
class Said:
    """A person that the linker saw: its place in the letters, its words, its link, and whom it would name first."""

    start: int
    end: int
    words: str
    entity: str | None = None
    first: str | None = None


@dataclass(slots=True)
class Figures:
    """Sums over papers; `misses` are lines for a person to look at."""

    mentions: Tally = field(default_factory=Tally)
    unmarked: int = 0
    marked: int = 0
    linked: int = 0
    right: int = 0
    ambiguous: int = 0
    ambiguous_right: int = 0
    ambiguous_linked: int = 0
    ambiguous_linked_right: int = 0
    commonest: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        """Counts the other's as well."""
        self.mentions.add(other.mentions)
        for name in (
            *("unmarked", "marked", "linked", "right", "ambiguous", "ambiguous_right"),
            *("ambiguous_linked", "ambiguous_linked_right", "commonest"),
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.misses += other.misses

    def shown(self) -> dict[str, float | int | None]:
        """The figures under the names that they have in `--json`."""
        strict = Tally(self.mentions.right, self.mentions.extra + self.unmarked, self.mentions.missed)
        return {
            "mention_f1": self.mentions.f1,
            "mention_precision": self.mentions.precision,
            "mention_recall": self.mentions.recall,
            "mention_f1_strict": strict.f1,
            "mentions_marked": self.mentions.right + self.mentions.missed,
            "mentions_unmarked": self.unmarked,
            "global_precision": _part(self.right, self.linked),
            "global_recall": _part(self.right, self.marked),
            "global_mentions": self.marked,
            "ambiguous_accuracy": _part(self.ambiguous_right, self.ambiguous),
            "ambiguous_commonest": _part(self.commonest, self.ambiguous),
            "ambiguous_linked_precision": _part(self.ambiguous_linked_right, self.ambiguous_linked),
            "ambiguous_linked_recall": _part(self.ambiguous_linked_right, self.ambiguous),
            "ambiguous_mentions": self.ambiguous,
        }


def _part(some: int, whole: int) -> float | None:
    return some / whole if whole else None


def paired(marks: Sequence[Marked], said: Sequence[Said]) -> Iterator[tuple[Marked | None, Said | None]]:
    """Each mark with the mention that found it, and each mention that found none."""
    waiting = sorted(said, key=lambda each: each.start)
    for mark in marks:
        last = mark.end - len(mark.words.split()[-1]) if mark.words else mark.start
        letters = mark.words.split()[-1].rstrip(".,;:'’s") if mark.words else ""
        finds = [each for each in waiting if each.start <= last and each.end >= last + max(1, len(letters))]
        if finds:
            waiting.remove(finds[0])
        yield mark, finds[0] if finds else None
    yield from ((None, each) for each in waiting)


def score(volume: str, paper: Paper, said: Sequence[Said], surnames: frozenset[str], world: frozenset[str]) -> Figures:
    """Mentions and links of one paper against the whole authority; `surnames` are the volume's, `world` everybody's."""
    out = Figures()
    for mark, find in paired(paper.marks, said):
        where = f"{volume}/{paper.name}"
        if mark is None and find is not None:
            surname = surname_of(find.words)
            if surname in surnames or (surname in world and " " in find.words):
                out.unmarked += 1
                continue
            out.mentions.extra += 1
            out.linked += find.entity is not None
            out.misses.append(f"extra\t{where}\t{find.words}\t{find.entity or ''}")
        elif mark is not None:
            out.mentions.right += find is not None
            out.mentions.missed += find is None
            if find is None:
                out.misses.append(f"missed\t{where}\t{mark.words}")
            if mark.person is not None:
                out.marked += 1
                _linked(out, mark.person, find, f"{where}\t{mark.words}")
    return out


def _linked(out: Figures, person: str, find: Said | None, where: str) -> None:
    if find is None:
        return
    right = find.entity == person
    out.right += right
    out.linked += find.entity is not None
    if not right:
        what = "wrong" if find.entity else "open"
        out.misses.append(f"{what}\t{where}\tis {person}, got {find.entity or ''}, first {find.first or ''}")


def shared_surnames(persons: Iterable[Listed]) -> frozenset[str]:
    """Surnames that several persons of a volume's list bear."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for each in persons:
        bearers[surname_of(each.name)].add(each.local)
    return frozenset(surname for surname, those in bearers.items() if len(those) > 1)


def commonest(papers: Iterable[Paper], shared: frozenset[str]) -> dict[str, str]:
    """Of each shared surname, the person whom the editors mark most often: the answer that looks at nothing."""
    counts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for paper in papers:
        for mark in paper.marks:
            if mark.local and surname_of(mark.words) in shared:
                counts[surname_of(mark.words)][mark.local] += 1
    return {surname: max(bearers, key=lambda each: bearers[each]) for surname, bearers in counts.items()}


def score_ambiguous(
    volume: str, paper: Paper, said: Sequence[Said], shared: frozenset[str], usual: dict[str, str]
) -> Figures:
    """Among the mentions found whose surname several of the volume's list bear: whom the linker names first."""
    out = Figures()
    for mark, find in paired(paper.marks, said):
        if mark is None or find is None or mark.local is None or surname_of(mark.words) not in shared:
            continue
        out.ambiguous += 1
        out.commonest += usual[surname_of(mark.words)] == mark.local
        out.ambiguous_right += find.first == mark.local
        out.ambiguous_linked += find.entity is not None
        out.ambiguous_linked_right += find.entity == mark.local
        if find.first != mark.local:
            out.misses.append(
                f"ambiguous\t{volume}/{paper.name}\t{mark.words}\tis {mark.local}, first {find.first or ''}"
            )
    return out
