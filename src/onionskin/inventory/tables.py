"""The tables of an inventory. They are made anew for another `VERSION`, which is raised when other facts are taken, or
the lines of the ledger are written otherwise.
"""

from __future__ import annotations

VERSION = 5

TABLES = """
CREATE TABLE state (generation TEXT NOT NULL, ruled TEXT NOT NULL);
INSERT INTO state VALUES ('', '');
CREATE TABLE source (
    n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folder TEXT NOT NULL,
    media_type TEXT NOT NULL, papers INTEGER NOT NULL DEFAULT 0, doubtful INTEGER NOT NULL DEFAULT 0,
    questions INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX source_by_folder ON source (folder, name, papers, doubtful, questions);
CREATE TABLE paper (
    n INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, source INTEGER NOT NULL,
    page INTEGER NOT NULL, last_page INTEGER NOT NULL, date TEXT NOT NULL, day TEXT NOT NULL,
    precision INTEGER NOT NULL, kind TEXT NOT NULL, series TEXT NOT NULL, number TEXT NOT NULL,
    direction TEXT NOT NULL, archive TEXT NOT NULL, file TEXT NOT NULL, doubtful INTEGER NOT NULL,
    questions INTEGER NOT NULL, unclaimed INTEGER NOT NULL, thread INTEGER
);
CREATE INDEX paper_by_record ON paper (record, digest);
CREATE INDEX paper_by_day ON paper (day, precision, doubtful);
CREATE INDEX paper_by_source ON paper (source, page, doubtful, questions);
CREATE INDEX paper_by_file ON paper (archive, file, day);
CREATE INDEX paper_by_thread ON paper (thread, day) WHERE thread IS NOT NULL;
CREATE TABLE role (
    entity TEXT NOT NULL, said TEXT NOT NULL, paper INTEGER NOT NULL, part TEXT NOT NULL,
    PRIMARY KEY (entity, said, paper)
) WITHOUT ROWID;
CREATE INDEX role_of_paper ON role (paper, part, entity, said);
CREATE INDEX role_by_name ON role (said, entity, paper) WHERE said != '';
CREATE TABLE party (
    entity TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, sorts TEXT NOT NULL, letter TEXT NOT NULL,
    papers INTEGER NOT NULL DEFAULT 0, wrote INTEGER NOT NULL DEFAULT 0, got INTEGER NOT NULL DEFAULT 0,
    maybe INTEGER NOT NULL DEFAULT 0, first TEXT NOT NULL DEFAULT '', last TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX party_by_name ON party (kind, sorts, entity);
CREATE INDEX party_by_letter ON party (kind, letter, sorts, entity);
CREATE INDEX party_by_papers ON party (kind, papers DESC, sorts);
CREATE TABLE want (
    paper INTEGER NOT NULL, missing TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, date TEXT NOT NULL,
    day TEXT NOT NULL
);
CREATE INDEX want_of_paper ON want (paper);
CREATE INDEX want_of_missing ON want (missing, paper);
CREATE TABLE missing (
    known TEXT PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL, series TEXT NOT NULL, sender TEXT NOT NULL,
    receiver TEXT NOT NULL, date TEXT NOT NULL, state TEXT NOT NULL, by TEXT NOT NULL, cited INTEGER NOT NULL,
    sorts TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX missing_by_day ON missing (sorts, kind);
CREATE INDEX missing_by_cited ON missing (cited DESC, sorts);
CREATE INDEX missing_by_number ON missing (series, number, sorts);
CREATE TABLE tie (
    paper INTEGER NOT NULL, other TEXT NOT NULL, relation TEXT NOT NULL, PRIMARY KEY (paper, other, relation)
) WITHOUT ROWID;
CREATE INDEX tie_to ON tie (other, paper);
CREATE TABLE thread (
    n INTEGER PRIMARY KEY, papers INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, centre TEXT NOT NULL
);
CREATE INDEX thread_by_papers ON thread (papers DESC, first);
CREATE INDEX thread_by_day ON thread (first, n);
CREATE TABLE sheet (
    paper INTEGER NOT NULL, page INTEGER NOT NULL, words INTEGER NOT NULL, confidence REAL, doubtful REAL,
    unread INTEGER NOT NULL, reader TEXT NOT NULL, PRIMARY KEY (paper, page)
) WITHOUT ROWID;
CREATE TABLE line (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, paper INTEGER NOT NULL, type TEXT NOT NULL, day TEXT NOT NULL,
    own TEXT NOT NULL, other TEXT NOT NULL, one TEXT NOT NULL, two TEXT NOT NULL,
    about TEXT NOT NULL, said TEXT NOT NULL, issue TEXT NOT NULL, verdict TEXT NOT NULL, told TEXT NOT NULL,
    phrases TEXT NOT NULL
);
CREATE INDEX line_of_paper ON line (paper);
CREATE INDEX line_by_pair ON line (one, two, issue, day, paper, type, verdict) WHERE verdict != 'rejected';
CREATE INDEX line_by_pair_and_day ON line (one, two, day, paper, type, verdict) WHERE verdict != 'rejected';
CREATE INDEX line_by_issue ON line (issue, day, paper, type, said, one, two, verdict) WHERE verdict != 'rejected';
CREATE INDEX line_by_type ON line (type, day, paper, verdict) WHERE verdict != 'rejected';
CREATE INDEX line_by_day ON line (day, paper, type, verdict) WHERE verdict != 'rejected';
CREATE INDEX line_astray ON line (n) WHERE issue != about OR verdict != '';
CREATE TABLE voice (name TEXT NOT NULL, day TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (name, day, line))
WITHOUT ROWID;
CREATE INDEX voice_of_line ON voice (line);
CREATE TABLE topic (phrase TEXT NOT NULL, paper INTEGER NOT NULL, PRIMARY KEY (phrase, paper)) WITHOUT ROWID;
CREATE INDEX topic_of_paper ON topic (paper, phrase);
CREATE TABLE phrase (key TEXT PRIMARY KEY, papers INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE called (issue TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ruling (n INTEGER PRIMARY KEY, told TEXT NOT NULL)
"""
"""A statement is a `line` of the ledger: `one` and `two` are its sides in the order of letters, `about` the issue its
own words put it under, `issue` where people put it. Its indexes have all that totals ask for, `verdict` too, which
SQLite looks at again: the line itself is long, and not read for being counted. `voice` has who is named in it, `topic`
the papers of a phrase.

A reference is one of `missing` by what its paper is known by; `role.said` is empty where nobody else can be meant.

`first` and `last` are days of dated papers, empty where none is. `source.folder` is its name without the last part.
"""
