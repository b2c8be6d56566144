"""What the Presentation API 3.0 requires of a document, written from its text: https://iiif.io/api/presentation/3.0/.

The published JSON Schema may not be copied into the repository. This says what it says of the classes that we give, and
besides that no two things have one address, which no schema can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

REQUIRED = {
    "Manifest": {"id", "label"},
    "Collection": {"id", "label"},
    "Canvas": {"id"},
    "AnnotationPage": {"id"},
    "Annotation": {"id", "motivation", "target", "body"},
    "Range": {"id"},
    "Image": {"id"},
    "Text": {"id"},
    "Dataset": {"id"},
    "Agent": {"id", "label"},
    "ImageService3": {"id", "profile"},
    "TextualBody": {"value"},
}
LISTS = frozenset(
    {"items", "annotations", "structures", "thumbnail", "provider", "homepage", "seeAlso", "rendering", "partOf"}
) | {"metadata", "service", "behavior"}
SAID = frozenset({"label", "summary"})
REFERENCES = frozenset({"partOf", "thumbnail", "service", "homepage", "provider", "seeAlso"})
"""Parts that may be named again elsewhere."""
PATCH = re.compile(r"#xywh=\d+,\d+,[1-9]\d*,[1-9]\d*\Z")


def check(document: dict[str, Any]) -> None:
    """Fails where the document is not as the standard requires."""
    assert document["@context"] == "http://iiif.io/api/presentation/3/context.json"
    assert next(iter(document)) == "@context"
    assert "items" in document
    addresses = []
    for thing, where in walk(document, ()):
        assert REQUIRED[thing["type"]] <= set(thing), (where, thing)
        if "id" in thing:
            assert thing["id"].startswith("http://room.test/"), where
            if not REFERENCES & set(where) and "structures" not in where:
                addresses.append(thing["id"])
        for key in LISTS & set(thing):
            assert isinstance(thing[key], list), (where, key)
            assert thing[key] or key == "items", (where, key)
        for key in SAID & set(thing):
            said(thing[key])
        for pair in (*thing.get("metadata", ()), *filter(None, [thing.get("requiredStatement")])):
            said(pair["label"])
            said(pair["value"])
    assert len(addresses) == len(set(addresses))
    for canvas, _ in walk(document, ()):
        if canvas["type"] == "Canvas" and "items" in canvas:
            assert canvas["width"] > 0
            assert canvas["height"] > 0
            (page,) = canvas["items"]
            (painting,) = page["items"]
            assert (painting["motivation"], painting["target"]) == ("painting", canvas["id"])
            assert all("items" not in each for each in canvas["annotations"])


def walk(thing: object, where: tuple[str, ...]) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Everything that has a type, with the keys that lead to it."""
    if isinstance(thing, dict):
        if "type" in thing:
            yield thing, where
        for key, value in thing.items():
            yield from walk(value, (*where, key))
    elif isinstance(thing, list):
        for each in thing:
            yield from walk(each, where)


def said(words: object) -> None:
    """A language map that says something."""
    assert isinstance(words, dict)
    assert words
    for language, values in words.items():
        assert language in {"en", "none"}
        assert values
        assert all(isinstance(each, str) and each for each in values)
