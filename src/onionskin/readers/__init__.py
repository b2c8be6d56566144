"""Clean text to readings: readers of papers and of marks, which never import one another."""
