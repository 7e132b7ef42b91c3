"""Kenmerken: the reference number that each letter carries on every page."""
