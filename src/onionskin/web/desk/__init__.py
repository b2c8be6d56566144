"""The desk in the room: pages and routes for one person at a time."""
