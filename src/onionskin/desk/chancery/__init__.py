"""Papers written, cleared, sent, passed, kept and reviewed here: acts of persons under procedures that are data."""
