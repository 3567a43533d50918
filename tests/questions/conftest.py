"""What is looked for in these folders."""

# To import it is to register a concept, which the tests of all concepts would then meet.
collect_ignore = ["own_concepts.py"]
