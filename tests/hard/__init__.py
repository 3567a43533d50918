"""A campaign of spoilt files over every format that the product reads."""
