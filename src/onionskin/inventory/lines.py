"""The statements of papers in the inventory: taken in and forgotten with them, and ruled upon as people decided."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from sqlite3 import Connection

from onionskin.ledger.issues import issue_of
from onionskin.ledger.lines import Line, Phrase, folded
from onionskin.ledger.rulings import Ruling, RulingVerb, issue_under, labels_under, slug, verdict_on
from onionskin.record.codec import encode_line
from onionskin.record.statements import StatementState

VERDICTS = {RulingVerb.ACCEPT: StatementState.ACCEPTED.value, RulingVerb.REJECT: StatementState.REJECTED.value}
_NEW_LINE = f"INSERT INTO line VALUES (NULL{', ?' * 14})"  # noqa: S608 - nothing but marks
_COUNT = """
INSERT INTO phrase SELECT ?1, count(*) FROM topic WHERE phrase = ?1 GROUP BY phrase
ON CONFLICT (key) DO UPDATE SET papers = excluded.papers
"""
_NO_PHRASE = "DELETE FROM phrase WHERE key = ? AND NOT EXISTS (SELECT 1 FROM topic WHERE phrase = key)"
_FORGET = (
    "DELETE FROM voice WHERE line IN (SELECT n FROM line WHERE paper = ?)",
    "DELETE FROM line WHERE paper = ?",
    "DELETE FROM topic WHERE paper = ?",
)
_OF_ISSUES = (
    "SELECT n, id, about FROM line WHERE issue != about OR verdict != '' OR about IN (SELECT value FROM json_each(?))"
)
_HELD = "SELECT n, id, phrases, about, said, issue, verdict FROM line WHERE "
_OF_PAPER, _BEHIND = f"{_HELD} paper = ?", f"{_HELD} n > ? ORDER BY n LIMIT ?"
_Held = tuple[int, str, str, str, str, str, str]
"""A line as it stands: its number and name, its phrases, what it is about in which words, its issue, its verdict."""
_BY_IDS = "SELECT n, id, about FROM line WHERE id IN (SELECT value FROM json_each(?))"
BATCH = 2_000
"""Lines put under their issues at a time."""


def take_in(connection: Connection, paper: int, lines: Sequence[Line]) -> None:
    """Keep the lines of a paper. Their issues are found when the phrases of all papers of the change are counted."""
    keys = {phrase.key for line in lines for phrase in line.phrases}
    connection.executemany("INSERT INTO topic VALUES (?, ?)", [(key, paper) for key in keys])
    for each in lines:
        one, two = sorted(each.sides)
        told = encode_line(each.statement)
        phrases = json.dumps([[p.key, p.printed, p.weight] for p in each.phrases], ensure_ascii=False)
        kept = (each.id, paper, each.statement.type, each.day, *each.sides, one, two, "", "", "", "", told, phrases)
        n = connection.execute(_NEW_LINE, kept).lastrowid
        connection.executemany("INSERT INTO voice VALUES (?, ?, ?)", [(name, each.day, n) for name in _voices(each)])


def head_of(key: str) -> str:
    """How a phrase of this key begins as `take_in` keeps it: `["bomber", `."""
    return f"[{json.dumps(key, ensure_ascii=False)}, "


def forget(connection: Connection, paper: int) -> set[str]:
    """Let go of the lines of a paper; the phrases that stood in it."""
    phrases = {key for (key,) in connection.execute("SELECT phrase FROM topic WHERE paper = ?", (paper,))}
    for statement in _FORGET:
        connection.execute(statement, (paper,))
    return phrases


def settle_lines(connection: Connection, papers: Iterable[int], phrases: Iterable[str]) -> None:
    """Count the phrases that a change touched, and put the lines of its papers under their issues."""
    touched = [(each,) for each in phrases]
    connection.executemany(_COUNT, touched)
    connection.executemany(_NO_PHRASE, touched)
    place(connection, papers)


def place(connection: Connection, papers: Iterable[int]) -> None:
    """Put the lines of some papers under their issues as their phrases are counted now."""
    rulings, total = held_rulings(connection), _papers_held(connection)
    for paper in papers:
        _place(connection, connection.execute(_OF_PAPER, (paper,)), rulings, total)


def unplace_all(connection: Connection) -> None:
    """Have every line placed anew by `place_some`: the table `unplaced` is there as long as any waits for it."""
    connection.execute("CREATE TABLE IF NOT EXISTS unplaced (after INTEGER NOT NULL)")
    connection.execute("DELETE FROM unplaced")
    connection.execute("INSERT INTO unplaced VALUES (0)")


def are_placed(connection: Connection) -> bool:
    """Whether no lines wait for `place_some`."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'unplaced'").fetchone() is None


