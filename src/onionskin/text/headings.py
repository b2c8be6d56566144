"""Lines that head a text or a part of one, by their shape alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.lexicon.period import frequencies, running_words

FUNCTION_WORDS = frozenset(
    """a about after all also an and any are as at be been before but by can could did do for from had has have he her
    his how i if in into is it its may more most must no not of on only or other our out over she should so some such
    than that the their them then there these they this those to under up upon was we were what when where which while
    who will with would you your""".split()  # noqa: SIM905 - a list of forty strings is no easier to read
)
NUMBERING = re.compile(r"\s*\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)]\s*")
WORD = re.compile(r"[A-Za-z][A-Za-z'’\-]*")
COLUMNS = re.compile(r"[^\s.?!,;:]\s{3,}\S")
"""A wide gap on a line, where no stop stands before it, behind which typists leave more room."""
LONGEST_HEADING = 70
FEWEST, MOST = 3, 14
"""Words of a line that names what is told below it."""
SHORTEST = 4
"""Letters of a word that must be known."""
NUMBERED = re.compile(r"\d{5}|\d{2}-\d|\d-\d{2}")
"""Numbers as papers and files have them, and no headings."""


def in_title_case(text: str, words: Sequence[str]) -> bool:
    """Whether every word but the small ones has a capital: a title or an office, `Special Assistant to the President`.

    So may a line in the middle of a sentence be, which `body_lines` allows for.
    """
    if not words or not words[0][0].isupper() or text.isupper() or text.rstrip().endswith((".", "?")):
        return False
    large = [w for w in words if w.lower() not in FUNCTION_WORDS]
    return len(large) >= 2 and all(w[0].isupper() for w in large)


def is_heading(line: str) -> bool:
    """Whether a line by its shape heads a part of a text: known words, the larger with a capital, and no stop at the
    end; a number may stand before them, `II. The Harbor`.
    """
    bare = NUMBERING.sub("", line, count=1).strip() if NUMBERING.match(line) else line.strip()
    said = WORD.findall(bare)
    if not said or len(bare) > LONGEST_HEADING or bare.endswith((".", ",", ";", "-")) or COLUMNS.search(bare):
        return False
    large = [word for word in said if word.lower() not in FUNCTION_WORDS]
    if not large or not bare[0].isupper() or not all(word[0].isupper() for word in large):
        return False
    long = [word for word in large if len(word) >= SHORTEST]
    return bool(long) and not NUMBERED.search(bare) and all(_is_known(word.lower()) for word in long)


def introduces(line: str) -> bool:
    """Whether a line names what is told below it: `QUITO 4410 (IN 20117) dated 3 April 1961:`."""
    words = line.strip()
    return words.endswith(":") and FEWEST <= len(words.split()) <= MOST and not COLUMNS.search(words)


def _is_known(small: str) -> bool:
    return small in running_words() or small.removesuffix("'s").removesuffix("’s") in frequencies()
