"""Sheets of spreadsheets that part cells by semicolons and write decimals with a comma."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from satumeja.errors import ModelError
from satumeja.formats import load, loads, save
from satumeja.formats.sheets._csv import read_csv
from satumeja.model import Model

SOURCE = """
satumeja: 1
title: Bendungan
decision_makers:
  hulu: {options: {bangun: }, weights: {bangun: 1.5, bayar: "-0.25"}}
  hilir:
    options: {bayar: }
    preferences: [-bangun]
    threshold: 0.5
    degrees: [[1, 2, 0.75]]
"""


def folder(tmp_path: Path, weight: str = "1,5", sign: str = ";") -> Path:
    """Save the sheets of a model as a spreadsheet in Indonesian does."""
    written = save(loads(SOURCE), tmp_path / "lembar")
    for sheet in written.glob("*.csv"):
        text = sheet.read_text(encoding="utf-8").replace(",", sign)
        for point in ("-0.25", "0.5", "0.75"):
            text = text.replace(point, point.replace(".", ","))
        text = text.replace("1.5", weight)
        sheet.write_text(text, encoding="utf-8-sig")
    return written


def bangun(model: Model) -> Fraction:
    return model["hulu"].preference.weights[0]  # type: ignore[union-attr]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_decimal_commas_are_read(tmp_path: Path, sign: str) -> None:
    assert load(folder(tmp_path, sign=sign)) == loads(SOURCE)


@pytest.mark.parametrize(
    ("cell", "weight"), [("1.234,5", "1234.5"), (",5", "0.5"), ("1.5", "1.5"), ("2", "2")]
)
def test_numbers_are_what_they_say(tmp_path: Path, cell: str, weight: str) -> None:
    assert bangun(load(folder(tmp_path, cell))) == Fraction(weight)


def test_what_may_be_two_numbers_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r'"1\.500" may be 1500 or 1,5; write one of these'):
        load(folder(tmp_path, "1.500"))


def test_a_comma_that_parts_cells_is_no_decimal_sign(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match='expected a number, found "1,5"'):
        path = save(loads(SOURCE), tmp_path / "sheets")
        sheet = path / "weights.csv"
        sheet.write_text(
            sheet.read_text(encoding="utf-8").replace("1.5", '"1,5"'), encoding="utf-8"
        )
        load(path)


@pytest.mark.parametrize("suffix", [".ods", ".fods", ".xls", ".numbers", ".ODS"])
def test_other_spreadsheets_are_told_what_to_do(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"model{suffix}"
    file.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    with pytest.raises(ModelError) as caught:
        load(file)
    message = str(caught.value)
    assert "is not read; save it as .xlsx, or each sheet as .csv in one folder" in message
    assert "UTF-8" not in message


@pytest.mark.parametrize("limit", [1 << 17, 1 << 24])
def test_how_long_a_cell_may_be_is_one_thing_whatever_was_read_before(limit: int) -> None:
    before = csv.field_size_limit(limit)
    try:
        read_csv("key,value\nx," + "a" * (1 << 17) + "\n", "conflict", "x.csv")
        with pytest.raises(ModelError, match="a cell of more than 131,072 characters"):
            read_csv("key,value\nx," + "a" * ((1 << 17) + 1) + "\n", "conflict", "x.csv")
    finally:
        csv.field_size_limit(before)
