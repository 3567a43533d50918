"""The files of GMCR+, in both its dialects, in and out."""
