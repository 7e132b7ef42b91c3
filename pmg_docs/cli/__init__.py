"""The command line: options, one call, presentation. The only place that prints."""

from pmg_docs.cli.main import main

__all__ = ["main"]
