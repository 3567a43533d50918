"""A site that would load something from another host is found out; one that links is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import loads_from_abroad


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.html", '<script src="https://unpkg.com/x"></script>', "https://unpkg.com/x"),
        (
            "a.html",
            '<link rel="stylesheet" href="//fonts.example/x.css">',
            "//fonts.example/x.css",
        ),
        ("a.html", '<img src="http://example.org/a.png">', "http://example.org/a.png"),
        (
            "a.html",
            "<style>a { background: url(https://x.example/a) }</style>",
            "https://x.example/a",
        ),
        ("a.css", '@import "https://x.example/a.css";', "https://x.example/a.css"),
        ("a.js", 'fetch("https://x.example/a")', "https://x.example/a"),
        ("a.html", '<a href="https://example.org">a link</a>', ""),
        ("a.html", '<link rel="canonical" href="https://example.org">', ""),
        ("a.html", '<script src="_static/x.js"></script>', ""),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', ""),
    ],
)
def test_what_would_be_loaded_is_told(tmp_path: Path, name: str, text: str, found: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert loads_from_abroad(tmp_path) == ([f"{name} would load {found}"] if found else [])
