#!/bin/sh
# WeasyPrint 70.0: a fetcher that is a function, and refuses an address, ends in AttributeError.
#
# A house that prints briefs for a ministry lets no page fetch anything: `url_fetcher=` is given a
# function that raises for every address. Up to 69.0 (from PyPI) the picture is then left out and
# the PDF is written. 70.0 still takes a function, and works as long as nothing is refused; the
# first refusal looks for a mark that only its own class of fetchers has, and the whole document is
# lost. An instance of weasyprint.urls.URLFetcher with the protocols that are allowed does what the
# function did. Seen with Python 3.11 and Pango of Debian 12.
#
# Prints what becomes of a page with one picture, by version and kind of fetcher. Fails if a version
# does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"

cat > "$folder/print.py" <<'END'
import logging
import sys

import weasyprint

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
PAGE = '<p>Talks open.</p><img src="https://example.org/map.png" alt="a map">'


def refuse(url, *_, **__):
    raise ValueError(f"{url}: nothing is fetched here")


def outcome(fetcher):
    try:
        return weasyprint.HTML(string=PAGE, url_fetcher=fetcher).write_pdf()[:4].decode()
    except Exception as error:
        return type(error).__name__


kinds = [outcome(refuse)]
if weasyprint.__version__.startswith("70"):
    kinds.append(outcome(weasyprint.urls.URLFetcher(allowed_protocols=[])))
print(weasyprint.__version__, *kinds)
sys.exit(",".join(kinds) != sys.argv[1])
END

while IFS=: read -r version expected; do
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
        "weasyprint==$version" pydyf==0.13.0 tinycss2==1.5.1 tinyhtml5==2.1.0 cssselect2==0.10.1 \
        2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }
    "$folder/venv/bin/python" "$folder/print.py" "$expected" || {
        echo "weasyprint $version does otherwise now"
        exit 1
    }
done <<'END'
69.0:%PDF
70.0:AttributeError,%PDF
END
