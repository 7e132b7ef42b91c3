"""pmg_docs: facts once, letters everywhere, and no wrong number leaves the house."""

__version__ = "0.1.0"
