"""The stages of linking in their order: each takes a record and gives it with one part resolved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from onionskin.linking import known, references
from onionskin.linking.holdings import Holdings
from onionskin.record.document import Document


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; `version` is raised when its answers change, and collections are then linked again."""

    name: str
    version: str
    run: Callable[[Document], Document]


def stages(holdings: Holdings) -> tuple[Stage, ...]:
    """All that there are."""
    return (
        Stage("references", references.VERSION, partial(references.resolve, holdings=holdings)),
        Stage("known", known.VERSION, partial(known.match, holdings=holdings)),
    )


def version_of(made: Sequence[Stage]) -> str:
    """What linked a record: `references-1+known-1`."""
    return "+".join(f"{stage.name}-{stage.version}" for stage in made)
