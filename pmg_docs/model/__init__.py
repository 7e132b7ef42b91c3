"""Frozen values that every layer shares: places, findings, facts and the tree of words."""
