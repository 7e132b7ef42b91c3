"""A letter: front matter between two lines of `---`, then its words in Markdown with Jinja."""
