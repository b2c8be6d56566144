"""Finding: a small query language, and an index that takes `Released` papers and gives hits with their places."""
