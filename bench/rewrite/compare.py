"""Is a value of a record what was asked? By the contract's JSON alone."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

__all__ = ["copy_texts", "field_faults", "fold", "has_entry", "printed"]

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_VALUED = {"found", "doubtful", "inferred", "asserted"}
_DATES = {"date", "received", "drafted_on"}
_PARTIES = {
    *("from", "origin", "to", "info", "attention", "through", "drafted_by", "typed_by", "classified_by", "approved_by"),
    *("signed_by", "cleared_by", "circulated_to", "pass_to", "copies_to", "participants"),
}


def fold(text: str) -> str:
    """Case, white space and the shapes of quotes and dashes away, and a stop or comma at the end."""
    return " ".join(text.translate(_QUOTES).casefold().split()).strip(" .,;")


def words(text: str) -> set[str]:
    """The words of a name, punctuation away: `USUN, New York` is {usun, new, york}."""
    return set(re.findall(r"[a-z0-9/&]+", fold(text)))


def printed(value: object) -> str:
    """A value for a person to read in a list of what is missing."""
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("number") or value.get("as_printed") or dict(value))
    return str(value)


def readings(record: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The readings of a field that have a value, whether the field is a list or single."""
    held = record["fields"].get(name, [])
    return [r for r in (held if isinstance(held, list) else [held]) if r["state"] in _VALUED]


def is_value(name: str, asked: object, reading: Mapping[str, Any]) -> bool:
    """One asked value against one reading; the field's name decides how. The words printed count like the value."""
    value = reading["value"]
    if isinstance(asked, Mapping):
        return isinstance(value, Mapping) and _is_person(asked, value)
    text = str(asked)
    if name in _PARTIES and isinstance(value, Mapping):
        return words(text) <= words(f"{value.get('name', '')} {value.get('as_printed', '')}")
    if name in _DATES:
        return str(value).startswith(text)
    return fold(text) in (fold(printed(value)), fold(str(reading["as_printed"])))


def _is_person(asked: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    surname = value.get("surname") or (str(value.get("name", "")).split() or [""])[-1]
    if fold(str(asked["surname"])) != fold(str(surname)):
        return False
    return "office" not in asked or fold(str(asked["office"])) == fold(str(value.get("office", "")))


def field_faults(name: str, asked: object, record: Mapping[str, Any]) -> list[str]:
    """What is wrong with a field, empty when it is as asked. `name` may be `a|b`: the better of the two counts."""
    return min((_faults_of(each, asked, readings(record, each)) for each in name.split("|")), key=len)


def _faults_of(name: str, asked: object, held: Sequence[Mapping[str, Any]]) -> list[str]:
    left = list(held)
    if isinstance(asked, Mapping) and "at_least" in asked:
        return [] if len(left) >= asked["at_least"] else [f"{len(left)} of at least {asked['at_least']}"]
    faults = []
    for each in asked if isinstance(asked, list | tuple) else [asked]:
        hit = next((v for v in left if is_value(name, each, v)), None)
        if hit is None:
            faults.append(f"not there: {each}")
        else:
            left.remove(hit)
    return faults + [f"not asked: {printed(reading['value'])}" for reading in left]


def has_entry(section: str, asked: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]) -> bool:
    """Do enough entries of a section answer the asked one?"""
    hits = sum(_answers(section, asked, entry) for entry in entries)
    return hits >= int(asked.get("times", 1))


def _answers(section: str, asked: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    keys = [k for k in asked if k not in ("later", "times", "resolves_to", "resolves_in_calendar")]
    return all(_key_answers(section, key, asked[key], entry) for key in keys)


def _key_answers(section: str, key: str, asked: object, entry: Mapping[str, Any]) -> bool:
    if key in _SPECIAL:
        return _SPECIAL[key](asked, entry)
    if key.endswith("_contains"):
        held = entry.get(key.removesuffix("_contains")) or ""
        text = " ".join(str(v) for v in held.values()) if isinstance(held, Mapping) else str(held)
        return fold(str(asked)) in fold(text)
    held = entry.get(key)
    if key == "office" and section == "stamps":
        return words(str(asked)) <= words(str(held))
    if key == "date":
        return str(held).startswith(str(asked))
    if isinstance(asked, bool):
        return held is asked
    return fold(str(held if held is not None else "")) in [fold(each) for each in str(asked).split("|")]


def _decides(asked: Any, entry: Mapping[str, Any]) -> bool:  # noqa: ANN401 - a TOML value is what it is
    return any(all(fold(str(d.get(k))) == fold(str(v)) for k, v in asked.items()) for d in entry["decisions"])


def _exempts(asked: object, entry: Mapping[str, Any]) -> bool:
    return _tight(str(asked)) in [_tight(str(e[k])) for e in entry["exemptions"] for k in ("code", "as_printed")]


def _captioned(asked: object, entry: Mapping[str, Any]) -> bool:
    """LIMITED DISTRIBUTION may be kept under its normal form, LIMDIS; its words are those printed."""
    caption = entry.get("caption")
    return bool(caption) and (fold(str(caption)) == fold(str(asked)) or fold(str(asked)) in fold(str(entry["text"])))


def _tight(text: str) -> str:
    return re.sub(r"\s", "", fold(text))


def _stands_in(asked: str, held: str) -> bool:
    """The date with no further digit on either side: 4/3/92 stands in `*4/3/92*`, not in 14/3/92."""
    return re.search(rf"(?<!\d){re.escape(asked)}(?!\d)", held) is not None


def copy_texts(record: Mapping[str, Any]) -> list[str]:
    """Every string that says where the copy was, is, or is to go: the copy's keys and the acts."""
    acts = [
        str(act.get(key) or "") for act in record["acts"] for key in ("agent", "recipient", "on_behalf_of", "items")
    ]
    return [str(v) for v in record["copy"].values()] + acts


_SPECIAL: Mapping[str, Callable[[Any, Mapping[str, Any]], bool]] = {
    "date_as_printed": lambda asked, entry: _stands_in(str(asked), str(entry["date"].get("as_printed") or "")),
    "exemption": _exempts,
    "decision": _decides,
    "caption": _captioned,
    "about_contains": lambda asked, entry: str(asked) in f"{entry['about']} {entry['as_printed']}",
    "candidates_include": lambda asked, entry: any(str(c["value"]).startswith(str(asked)) for c in entry["candidates"]),
}
"""Keys of the list that are no keys of the record, or compare in a way of their own."""
