"""Input files as read: text made safe, YAML with the place of every key and value, shapes."""
