"""A Word file with tracked changes between two versions, proven before it is handed over."""

from pmg_docs.review.redline.making import Redline, Refusal, Tracked, redline, settled

__all__ = ["Redline", "Refusal", "Tracked", "redline", "settled"]
