"""Frozen values that every layer shares: places, findings, facts and the tree of words.

Beside them stands what tells two of them apart: digests, and what sequences have in common.
"""
