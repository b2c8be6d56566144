"""Deciding in the room: questions where they stand, the queue of all of them, words to correct, the history."""
