"""How fast pmg is, always as a ratio to something that runs beside it."""
