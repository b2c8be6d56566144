"""One paper cited in every form."""

from __future__ import annotations

import json
from dataclasses import dataclass

from onionskin.exports.citing.bibtex import bibtex
from onionskin.exports.citing.chicago import Phrases, bibliography, note, short_note
from onionskin.exports.citing.csl import Csl, csl
from onionskin.exports.citing.item import item_of
from onionskin.exports.citing.phrases import plain
from onionskin.exports.citing.ris import ris
from onionskin.record.released import Released


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper cited: the three of Chicago, and the files that programs take. `csl` is one entry of CSL-JSON."""

    record: str
    key: str
    note: Phrases
    short_note: Phrases
    bibliography: Phrases
    bibtex: str
    ris: str
    csl: Csl

    @property
    def csl_json(self) -> str:
        """The file that Zotero and Pandoc take: a list of one entry."""
        return json.dumps([self.csl], ensure_ascii=False, indent=2) + "\n"

    @property
    def text(self) -> str:
        """Note, short note and bibliography, one paragraph each."""
        return "\n\n".join(plain(each) for each in (self.note, self.short_note, self.bibliography)) + "\n"


def cite(paper: Released) -> Citation:
    """The citation of a paper, from its record alone: what the record does not say stands in none of them."""
    item = item_of(paper.document)
    return Citation(
        record=item.id,
        key=item.key,
        note=note(item),
        short_note=short_note(item),
        bibliography=bibliography(item),
        bibtex=bibtex(item),
        ris=ris(item),
        csl=csl(item),
    )
