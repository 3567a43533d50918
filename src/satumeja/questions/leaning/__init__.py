"""Which assumptions an answer leans on, the thinnest evidence first."""
