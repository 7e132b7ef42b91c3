"""From a fact to its sentences and back, and what another value would do."""
