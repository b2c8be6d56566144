"""Entities that people say are one, and those they say are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onionskin.record.decisions import About, Verb
from onionskin.record.document import Document
from onionskin.record.references import EntityCandidate, Mention
from onionskin.store.decisions import Kept


def names_of(decisions: Iterable[Kept]) -> dict[str, str]:
    """By each merged entity the one it goes by: the first named of those that are one now.

    Merging joins whole groups. Splitting takes all that are named behind the first out of its group; a merge that
    comes later joins them again.
    """
    groups: list[list[str]] = []
    for each in decisions:
        if each.about is not About.PERSONS or not each.to:
            continue
        first, *others = each.to.split()
        if each.verb is Verb.MERGE:
            joined = [group for group in groups if not {first, *others}.isdisjoint(group)]
            whole = dict.fromkeys((first, *others, *(entity for group in joined for entity in group)))
            groups = [group for group in groups if group not in joined] + [list(whole)]
        else:
            groups = [[entity for entity in group if first not in group or entity not in others] for group in groups]
    return {entity: group[0] for group in groups for entity in group[1:]}


def with_merged(document: Document, names: Mapping[str, str]) -> Document:
    """The record with each merged entity under the name it goes by; of candidates that are one the likelier stays."""
    if not names:
        return document
    mentions = tuple(_merged(mention, names) for mention in document.mentions)
    return document if mentions == document.mentions else replace(document, mentions=mentions)


def _merged(mention: Mention, names: Mapping[str, str]) -> Mention:
    best: dict[str, EntityCandidate] = {}
    for each in sorted(mention.candidates or (), key=lambda each: -each.score):
        name = names.get(each.entity, each.entity)
        best.setdefault(name, replace(each, entity=name))
    entity = mention.entity
    return replace(
        mention,
        entity=None if entity is None else names.get(entity, entity),
        candidates=None if mention.candidates is None else tuple(best.values()),
    )
