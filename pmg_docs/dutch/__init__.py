"""Dutch notation: writing values, reading them back, and the register of municipalities."""
