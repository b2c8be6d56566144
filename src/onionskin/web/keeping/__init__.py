"""Keeping a collection: uploads, reading again, removals and backups, for its owners."""
