"""Checks over facts, tree and words; pure functions that yield findings."""
