"""Page text to clean text, with the way back to the page."""
