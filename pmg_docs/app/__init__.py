"""The use cases: build, new. They return values and never print."""
