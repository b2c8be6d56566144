"""How well statements are read out of papers: held against what two annotators read, and against the seeds' case."""
