#!/bin/sh
# hdx-python-country 4.2.5: the code of "Eastern Congo" is that of the other Congo, Papua's is PNG.
#
# `Country.get_iso3_country_code_fuzzy` is what humanitarian data sets are joined with. Where no
# name is the same it takes a country by a part of its name, and gives it with False for "not
# exact". For parts of one country that share a word with another this is the other: Eastern
# Congo (of the Democratic Republic, COD) gives COG, Papua and West Papua (of Indonesia, IDN) give
# PNG, West Timor (IDN) gives TLS, East Azerbaijan (of Iran, IRN) gives AZE. Words it does not
# know, Kurdistan or South Ossetia, give None. The False is the same for "Iranian Azerbaijan" as for
# "Iraqi Kurdistan", which is right, so whoever takes what is not exact puts a war into a country
# that has none, and whoever does not loses "Republic of South Sudan" too. Seen with Python 3.11.
#
# Prints the code of each name. Fails if a version does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check hdx-python-country==4.2.5 \
    hdx-python-utilities==4.2.5 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }

cat > "$folder/names.py" <<'END'
import sys

from hdx.location.country import Country

seen = {
    "Eastern Congo": ("COG", False),
    "Papua": ("PNG", False),
    "West Papua": ("PNG", False),
    "West Timor": ("TLS", False),
    "East Azerbaijan": ("AZE", False),
    "Iranian Azerbaijan": ("AZE", False),
    "Iraqi Kurdistan": ("IRQ", False),
    "Republic of South Sudan": ("SSD", False),
    "Kurdistan": (None, False),
    "South Ossetia": (None, False),
}
got = {name: Country.get_iso3_country_code_fuzzy(name, use_live=False) for name in seen}
print("hdx-python-country 4.2.5:", ", ".join(f"{name} {code}" for name, (code, _) in got.items()))
sys.exit(got != seen)
END
"$folder/venv/bin/python" "$folder/names.py" 2> "$folder/errors" || {
    cat "$folder/errors"
    echo "hdx-python-country does otherwise now"
    exit 1
}
