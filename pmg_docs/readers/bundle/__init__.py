"""A bundle read back: a folder or a zip from anywhere, held against what it says of itself."""
