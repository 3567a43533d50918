"""What the brief says things with: the words of each language, and a model's things in them."""
