"""The ledger in the reading room: negotiations, issues, and what a paper says; for programs the same as JSON."""
