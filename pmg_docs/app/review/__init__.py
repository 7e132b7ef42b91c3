"""The page for a reviewer."""
