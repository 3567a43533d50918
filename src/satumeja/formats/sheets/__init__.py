"""Models as sheets: CSV folders and workbooks, in and out."""
