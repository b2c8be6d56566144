"""Acts of people upon papers: what they decide, laid over what was read and linked."""
