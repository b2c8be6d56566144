"""The scoreboard: generated papers with known truth, what the command line read of them, and how fast."""
