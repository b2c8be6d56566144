"""What may be shown: the only maker of `Released`."""
