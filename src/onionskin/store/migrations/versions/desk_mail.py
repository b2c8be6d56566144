"""Papers in trays know since when they lie there; mail to and from other desks has tables."""

import sqlalchemy as sa
from alembic import op

revision = "10"
down_revision = "9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what lay in a tray has lain there since the last act upon its paper."""
    op.execute(
        "CREATE TEMP TABLE older_lies AS SELECT l.*, p.last FROM desk_lies AS l JOIN desk_papers AS p ON p.n = l.paper"
    )
    op.drop_table("desk_lies")
    op.create_table(
        "desk_lies",
        sa.Column("principal", sa.Text, nullable=False),
        sa.Column("tray", sa.String(20), nullable=False),
        sa.Column("paper", sa.Integer, nullable=False),
        sa.Column("since", sa.String(20), nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("principal", "tray", "paper", name="pk_desk_lies"),
        sa.ForeignKeyConstraint(["paper"], ["desk_papers.n"], name="fk_desk_lies_paper"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_desk_lies_paper", "desk_lies", ["paper"])
    op.execute("INSERT INTO desk_lies SELECT principal, tray, paper, last, due FROM older_lies")
    op.execute("DROP TABLE older_lies")
    op.create_table(
        "desk_outbox",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("mail", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("paper", sa.String(23), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("address", "told")),
        sa.Column("precedence", sa.Integer, nullable=False),
        sa.Column("queued", sa.String(20), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String(20), nullable=False) for name in ("tried", "sent")),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_desk_outbox"),
        sa.UniqueConstraint("mail", name="uq_desk_outbox_mail"),
        sa.ForeignKeyConstraint(["seq"], ["journal.seq"], name="fk_desk_outbox_seq"),
    )
    op.create_index("ix_desk_outbox_sent_precedence_n", "desk_outbox", ["sent", "precedence", "n"])
    op.create_table(
        "desk_mails",
        sa.Column("mail", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("mail", name="pk_desk_mails"),
        sa.ForeignKeyConstraint(["seq"], ["journal.seq"], name="fk_desk_mails_seq"),
        sqlite_with_rowid=False,
    )
