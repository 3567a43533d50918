"""What was found, for people: words, tables, figures and the brief, in each language."""
