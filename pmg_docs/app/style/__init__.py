"""House styles: shown, checked, and taken over from a Word file."""
