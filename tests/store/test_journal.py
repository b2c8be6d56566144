from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from onionskin.store.journal import START, Draft, Entry, EntryKind, broken, timestamp, written

text = st.text(max_size=20)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | text, lambda of: st.lists(of, max_size=3), max_leaves=5
)
drafts = st.builds(
    Draft, st.sampled_from(EntryKind), text, st.dictionaries(text, json_values, max_size=3), st.none() | text
)


def log(told: list[Draft]) -> list[Entry]:
    return list(written(told, 0, START, "2026-03-01T09:30:00Z"))


def head(entries: list[Entry]) -> tuple[int, str]:
    return (entries[-1].seq, entries[-1].chain) if entries else (0, START)


@given(st.lists(drafts, max_size=8), st.integers(0, 8))
def test_a_log_written_in_parts_is_the_log_written_at_once(told: list[Draft], cut: int) -> None:
    first = log(told[:cut])
    rest = written(told[cut:], *head(first), "2026-03-01T09:30:00Z")
    assert [*first, *rest] == log(told)


@given(st.lists(drafts, max_size=8))
def test_an_untouched_log_holds(told: list[Draft]) -> None:
    entries = log(told)
    assert list(broken(entries, head(entries))) == []
    assert [entry.told for entry in entries] == [dict(draft.body) for draft in told]


@given(st.lists(drafts, min_size=1, max_size=8), st.data())
def test_any_change_of_an_entry_shows(told: list[Draft], data: st.DataObject) -> None:
    entries = log(told)
    at = data.draw(st.integers(0, len(entries) - 1))
    changes: list[Entry] = [
        replace(entries[at], body=entries[at].body + " "),
        replace(entries[at], author=entries[at].author + "x"),
        replace(entries[at], at="2026-03-01T09:30:01Z"),
        replace(entries[at], record=(entries[at].record or "") + "x"),
        replace(entries[at], chain="0" * 64),
    ]
    changed = [*entries[:at], data.draw(st.sampled_from(changes)), *entries[at + 1 :]]
    assert list(broken(changed, head(entries)))


@given(st.lists(drafts, min_size=1, max_size=8), st.data())
def test_an_entry_taken_out_shows(told: list[Draft], data: st.DataObject) -> None:
    entries = log(told)
    at = data.draw(st.integers(0, len(entries) - 1))
    assert list(broken(entries[:at] + entries[at + 1 :], head(entries)))


def test_a_time_is_written_in_utc() -> None:
    washington = timezone(timedelta(hours=-5))
    assert timestamp(datetime(1962, 11, 23, 21, 43, tzinfo=washington)) == "1962-11-24T02:43:00Z"
