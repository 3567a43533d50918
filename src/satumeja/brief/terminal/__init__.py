"""What a terminal shows, made of the same words and tables as the pages."""
