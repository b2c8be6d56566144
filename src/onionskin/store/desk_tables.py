"""The tables of the desk, beside those of `store.tables`. All but `desk_mails` can be made again from the journal."""

from __future__ import annotations

from sqlalchemy import DDL, Column, ForeignKey, Index, Integer, String, Table, Text, event

from onionskin.store.tables import metadata

COLLECTION = metadata
"""Every table of a collection, now that those of the desk are among them."""

desk_papers = Table(
    "desk_papers",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", String(23), nullable=False, unique=True),
    Column("seq", ForeignKey("journal.seq"), nullable=False),
    Column("form", String(20), nullable=False),
    Column("number", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("parties", Text, nullable=False),
    Column("precedence", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("ends", String(10), nullable=False),
    Column("captions", Text, nullable=False),
    Column("bears", Text, nullable=False),
    Column("begun", String(20), nullable=False),
    Column("last", String(20), nullable=False),
    Column("stage", String(20), nullable=False),
    Index(None, "last"),
)
"""A paper of the desk as its acts have left it, for lists: `seq` is the last of them. `level`, `precedence` are ranks
of the lexicon, `captions` (those that readers must be admitted to) a list as JSON, `ends` the day on which the level
ends by itself, empty for none; `parties` are from whom and to whom; `bears`, JSON too, is what its envelope
bears in words (`desk_log.Bearing`). All of it can be made again from the journal.
"""

desk_sights = Table(
    "desk_sights",
    metadata,
    Column("principal", Text, primary_key=True),
    Column("paper", ForeignKey("desk_papers.n"), primary_key=True),
    Column("sight", Integer, primary_key=True, autoincrement=False),
    Column("asks", Integer, nullable=False),
    Column("ends", String(10), nullable=False),
    Index(None, "paper"),
    sqlite_with_rowid=False,
)
"""Whom need to know admits to a paper of the desk, and how much of it they are shown (1 existence, 2 title, 3 text).

`asks` is the rank of the clearance that it takes: that of the paper's level, which ends by itself on the day `ends`;
that a paper exists asks for none. So it is told of these rows alone of which papers somebody may know.
"""

desk_lies = Table(
    "desk_lies",
    metadata,
    Column("principal", Text, primary_key=True),
    Column("tray", String(20), primary_key=True),
    Column("paper", ForeignKey("desk_papers.n"), primary_key=True),
    Column("since", String(20), nullable=False),
    Column("due", String(10), nullable=False),
    Column("precedence", Integer, nullable=False),
    Column("asks", Integer, nullable=False),
    Column("ends", String(10), nullable=False),
    Index(None, "paper"),
    sqlite_with_rowid=False,
)
"""In whose trays a paper of the desk lies, since when, and by which day something is due, empty where nothing is.

`precedence` is that with which it lies there. `asks` and `ends` are the least that the paper asks of the same principal
in `desk_sights`; `asks` is more than anybody has where it is not shown to that principal at all.
"""

DESK_WORDS = "CREATE VIRTUAL TABLE desk_words USING fts5(subject, text, tokenize = 'unicode61 remove_diacritics 2')"
"""What papers of the desk say, as their last versions have it, by `desk_papers.n`. Whoever asks it asks only of papers
whose text they may see, and never for its ranking: that would tell how often a word stands in the others.
"""
event.listen(metadata, "after_create", DDL(DESK_WORDS).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

desk_requests = Table(
    "desk_requests",
    metadata,
    Column("number", Text, primary_key=True),
    Column("paper", ForeignKey("desk_papers.n"), primary_key=True),
    Column("reviewer", Text, primary_key=True),
    Column("outcome", String(20), nullable=False),
    Index(None, "paper"),
    Index(None, "reviewer"),
    sqlite_with_rowid=False,
)
"""Which papers of the desk are asked for in which case, who is to review them (empty for any reviewer), and what came
of it, empty where nothing has.
"""

desk_cases = Table(
    "desk_cases",
    metadata,
    Column("id", String(23), primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("seq", ForeignKey("journal.seq"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("requester", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("received", String(10), nullable=False),
    Column("due", String(10), nullable=False),
    Column("stage", String(10), nullable=False),
    Index(None, "stage", "due"),
)
"""A case of the desk as its acts have left it, for lists; `due` is the day by which it is to be answered, empty where
none was set. All of it can be made again from the journal.
"""

desk_numbers = Table(
    "desk_numbers",
    metadata,
    Column("series", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("paper", String(23), nullable=False),
    sqlite_with_rowid=False,
)
"""Every number that was ever given at the desk; none is given twice."""

desk_outbox = Table(
    "desk_outbox",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("mail", String(64), nullable=False, unique=True),
    Column("seq", ForeignKey("journal.seq"), nullable=False),
    Column("paper", String(23), nullable=False),
    Column("address", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("precedence", Integer, nullable=False),
    Column("queued", String(20), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("tried", String(20), nullable=False),
    Column("sent", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Index(None, "sent", "precedence", "n"),
)
"""Mail to other installations, written with the act (`seq`) that it tells: `mail` is its id, `told` its kind and posts
as JSON. `sent` is when a mail server took it over, empty as long as none did; `reason` is why the last try failed.
"""

desk_mails = Table(
    "desk_mails",
    metadata,
    Column("mail", String(64), primary_key=True),
    Column("seq", ForeignKey("journal.seq"), nullable=False),
    sqlite_with_rowid=False,
)
"""The ids of mails that other installations sent, each with the act that it brought: none is taken twice."""

desk_unshown = Table(
    "desk_unshown",
    metadata,
    Column("paper", String(23), primary_key=True),
    Column("seq", ForeignKey("journal.seq"), nullable=False),
    sqlite_with_rowid=False,
)
"""Papers of which the public is still to be shown, or to lose, what was decided: written with the act (`seq`), and gone
once that is done. Tables that are made again name all papers of which anything was ever decided.
"""
