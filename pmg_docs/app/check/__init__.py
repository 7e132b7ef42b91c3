"""Checks: dossiers and files of anybody, held against the facts."""
