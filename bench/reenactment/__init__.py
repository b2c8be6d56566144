"""The seed papers re-enacted at the desk: their acts done again, and the record compared with the one that was read."""
