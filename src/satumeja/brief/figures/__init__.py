"""The field's pictures: graphs, strips, trees, zones, and who sits where."""
