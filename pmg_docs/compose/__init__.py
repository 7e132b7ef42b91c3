"""From facts and a letter to the tree: Jinja first, then Markdown, then the fixed sections.

A fact passes through both as an opaque token, so nothing in a fact is ever parsed or executed,
and what came from a fact can be told from what was typed.
"""
