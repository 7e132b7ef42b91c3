"""Diff: two states of dossiers, build folders or files held against each other."""
