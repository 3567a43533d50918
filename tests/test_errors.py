"""The exception tree."""

from __future__ import annotations

import pickle

from satumeja import errors


def test_every_error_is_caught_by_one_base() -> None:
    for name in errors.__all__:
        kind = getattr(errors, name)
        if isinstance(kind, type) and issubclass(kind, Exception):
            assert issubclass(kind, errors.SatuMejaError)


def test_an_error_is_one_line_a_fault_and_survives_pickling() -> None:
    faults = (errors.Fault("a", "m.yaml", 1, 2), errors.Fault("b", "m.yaml"))
    error = errors.ModelError(faults)
    assert str(error) == "m.yaml:1:2: a\nm.yaml: b"
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(again) is errors.ModelError
    assert again.faults == faults


def test_a_line_keeps_the_ends_of_a_message_that_nobody_reads_whole() -> None:
    message = f'unknown key "{"x" * 5_000}"; did you mean "title"?'
    line = str(errors.Fault(message, "m.yaml", 3, 1))
    assert len(line) < 1_100
    assert line.startswith('m.yaml:3:1: unknown key "xxx')
    assert line.endswith('xxx"; did you mean "title"?')
    assert len(str(errors.Fault("\x7f" * 900))) < 1_100  # each is written out, as \\x7f
    whole = "y" * 1_000
    assert str(errors.Fault(whole)) == whole


def test_a_line_keeps_the_ends_of_a_name_of_a_file_that_nobody_reads_whole() -> None:
    name = f"cases/{'x' * 5_000}.yaml"
    line = str(errors.Fault("cannot be read", name, 3, 1))
    assert len(line) < 1_100
    assert line.startswith("cases/xxx")
    assert line.endswith("xxx.yaml:3:1: cannot be read")
    refused = str(errors.OutputError(f"{name}: cannot be written"))
    assert len(refused) < 1_100
    assert refused.endswith("xxx.yaml: cannot be written")
