"""The use cases of `pmg bundle`: to make a bundle, and to hold a copy of one against itself."""

from pmg_docs.app.bundle.bundling import Asked, Bundling, bundle
from pmg_docs.app.bundle.verifying import Verified, verify_bundle

__all__ = ["Asked", "Bundling", "Verified", "bundle", "verify_bundle"]
