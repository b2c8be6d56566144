"""Packets: many papers in one file, and where each of them begins; README.md says how they are made."""
