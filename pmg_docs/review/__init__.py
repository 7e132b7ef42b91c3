"""Comparison: two sequences of passages in, what changed and why out."""

from pmg_docs.review.comparing import compare

__all__ = ["compare"]
