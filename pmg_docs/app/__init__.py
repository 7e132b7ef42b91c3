"""The use cases, a module or package each: what a command does, in values; nothing prints."""
