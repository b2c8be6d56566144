"""The reading room: pages for people and JSON for programs. Routes translate; they do not decide."""
