"""How well scans are read, against pages keyed by eye: engines and peers side by side."""
