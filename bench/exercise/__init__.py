"""An exercise of two sides played by script: twelve persons, three hundred messages."""
