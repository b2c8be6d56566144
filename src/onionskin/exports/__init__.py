"""Papers given away in the forms that other programs and people take. Each takes `Released` and nothing else."""
