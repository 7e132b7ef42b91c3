"""Digests by which bytes are known again, in the form that manifests and the register have."""

import hashlib


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes, with its name before it: `sha256:…`."""
    return "sha256:" + hashlib.sha256(data).hexdigest()
