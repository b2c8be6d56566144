"""The desk under load: acts a second, and how long a tray or a paper is waited for."""
