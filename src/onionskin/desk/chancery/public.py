"""A paper of the desk as everybody may see it: in full, with its passages cut, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.composing import composed
from onionskin.desk.chancery.cutting import cut
from onionskin.desk.chancery.naming import Names
from onionskin.desk.chancery.openness import is_open
from onionskin.desk.chancery.passages import only_withheld, words_of
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.standing import Ruling, Standing
from onionskin.record.document import Document, OneOrMany
from onionskin.record.evidence import Deed
from onionskin.record.fields import Enclosure, FieldValue
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.state import Access

_TYPED = ("subject", "title", "enclosures")
"""Fields in free words, which may say over again what a passage says."""


def as_public(held: Standing, acts: Sequence[Performed], roster: Roster) -> Document | None:
    """The record that everybody may see, None where there is none.

    What is told is the text that was decided on, not one that was written since. Of a paper that is open in part no
    word of a passage is left; a subject that has words of one, and of the text shown has not, is withheld too, unless
    whoever decided said that it may be told.
    """
    ruling = held.last_on_access
    if ruling is None or not is_open(held):
        return None
    if held.access is Access.IN_FULL:
        return composed(held, acts, roster, version=ruling.version)
    text = held.versions[ruling.version - 1].text
    names = Names(roster, held.post)
    deed = Deed(names.person(ruling.by, ruling.at).name, names.local(ruling.at), ruling.authority or None)
    left = composed(held, acts, roster, version=ruling.version, cut=cut(text, ruling.passages, deed))
    return replace(left, fields=_looked_at_again(left, text, ruling, deed))


def _looked_at_again(left: Document, text: str, ruling: Ruling, deed: Deed) -> dict[str, OneOrMany]:
    withheld = only_withheld(text, ruling.passages)
    out = dict(left.fields)
    for name in _TYPED:
        if name in ruling.tells or name not in out:
            continue
        held = out[name]
        if isinstance(held, Reading):
            out[name] = _withheld(deed) if _repeats(held, withheld) else held
        else:
            out[name] = tuple(_withheld(deed) if _repeats(each, withheld) else each for each in held)
    return out


def _repeats(reading: Reading[FieldValue], withheld: frozenset[str]) -> bool:
    words = reading.value.name if isinstance(reading.value, Enclosure) else str(reading.value or "")
    return bool(words_of(words) & withheld)


def _withheld(deed: Deed) -> Reading[FieldValue]:
    return Reading(None, ReadingState.WITHHELD, "", 1.0, (deed,), "it has words of a passage that is withheld")
