"""Labelled sets the reader is measured on, one module each."""
