#!/bin/sh
# igraph 1.0.0 gives the edges of a GraphML file the ids of its nodes, and drops the edges' own.
#
# <edge id="e1"> is what a program that wrote the file finds its edges by again. python-igraph
# 1.0.0 (from PyPI) has "n0", "n1" ... there: the ids of the nodes in the order of the file, and
# empty text for every edge beyond their number. No warning is given. 0.11.9 has the ids that are
# in the file. Seen with Python 3.11.
#
# Prints the ids found for four edges between three nodes. Fails if a version does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"

cat > "$folder/talks.graphml" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph id="talks" edgedefault="directed">
    <node id="n0"/><node id="n1"/><node id="n2"/>
    <edge id="offer" source="n0" target="n1"/>
    <edge id="refusal" source="n1" target="n0"/>
    <edge id="walkout" source="n1" target="n2"/>
    <edge id="return" source="n2" target="n0"/>
  </graph>
</graphml>
END

cat > "$folder/read.py" <<'END'
import sys

import igraph

ids = igraph.Graph.Read_GraphML(sys.argv[1]).es["id"]
print(igraph.__version__, ids)
sys.exit(",".join(ids) != sys.argv[2])
END

while IFS=: read -r version expected; do
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
        "igraph==$version" texttable==1.7.0 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }
    "$folder/venv/bin/python" "$folder/read.py" "$folder/talks.graphml" "$expected" || {
        echo "igraph $version does otherwise now"
        exit 1
    }
done <<'END'
0.11.9:offer,refusal,walkout,return
1.0.0:n0,n1,n2,
END
