"""From a model back to text: what a file would say, and what it says already."""
