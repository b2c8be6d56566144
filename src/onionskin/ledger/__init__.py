"""The negotiation, read out of its papers: what they say, on which issues, whose it is, and what became of it."""
