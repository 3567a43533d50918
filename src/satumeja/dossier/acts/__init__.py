"""What words do: demand, refuse, threaten, deny, and to whom."""
