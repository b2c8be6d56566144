"""Totals kept true: what a change touched is counted again, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from sqlite3 import Connection

from onionskin.inventory.facts import UNDATED
from onionskin.inventory.lines import settle_lines
from onionskin.linking.wanting import UNDATED as NO_DAY
from onionskin.record.references import ResolutionState

SEPARATOR = "\x1f"
"""Between the words by which a missing paper is known; no printed line holds one."""


@dataclass(slots=True)
class Touched:
    """What a change has to do with. `papers` are the rows whose ties changed, `threads` those that held any of them;
    `telling` the rows whose lines are new, `phrases` what stands or stood in them.
    """

    sources: set[int] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    papers: set[int] = field(default_factory=set)
    threads: set[int] = field(default_factory=set)
    telling: set[int] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)


_SOURCE = """
UPDATE source SET (papers, doubtful, questions) = (
    SELECT count(*), coalesce(sum(doubtful > 0), 0), coalesce(sum(questions), 0) FROM paper WHERE source = source.n
) WHERE n = ?
"""
_NO_SOURCE = "DELETE FROM source WHERE n = ? AND papers = 0"
_PARTY = f"""
UPDATE party SET (papers, wrote, got, maybe, first, last) = (
    SELECT coalesce(sum(said = ''), 0), coalesce(sum(said = '' AND part = 'from'), 0),
        coalesce(sum(said = '' AND part = 'to'), 0), coalesce(sum(said != ''), 0),
        coalesce(min(CASE WHEN said = '' AND day != '{UNDATED}' THEN day END), ''),
        coalesce(max(CASE WHEN said = '' AND day != '{UNDATED}' THEN day END), '')
    FROM role JOIN paper ON paper.n = role.paper WHERE role.entity = party.entity
) WHERE entity = ?
"""  # noqa: S608 - a constant of ours
_NO_PARTY = "DELETE FROM party WHERE entity = ? AND papers = 0 AND maybe = 0"
_NO_MISSING = "DELETE FROM missing WHERE known = ?"
_MISSING = f"""
INSERT INTO missing
SELECT :known, :kind, :number, :series, :sender, :receiver, date, state, by, cited,
    coalesce(nullif(date, ''), nullif(by, ''), '{NO_DAY}') FROM (
    SELECT count(*) AS cited, coalesce(min(nullif(day, '')), '') AS by,
        coalesce(min(CASE WHEN state != '{ResolutionState.CITED_NOT_HELD}' THEN state END),
            '{ResolutionState.CITED_NOT_HELD}') AS state,
        coalesce((SELECT date FROM want WHERE missing = :known ORDER BY length(date) DESC, rowid LIMIT 1), '') AS date
    FROM want WHERE missing = :known
) WHERE cited
"""  # noqa: S608 - constants of ours
_NEIGHBOURS = """
SELECT paper.n, paper.thread FROM tie JOIN paper ON paper.record = tie.other WHERE tie.paper = ?1
UNION SELECT paper.n, paper.thread FROM tie JOIN paper ON paper.n = tie.paper
WHERE tie.other = (SELECT record FROM paper WHERE n = ?1)
"""
_EMPTY_THREAD = "DELETE FROM thread WHERE n = ? AND NOT EXISTS (SELECT 1 FROM paper WHERE thread = thread.n)"
_THREAD = f"""
INSERT INTO thread
SELECT :n, count(*), coalesce(min(nullif(day, '{UNDATED}')), ''), coalesce(max(nullif(day, '{UNDATED}')), ''), :centre
FROM paper WHERE thread = :n
"""  # noqa: S608 - a constant of ours


def settle(connection: Connection, touched: Touched) -> None:
    """Count again what a change touched."""
    for statement in (_SOURCE, _NO_SOURCE):
        connection.executemany(statement, [(n,) for n in touched.sources])
    for statement in (_PARTY, _NO_PARTY):
        connection.executemany(statement, [(entity,) for entity in touched.parties])
    for known in touched.missing:
        kind, number, series, sender, receiver, _ = known.split(SEPARATOR)
        told = {"kind": kind, "number": number, "series": series, "sender": sender, "receiver": receiver}
        connection.execute(_NO_MISSING, (known,))
        connection.execute(_MISSING, {"known": known, **told})
    _thread_again(connection, touched)
    settle_lines(connection, sorted(touched.telling), sorted(touched.phrases))


def _thread_again(connection: Connection, touched: Touched) -> None:
    """Part and join the threads that held or now reach one of the touched papers."""
    members = set(touched.papers)
    for n in touched.threads:
        members.update(row for (row,) in connection.execute("SELECT n FROM paper WHERE thread = ?", (n,)))
    if not members:
        return
    connection.executemany("UPDATE paper SET thread = NULL WHERE n = ?", [(n,) for n in members])
    old = set(touched.threads)
    while members:
        reached = _reached(connection, members.pop(), old)
        members -= reached.keys()
        if len(reached) > 1:
            _write(connection, reached)
    connection.executemany(_EMPTY_THREAD, [(n,) for n in old])


def _reached(connection: Connection, paper: int, old: set[int]) -> dict[int, int]:
    """Every paper that ties lead to and from, with the number of its neighbours; `old` takes their threads."""
    reached: dict[int, int] = {}
    ahead = [paper]
    while ahead:
        n = ahead.pop()
        if n in reached:
            continue
        neighbours = [(other, thread) for other, thread in connection.execute(_NEIGHBOURS, (n,)) if other != n]
        reached[n] = len(neighbours)
        ahead += [other for other, _ in neighbours]
        old.update(thread for _, thread in neighbours if thread is not None)
    return reached


def _write(connection: Connection, reached: dict[int, int]) -> None:
    """A thread goes by the number of its first paper; its centre has most neighbours, of equals it is the first."""
    n = min(reached)
    centre = min(reached, key=lambda each: (-reached[each], each))
    connection.executemany("UPDATE paper SET thread = ? WHERE n = ?", [(n, each) for each in reached])
    (record,) = connection.execute("SELECT record FROM paper WHERE n = ?", (centre,)).fetchone()
    connection.execute("DELETE FROM thread WHERE n = ?", (n,))
    connection.execute(_THREAD, {"n": n, "centre": record})
