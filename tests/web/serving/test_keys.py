"""Codes work once, and for two minutes; tokens and keys open only what is theirs."""

from __future__ import annotations

from satumeja.web.serving._keys import CODE_SECONDS, Keys


def test_a_code_opens_once() -> None:
    keys = Keys()
    code, other = keys.code(), keys.code()
    assert code != other
    assert [keys.take(code), keys.take(code), keys.take(other)] == [True, False, True]


def test_a_code_is_too_old_after_two_minutes() -> None:
    now = [0.0]
    keys = Keys(lambda: now[0])
    first, second = keys.code(), keys.code()
    now[0] = CODE_SECONDS - 0.1
    assert keys.take(first)
    now[0] = CODE_SECONDS
    assert not keys.take(second)


def test_codes_that_nobody_used_do_not_pile_up() -> None:
    now = [0.0]
    keys = Keys(lambda: now[0])
    for _ in range(100):
        keys.code()
        now[0] += CODE_SECONDS
    assert len(keys._codes) == 1


def test_neither_secret_opens_what_the_other_does() -> None:
    keys, others = Keys(), Keys()
    assert keys.is_token(keys.token)
    assert keys.is_key(keys.key)
    for wrong in (keys.key, others.token, "", "é", keys.token[:-1], keys.token + "x", "\ud800"):
        assert not keys.is_token(wrong)
    assert not keys.is_key(keys.token)
    assert len(keys.token) >= 40
