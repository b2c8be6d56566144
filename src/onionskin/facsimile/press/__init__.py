"""Forms as a registry prints them: clean type in a PDF, its text selectable, with no wear and no picture."""
