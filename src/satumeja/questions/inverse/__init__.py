"""What would have to be preferred for a state to hold, and the least change."""
