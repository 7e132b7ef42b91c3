"""Input that nobody would type: whatever it is, an officer gets a finding and never a crash.

`make test` tries a fixed few of each kind; `python -m tests.fuzz` goes on as long as it is told.
"""
