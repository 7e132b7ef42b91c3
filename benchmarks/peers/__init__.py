"""What pmg is held against: scripts that a user of another tool would write."""
