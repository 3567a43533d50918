"""What was found, in sentences a person can check, with their tables."""
