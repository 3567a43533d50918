"""What is written beside a page: tables and figures by the suffix of their file."""
