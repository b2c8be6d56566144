"""Office symbols: `G`, `S/S`, `EUR/SOV`, and the lists of them in a distribution block."""

from __future__ import annotations

import re

from onionskin import lexicon
from onionskin.phrases.found import Found, doubtful_in, found_in
from onionskin.record.named import Named, NamedKind

SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/.'’&-])(?:[A-Z]{1,5}(?:/[A-Z]{1,4}){1,3}(?:-[A-Z]{1,3})?|[A-Z]{1,6})(?![A-Za-z/'’]|\.[A-Z])"
)
LIST_WORDS = re.compile(r"\b(?:action|info|copies|copy|origin|to|for|and|via)\b", re.IGNORECASE)
AROUND = " \n\t,;:-–—.()&0123456789"
LONGEST_UNKNOWN = 5
ROOTS = frozenset("SGULMJO")
"""Single letters under which offices stand that the list may lack: S/XYZ; A/I and P/NLIN are noise."""

BEHIND = re.compile(r"\s*(?:,|/|\s[-–—])\s*(?P<office>[A-Z]{1,5}(?:/[A-Z]{1,4})*)(?![A-Za-z])")
"""`Mr. Tyler, EUR`, `R. H. Davis/EUR`, `Mr. Eland - NA`."""
MISREAD = re.compile(r"(?P<symbol>[A-Z0-9][A-Z0-9l|/]{0,11})(?=\s?[-–—:=~])")
STROKE = re.compile(r"(?<=[A-Z0-9])[l1|](?=[A-Z])")
CAPITALS_FOR_FIGURES = str.maketrans("0158", "OISB")

ROOT = re.compile(r"[A-Z]{1,5}(?=/)")


def known_symbol(symbol: str) -> str | None:
    """The normal form of a symbol: `SS` gives S/S, one with a slash stays as printed; None for other words."""
    entry = lexicon.spellings("offices").get(symbol.lower()) if symbol.isupper() else None
    if entry is None:
        return None
    return symbol if "/" in symbol else entry.name


def is_symbol(word: str) -> bool:
    """Whether a word can stand where an office must: a known symbol, or one under a known root (`ARA/XYZ`)."""
    if known_symbol(word):
        return True
    root = ROOT.match(word)
    if root is None or not SYMBOL.fullmatch(word) or not known_symbol(root[0]):
        return False
    return len(root[0]) > 1 or word.count("/") > 1 or (root[0] in ROOTS and len(word) <= len("S/XYZ"))


def office_mended(text: str) -> str:
    """The text with the symbol at its head put right where that makes a known one of it, as long as before.

    A stroke is misread as l, 1 or |, capitals as the figures of their shape: `EURlRA - Mr. Able`, `S0V - Baker`.
    """
    head = MISREAD.match(text)
    if head is None or is_symbol(head["symbol"]):
        return text
    symbol = STROKE.sub("/", head["symbol"]).translate(CAPITALS_FOR_FIGURES)
    return symbol + text[head.end("symbol") :] if is_symbol(symbol) else text


def office_behind(text: str, at: int) -> Found[Named] | None:
    """The office that stands behind a person's name ending at `at`, set off by a comma, a slash or a dash.

    `Mr. Tyler, EUR` with the end of the name gives EUR.
    """
    m = BEHIND.match(text, at)
    if m is None or not is_symbol(m["office"]):
        return None
    return found_in(text, *m.span("office"), _office(known_symbol(m["office"]) or m["office"], m["office"]))


def office_title(symbol: str) -> str | None:
    """What a symbol stands for where the lexicon knows: `EUR/SOV` gives Office of Soviet Union Affairs."""
    entry = lexicon.spellings("offices").get(symbol.lower())
    return entry.text("title") if entry else None


def read_offices(text: str) -> list[Found[Named]]:
    """The offices of a line or block that lists them; `name` is the normal form, `as_printed` what stands there.

    In running text only symbols with a slash count. Where the line is nothing but symbols, numbers of copies and the
    words Action and Info, every symbol counts, single letters too ("Info: SS G SP L H EUR").
    """
    tokens = [m for m in SYMBOL.finditer(text) if not LIST_WORDS.fullmatch(m[0])]
    listed = bool(tokens) and not LIST_WORDS.sub("", SYMBOL.sub(" ", text)).strip(AROUND)
    among_known = listed and len(tokens) > 1 and any(known_symbol(m[0]) for m in tokens)
    finds = (_of_token(text, m, listed=listed, among_known=among_known) for m in tokens)
    return [f for f in finds if f is not None]


def _of_token(text: str, m: re.Match[str], *, listed: bool, among_known: bool) -> Found[Named] | None:
    symbol = m[0]
    normal = known_symbol(symbol)
    if normal and (listed or "/" in symbol):
        return found_in(text, m.start(), m.end(), _office(normal, symbol))
    if "/" in symbol and is_symbol(symbol):
        reason = "not in the list of offices, but under one that is"
        return found_in(text, m.start(), m.end(), _office(symbol, symbol), confidence=0.8, reason=reason)
    if among_known and len(symbol) <= LONGEST_UNKNOWN:
        reason = "not a symbol we know, among some that are"
        return doubtful_in(text, m.start(), m.end(), _office(symbol, symbol), reason)
    return None


def _office(normal: str, printed: str) -> Named:
    return Named(normal, NamedKind.OFFICE, printed, office=normal)
