"""What must hold for any fact and any tree, not only for those that we thought of."""
