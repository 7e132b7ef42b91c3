"""A bundle as it goes to parliament or to the archive: a bag by BagIt (RFC 8493)."""
