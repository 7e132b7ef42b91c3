"""What goes out: how far a letter is, and what was fixed of it for good."""
