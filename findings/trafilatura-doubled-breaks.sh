#!/bin/sh
# trafilatura repeats what stands behind two line breaks in a paragraph of a news page.
#
# Many news sites, Indonesian ones above all, part the paragraphs of a story by <br><br> in one
# <p> or <div>. From such a page trafilatura 2.0.0 (from PyPI, with lxml 6.1.3,
# lxml-html-clean 0.4.6) gives the second half of the paragraph twice: whoever counts statements
# in the text counts them twice. 2.2.0 does so in a <div>, and glues the headline to the first
# sentence of a <p>. 2.3.1 gives each half once. Seen with Python 3.11.
#
# Prints how often the second half is in the text. Fails if one of these versions does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"

cat > "$folder/read.py" <<'END'
import sys

import trafilatura

FIRST = "The union and the railway met on Monday in the town hall to discuss the coming year."
SECOND = "Both sides said that they would meet again next week, and that no vote had been set."
PAGE = (
    "<html><head><title>Talks</title></head><body><article><h1>Talks resume at the port</h1>"
    "<{0}>{1}<br><br>{2}</{0}></article></body></html>"
)
counts = []
for block in ("p", "div"):
    text = trafilatura.extract(PAGE.format(block, FIRST, SECOND)) or ""
    counts.append(text.count(SECOND))
    print(trafilatura.__version__, f"<{block}>", "second half:", counts[-1])
sys.exit(counts != [int(count) for count in sys.argv[1:]])
END

for expected in "2.0.0 2 2" "2.2.0 1 2" "2.3.1 1 1"; do
    set -- $expected
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
        "trafilatura==$1" lxml==6.1.3 lxml-html-clean==0.4.6 justext==3.0.2 htmldate==1.11.0 \
        2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }
    "$folder/venv/bin/python" "$folder/read.py" "$2" "$3" || {
        echo "trafilatura $1 does otherwise now"
        exit 1
    }
done
