"""`bench linking`: who is meant, and which paper, against what the editors of Foreign Relations marked."""