def place_some(connection: Connection) -> None:
    """Put the next lines that wait for it under their issues as their phrases are counted now."""
    if are_placed(connection):
        return  # Another process placed them meanwhile.
    (last,) = connection.execute("SELECT after FROM unplaced").fetchone()
    rows = connection.execute(_BEHIND, (last, BATCH)).fetchall()
    if not rows:
        connection.execute("DROP TABLE unplaced")
        return
    _place(connection, rows, held_rulings(connection), _papers_held(connection))
    connection.execute("UPDATE unplaced SET after = ?", (rows[-1][0],))


def rule(connection: Connection, rulings: Sequence[Ruling], mark: str) -> None:
    """Do what people decided, in place of what they had decided before. `mark` is what `ruled` then says."""
    connection.execute("DELETE FROM ruling")
    connection.executemany("INSERT INTO ruling (told) VALUES (?)", [(_ruling_told(each),) for each in rulings])
    connection.execute("DELETE FROM called")
    connection.executemany("INSERT INTO called VALUES (?, ?)", labels_under(rulings).items())
    connection.execute("UPDATE state SET ruled = ?, generation = hex(randomblob(8))", (mark,))
    merged = json.dumps(sorted({each.other for each in rulings if each.other}))
    named = json.dumps(sorted({line for each in rulings for line in each.lines}))
    rows = {*connection.execute(_OF_ISSUES, (merged,)), *connection.execute(_BY_IDS, (named,))}
    connection.executemany(
        "UPDATE line SET issue = ?, verdict = ? WHERE n = ?",
        [(issue_under(rulings, id_, about), _verdict(rulings, id_), n) for n, id_, about in rows],
    )


def ruled(connection: Connection) -> str:
    """What was said when the lines were last ruled upon, empty where they never were."""
    (mark,) = connection.execute("SELECT ruled FROM state").fetchone()
    return str(mark)


def mark_of(rulings: Sequence[Ruling]) -> str:
    """Another for other rulings, empty for none."""
    told = "\n".join(map(_ruling_told, rulings))
    return hashlib.sha256(told.encode()).hexdigest()[:16] if told else ""


def held_rulings(connection: Connection) -> tuple[Ruling, ...]:
    """What people decided, the oldest first."""
    held = (json.loads(told) for (told,) in connection.execute("SELECT told FROM ruling ORDER BY n"))
    return tuple(
        Ruling(RulingVerb(each["verb"]), each["issue"], each["label"], each["other"], frozenset(each["lines"]))
        for each in held
    )


def counts_of(connection: Connection, phrases: Iterable[Phrase]) -> tuple[Mapping[str, int], int]:
    """In how many papers each of some phrases stands, of how many."""
    return _held_in(connection, phrases), _papers_held(connection)


def _held_in(connection: Connection, phrases: Iterable[Phrase]) -> Mapping[str, int]:
    keys = json.dumps(sorted({each.key for each in phrases}))
    held = connection.execute("SELECT key, papers FROM phrase WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    return dict(held)


def _papers_held(connection: Connection) -> int:
    (total,) = connection.execute("SELECT count(*) FROM paper").fetchone()
    return int(total)


def _place(connection: Connection, rows: Iterable[_Held], rulings: Sequence[Ruling], total: int) -> None:
    """Put lines under the issues of their phrases, and where people put them; `total` papers are held."""
    held = [(n, id_, tuple(Phrase(*each) for each in json.loads(told)), stood) for n, id_, told, *stood in rows]
    papers = _held_in(connection, (phrase for _, _, phrases, _ in held for phrase in phrases))
    placed, judged = [], []
    for n, id_, phrases, (*stood, was) in held:
        chosen = issue_of(phrases, papers, total)
        about = slug(chosen.key) if chosen else ""
        under, verdict = (
            [about, chosen.printed if chosen else "", issue_under(rulings, id_, about)],
            _verdict(rulings, id_),
        )
        if under != stood:
            placed.append((*under, n))
        if verdict != was:
            judged.append((verdict, n))
    # Each index that has one of the columns is written anew for every line: most lines stand where they stood.
    connection.executemany("UPDATE line SET about = ?, said = ?, issue = ? WHERE n = ?", placed)
    connection.executemany("UPDATE line SET verdict = ? WHERE n = ?", judged)


def _verdict(rulings: Sequence[Ruling], line: str) -> str:
    verb = verdict_on(rulings, line)
    return VERDICTS[verb] if verb else ""


def _voices(line: Line) -> set[str]:
    """Everybody who is named in a statement, and both its sides, folded."""
    said = line.statement
    names = (*line.sides, said.party or "", *said.actor, *said.counterpart)
    return {name for name in map(folded, names) if name}


def _ruling_told(each: Ruling) -> str:
    return json.dumps({**asdict(each), "lines": sorted(each.lines)}, ensure_ascii=False, sort_keys=True)
