"""Every mistake that an officer can make, each in a file of its own: see README.md here."""
