"""What can be wrong with the HTML of any page, said in a line each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

HEADING = re.compile(r"h[1-6]")
CONTROLS = {"input", "select", "textarea"}
PRESSED = {"a", "button", "select", "textarea", "summary"}
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
NAMED = {"aria-label", "aria-labelledby"}
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")
ITEMS = {"ul": {"li"}, "ol": {"li"}, "menu": {"li"}, "dl": {"dt", "dd", "div"}}


def parsed(html: str) -> tuple[Element, list[str]]:
    """The page as a browser's parser takes it, and what the parser had to mend."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    mended = [f"line {line}: {html5lib.constants.E[fault] % told}" for (line, _), fault, told in parser.errors]
    return tree, mended


def faults(html: str) -> list[str]:
    """All that is wrong with a page."""
    tree, mended = parsed(html)
    checks = (_ids, _pointers, _headings, _names, _nesting, _frame, _foreign)
    return [*mended, *(fault for check in checks for fault in check(tree))]


def elements(tree: Element, tag: str | None = None) -> Iterator[Element]:
    """All elements inside, itself first; comments left out."""
    return (each for each in tree.iter(tag) if not callable(each.tag))


def _ids(tree: Element) -> Iterator[str]:
    ids = Counter(each.attrib["id"] for each in elements(tree) if "id" in each.attrib)
    yield from (f"id {name!r} {times} times" for name, times in ids.items() if times > 1 or not name or " " in name)


def _pointers(tree: Element) -> Iterator[str]:
    ids = {each.attrib["id"] for each in elements(tree) if "id" in each.attrib}
    told = {name for each in elements(tree) for key in POINTING for name in each.attrib.get(key, "").split()}
    told |= {each.attrib["href"][1:] for each in elements(tree, "a") if each.attrib.get("href", "").startswith("#")}
    yield from (f"nothing has the id {name!r}" for name in sorted(told - ids - {""}))


def _headings(tree: Element) -> Iterator[str]:
    headings = [each for each in elements(tree) if HEADING.fullmatch(str(each.tag))]
    ranks = [int(str(each.tag)[1]) for each in headings]
    if ranks[:1] != [1] or ranks.count(1) != 1:
        yield f"the headings are {ranks}"
    yield from (f"a heading of rank {two} follows one of {one}" for one, two in pairwise(ranks) if two > one + 1)
    yield from (f"an empty {each.tag}" for each in headings if not _words(each))


def _names(tree: Element) -> Iterator[str]:
    labels = {each.attrib.get("for") for each in elements(tree, "label")}
    labelled = {control for label in elements(tree, "label") for control in elements(label)}
    for each in elements(tree):
        if NAMED & each.attrib.keys():
            continue
        if each.tag in CONTROLS and each.attrib.get("type") not in UNLABELLED:
            if each.attrib.get("id") not in labels and each not in labelled:
                yield f"no label for {each.tag} {each.attrib}"
        elif (each.tag == "button" or (each.tag == "a" and "href" in each.attrib)) and not _words(each):
            if not any(picture.attrib.get("alt") for picture in elements(each, "img")):
                yield f"no words on {each.tag} {each.attrib}"
        elif each.tag == "img" and "alt" not in each.attrib:
            yield f"no alt on {each.attrib.get('src')}"


def _nesting(tree: Element) -> Iterator[str]:
    for name, kinds in ITEMS.items():
        for parent in elements(tree, name):
            yield from (f"{child.tag} in {name}" for child in parent if child.tag not in kinds)
    for each in (each for tag in ("a", "button") for each in elements(tree, tag)):
        yield from (f"{inner.tag} in {each.tag}" for inner in elements(each) if inner.tag in PRESSED - {each.tag})


def _frame(tree: Element) -> Iterator[str]:
    if tree.attrib.get("lang") != "en":
        yield "no language"
    counts = {name: len([each for each in elements(tree, name) if _words(each)]) for name in ("main", "h1", "footer")}
    yield from (f"{times} of {name}" for name, times in counts.items() if times != 1)
    if not any(_words(each) for each in elements(tree, "title")):
        yield "no title"
    first = next((each.attrib.get("href") for each in elements(tree, "a")), None)
    if first != "#main":
        yield f"the first link leads to {first}, and not past the head of the page"


def _foreign(tree: Element) -> Iterator[str]:
    for each in elements(tree):
        if each.tag == "style" or (each.tag == "script" and "src" not in each.attrib):
            yield f"{each.tag} stands inline"
        for name, value in each.attrib.items():
            if name == "style" or name.startswith("on"):
                yield f"{name} on {each.tag} stands inline"
            if each.tag != "a" and name in {"src", "href", "action", "srcset"} and re.match(r"\w+:|//", value):
                yield f"{each.tag} comes from {value}"


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()
