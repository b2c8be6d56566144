"""The vocabulary: frozen types, standard library only, no input or output. Everyone imports it."""
