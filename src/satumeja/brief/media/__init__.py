"""What a table or a figure is written as: HTML, SVG, LaTeX and TikZ."""
