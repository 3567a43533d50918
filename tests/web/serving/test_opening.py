"""The browser is opened where there is one with a window; else it is said what to do."""

from __future__ import annotations

import sys
import webbrowser

import pytest

from satumeja.web.serving import _browser


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be at a computer with a screen."""
    monkeypatch.setenv("DISPLAY", ":0")


def test_without_a_screen_it_is_said(
    home: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(webbrowser, "get", lambda: pytest.fail("no browser may be looked for"))
    _browser.open_browser("http://127.0.0.1:1/#x")
    told = capsys.readouterr()
    assert told.out == ""
    assert "open the address above in a browser on this computer" in told.err


@pytest.mark.parametrize(
    ("browser", "opens", "is_told"),
    [
        (webbrowser.BackgroundBrowser("firefox"), True, False),
        (webbrowser.BackgroundBrowser("firefox"), False, True),
        (webbrowser.GenericBrowser("lynx"), True, True),
    ],
)
def test_a_browser_of_the_terminal_is_left_alone(
    screen: None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    browser: webbrowser.BaseBrowser,
    opens: bool,
    is_told: bool,
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    monkeypatch.setattr(webbrowser, "open", lambda address: opens)
    _browser._open("http://127.0.0.1:1/#x")
    assert ("no browser could be opened" in capsys.readouterr().err) == is_told


def test_a_computer_without_any_browser_is_no_trouble(
    screen: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_there() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none_there)
    _browser._open("http://127.0.0.1:1/#x")
    assert "no browser could be opened" in capsys.readouterr().err
