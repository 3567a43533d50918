"""Opening the browser, where there is one to open."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser

__all__ = ["open_browser"]


def open_browser(address: str) -> None:
    """Open the browser at an address; where that cannot be, say so.

    Notes
    -----
    Nothing waits for it: a browser that starts slowly must not keep the page from coming.
    """
    if not _has_screen():
        _say("there is no screen here; open the address above in a browser on this computer")
        return
    threading.Thread(target=_open, args=(address,), daemon=True).start()


def _open(address: str) -> None:
    try:
        is_open = _is_graphical(webbrowser.get()) and webbrowser.open(address)
    except (webbrowser.Error, OSError):
        is_open = False
    if not is_open:
        _say("no browser could be opened; open the address above in one")


def _is_graphical(browser: webbrowser.BaseBrowser) -> bool:
    """Tell whether a browser has a window; one of the terminal would take it over."""
    is_generic = isinstance(browser, webbrowser.GenericBrowser)
    return not is_generic or isinstance(browser, webbrowser.BackgroundBrowser)


def _has_screen() -> bool:
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
