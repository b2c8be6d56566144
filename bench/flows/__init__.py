"""What people come to the room for, done as a person does it: with the mouse, and with the keyboard alone."""
