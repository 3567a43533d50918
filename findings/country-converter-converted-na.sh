#!/bin/sh
# country_converter 1.3.2 cannot be made with pandas 3.1.1: Namibia's code has become a missing value.
#
# `pandas.read_csv` took what a converter returned as it is, through pandas 3.0.6. From 3.1.0 on,
# a string that a converter returns is held against the list of missing values too, so a column
# read with `converters={"code": str}` turns the text NA into nan; `na_values=` without NA does
# not help as long as `keep_default_na` is on. country_converter (names and codes of countries;
# many data sets on conflicts are joined by it) reads its own table so, and asks for pandas
# without an upper bound: the code of Namibia becomes a number that is none, and its constructor
# ends in a TypeError of `re`, for every user and every country. Seen with Python 3.11.
#
# Prints, for pandas 3.0.6 and 3.1.1, what such a column holds, and whether Namibia has a code.
# Fails if a version does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"

cat > "$folder/namibia.py" <<'END'
import io
import sys

import country_converter
import pandas

table = "code\tname\nAF\tAfghanistan\nNA\tNamibia\n"
column = pandas.read_csv(io.StringIO(table), sep="\t", converters={"code": str}).code
read = "NA" if column[1] == "NA" else "missing"
try:
    code = country_converter.CountryConverter().convert("Namibia", to="ISO2")
except TypeError:
    code = "TypeError"
print("pandas", pandas.__version__, "| converter's column:", read, "| country_converter:", code)
sys.exit([read, code] != sys.argv[1:])
END
try() {
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check country_converter==1.3.2 \
        numpy==2.4.6 pandas=="$1" 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }
    "$folder/venv/bin/python" "$folder/namibia.py" "$2" "$3" 2> "$folder/errors" || {
        cat "$folder/errors"
        echo "pandas or country_converter does otherwise now"
        exit 1
    }
}
try 3.0.6 NA NA
try 3.1.1 missing TypeError
