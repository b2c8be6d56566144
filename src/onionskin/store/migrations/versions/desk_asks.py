"""The desk's rows of who is shown what, and where it lies, say themselves what clearance they ask for."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "12"
down_revision = "11"
branch_labels = None
depends_on = None

_SIGHTS = """
INSERT INTO desk_sights SELECT s.principal, s.paper, s.sight,
    CASE WHEN s.sight = 1 THEN 0 ELSE p.level END, CASE WHEN s.sight = 1 THEN '' ELSE p.ends END
FROM older AS s JOIN desk_papers AS p ON p.n = s.paper
"""
_LIES = """
INSERT INTO desk_lies SELECT l.principal, l.tray, l.paper, l.since, l.due, p.precedence,
    coalesce((SELECT min(s.asks) FROM desk_sights AS s WHERE s.principal = l.principal AND s.paper = l.paper), 99),
    coalesce((SELECT min(s.ends) FROM desk_sights AS s WHERE s.principal = l.principal AND s.paper = l.paper), '')
FROM older AS l JOIN desk_papers AS p ON p.n = l.paper
"""


def upgrade() -> None:
    """Make both tables anew with what stands in the rows of their papers."""
    sights = tuple(sa.Column(name, sa.Integer, nullable=False) for name in ("paper", "sight"))
    _make_anew("desk_sights", _SIGHTS, sights, ("paper", "sight"))
    lies = (
        sa.Column("tray", sa.String(20), nullable=False),
        sa.Column("paper", sa.Integer, nullable=False),
        sa.Column("since", sa.String(20), nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("precedence", sa.Integer, nullable=False),
    )
    _make_anew("desk_lies", _LIES, lies, ("tray", "paper"))


def _make_anew(name: str, rows: str, columns: Iterable[sa.Column[Any]], key: tuple[str, ...]) -> None:
    """A table of what a paper is to principals, `older` the one before."""
    op.execute(f"CREATE TEMP TABLE older AS SELECT * FROM {name}")  # noqa: S608 - our names
    op.drop_table(name)
    op.create_table(
        name,
        sa.Column("principal", sa.Text, nullable=False),
        *columns,
        sa.Column("asks", sa.Integer, nullable=False),
        sa.Column("ends", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("principal", *key, name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["paper"], ["desk_papers.n"], name=f"fk_{name}_paper"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{name}_paper", name, ["paper"])
    op.execute(rows)
    op.execute("DROP TABLE older")
