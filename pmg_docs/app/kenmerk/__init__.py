"""Kenmerken: handed out, checked, and recognised in a copy."""
