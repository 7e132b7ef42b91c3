"""House styles: held against their files, and taken over from a Word file."""
