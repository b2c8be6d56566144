"""What the benchmarks hold a reader against: a generated file, and what stands in each of its papers.

A generator knows the truth because it set the type; nothing here comes from a reader. Every generator of the
reading benchmark exposes ``generate(data_root: Path, seed: int, count: int) -> Iterator[Case]``, gives the same
cases for the same arguments on every machine, and is free to choose how many papers one case holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Case", "Entry", "PaperTruth"]

Entry: TypeAlias = Mapping[str, object]
"""One marking, stamp, reference ... by the keys of the record's JSON; PaperTruth says which each section takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTruth:
    """What must be read from one paper.

    ``fields`` maps the field names of the record to what stood on the paper *before* any damage. It is complete: a
    judged field (``bench.compare.COMPARISONS``) that the record fills and that is not here counts against
    precision, unless it is named in ``unjudged``. A reading with the state ``absent``, ``illegible`` or
    ``withheld`` has no value and is never counted as filled; all other states are judged by their value.

    How values compare (the name of the field decides, see ``bench.compare``):

    * **words** (``subject``, ``number``, ``salutation``, ``file_number`` ...): case and white space folded, quotes and
      dashes of every shape alike, a trailing stop or comma not counted;
    * **persons** (``drafted_by``, ``signed_by``, ``attention`` ...): ``{"surname": "Ball", "office": "U"}``; the
      surname is compared with the last name in the reading, the office only where the truth has one;
      ``typed_by`` takes initials as a plain string;
    * **posts and offices** (``from``, ``to``, ``info``, ``pass_to`` ...): a string, compared as a bag of words, case
      and punctuation folded; ``from`` and ``to`` take persons as well, as a mapping;
    * **dates** (``date``, ``received``, ``drafted_on``): EDTF, ``"1962-11-23T21:43:00-05:00"``; the reading must agree
      to the truth's precision, so ``"1962-11-23T21:43"`` accepts any zone and ``"1962-11-23"`` any hour;
    * **lists** (a list or tuple of the above): as sets, each element one item of precision and recall. Either
      ``{"at_least": n}`` or a list of strings may stand for ``enclosures``;
    * a name ``"a|b"`` means that either field may hold the value.

    The other sections, each entry with the keys of the record's JSON:

    * ``markings`` -- complete, one for each occurrence: ``{"level": "SECRET", "state": "struck", "page": 1}`` or
      ``{"caption": "EYES ONLY", "state": "standing", "page": 1}``. A marking line with level and caption is two
      entries; a record's marking that has both counts as both. ``page`` (of the file) may be left out.
    * ``stamps`` -- complete, one for each stamp form and date: ``kind``, ``office``, ``date`` (as printed),
      ``form_contains``, ``executed_by`` / ``reviewer`` (surname or initials as printed), ``authority_contains``,
      ``decisions``: the ticked ones alone, as verbs or ``"classification:declassify"``; ``exemptions`` (as printed),
      ``case``. Each key is one item of the score; a decision read as checked that is not in the list counts against
      precision. ``"may_be_missing": True`` where any number of stamps like it is right, none too.
    * ``references`` -- must be among the record's; more may be there: ``kind``, ``number``, ``series``, ``date``,
      ``text_contains``.
    * ``form_boxes`` -- complete: ``{"label": "COLLECT", "checked": False}``.
    * ``distribution`` -- complete: ``{"office": "G", "role": "info"}``.
    * ``copy`` -- each key is one item: ``holder``, ``number``, ``item``, ``owner``, ``return_to``.
    * ``acts``, ``excisions`` -- must be among the record's: the keys given compare as words, persons by surname.
    * ``reading_contains`` / ``reading_excludes`` -- strings of ``text.reading``, white space folded. The former also
      tell which record shows this paper, so give every paper at least one that no other paper of the file has.

    ``damaged`` maps a field name to the text that stands on the page where damage touched its characters. Such a
    field is scored apart: read as it stood before, read as it stands now, or neither. In the other sections an
    entry says the same with ``"damaged": True``. Sentences that damage touched must not be in
    ``reading_contains``.

    ``subkind`` is judged where it is given: ``"telephone"``, ``"circular"``.

    ``optional``: a cover sheet or a slip that a reader may show as a paper of its own or with its neighbour; its
    stamps, markings and copy are looked for on every record of the file, its fields are not judged.
    """

    kind: str
    subkind: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    markings: tuple[Entry, ...] = ()
    stamps: tuple[Entry, ...] = ()
    references: tuple[Entry, ...] = ()
    form_boxes: tuple[Entry, ...] = ()
    distribution: tuple[Entry, ...] = ()
    copy: Mapping[str, str] = field(default_factory=dict)
    acts: tuple[Entry, ...] = ()
    excisions: tuple[Entry, ...] = ()
    reading_contains: tuple[str, ...] = ()
    reading_excludes: tuple[str, ...] = ()
    damaged: Mapping[str, str] = field(default_factory=dict)
    unjudged: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file as a reader gets it, and the papers in it in source order.

    ``name`` is the file's name with its ending (``"telegram-0007.txt"``), unique in a run. ``text`` is the content:
    a string is written as UTF-8, bytes as they are; a form feed is a page turn, a file without one is one page.
    ``traits`` (``"markdown"``, ``"damage 2%"``, ``"one page"`` ...) group the scores; they are never shown to a reader.
    """

    name: str
    text: str | bytes
    papers: tuple[PaperTruth, ...]
    traits: frozenset[str] = frozenset()
