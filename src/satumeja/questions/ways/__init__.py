"""What can come about: paths from a state, and the ways to where it holds."""
