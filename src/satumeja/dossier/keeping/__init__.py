"""The file of many reports: what is kept, corrected, searched and shown."""
